"""Asks for files and folders with the system's own dialogs; nothing waits meanwhile."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

Chosen = Callable[[Path], None]


def ask_for_file(parent: QWidget, title: str, pattern: str, chosen: Chosen) -> QFileDialog:
    """Ask which file to open; ``chosen`` gets it, and is not called when nobody chooses."""
    return _ask(parent, title, QFileDialog.FileMode.ExistingFile, pattern, "", chosen)


def ask_where(parent: QWidget, title: str, pattern: str, suggested: str, chosen: Chosen) -> QFileDialog:
    """Ask where to save a file, under a ``suggested`` name."""
    return _ask(parent, title, QFileDialog.FileMode.AnyFile, pattern, suggested, chosen)


def ask_for_folder(parent: QWidget, title: str, chosen: Chosen) -> QFileDialog:
    """Ask for a folder to save in."""
    return _ask(parent, title, QFileDialog.FileMode.Directory, "", "", chosen)


def _ask(
    parent: QWidget, title: str, mode: QFileDialog.FileMode, pattern: str, suggested: str, chosen: Chosen
) -> QFileDialog:
    dialog = QFileDialog(parent, title, _documents(), pattern)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
        dialog.selectFile(suggested)
    dialog.fileSelected.connect(partial(_tell, chosen))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _tell(chosen: Chosen, name: str) -> None:
    chosen(Path(name))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
