"""The presenter's page: the figure small, the way through, the clock, and beside it all that helps to teach."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.ui.pictures import Artist
from companion.ui.stage_show.controls import ClockRow, FilmRow, Looks, WayThrough, pace_words
from companion.ui.stage_show.figure_view import FigureView
from companion.ui.stage_show.hints import Hints, NoteField
from companion.ui.stage_show.view import FilmSwitch, ShowView
from companion.ui.theme import Look
from companion.ui.widgets.surfaces import scrolling
from companion.ui.widgets.text import Elided, Role, label, put

RADIUS = 28
LOW = 600
"""Design pixels of height below which the figure gets all of its side."""


class PresenterPage(QWidget):
    """Shown while the family looks at a display of its own. ``asked`` carries a Show or a Desk."""

    asked = Signal(object)

    def __init__(self, look: Look, artist: Artist) -> None:
        super().__init__()
        self._look = look
        self.figure = FigureView(look, artist, RADIUS)
        self.figure.point_with_mouse()
        self.notes = NoteField(look)
        self._state = Elided(Role.SOFT)
        self._way = WayThrough(look)
        self._looks = Looks(look)
        self._looks_beside = Looks(look)
        self._clock = ClockRow(look)
        self._film = FilmRow(look)
        self._part = label("", Role.EYEBROW_TEAL)
        self._title = label("", Role.HEADLINE, wrap=True)
        self._line = label("", Role.LEAD, wrap=True)
        self._next = Elided(Role.STRONG)
        self._hints = Hints(look)
        for part in (self._way, self._looks, self._looks_beside, self._clock, self._film):
            part.asked.connect(self.asked)
        self._lay_out()

    def show_view(self, view: ShowView) -> None:
        """Show this instant."""
        self.figure.show_part(view.shown, view.t, view.spot)
        self._state.put(self._told(view))
        for part in (self._way, self._looks, self._looks_beside, self._clock, self._film):
            part.show_part(view)
        family = view.card.family
        put(self._part, " · ".join(filter(None, (family.part, family.direction))))
        put(self._title, family.title)
        put(self._line, family.line)
        following = self.tr("Next: %1").replace("%1", view.next_title)
        self._next.put(following if view.next_title else self.tr("This is the last stroke."))
        self._hints.put(view.card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the switches stand beside the figure, which needs the height."""
        super().resizeEvent(event)
        low = self.height() < self._look.px(LOW)
        self._looks.setVisible(not low)
        self._looks_beside.setVisible(low)

    def _told(self, view: ShowView) -> str:
        """How it stands, in a few words."""
        told = [self.tr("The family sees a dark screen.")] if view.blank else []
        told += [self.tr("Frozen.")] if view.frozen else []
        if view.film is FilmSwitch.SHOWN:
            return " ".join((*told, self.tr("Your film is shown in place of the drawing.")))
        told += (
            [self.tr("At %1 of its pace.").replace("%1", pace_words(view.pace))] if view.pace != 1.0 else []
        )
        if view.sight.mirrored and not view.card.turns:
            told.append(self.tr("Not mirrored: this stroke has one direction."))
        return " ".join(told) or self.tr("Point with the mouse: the family sees a light.")

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.figure, 1)
        left.addWidget(self._state)
        left.addWidget(self._looks)
        left.addWidget(self._way)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(8)
        for part in (
            self._part,
            self._title,
            self._line,
            self._film,
            self._hints,
            self._looks_beside,
            self.notes,
        ):
            column.addWidget(part)
        column.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._clock)
        right.addWidget(scrolling(told), 1)
        right.addWidget(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 10)
        row.addLayout(right, 9)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
