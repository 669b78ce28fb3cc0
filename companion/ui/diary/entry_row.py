"""One session in a line, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from companion.domain.entry_list import Entry
from companion.domain.session import SessionStatus
from companion.ui.diary.telling import Telling, ending, length


@dataclass(frozen=True, slots=True)
class EntryRow:
    """The parts of a line. ``tag`` says what is special about it, ``spoken`` is all of it for those who do not see."""

    weekday: str
    day: str
    month: str
    title: str
    facts: str
    note: str
    tag: str
    practice: bool
    spoken: str


def entry_row(entry: Entry, telling: Telling) -> EntryRow:
    """Put a session into a line."""
    day = entry.started.date()
    title, note = telling.routine(entry.routine), " ".join(entry.note.split())
    facts = " · ".join(_facts(entry, telling))
    tag = _tag(entry)
    spoken = ". ".join(part for part in (telling.day(day), title, facts, tag, note) if part)
    return EntryRow(
        weekday=telling.weekday(day),
        day=str(day.day),
        month=f"{telling.short_month(day)} {day.year}",
        title=title,
        facts=facts,
        note=note,
        tag=tag,
        practice=entry.practice,
        spoken=spoken,
    )


def _facts(entry: Entry, telling: Telling) -> list[str]:
    facts = [telling.time(entry.started)]
    if entry.status is SessionStatus.RUNNING:
        return [*facts, ending(entry.status, None)]
    facts.append(length(entry.touch))
    states = [telling.state(state) for state in (entry.before, entry.after) if state is not None]
    if states:
        facts.append(" → ".join(states))
    elif entry.status is not SessionStatus.FINISHED:
        facts.append(ending(entry.status, entry.stop_reason))
    names = [telling.baby(entry.baby) if len(telling.babies) > 1 else "", telling.caregiver(entry.caregiver)]
    return facts + [name for name in names if name]


def _tag(entry: Entry) -> str:
    if entry.practice:
        return QCoreApplication.translate("diary", "On a doll")
    if entry.by_hand:
        return QCoreApplication.translate("diary", "Written later")
    if entry.edits:
        return QCoreApplication.translate("diary", "Corrected")
    return ""
