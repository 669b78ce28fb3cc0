"""The diary can be listed, searched, written by hand and corrected, and every correction can be taken back."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from companion.domain.entry import Told
from companion.domain.entry_list import EVERYTHING, Filter, Total
from companion.domain.errors import CompanionError
from companion.domain.events import Outcome, StopReason
from companion.domain.occasion import Occasion
from companion.domain.session import BabyState, Reflection, SessionStatus
from companion.services.ports import Entries
from companion.storage.database import Database
from companion.storage.entries import SqliteEntries
from companion.storage.families import SqliteFamilies
from companion.storage.folding import folded
from companion.storage.journal import SqliteJournal
from companion.storage.sessions import SqliteDiary
from tests.storage.family import ANA, BEN, FINE_DAY, MILA, NEW, POOR_DAY
from tests.storage.samples import DONE, EVENING, PLAN, SESSION, SUMMER, WINTER, StillClock

LATER = EVENING + timedelta(seconds=75)


@pytest.fixture
def entries(database: Database, clock: StillClock) -> SqliteEntries:
    families = SqliteFamilies(database, clock)
    for baby in (MILA, NEW):
        families.keep_baby(baby)
    for caregiver in (ANA, BEN):
        families.keep_caregiver(caregiver)
    return SqliteEntries(database, clock)


@pytest.fixture
def ended(entries: SqliteEntries, journal: SqliteJournal) -> SqliteEntries:
    """One session that was played and stopped, for Mila by Ana."""
    journal.begin(SESSION, PLAN, EVENING, FINE_DAY)
    journal.end(SESSION, SessionStatus.STOPPED, StopReason.BABY_SAID_NO, DONE, 75.0, LATER)
    return entries


def listed(entries: SqliteEntries, narrowed: Filter = EVERYTHING) -> list[str]:
    return [entry.id for entry in entries.entries(narrowed)]


def test_the_entries_fit_their_port(entries: Entries) -> None:
    assert entries.entries(EVERYTHING) == ()


def test_a_line_of_the_list_tells_the_session(ended: SqliteEntries, diary: SqliteDiary) -> None:
    diary.reflect(SESSION, Reflection(BabyState.CRYING, BabyState.DROWSY, "toes", comfort=2))
    (entry,) = ended.entries(EVERYTHING)
    assert (entry.id, entry.routine, entry.status) == (SESSION, "first-massage", SessionStatus.STOPPED)
    assert (entry.stop_reason, entry.started) == (StopReason.BABY_SAID_NO, EVENING)
    assert (entry.baby, entry.caregiver, entry.practice, entry.by_hand) == (MILA.id, ANA.id, False, False)
    assert (entry.before, entry.after, entry.comfort, entry.note) == (
        BabyState.CRYING,
        BabyState.DROWSY,
        2,
        "toes",
    )
    assert (entry.touch, entry.edits) == (16.5, 0)
    record = diary.session(SESSION)
    assert record
    assert record.touch == entry.touch


def test_the_newest_comes_first_also_in_the_hour_that_comes_twice(
    entries: SqliteEntries, journal: SqliteJournal
) -> None:
    journal.begin("second", PLAN, datetime(2026, 10, 25, 2, 10, tzinfo=WINTER))
    journal.begin("first", PLAN, datetime(2026, 10, 25, 2, 40, tzinfo=SUMMER))
    journal.begin("before", PLAN, datetime(2026, 10, 24, 23, 0, tzinfo=SUMMER))
    assert listed(entries) == ["second", "first", "before"]
    assert [entry.id for entry in entries.entries(EVERYTHING, limit=1, offset=1)] == ["first"]


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        (Filter(baby=MILA.id), ["mila"]),
        (Filter(baby=NEW.id), ["doll"]),
        (Filter(caregiver=ANA.id), ["doll", "mila"]),
        (Filter(caregiver=BEN.id), []),
        (Filter(practice=True), ["doll"]),
        (Filter(practice=False), ["plain", "mila"]),
        (Filter(first=EVENING.date() + timedelta(days=1)), ["plain", "doll"]),
        (Filter(last=EVENING.date() + timedelta(days=1)), ["doll", "mila"]),
        (Filter(routine="first-massage", baby=MILA.id, practice=False), ["mila"]),
        (Filter(routine="face"), []),
        (Filter(text="EVEILLEE"), ["mila"]),
        (Filter(text="tache", caregiver=ANA.id), ["doll"]),
        (Filter(text="100%"), ["mila"]),
        (Filter(text="nothing like it"), []),
        (Filter(text="   "), ["plain", "doll", "mila"]),
    ],
)
def test_the_list_is_narrowed_to_what_was_asked_for(
    narrowed: Filter, found: list[str], entries: SqliteEntries, journal: SqliteJournal, diary: SqliteDiary
) -> None:
    for day, (name, occasion) in enumerate({"mila": FINE_DAY, "doll": POOR_DAY, "plain": Occasion()}.items()):
        journal.begin(name, PLAN, EVENING + timedelta(days=day), occasion)
    diary.reflect("mila", Reflection(note="Éveillée, 100% là"))
    diary.reflect("doll", Reflection(reaction="petite tâche rouge"))
    assert listed(entries, narrowed) == found


def test_letters_are_compared_without_case_and_accents() -> None:
    assert folded("Éveillée STRAẞE") == "eveillee strasse"
    assert folded(None) is None


def test_the_plan_of_an_entry_can_be_read_with_its_reasons(ended: SqliteEntries) -> None:
    assert ended.plan(SESSION) == PLAN


def test_a_session_written_by_hand_is_one_like_any_other(entries: SqliteEntries, diary: SqliteDiary) -> None:
    said = Reflection(note="without the program")
    entries.add("hand", PLAN, EVENING, LATER, DONE, FINE_DAY, said)
    record = diary.session("hand")
    assert record
    assert (record.status, record.started, record.ended, record.elapsed) == (
        SessionStatus.FINISHED, EVENING, LATER, 75.0
    )  # fmt: skip
    assert (record.by_hand, record.steps, record.baby) == (True, DONE, MILA.id)
    assert record.reflection == replace(said, who=ANA.id)
    assert diary.occasion("hand") == FINE_DAY
    assert diary.unfinished() is None


def test_a_correction_counts_and_what_was_measured_stays(
    ended: SqliteEntries, diary: SqliteDiary, clock: StillClock
) -> None:
    measured = diary.session(SESSION)
    assert measured
    clock.time = LATER
    earlier = EVENING - timedelta(days=1, hours=2)
    steps = (
        replace(DONE[0], seconds=40.0, repetitions=10),
        replace(DONE[1], outcome=Outcome.SKIPPED, seconds=0.0),
    )
    told = ended.told(SESSION)
    ended.amend(
        SESSION, replace(told, started=earlier, steps=steps, baby=NEW.id, caregiver=BEN.id, practice=True)
    )
    record = diary.session(SESSION)
    assert record
    assert (record.started, record.ended) == (earlier, earlier + timedelta(seconds=75))
    assert (record.steps, record.touch) == (steps, 40.0)
    assert (record.baby, record.caregiver, record.practice, record.edits) == (NEW.id, BEN.id, True, 1)
    assert diary.sessions_between(earlier.date(), earlier.date()) == (record,)
    assert ended.entries(EVERYTHING)[0].touch == 40.0
    assert ended.history(SESSION)[0].told == told
    assert ended.undo(SESSION)
    assert diary.session(SESSION) == measured


def test_an_entry_that_was_taken_out_comes_back_when_asked(ended: SqliteEntries, diary: SqliteDiary) -> None:
    ended.amend(SESSION, replace(ended.told(SESSION), removed=True))
    assert listed(ended) == []
    assert diary.sessions_between(date(2026, 7, 1), date(2026, 7, 31)) == ()
    assert ended.undo(SESSION)
    assert listed(ended) == [SESSION]


def test_changes_are_taken_back_one_by_one_down_to_the_beginning(
    ended: SqliteEntries, diary: SqliteDiary, clock: StillClock
) -> None:
    beginning = ended.told(SESSION)
    diary.reflect(SESSION, Reflection(note="one"))
    for note in ("two", "three"):
        clock.time -= timedelta(hours=1)
        ended.amend(SESSION, replace(ended.told(SESSION), reflection=Reflection(note=note)))
    notes: list[str] = []
    while ended.undo(SESSION):
        notes.append(ended.told(SESSION).reflection.note)
    assert notes == ["two", "one", ""]
    assert ended.told(SESSION) == beginning
    assert len(ended.history(SESSION)) == 7


def test_a_wrap_up_after_an_edit_is_an_edit_too(ended: SqliteEntries, diary: SqliteDiary) -> None:
    diary.reflect(SESSION, Reflection(note="one"))
    ended.amend(SESSION, replace(ended.told(SESSION), practice=True))
    diary.reflect(SESSION, Reflection(note="two"))
    assert ended.undo(SESSION)
    told = ended.told(SESSION)
    assert (told.practice, told.reflection.note) == (True, "one")


def test_what_is_not_in_the_diary_cannot_be_corrected(entries: SqliteEntries) -> None:
    def amend(name: str) -> None:
        entries.amend(name, Told())

    for ask in (entries.told, entries.plan, entries.undo, amend):
        with pytest.raises(KeyError):
            ask("nowhere")


def test_a_list_with_a_strange_word_is_told_not_guessed(ended: SqliteEntries, database: Database) -> None:
    database.rows("UPDATE session SET baby_before = 9")
    with pytest.raises(CompanionError, match="diary-entry-unreadable"):
        ended.entries(EVERYTHING)


def test_a_history_with_nothing_told_is_damage(ended: SqliteEntries, database: Database) -> None:
    database.rows("UPDATE revision SET told = NULL, undoes = 'x'")
    with pytest.raises(CompanionError, match="diary-entry-unreadable"):
        ended.told(SESSION)


def test_a_list_adds_up_its_massages_and_counts_practice_apart(
    ended: SqliteEntries, journal: SqliteJournal
) -> None:
    journal.begin("doll", PLAN, EVENING, POOR_DAY)
    journal.end("doll", SessionStatus.FINISHED, None, DONE, 75.0, LATER)
    journal.begin("under way", PLAN, EVENING, FINE_DAY)
    assert ended.total(EVERYTHING) == Total(1, 16.5, 1)
    assert ended.total(Filter(baby=MILA.id)) == Total(1, 16.5, 0)
    assert ended.total(Filter(text="nowhere")) == Total()


def test_what_was_taken_out_is_listed_and_added_up_apart(ended: SqliteEntries) -> None:
    ended.amend(SESSION, replace(ended.told(SESSION), removed=True))
    assert listed(ended) == []
    assert listed(ended, Filter(removed=True)) == [SESSION]
    assert ended.total(Filter(removed=True)) == Total(1, 16.5, 0)
    assert ended.total(EVERYTHING) == Total()
