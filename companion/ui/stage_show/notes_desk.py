"""The notes of a demonstration: one text in whichever field is open, to be copied or saved as a file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from companion.ui.keeping.files import ask_where
from companion.ui.stage_show.hints import NoteField


class NotesDesk(QObject):
    """Holds the text. ``keep`` writes a file and tells what could not be written."""

    def __init__(self, title: str, words: str, today: date, keep: Callable[[Path, bytes], None]) -> None:
        super().__init__()
        self.words = words
        self._title = title
        self._today = today
        self._keep = keep

    def lend(self, field: NoteField, parent: QWidget) -> None:
        """Let a field show and change the text; ``parent`` is asked over for the name of a file."""
        field.put(self.words)
        field.changed.connect(self._write)
        field.copied.connect(self._copy)
        field.kept.connect(lambda: self._ask(parent))

    def save(self, file: Path) -> None:
        """Write the notes, under the demonstration's name and the day."""
        told = f"{self._title}\n{self._today.isoformat()}\n\n{self.words}\n"
        self._keep(file, told.encode())

    def _write(self, words: str) -> None:
        self.words = words

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words)

    def _ask(self, parent: QWidget) -> None:
        title = QCoreApplication.translate("NotesDesk", "Save the notes")
        pattern = QCoreApplication.translate("NotesDesk", "Text (*.txt)")
        ask_where(parent, title, pattern, f"notes-{self._today.isoformat()}.txt", self.save)
