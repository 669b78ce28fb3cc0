"""Opens the list of strokes and the page of one over the window, lets the drawing move, and closes in order."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from companion.ui.places import Shell
from companion.ui.start import Start
from companion.ui.strokes.catalogue import CatalogueScreen
from companion.ui.strokes.page import Side, StrokePage
from companion.ui.strokes.view import by_area, stroke_view

if TYPE_CHECKING:
    from companion.ui.clips.shelf import StrokeClips

FRAME_MS = 33


def open_strokes(shell: Shell) -> None:
    """Lay the list of all strokes over the window."""
    context = shell.context
    screen = CatalogueScreen(shell.look, by_area(context.strokes, context.words))
    screen.closed.connect(lambda: shell.lift(screen))
    screen.picked.connect(partial(_open_stroke, shell, screen))
    shell.lay(screen)


def _open_stroke(shell: Shell, listed: CatalogueScreen, stroke: str) -> None:
    OpenStroke(shell, stroke, listed).open()


class OpenStroke(QObject):
    """One stroke whose page is open; it goes when its page goes. ``listed`` is the list it was picked from."""

    def __init__(self, shell: Shell, stroke: str, listed: CatalogueScreen) -> None:
        self._shell = shell
        self._stroke = stroke
        self._listed = listed
        context = shell.context
        view = stroke_view(context.strokes[stroke], context.words, context.start.citations())
        self._line = view.line
        self.page = StrokePage(shell.look, shell.studio(), view)
        super().__init__(self.page)
        self._began = context.clock.now()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._clips: StrokeClips | None = None

    def open(self) -> None:
        """Lay the page over the window."""
        self._timer.timeout.connect(self._draw)
        self.page.seen.connect(self._seen)
        self.page.turned.connect(self._turn)
        self.page.closed.connect(self._back)
        self.page.practised.connect(self._practise)
        self._draw()
        self._shell.lay(self.page)

    def _draw(self) -> None:
        self.page.draw(self._shell.context.clock.now() - self._began)

    def _seen(self, seen: bool) -> None:
        if seen:
            self._timer.start()
        else:
            self._timer.stop()

    def _turn(self, side: Side) -> None:
        if side is Side.FILMS and self._clips is None:
            from companion.ui.clips.shelf import StrokeClips  # noqa: PLC0415 - when wanted

            self._clips = StrokeClips(self._shell.context.clips(), self._shell.look, self._shell.over)
            self.page.put_films(self._clips.panel)
            self.page.show_side(side)  # what is seen begins at once, what is not would first have to settle
            self._clips.show_stroke(self._stroke, self._line)
        self.page.show_side(side)

    def _close(self) -> None:
        self._timer.stop()
        if self._clips is not None:
            self._clips.close()
        self._shell.lift(self.page)

    def _back(self) -> None:
        self._close()
        self._shell.over.setCurrentWidget(self._listed)

    def _practise(self) -> None:
        self._close()
        self._shell.lift(self._listed)
        self._shell.begin(Start(stroke=self._stroke, doll=True))
