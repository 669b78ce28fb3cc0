"""The wrap-up: everything asked is optional, what was done can be put right, and every ending is praised."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from companion.app.wiring import App
from companion.domain.baby import Answer
from companion.domain.body import Side
from companion.domain.events import Outcome, StopReason
from companion.domain.family import Caregiver
from companion.domain.plan import compile_plan
from companion.domain.session import BabyState, Reflection, SessionRecord, SessionStatus, UnfinishedSession
from companion.domain.settings import Settings
from companion.services import diary
from companion.services.entries import as_planned, put_right
from companion.services.playback import open_playback
from companion.ui.wrapup.opening import keep
from companion.ui.wrapup.view import Answers
from tests.fakes import ManualClock, first_massage
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.real_house import real_house
from tests.ui.walker import Walker

K = Qt.Key
SESSION = "session-1"


def ended(walker: Walker) -> Walker:
    """At the wrap-up, after a few strokes and a no."""
    walker.begin()
    walker.reach_step(3, into=5.0)
    walker.click("Baby says no")
    walker.click("Finish kindly")
    return walker


@pytest.fixture
def wrapping(walker: Walker) -> Walker:
    return ended(walker)


def kept(walker: Walker) -> SessionRecord:
    record = walker.house.journal.session(SESSION)
    assert record is not None
    return record


def test_one_press_saves_and_nothing_has_to_be_answered(wrapping: Walker) -> None:
    wrapping.key(K.Key_Return)
    assert wrapping.sees("Begin")
    assert kept(wrapping).reflection == Reflection(before=BabyState.QUIET_ALERT)


def test_one_key_skips_it_all(wrapping: Walker) -> None:
    wrapping.key(K.Key_Escape)
    assert wrapping.sees("Begin")
    assert kept(wrapping).reflection == Reflection()


def test_escape_skips_from_the_note_too(wrapping: Walker) -> None:
    wrapping.find("A note").setFocus()
    wrapping.key(K.Key_Escape)
    assert wrapping.sees("Begin")


def test_a_clicker_saves(wrapping: Walker) -> None:
    wrapping.key(K.Key_PageDown)
    assert wrapping.sees("Begin")
    assert kept(wrapping).reflection.before is BabyState.QUIET_ALERT


def test_how_baby_was_before_is_taken_from_the_check_and_a_press_on_it_confirms(wrapping: Walker) -> None:
    face = wrapping.find("Before: Quiet and alert", QAbstractButton)
    assert face.isChecked()
    wrapping.click("Before: Quiet and alert")
    assert face.isChecked()
    wrapping.click("Before: Quiet and alert")
    assert not face.isChecked()


def test_every_answer_is_kept(wrapping: Walker) -> None:
    for name in (
        "Now: Drowsy",
        "Comfort: well",
        "Oil: No",
        "Reaction: Red skin",
        "Reaction: Spit-up",
        "Confidence: 7",
    ):
        wrapping.click(name)
    wrapping.click("Save")
    told = kept(wrapping).reflection
    assert (told.after, told.comfort, told.oil, told.confidence) == (BabyState.DROWSY, 3, Answer.NO, 7)
    assert told.reaction == "Red skin, Spit-up"


def test_an_answer_can_be_taken_back(wrapping: Walker) -> None:
    for name in ("Oil: Yes", "Comfort: well", "Confidence: 3"):
        wrapping.click(name)
        wrapping.click(name)
    wrapping.click("Save")
    told = kept(wrapping).reflection
    assert (told.oil, told.comfort, told.confidence) == (Answer.UNKNOWN, None, None)


def test_confidence_is_asked_for_once_a_week(open_house: OpenHouse) -> None:
    house = House()
    walker = ended(open_house(house))
    walker.click("Confidence: 7")
    walker.click("Save")
    assert isinstance(house.clock, ManualClock)
    for days, asked in ((2, False), (5, True)):
        house.clock.advance(days * 86_400)
        ended(walker)
        assert walker.sees("Confidence: 7") is asked, days
        walker.click("Skip")


def test_who_massaged_is_one_tap_where_there_are_several(open_house: OpenHouse) -> None:
    house = House()
    for name in ("Sam", "Alex"):
        house.families.keep_caregiver(Caregiver(name.lower(), name))
    walker = ended(open_house(house))
    walker.click("Who: Alex")
    walker.click("Save")
    assert kept(walker).caregiver == "alex"


def test_nobody_is_asked_who_where_there_is_one(wrapping: Walker) -> None:
    assert "Who massaged?" not in wrapping.reads()


def to_the_end(walker: Walker) -> None:
    walker.let_pass(20 * 60)


def with_a_rest_to_the_end(walker: Walker) -> None:
    walker.click("Baby says no")
    walker.click("Carry on")
    to_the_end(walker)


def because_baby_said_no(walker: Walker) -> None:
    walker.click("Baby says no")
    walker.click("Finish kindly")


@pytest.mark.parametrize(
    ("end", "praise"),
    [
        (to_the_end, "All done. You gave baby your time"),
        (with_a_rest_to_the_end, "You rested when it was needed"),
        (because_baby_said_no, "You listened."),
    ],
)
def test_the_praise_fits_what_happened(walker: Walker, end: Callable[[Walker], None], praise: str) -> None:
    walker.begin()
    walker.reach_step(3, into=5.0)
    end(walker)
    assert praise in walker.reads().replace("\n", " ")


def test_a_stop_for_baby_is_a_good_end_in_the_diary(wrapping: Walker) -> None:
    record = kept(wrapping)
    assert (record.status, record.stop_reason) == (SessionStatus.STOPPED, StopReason.BABY_SAID_NO)
    assert record.touch > 0


def test_the_strokes_are_listed_with_what_was_measured(wrapping: Walker) -> None:
    wrapping.click("Correct what was done")
    assert wrapping.find("Hip-to-ankle glide · right", QAbstractButton).isChecked()
    assert not wrapping.find("Hip-to-ankle glide · left", QAbstractButton).isChecked()
    wrapping.click("Hip-to-ankle glide · left")
    wrapping.click("That is right")
    assert "Put right by you." in wrapping.reads()


def test_what_is_put_right_is_as_planned_or_nothing_and_the_rest_as_measured() -> None:
    plan = first_massage()
    measured = [
        replace(step, seconds=7.0, repetitions=1, outcome=Outcome.CUT)
        if step.index == 3
        else replace(step, seconds=0.0, repetitions=0, outcome=Outcome.SKIPPED)
        for step in as_planned(plan)
    ]
    told = put_right(plan, measured, {3}, {6})
    assert (told[3].seconds, told[3].outcome) == (0.0, Outcome.SKIPPED)
    assert (told[6].seconds, told[6].repetitions, told[6].side) == (12.0, 3, Side.LEFT)
    assert told[6].outcome is Outcome.DONE
    assert told[4] == measured[4]


def test_what_is_put_right_stands_in_the_diary_and_in_its_history(tmp_path: Path, qtbot: QtBot) -> None:
    clock = ManualClock()
    with real_house(tmp_path, clock) as (app, context):
        app.settings.save(Settings(lead_in=0.0))
        playing = app.carry_on(left_off(app, clock))
        playing.begin()
        playing.stop(StopReason.CAREGIVER)
        record = app.diary.session(playing.session)
        assert record is not None
        undone = frozenset(step.index for step in record.steps if step.outcome is not Outcome.SKIPPED)
        keep(context, record, playing.plan, Answers(Reflection(note="Put right."), undone=undone))
        told = app.diary.session(playing.session)
        assert told is not None
        assert told.touch == 0
        assert told.reflection.note == "Put right."
        assert len(app.entries.history(playing.session)) >= 2


def left_off(app: App, clock: ManualClock) -> UnfinishedSession:
    """A first massage that was cut off in the second minute."""
    shelf = app.library
    plan = compile_plan(shelf.routines["first-massage"], shelf.strokes)
    opened = diary.new_session(plan, shelf.words, app.settings.load(), lambda: "one")
    playback = open_playback(opened, app.ports, shelf.words, app.settings.load())
    playback.begin()
    for _ in range(100):
        clock.advance(1.0)
        playback.tick()
    left = app.unfinished()
    assert left is not None
    return left
