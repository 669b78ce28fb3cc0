"""What was just done to the diary, with a way to take it back: a quiet line, and the steps back in their order."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from companion.domain.errors import CompanionError
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import Role, label, put


class StepsBack(QFrame):
    """Tells the newest step and offers to take it back; each one taken back brings the one before to light."""

    def __init__(
        self, look: Look, undone: Callable[[], None], refuse: Callable[[CompanionError], None]
    ) -> None:
        super().__init__()
        self.setProperty("surface", "notice")
        self._undone = undone
        self._refuse = refuse
        self._steps: list[tuple[str, Callable[[], object]]] = []
        self._told = label("", Role.BODY, wrap=True)
        self._undo = PillButton(look, self.tr("Undo"), Kind.LINK)
        close = PillButton(look, "", Kind.CLOSE, Glyph.CLOSE)
        close.setAccessibleName(self.tr("Close this note"))
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 6, 20, 6)
        row.addWidget(self._told, 1)
        row.addWidget(self._undo)
        row.addWidget(close)
        self._undo.clicked.connect(self.take)
        close.clicked.connect(self.hide)
        self.hide()

    def add(self, told: str, back: Callable[[], object]) -> None:
        """Tell a step that was just taken, and how it is taken back."""
        self._steps.append((told, back))
        self._show()

    def tell(self, words: str) -> None:
        """Say a sentence that has no way back."""
        put(self._told, words)
        self._undo.hide()
        self.show()

    def take(self) -> None:
        """Take the newest step back."""
        if not self._steps:
            return
        told, back = self._steps.pop()
        try:
            back()
        except CompanionError as error:
            self._steps.append((told, back))
            self._refuse(error)
            return
        self._show()
        self._undone()

    def _show(self) -> None:
        self.setVisible(bool(self._steps))
        self._undo.show()
        if self._steps:
            put(self._told, self._steps[-1][0])
