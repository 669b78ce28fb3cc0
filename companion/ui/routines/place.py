"""The routines as a place of the window."""

from PySide6.QtWidgets import QVBoxLayout

from companion.ui.places import Place, Shell
from companion.ui.routines.screen import RoutinesScreen, routine_views
from companion.ui.start import Start
from companion.ui.widgets.surfaces import Banner


class RoutinesPlace(Place):
    """All routines."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        context = shell.context
        screen = RoutinesScreen(shell.look, routine_views(context.routines, context.strokes, context.words))
        screen.begun.connect(self._begin)
        screen.paper_asked.connect(self._open_paper)
        screen.practised.connect(self._practise)
        screen.strokes_asked.connect(self._open_strokes)
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(40, 12, 40, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._notes)
        column.addWidget(screen, 1)

    def refresh(self) -> None:
        """The routines are the same as before."""

    def tell(self, words: str) -> bool:
        """A quiet sentence on top; the newest one only."""
        while (old := self._notes.takeAt(0)) is not None:
            if (note := old.widget()) is not None:
                note.hide()
                note.deleteLater()
        self._notes.addWidget(Banner(self._shell.look, words))
        return True

    def _open_paper(self, routine: str) -> None:
        from companion.ui.papers.sheet import HandoutSheet  # noqa: PLC0415 - when wanted

        sheet = HandoutSheet(self._shell, routine)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _open_strokes(self) -> None:
        from companion.ui.strokes.opening import open_strokes  # noqa: PLC0415 - when wanted

        open_strokes(self._shell)

    def _practise(self, routine: str) -> None:
        self._shell.begin(Start(routine, doll=True))

    def _begin(self, routine: str) -> None:
        self._shell.begin(Start(routine))
