"""Knows how everything that keeps a family's data safe, hands it over or forgets it is done on one diary file."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from companion.domain.backup import Backup, DiaryPreview, Why
from companion.domain.clock import Clock
from companion.domain.exchange import Arrivals
from companion.storage import backups, erasing
from companion.storage.database import Database, open_beside
from companion.storage.erasing import Places
from companion.storage.faults import world_told
from companion.storage.restoring import restore


class SqliteVault:
    """The Vault port on a diary file. Safe on any thread but for ``restore`` and the forgetting, which belong to the
    thread of the open diary. While a file comes in, nothing else can be written: ``diary-busy`` after two seconds."""

    def __init__(self, database: Database, places: Places, clock: Clock) -> None:
        self._database = database
        self._places = places
        self._clock = clock

    def back_up(self, why: Why) -> Backup:
        """Make a copy of the diary and prove it; where nothing has changed, the newest one is the answer."""
        return backups.back_up(
            self._places.diary, self._places.backups, self._now(), why, self._database.form
        )

    def backups(self) -> tuple[Backup, ...]:
        """The copies that are kept, oldest first."""
        with world_told(self._places.backups / "diary"):
            return backups.backups_in(self._places.backups)

    def file_of(self, backup: Backup) -> Path:
        """Where a copy lies."""
        return self._places.backups / backup.name

    def preview(self, file: Path) -> DiaryPreview:
        """What a copy, or any diary file, would bring back."""
        return backups.preview(file, self._database.form)

    def restore(self, file: Path) -> None:
        """Put what a file holds in the place of the diary."""
        restore(self._database, file)

    def export_json(self, file: Path) -> int:
        """Write the whole diary to a file; returns how many sessions it holds."""
        from companion.storage.exporting import export_json  # noqa: PLC0415 - msgspec waits until it is needed

        with closing(self._beside()) as database:
            return export_json(database, file, self._now())

    def export_csv(self, folder: Path) -> tuple[Path, ...]:
        """Write the diary as tables into a folder; returns the files."""
        from companion.storage.csv_export import export_csv  # noqa: PLC0415

        with closing(self._beside()) as database:
            return export_csv(database, folder)

    def arrivals(self, file: Path) -> Arrivals:
        """What an exported file would bring; nothing changes."""
        from companion.storage.importing import import_json  # noqa: PLC0415

        with closing(self._beside()) as database:
            return import_json(database, file, dry=True)

    def bring_in(self, file: Path) -> Arrivals:
        """Lay an exported file into the diary."""
        from companion.storage.importing import import_json  # noqa: PLC0415

        with closing(self._beside()) as database:
            return import_json(database, file)

    def forget_baby(self, baby: str) -> None:
        """Remove a baby and all that was written of it, from the diary and from all copies."""
        erasing.forget_baby(self._database, baby, self._places)

    def forget_everything(self) -> None:
        """Remove all that was ever written, copies and settings too; an empty diary is open afterwards."""
        erasing.forget_everything(self._database, self._places)

    def _beside(self) -> Database:
        """Another connection, for this thread."""
        return open_beside(self._places.diary, self._database.form)

    def _now(self) -> datetime:
        return self._clock.wall()
