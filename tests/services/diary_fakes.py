"""Fakes with behaviour for what keeps, corrects and hands over a diary."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from companion.domain.backup import Backup, DiaryPreview, Why
from companion.domain.entry import BEGUN, Revision, Told, current, standing
from companion.domain.entry_list import Entry, Filter, Total
from companion.domain.errors import CompanionError
from companion.domain.exchange import Arrivals
from companion.domain.occasion import Occasion
from companion.domain.plan import SessionPlan
from companion.domain.session import Reflection, SessionStatus, StepDone
from tests.fakes import MORNING


class MemoryEntries:
    """Entries in memory, each with its revisions."""

    def __init__(self) -> None:
        self.by_hand: dict[str, tuple[SessionPlan, datetime, datetime, tuple[StepDone, ...], Occasion]] = {}
        self._revisions: dict[str, list[Revision]] = {}

    def entries(self, narrowed: Filter, limit: int = -1, offset: int = 0) -> tuple[Entry, ...]:
        lines = [
            Entry(
                name, plan.routine, SessionStatus.FINISHED, None, began, sum(step.seconds for step in steps)
            )
            for name, (plan, began, _, steps, _) in self.by_hand.items()
            if self.told(name).removed is narrowed.removed
        ]
        newest_first = sorted(lines, key=lambda entry: entry.started, reverse=True)[offset:]
        return tuple(newest_first if limit < 0 else newest_first[:limit])

    def total(self, narrowed: Filter) -> Total:
        lines = [(entry.touch, self.told(entry.id).practice) for entry in self.entries(narrowed)]
        real = [touch for touch, practice in lines if not practice]
        return Total(len(real), sum(real), len(lines) - len(real))

    def plan(self, session: str) -> SessionPlan:
        return self.by_hand[session][0]

    def told(self, session: str) -> Told:
        return current(self._revisions[session])

    def history(self, session: str) -> tuple[Revision, ...]:
        return tuple(self._revisions[session])

    def amend(self, session: str, told: Told) -> None:
        self._say(session, Revision(f"edit {len(self._revisions[session])}", MORNING, told))

    def undo(self, session: str) -> bool:
        newest = standing(self._revisions[session])[-1]
        if newest.id == BEGUN:
            return False
        self._say(session, Revision(f"undo {newest.id}", MORNING, undoes=newest.id))
        return True

    def add(
        self,
        session: str,
        plan: SessionPlan,
        started: datetime,
        ended: datetime,
        steps: Sequence[StepDone],
        occasion: Occasion,
        reflection: Reflection,
    ) -> None:
        self.by_hand[session] = (plan, started, ended, tuple(steps), occasion)
        told = Told(occasion.baby, occasion.caregiver, occasion.practice, reflection=reflection)
        self._revisions[session] = [Revision(BEGUN, MORNING, told)]

    def _say(self, session: str, revision: Revision) -> None:
        at = self._revisions[session][-1].at + timedelta(microseconds=1)
        self._revisions[session].append(replace(revision, at=at))


class MemoryVault:
    """Copies of a diary that is one text; remembers in ``done`` what it was asked for."""

    def __init__(self, diary: str = "") -> None:
        self.diary = diary
        self.done: list[str] = []
        self.broken: CompanionError | None = None
        self.files: dict[Path, str] = {}

    def back_up(self, why: Why) -> Backup:
        if self.broken:
            raise self.broken
        self.done.append(why)
        made = Backup(f"{why}-{len(self.files)}", len(self.files) + 1, MORNING, why)
        self.files[self.file_of(made)] = self.diary
        return made

    def backups(self) -> tuple[Backup, ...]:
        return tuple(Backup(file.name, number, MORNING, Why.START) for number, file in enumerate(self.files))

    def file_of(self, backup: Backup) -> Path:
        return Path(backup.name)

    def preview(self, file: Path) -> DiaryPreview:
        return DiaryPreview(len(self.files[file].split()), 1, None, None)

    def restore(self, file: Path) -> None:
        self.done.append("restore")
        self.diary = self.files[file]

    def export_json(self, file: Path) -> int:
        self.files[file] = self.diary
        return len(self.diary.split())

    def export_csv(self, folder: Path) -> tuple[Path, ...]:
        self.files[folder / "sessions.csv"] = self.diary
        return (folder / "sessions.csv",)

    def arrivals(self, file: Path) -> Arrivals:
        return Arrivals(new_sessions=len(set(self.files[file].split()) - set(self.diary.split())))

    def bring_in(self, file: Path) -> Arrivals:
        came = self.arrivals(file)
        self.done.append("bring in")
        self.diary = " ".join(sorted({*self.diary.split(), *self.files[file].split()}))
        return came

    def forget_baby(self, baby: str) -> None:
        self.done.append(f"forget {baby}")
        self.diary = self.diary.replace(baby, "")
        self.files.clear()

    def forget_everything(self) -> None:
        self.done.append("forget everything")
        self.diary = ""
        self.files.clear()
