"""The routines as a place of the window."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.errors import CompanionError
from companion.ui.places import Place, Shell
from companion.ui.routines.screen import RoutinesScreen, RoutineView, routine_views
from companion.ui.start import Start
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.surfaces import Banner

if TYPE_CHECKING:
    from companion.domain.own_routine import OwnRoutine
    from companion.ui.editor.presenter import EditorPresenter


class RoutinesPlace(Place):
    """All routines, ours and one's own."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._views: tuple[RoutineView, ...] = ()
        self._screen: RoutinesScreen | None = None
        self._editor: EditorPresenter | None = None
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(40, 12, 40, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._notes)
        self._show()

    def refresh(self) -> None:
        """Show the routines that there are now; nothing moves where they are the same as before."""
        self._show()

    def tell(self, words: str) -> bool:
        """A quiet sentence on top; the newest one only."""
        self._tell(Banner(self._shell.look, words))
        return True

    def _tell(self, told: QWidget) -> None:
        while (old := self._notes.takeAt(0)) is not None:
            if (note := old.widget()) is not None:
                note.hide()
                note.deleteLater()
        self._notes.addWidget(told)
        told.show()

    def _show(self) -> None:
        context = self._shell.context
        own = frozenset(one.id for one in context.own_routines.all())
        views = routine_views(context.routines, context.strokes, context.words, own)
        if views == self._views:
            return
        self._views = views
        if self._screen is not None:
            self._column.removeWidget(self._screen)
            self._screen.hide()
            self._screen.deleteLater()
        self._screen = screen = RoutinesScreen(self._shell.look, views)
        screen.begun.connect(self._begin)
        screen.paper_asked.connect(self._open_paper)
        screen.practised.connect(self._practise)
        screen.strokes_asked.connect(self._open_strokes)
        screen.new_asked.connect(self._new)
        screen.file_asked.connect(self._take_in)
        screen.copy_asked.connect(self._copy)
        screen.edit_asked.connect(self._edit)
        screen.hand_over_asked.connect(self._hand_over)
        screen.removal_asked.connect(self._remove)
        self._column.addWidget(screen, 1)
        screen.show()

    def _new(self) -> None:
        from companion.ui.editor.opening import new_routine  # noqa: PLC0415 - when wanted

        self._editor = new_routine(self._shell, self._kept)

    def _copy(self, routine: str) -> None:
        from companion.ui.editor.opening import copy_routine  # noqa: PLC0415

        self._editor = copy_routine(self._shell, routine, self._kept)

    def _edit(self, routine: str) -> None:
        from companion.ui.editor.opening import edit_routine  # noqa: PLC0415

        self._editor = edit_routine(self._shell, routine, self._kept)

    def _take_in(self) -> None:
        from companion.ui.editor.opening import take_in  # noqa: PLC0415

        take_in(self._shell, self, self._kept)

    def _hand_over(self, routine: str) -> None:
        from companion.ui.editor.opening import hand_over  # noqa: PLC0415

        hand_over(self._shell, self, routine)

    def _kept(self, own: "OwnRoutine | None") -> None:
        self._editor = None
        self._show()
        if own is not None:
            self.tell(self.tr("“%1” is kept with your routines.").replace("%1", own.title))

    def _remove(self, routine: str) -> None:
        title = self._shell.context.words.routines[routine].title
        try:
            self._shell.context.own_routines.remove(routine)
        except CompanionError as error:
            self._shell.refuse(error)
            return
        self._show()
        self._offer_back(routine, self.tr("“%1” is put aside.").replace("%1", title))

    def _offer_back(self, routine: str, words: str) -> None:
        note = QWidget()
        row = QHBoxLayout(note)
        row.setContentsMargins(0, 0, 0, 0)
        undo = PillButton(self._shell.look, self.tr("Bring it back"), Kind.PLAIN)
        undo.clicked.connect(lambda: self._bring_back(routine))
        row.addWidget(Banner(self._shell.look, words), 1)
        row.addWidget(undo)
        self._tell(note)

    def _bring_back(self, routine: str) -> None:
        try:
            own = self._shell.context.own_routines.bring_back(routine)
        except CompanionError as error:
            self._shell.refuse(error)
            return
        self._kept(own)

    def _open_strokes(self) -> None:
        from companion.ui.strokes.opening import open_strokes  # noqa: PLC0415 - when wanted

        open_strokes(self._shell)

    def _open_paper(self, routine: str) -> None:
        from companion.ui.papers.sheet import HandoutSheet  # noqa: PLC0415 - when wanted

        sheet = HandoutSheet(self._shell, routine)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _practise(self, routine: str) -> None:
        self._shell.begin(Start(routine, doll=True))

    def _begin(self, routine: str) -> None:
        self._shell.begin(Start(routine))
