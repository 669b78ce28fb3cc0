"""Makes the diary that is kept for each released schema, in ``tests/data/db``: ``python -m tests.storage.golden``.

A released file is never made again: it stands for the diaries that people have.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from companion.domain import events as e
from companion.domain.baby import Answer
from companion.domain.day_card import DayCard, Doing, Stool
from companion.domain.session import BabyState, Position, Reflection, SessionRecord, SessionStatus
from companion.storage.day_cards import SqliteDayCards
from companion.storage.entries import SqliteEntries
from companion.storage.families import SqliteFamilies
from companion.storage.journal import SqliteJournal
from companion.storage.migrations import MIGRATIONS
from companion.storage.sessions import SqliteDiary
from tests.storage.family import ANA, DOSED, FINE_DAY, LEGS, MILA, NEW, POOR_DAY
from tests.storage.samples import DONE, EVENING, PLAN, StillClock, opened

FOLDER = Path(__file__).resolve().parents[1] / "data" / "db"
ENDED = EVENING + timedelta(seconds=75)
NEXT_EVENING = EVENING + timedelta(days=1)
FINISHED = SessionRecord(
    id="5b0ed0f4-2a2c-4ce1-9d0c-0c1b3f3f0001",
    routine="first-massage",
    status=SessionStatus.FINISHED,
    stop_reason=None,
    started=EVENING,
    ended=ENDED,
    elapsed=75.0,
    steps=DONE,
    reflection=Reflection(
        BabyState.ACTIVE_ALERT,
        BabyState.DROWSY,
        "Liked the legs. “Noch mal!” 👣",
        comfort=4,
        reaction="none",
        oil=Answer.YES,
        confidence=8,
        who=ANA.id,
    ),
    baby=MILA.id,
    caregiver=ANA.id,
)
STOPPED = replace(
    FINISHED,
    id="5b0ed0f4-2a2c-4ce1-9d0c-0c1b3f3f0002",
    status=SessionStatus.STOPPED,
    stop_reason=e.StopReason.BABY_SAID_NO,
    steps=DONE[:1],
    reflection=Reflection(who=ANA.id),
    baby=NEW.id,
    practice=True,
    twins=POOR_DAY.twins,
    edits=1,
)
BABIES = (replace(MILA, profile=replace(MILA.profile, unlocks=(LEGS, DOSED))), NEW)
CARD = replace(
    DayCard(MILA.id, EVENING.date()).drawn(8, 12, Doing.CRYING), stools=(Stool.LOOSE,), feeding="90 ml"
)
UNFINISHED = "5b0ed0f4-2a2c-4ce1-9d0c-0c1b3f3f0003"
HERE = Position(1, 4.5)
EVERY_EVENT: tuple[e.Event, ...] = (
    e.MomentBegan(0.0, 0, 1.5),
    e.RepetitionDone(4.0, 0, 1),
    e.MomentEnded(12.0, 0, 12.0, 3, e.Outcome.DONE),
    e.WaitBegan(12.0, 1),
    e.Paused(13.0, e.PauseReason.MACHINE_SLEPT),
    e.Resumed(900.0),
    e.RestBegan(901.0, 1),
    e.RestEnded(920.5, 1),
    e.TimeAdded(921.0, 1, 15.0),
    e.PaceSet(922.0, 1.25),
    e.CueNoted(923.0, 1, e.Cue.ENJOYING),
    e.CueSeen(924.0, 1, "looks-away"),
    e.Finished(960.0),
    e.Stopped(960.0, e.StopReason.BABY_ASLEEP),
)


def file_of(version: int) -> Path:
    return FOLDER / f"v{version}.sqlite3"


def make(path: Path) -> None:
    """A diary with a finished, a stopped and an unfinished session, the last with every kind of event, and with a
    family, its days and a correction."""
    clock = StillClock(ENDED)
    database = opened(path).database
    journal, diary = SqliteJournal(database), SqliteDiary(database, clock)
    families, entries = SqliteFamilies(database, clock), SqliteEntries(database, clock)
    for baby in (MILA, NEW):
        families.keep_baby(baby)
    families.keep_caregiver(ANA)
    for unlock in BABIES[0].profile.unlocks:
        families.note_unlock(MILA.id, unlock)
    for record, occasion in ((FINISHED, FINE_DAY), (STOPPED, POOR_DAY)):
        journal.begin(record.id, PLAN, record.started, occasion)
        journal.end(record.id, record.status, record.stop_reason, DONE, record.elapsed, ENDED)
    diary.reflect(FINISHED.id, FINISHED.reflection)
    entries.amend(STOPPED.id, replace(entries.told(STOPPED.id), steps=STOPPED.steps))
    SqliteDayCards(database, clock).keep_card(CARD)
    journal.begin(UNFINISHED, PLAN, NEXT_EVENING)
    journal.append(UNFINISHED, EVERY_EVENT, HERE, NEXT_EVENING + timedelta(seconds=960))
    database.close()


if __name__ == "__main__":
    if not file_of(len(MIGRATIONS)).exists():
        make(file_of(len(MIGRATIONS)))
