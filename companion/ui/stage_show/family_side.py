"""The family's side of a demonstration: their window on whichever display is theirs, while there is one."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QScreen

from companion.ui.pictures import Artist
from companion.ui.stage_show.audience import AudienceView
from companion.ui.stage_show.audience_window import AudienceWindow
from companion.ui.stage_show.displays import HERE, Display, display_of
from companion.ui.stage_show.figure_view import Shown
from companion.ui.stage_show.view import ShowView
from companion.ui.theme import Look


class ComingDisplays(Protocol):
    """The displays there are; ``companion.ui.stage_show.displays.Displays`` tells of the real ones."""

    def listen(self, heard: Callable[[], None]) -> None:
        """Call ``heard`` whenever a display came, went or moved."""
        ...

    def ignore(self, heard: Callable[[], None]) -> None:
        """Call it no more."""
        ...

    def for_family(self, own: QScreen | None, remembered: str) -> QScreen | None:
        """The display that the family looks at when the presenter's is ``own``; None: the presenter's window."""
        ...

    def others(self, own: QScreen | None) -> Sequence[Display]:
        """All that the family might look at."""
        ...


class FamilySide(QObject):
    """``closed``: somebody closed the family's window by the system's own means; ``activated``: it got the focus."""

    closed = Signal()
    activated = Signal()

    def __init__(
        self,
        look: Look,
        displays: ComingDisplays,
        artist: Callable[[], Artist],
        keyed: Callable[[QKeyEvent], None],
    ) -> None:
        super().__init__()
        self._look = look
        self._displays = displays
        self._artist = artist
        self._keyed = keyed
        self._view: ShowView | None = None
        self.window: AudienceWindow | None = None

    def show_view(self, view: ShowView) -> None:
        """Show this instant, now or as soon as there is a window."""
        self._view = view
        if self.window is not None:
            family = view.card.family
            self.window.view.show_part(family, view.shown, view.t, view.spot, blank=view.blank)

    def place(self, own: QScreen | None, remembered: str) -> Display | None:
        """Fill the display that is theirs now; None, and no window, when there is none."""
        found = self._displays.for_family(own, remembered)
        if found is None:
            self.take_away()
            return None
        if self.window is None:
            self.window = AudienceWindow(AudienceView(self._look, self._artist()), self._keyed)
            self.window.closed.connect(self.closed)
            self.window.activated.connect(self.activated)
        if self._view is not None:  # it has something to show before it is seen
            self.show_view(self._view)
        self.window.fill(found)
        return display_of(found)

    def prepare(self, shown: Shown) -> None:
        """Paint ahead what does not move of the next stroke."""
        if self.window is not None:
            self.window.view.figure.prepare(shown)

    def take_away(self) -> None:
        """No window for the family from now on."""
        window, self.window = self.window, None
        if window is not None:
            window.hide()
            window.deleteLater()

    def choices(self, own: QScreen | None) -> tuple[Sequence[Display], str]:
        """The displays that the family may look at, and the identity of the one that they do."""
        now = display_of(self.window.screen()).identity if self.window else HERE
        return self._displays.others(own), now
