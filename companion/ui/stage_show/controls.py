"""The buttons of a demonstration: the way through it, how it is looked at, and its clock."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from companion.domain.demonstration import Show, Sight
from companion.ui.stage_show.keys import Desk, name_of
from companion.ui.stage_show.view import FilmSwitch, ShowView, clock_words
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton, PlayerButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import Role, label, put

TIGHTEST = 3


class WayThrough(QWidget):
    """Back, freeze and next, as large as a finger wants them; ``asked`` carries a Show."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._back = PlayerButton(look, self.tr("Back"), Kind.CONTROL, Glyph.BACK)
        self._freeze = PlayerButton(look, self.tr("Freeze"), Kind.CONTROL, Glyph.PAUSE)
        self._next = PlayerButton(look, self.tr("Next"), Kind.PLAY, Glyph.NEXT)
        self._next.put_glyph_after()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        for button, asked in ((self._back, Show.BACK), (self._freeze, Show.FREEZE), (self._next, Show.NEXT)):
            self._row.addWidget(button, 1 if asked is Show.NEXT else 0)
            button.clicked.connect(partial(self._tell, asked))

    def show_part(self, view: ShowView) -> None:
        """Name the button in the middle after what it would do."""
        words = self.tr("Go on") if view.frozen else self.tr("Freeze")
        self._freeze.put(words, Glyph.PLAY if view.frozen else Glyph.PAUSE)
        self._back.setEnabled(view.at > 0)
        self._next.setEnabled(view.at + 1 < view.of or view.blank)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room makes the buttons tighter, never fewer and never lower."""
        super().resizeEvent(event)
        tighten((self._back, self._freeze, self._next), self.width(), 12)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the tightest buttons may be."""
        return QSize(240, self._row.minimumSize().height())

    def _tell(self, asked: Show, _checked: bool = False) -> None:
        self.asked.emit(asked)


class Looks(QWidget):
    """How the figure is looked at, switch by switch; ``asked`` carries a Show."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        flow = Flow(self, spacing=8)
        self._switches: dict[Show, PlayerButton] = {}
        short = {
            Show.BLANK: self.tr("Darken"),
            Show.SLOWER: self.tr("Slower"),
            Show.QUICKER: self.tr("Faster"),
            Show.CLOSER: self.tr("Close to hands"),
            Show.OTHER_SIDE: self.tr("Other side"),
            Show.FACING: self.tr("From across"),
            Show.MIRROR: self.tr("Mirror"),
            Show.LEFT_HANDED: self.tr("Left-handed"),
        }
        for asked, words in short.items():
            button = PlayerButton(look, words, Kind.CHOICE)
            button.setAccessibleName(name_of(asked))
            button.setCheckable(asked not in {Show.SLOWER, Show.QUICKER, Show.OTHER_SIDE})
            button.clicked.connect(partial(self._tell, asked))
            self._switches[asked] = button
            flow.addWidget(button)

    def show_part(self, view: ShowView) -> None:
        """Show what is switched on, and switch off what this stroke has not."""
        for asked, on in on_now(view.sight, blank=view.blank).items():
            self._switches[asked].setChecked(on)
        drawn = view.film is not FilmSwitch.SHOWN
        for asked, switch in self._switches.items():
            switch.setEnabled(drawn or asked is Show.BLANK)
        self._switches[Show.OTHER_SIDE].setEnabled(drawn and view.sided)
        self._switches[Show.MIRROR].setEnabled(drawn and view.card.turns)

    def _tell(self, asked: Show, _checked: bool = False) -> None:
        self.asked.emit(asked)


class FilmRow(QWidget):
    """The switch between drawing and film, for strokes that have one; ``asked`` carries a Desk."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._switch = PlayerButton(look, self.tr("Show film"), Kind.CHOICE)
        self._told = label("", Role.SOFT, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._switch)
        row.addWidget(self._told, 1)
        self._switch.clicked.connect(lambda: self.asked.emit(Desk.FILM))
        self.hide()

    def show_part(self, view: ShowView) -> None:
        """Name the switch after what it would do, and tell what the family sees or why it is no film."""
        shown = view.film is FilmSwitch.SHOWN
        self._switch.put(self.tr("Show drawing") if shown else self.tr("Show film"))
        put(self._told, self.tr("The family sees your film.") if shown and not view.blank else view.notice)
        self.setVisible(view.film is not FilmSwitch.NONE)


class ClockRow(QWidget):
    """The clock that is started by hand: what has passed and what is left; ``asked`` carries a Show."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._elapsed = label("0:00", Role.HEADLINE)
        self._left: QLabel = label("", Role.SOFT)
        self._start = PlayerButton(look, self.tr("Start clock"), Kind.PLAIN)
        self._zero = PlayerButton(look, self.tr("Back to 0"), Kind.PLAIN)
        self._zero.setAccessibleName(self.tr("Clock back to 0"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._elapsed)
        row.addWidget(self._left, 1)
        row.addWidget(self._start)
        row.addWidget(self._zero)
        self._start.clicked.connect(lambda: self.asked.emit(Show.CLOCK))
        self._zero.clicked.connect(lambda: self.asked.emit(Show.CLOCK_BACK))

    def show_part(self, view: ShowView) -> None:
        """Show the time."""
        put(self._elapsed, clock_words(view.elapsed))
        put(self._left, self._told(view.left))
        self._start.put(self.tr("Halt clock") if view.timed else self.tr("Start clock"))

    def _told(self, left: int | None) -> str:
        if left is None:
            return ""
        words = self.tr("%1 over") if left < 0 else self.tr("%1 left")
        return words.replace("%1", clock_words(abs(left)))


def tighten(buttons: Sequence[PillButton], room: int, gap: int) -> None:
    """Let buttons in a row have less padding and smaller words, as far as it takes to fit into this room."""
    for tightness in range(TIGHTEST + 1):
        for button in buttons:
            if button.property("tight") != tightness:
                button.tighten(tightness)
        if sum(button.sizeHint().width() + gap for button in buttons) <= room:
            return


def on_now(sight: Sight, *, blank: bool) -> dict[Show, bool]:
    """Which switches are on."""
    return {
        Show.BLANK: blank,
        Show.CLOSER: sight.near,
        Show.FACING: sight.facing,
        Show.MIRROR: sight.mirrored,
        Show.LEFT_HANDED: sight.left_handed,
    }


def pace_words(pace: float) -> str:
    """The speed as a share of the usual one: 50 %."""
    return f"{round(100 / pace)} %"
