"""The routines as a place of the window."""

from PySide6.QtWidgets import QVBoxLayout

from companion.ui.places import Place, Shell
from companion.ui.routines.screen import RoutinesScreen, routine_views
from companion.ui.start import Start


class RoutinesPlace(Place):
    """All routines."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        context = shell.context
        screen = RoutinesScreen(shell.look, routine_views(context.routines, context.strokes, context.words))
        screen.begun.connect(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(screen)

    def refresh(self) -> None:
        """The routines are the same as before."""

    def _begin(self, routine: str) -> None:
        self._shell.begin(Start(routine))
