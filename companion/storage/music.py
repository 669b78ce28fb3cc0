"""Remembers the caregiver's own music: where the files lie, and how loud they play."""

import json
from pathlib import Path
from typing import cast

from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.services.clip_ports import MusicChoice
from companion.storage.faults import is_full
from companion.storage.files import write_whole
from companion.storage.kept_json import read_kept

MOST_FILES = 500


class MusicFile:
    """The MusicStore port on ``home/music.json``. The music itself stays where it is."""

    def __init__(self, home: Path, clock: Clock) -> None:
        self._file = home / "music.json"
        self._clock = clock

    def load(self) -> MusicChoice:
        stored = read_kept(self._file, self._clock) or {}
        files, volume = stored.get("files"), stored.get("volume")
        listed = cast("list[object]", files) if isinstance(files, list) else []
        named = [name for name in listed if isinstance(name, str) and "\0" not in name]
        if not isinstance(volume, int | float) or not 0 <= volume <= 1:
            volume = MusicChoice().volume
        return MusicChoice(tuple(Path(name) for name in named[:MOST_FILES]), float(volume))

    def save(self, choice: MusicChoice) -> None:
        content = {"files": [str(file) for file in choice.files[:MOST_FILES]], "volume": choice.volume}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, (json.dumps(content, indent=1) + "\n").encode())
        except OSError as error:
            key = "disk-full" if is_full(error) else "settings-unwritable"
            raise CompanionError(key, folder=str(self._file.parent)) from error
