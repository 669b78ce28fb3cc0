"""The editor's screen: the routine's name and length on top, its steps on the left, the chosen one on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.editing import Draft
from companion.domain.own_routine import Shelf
from companion.domain.own_rules import Finding, Weight
from companion.domain.words import Words
from companion.ui.editor.step_card import StepCard, StepWishes, takes_sides
from companion.ui.editor.step_list import Row, StepList
from companion.ui.editor.words import line_of, step_title, title_of, told_of
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.forms import Line, leading, note_card
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.surfaces import card, lay_anew, scrolling
from companion.ui.widgets.text import Role, label, put

MOST_TITLE, MOST_NOTE = 60, 600


class EditorScreen(QWidget):
    """Shows a draft, what the rules say of it, and how long it takes. Its signals carry what somebody does."""

    titled = Signal(str)
    noted = Signal(str)
    picked = Signal(int)
    moved = Signal(int, int)
    dropped = Signal(int)
    add_asked = Signal()
    rest_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    save_asked = Signal()
    close_asked = Signal()
    right_asked = Signal()

    def __init__(self, look: Look, shelf: Shelf, words: Words, wishes: StepWishes) -> None:
        super().__init__()
        self.setProperty("screen", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._shelf = shelf
        self._words = words
        self._title = Line(self.tr("Name"), self.titled.emit, most=MOST_TITLE, hint=self.tr("Name"))
        self._note = Line(self.tr("Note"), self.noted.emit, most=MOST_NOTE, hint=self.tr("A note for later"))
        self._length = label("", Role.STRONG)
        self._undo = self._button(self.tr("Undo"), self.undo_asked)
        self._redo = self._button(self.tr("Do again"), self.redo_asked)
        self._save = self._button(self.tr("Save"), self.save_asked, Kind.SMALL)
        self._list = StepList(look)
        self._list.picked.connect(self.picked)
        self._list.moved.connect(self.moved)
        self._list.dropped.connect(self.dropped)
        self._step = StepCard(look, words, wishes)
        self._musts = QVBoxLayout()
        self._advice = QVBoxLayout()
        self._told: tuple[tuple[str, bool], ...] | None = None
        self._lay_out()

    def show_draft(self, draft: Draft, at: int, found: Sequence[Finding]) -> None:
        """Show a draft with one of its steps chosen, and what the rules say."""
        self._title.put(draft.title)
        self._note.put(draft.note)
        marked = {finding.step for finding in found if finding.weight is Weight.MUST}
        self._list.show_rows(
            [
                Row(
                    number + 1,
                    title_of(self._words, step),
                    line_of(self._words, step, self._shelf.strokes[step.step.stroke]),
                    number in marked,
                    number > 0 and step.joined and step.like(draft.steps[number - 1]),
                )
                for number, step in enumerate(draft.steps)
            ],
            at,
        )
        stroke = self._shelf.strokes[draft.steps[at].step.stroke]
        self._step.show_step(draft, at, stroke, sides=takes_sides(draft, at, self._shelf.strokes))
        self._show_rules(draft, found)

    def show_state(self, length: str, *, can_undo: bool, can_redo: bool, can_save: bool) -> None:
        """Say how long it takes, and offer what can be done."""
        put(self._length, length)
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)
        self._save.setEnabled(can_save)

    def take_keys(self) -> None:
        """The keys go to the steps."""
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, do again, save; Escape leaves."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
            self.redo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.save_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)

    def _show_rules(self, draft: Draft, found: Sequence[Finding]) -> None:
        told = tuple((self._sentence(draft, one), one.weight is Weight.MUST) for one in found)
        if told == self._told:
            return
        self._told = told
        musts = [words for words, must in told if must]
        advice = [words for words, must in told if not must]
        lay_anew(self._musts, [self._must_card(musts, found)] if musts else [])
        heading = label(self.tr("Good to know"), Role.HEADING, wrap=True)
        lines = [label(words, Role.BODY, wrap=True) for words in advice]
        lay_anew(self._advice, [card(heading, *lines)] if advice else [])

    def _must_card(self, musts: Sequence[str], found: Sequence[Finding]) -> QWidget:
        heading = label(self.tr("Change this before you save"), Role.HEADING, wrap=True)
        lines: list[QWidget] = [label(words, Role.BODY, wrap=True) for words in musts]
        if any(one.key in {"ask-first", "still-last"} for one in found):
            fix = PillButton(self._look, self.tr("Put it right"), Kind.PLAIN)
            fix.clicked.connect(self.right_asked)
            lines.append(leading(fix))
        return note_card(heading, *lines)

    def _sentence(self, draft: Draft, finding: Finding) -> str:
        words = told_of(finding, self._words)
        if finding.weight is Weight.MUST and 0 <= finding.step < len(draft.steps):
            return f"{step_title(draft, self._words, finding.step)}: {words}"
        return words

    def _button(self, words: str, told: SignalInstance, kind: Kind = Kind.PLAIN) -> PillButton:
        button = PillButton(self._look, words, kind)
        button.clicked.connect(told)
        return button

    def _back(self) -> PillButton:
        back = PillButton(self._look, self.tr("Back"), Kind.LINK, Glyph.BACK)
        back.clicked.connect(self.close_asked)
        return back

    def _lay_out(self) -> None:
        actions = QWidget()
        flow = Flow(actions)
        for button in (self._undo, self._redo, self._save):
            flow.addWidget(button)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._back())
        top.addWidget(self._length, 1)
        top.addWidget(actions)
        adds = leading(
            self._button(self.tr("Add a stroke"), self.add_asked, Kind.SMALL),
            self._button(self.tr("Add a rest"), self.rest_asked),
        )
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._title)
        left.addWidget(self._list, 1)
        left.addWidget(adds)
        page = QWidget()
        right = QVBoxLayout(page)
        right.setContentsMargins(4, 0, 12, 12)
        right.setSpacing(14)
        right.addLayout(self._musts)
        right.addWidget(self._step)
        right.addLayout(self._advice)
        right.addWidget(card(label(self.tr("Note"), Role.STRONG), self._note))
        right.addStretch(1)
        for line in (self._title, self._note):
            line.setMaximumWidth(16_777_215)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addLayout(left, 2)
        body.addWidget(scrolling(page), 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 20, 18)
        column.setSpacing(14)
        column.addLayout(top)
        column.addLayout(body, 1)


def _is_redo(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Y and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
