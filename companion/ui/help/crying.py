"""The plan for when the crying is too much: one sentence at a time, large, spoken, and gone through with one hand."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.ui.actions import Press
from companion.ui.help.desk import HelpDesk
from companion.ui.help.numbers import number_label
from companion.ui.keys import KeyGate, press_of
from companion.ui.theme import Look
from companion.ui.widgets.breath import Breath
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.dots import Dots
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import FittedText, Role, label, put

LIMIT = "help.crying.4"
"""The sentence for a caregiver who is at the limit."""


class CryingSheet(Sheet):
    """Lies over a screen; ``help_asked`` wants the signs and numbers instead."""

    help_asked = Signal()

    def __init__(self, look: Look, parent: QWidget, desk: HelpDesk) -> None:
        super().__init__(look, parent, desk.phrases.get("help.crying", ""), widest=980)
        self._desk = desk
        self._at = 0
        self._gate = KeyGate(desk.clock)
        self._dots = Dots(look)
        self._sentence = FittedText(look, 46, 24, weight=700, lines=4)
        self._sentence.setMinimumHeight(look.px(126))
        self._quiet = label("", Role.LEAD_SOFT, wrap=True)
        self._quiet.setMinimumWidth(120)
        self._breath = Breath(look)
        self._crisis = number_label(desk.numbers.crisis, Role.HEADLINE)
        self._back = PlayerButton(look, self.tr("Back"), Kind.CONTROL, Glyph.BACK)
        self._again = PlayerButton(look, self.tr("Say it again"), Kind.CHIP)
        self._next = PlayerButton(look, self.tr("Next"), Kind.PLAY, Glyph.NEXT)
        self._limit = PlayerButton(look, self.tr("I am at my limit"), Kind.NO)
        self._help = PlayerButton(look, self.tr("Get help"), Kind.NO)
        self._lay_out()
        self._back.clicked.connect(lambda: self._go(self._at - 1))
        self._next.clicked.connect(self._onward)
        self._again.clicked.connect(self._speak)
        self._limit.clicked.connect(lambda: self._go(self._limit_at()))
        self._help.clicked.connect(self.help_asked)
        self.closed.connect(desk.hush)
        self._show()

    def open(self) -> None:
        """Cover the parent and say the first sentence."""
        super().open()
        self._speak()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A clicker's next and back, Space and Enter go through the sentences; Escape closes."""
        press = press_of(event.key(), event.modifiers())
        steps = {Press.NEXT: 1, Press.TOGGLE: 1, Press.BACK: -1}
        if press in steps:
            if not event.isAutoRepeat() and self._gate.lets(event.key()):
                self._onward() if steps[press] > 0 else self._go(self._at - 1)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap on the sentence goes on; one beside the paper closes."""
        if self._sentence.rect().contains(self._sentence.mapFrom(self, event.position().toPoint())):
            self._onward()
            return
        super().mousePressEvent(event)

    def _limit_at(self) -> int:
        phrases = self._desk.crying.phrases
        return phrases.index(LIMIT) if LIMIT in phrases else len(phrases) - 1

    def _onward(self) -> None:
        if self._at + 1 == len(self._desk.crying.phrases):
            self.close_by_hand()
        else:
            self._go(self._at + 1)

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(self._desk.crying.phrases) - 1)
        self._show()
        self._speak()

    def _speak(self) -> None:
        key = self._desk.crying.phrases[self._at]
        self._desk.say(f"phrase.{key}", self._desk.phrases.get(key, ""))

    def _show(self) -> None:
        plan, at = self._desk.crying, self._at
        last = at + 1 == len(plan.phrases)
        limit = self._limit_at()
        self._dots.put(at + 1, len(plan.phrases))
        self._sentence.put(self._desk.phrases.get(plan.phrases[at], ""))
        self._breath.setVisible(at > limit and not last)
        self._crisis.setVisible(last and bool(self._desk.numbers.crisis))
        put(self._quiet, self._beside(at, limit, last=last))
        self._back.setEnabled(at > 0)
        self._limit.setVisible(at < limit)
        self._help.setVisible(at >= limit)
        self._next.put(self.tr("Close") if last else self.tr("Next"), None if last else Glyph.NEXT)

    def _beside(self, at: int, limit: int, *, last: bool) -> str:
        """A quiet word beside the sentence."""
        if last:
            crisis = self._desk.phrases.get("help.number.crisis.about", "")
            return crisis if self._desk.numbers.crisis else ""
        if at > limit:
            return self.tr("Breathe slowly with the circle.")
        if at == limit:
            return self.tr("Baby is safe there. You have done the right thing.")
        told = self.tr("Massage again only when baby has been calm for %1 minutes.")
        return told.replace("%1", str(self._desk.crying.calm_minutes)) if at == 0 else ""

    def _lay_out(self) -> None:
        self._next.put_glyph_after()
        beside = QHBoxLayout()
        beside.setSpacing(18)
        beside.addWidget(self._breath)
        beside.addWidget(self._crisis)
        beside.addWidget(self._quiet, 1)
        side = QHBoxLayout()
        side.setSpacing(14)
        for button, share in ((self._back, 2), (self._next, 5), (self._limit, 3), (self._help, 3)):
            side.addWidget(button, share)
        top = QHBoxLayout()
        top.addWidget(self._dots)
        top.addStretch(1)
        top.addWidget(self._again)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._sentence)
        column.addLayout(beside)
        column.addSpacing(4)
        column.addLayout(side)
        self.body.addLayout(column)
