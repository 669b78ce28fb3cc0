"""Entries can be written down later and corrected; the time to come cannot be written down."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.entry_list import EVERYTHING, Filter
from companion.domain.errors import CompanionError
from companion.domain.occasion import Occasion
from companion.domain.session import Reflection
from companion.services import entries as service
from tests.fakes import MORNING, first_massage
from tests.services.diary_fakes import MemoryEntries

PLAN = first_massage()
NOW = MORNING + timedelta(hours=2)


@pytest.fixture
def entries() -> MemoryEntries:
    entries = MemoryEntries()
    service.write_down(entries, lambda: "one", PLAN, MORNING, NOW, occasion=Occasion("mila", "ana"))
    return entries


def test_a_massage_without_the_program_counts_as_planned(entries: MemoryEntries) -> None:
    plan, started, ended, steps, occasion = entries.by_hand["one"]
    assert (plan, started, occasion) == (PLAN, MORNING, Occasion("mila", "ana"))
    touch = sum(step.length for step in PLAN.steps[1:])
    assert ended == MORNING + timedelta(seconds=touch)
    assert [step.seconds for step in steps][:2] == [0.0, 45.0]
    assert len(steps) == len(PLAN.steps)


def test_only_what_was_done_is_written_down_when_it_is_said(entries: MemoryEntries) -> None:
    some = service.as_planned(PLAN)[:3]
    said = Reflection(note="short")
    service.write_down(entries, lambda: "two", PLAN, MORNING, NOW, steps=some, reflection=said)
    assert entries.by_hand["two"][3] == some
    assert entries.told("two").reflection == said


def test_the_time_to_come_cannot_be_written_down(entries: MemoryEntries) -> None:
    with pytest.raises(CompanionError, match="entry-in-future"):
        service.write_down(entries, lambda: "two", PLAN, NOW + timedelta(minutes=1), NOW)
    with pytest.raises(CompanionError, match="entry-in-future"):
        service.correct_start(entries, "one", NOW + timedelta(minutes=1), NOW)
    assert list(entries.by_hand) == ["one"]


def test_each_correction_leaves_the_others_as_they_are(entries: MemoryEntries) -> None:
    steps = service.as_planned(PLAN)[:2]
    service.correct_steps(entries, "one", steps)
    service.correct_start(entries, "one", MORNING - timedelta(hours=1), NOW)
    service.correct_reflection(entries, "one", Reflection(note="good"))
    told = entries.told("one")
    assert (told.steps, told.started, told.caregiver) == (steps, MORNING - timedelta(hours=1), "ana")
    assert told.reflection == Reflection(note="good")
    service.correct_reflection(entries, "one", Reflection(note="good", who="ben"))
    assert entries.told("one") == replace(told, caregiver="ben")


def test_an_entry_that_is_taken_out_can_be_brought_back(entries: MemoryEntries) -> None:
    service.take_out(entries, "one")
    assert entries.entries(EVERYTHING) == ()
    assert entries.undo("one")
    assert [entry.id for entry in entries.entries(EVERYTHING)] == ["one"]
    assert not entries.undo("one")


def test_what_is_taken_out_is_listed_apart_until_it_is_brought_back(entries: MemoryEntries) -> None:
    service.take_out(entries, "one")
    assert [entry.id for entry in entries.entries(Filter(removed=True))] == ["one"]
    service.bring_back(entries, "one")
    assert entries.entries(Filter(removed=True)) == ()
    assert [entry.id for entry in entries.entries(EVERYTHING)] == ["one"]
