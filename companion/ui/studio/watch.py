"""Tells when a data file has changed, whichever way the editor saves: in place, or by putting another in its place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 120
"""How long after the last change the files are read: editors write, rename and delete in several steps."""


class FolderWatch(QObject):
    """Emits ``changed`` once for each flurry of changes in the folders."""

    changed = Signal()

    def __init__(self, folders: Sequence[Path], settle_ms: int = SETTLE_MS) -> None:
        super().__init__()
        self._folders = tuple(folders)
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(settle_ms)

    def start(self) -> None:
        """Watch from now on."""
        self._watcher.directoryChanged.connect(self._stir)
        self._watcher.fileChanged.connect(self._stir)
        self._soon.timeout.connect(self._settle)
        self._watch_all()

    def _stir(self, _path: str) -> None:
        self._soon.start()

    def _settle(self) -> None:
        """A file that was put in another's place is not watched any more: watch it again."""
        self._watch_all()
        self.changed.emit()

    def _watch_all(self) -> None:
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [str(folder) for folder in self._folders if folder.is_dir()]
        wanted += [str(file) for folder in self._folders for file in sorted(folder.glob("*.toml"))]
        fresh = [path for path in wanted if path not in watched]
        if fresh:
            self._watcher.addPaths(fresh)
