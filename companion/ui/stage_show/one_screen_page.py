"""The one-screen way: what the family sees fills the window, and a small strip below it is the presenter's."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.demonstration import Show
from companion.ui.pictures import Artist
from companion.ui.stage_show.audience import AudienceView
from companion.ui.stage_show.controls import tighten
from companion.ui.stage_show.keys import Desk
from companion.ui.stage_show.view import ShowView, clock_words
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import Elided, Role, label, put

NEXT_ROOM = 150
"""Design pixels that are left for the name of the next stroke and the clock."""


class OneScreenPage(QWidget):
    """``asked`` carries a Show or a Desk, ``hints_asked`` the wish to see what only the presenter needs."""

    asked = Signal(object)
    hints_asked = Signal()

    def __init__(self, look: Look, artist: Artist) -> None:
        super().__init__()
        self._look = look
        self.family = AudienceView(look, artist)
        self.family.figure.point_with_mouse()
        self._freeze = PlayerButton(look, self.tr("Freeze"), Kind.PLAIN, Glyph.PAUSE)
        self._back = PlayerButton(look, self.tr("Back"), Kind.PLAIN, Glyph.BACK)
        self._next = PlayerButton(look, self.tr("Next"), Kind.SMALL, Glyph.NEXT)
        self._next.put_glyph_after()
        self._dark = PlayerButton(look, self.tr("Darken"), Kind.PLAIN)
        self._hints = PlayerButton(look, self.tr("Hints"), Kind.PLAIN)
        self._keys = PlayerButton(look, self.tr("Keys"), Kind.PLAIN)
        self._leave = PlayerButton(look, self.tr("Clinic"), Kind.PLAIN)
        self._leave.setAccessibleName(self.tr("Back to the clinic"))
        self._coming = Elided(Role.SOFT)
        self._time = label("", Role.STRONG)
        self._lay_out()
        for button, asked in (
            (self._back, Show.BACK),
            (self._freeze, Show.FREEZE),
            (self._next, Show.NEXT),
            (self._dark, Show.BLANK),
            (self._keys, Desk.KEYS),
            (self._leave, Desk.LEAVE),
        ):
            button.clicked.connect(partial(self._tell, asked))
        self._hints.clicked.connect(self.hints_asked)

    def show_view(self, view: ShowView) -> None:
        """Show this instant."""
        self.family.show_part(view.card.family, view.shown, view.t, view.spot, blank=view.blank)
        frozen = self.tr("Go on") if view.frozen else self.tr("Freeze")
        self._freeze.put(frozen, Glyph.PLAY if view.frozen else Glyph.PAUSE)
        self._dark.put(self.tr("Light up") if view.blank else self.tr("Darken"))
        self._back.setEnabled(view.at > 0)
        self._next.setEnabled(view.at + 1 < view.of or view.blank)
        following = self.tr("Next: %1").replace("%1", view.next_title) if view.next_title else ""
        self._coming.put(view.notice or following)
        running = view.timed or view.elapsed
        put(self._time, clock_words(view.elapsed if view.left is None else view.left) if running else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room makes the buttons of the strip tighter, never fewer."""
        super().resizeEvent(event)
        way = (self._back, self._freeze, self._next, self._dark)
        tighten((*way, self._hints, self._keys, self._leave), self.width() - self._look.px(NEXT_ROOM), 8)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the tightest buttons may be."""
        return QSize(480, super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(16, 8, 16, 8)
        strip.setSpacing(8)
        for button in (self._back, self._freeze, self._next, self._dark):
            strip.addWidget(button)
        strip.addWidget(self._coming, 1)
        strip.addWidget(self._time)
        for button in (self._hints, self._keys, self._leave):
            strip.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.family, 1)
        column.addLayout(strip)

    def _tell(self, asked: Show | Desk, _checked: bool = False) -> None:
        self.asked.emit(asked)
