"""The way into play: no session past a "not today", none without its reasons, and practice that is never a dose."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings

from companion.domain.baby import Answer, BabyProfile
from companion.domain.body import Area
from companion.domain.check import ALL_FINE
from companion.domain.errors import CompanionError
from companion.domain.family import Baby, Caregiver
from companion.domain.safety import Verdict
from companion.domain.safety_words import sentence
from companion.domain.settings import Settings
from companion.domain.timed import Extent, Wish, cap_seconds
from companion.domain.verdict import Situation
from companion.services.playback import Ports
from companion.services.starting import NOBODY, Shelf, Starting, Wanted
from tests.domain.safe import PLAYABLE, library, safety, safety_words, today
from tests.domain.safe import baby as well_baby
from tests.domain.test_fit_properties import ROUTINES, SITUATIONS, WISHES, book_of
from tests.fakes import (
    ManualClock,
    MemoryFamilies,
    MemoryJournal,
    MemorySettings,
    RecordingChimes,
    RecordingVoice,
    RecordingWakefulness,
)

FEW = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


class Desk:
    """The way into play, with a journal to look into."""

    def __init__(self, chosen: Settings | None = None) -> None:
        self.clock = ManualClock()
        self.journal = MemoryJournal()
        self.families = MemoryFamilies()
        self.settings = MemorySettings(chosen or Settings())
        ports = Ports(self.journal, RecordingVoice(), RecordingChimes(), RecordingWakefulness(), self.clock)
        ids = (f"session-{number}" for number in count(1))
        self.shelf = Shelf(library().routines, library().strokes, safety(), library().words)
        self.starting = Starting(
            lambda: self.shelf,
            self.families,
            self.journal,
            self.settings,
            self.clock,
            lambda: next(ids),
            ports,
        )

    def wanted(self, name: str = "first-massage", **changes: object) -> Wanted:
        plain = Wanted(self.starting.routine(name), well_baby(), ALL_FINE)
        return replace(plain, **changes)  # pyright: ignore[reportArgumentType]


@FEW
@given(ROUTINES, SITUATIONS, WISHES)
def test_no_session_starts_past_a_not_today_or_with_a_stroke_that_a_rule_forbids(
    name: str, where: Situation, wish: Wish
) -> None:
    desk = Desk(Settings(clinic=where.clinic))
    wanted = desk.wanted(name, baby=where.profile, check=where.check, wish=wish)
    prospect = desk.starting.look(wanted)
    try:
        playback = desk.starting.begin(wanted)
    except CompanionError as error:
        assert error.key == "not-today"
        assert prospect.fitting.plan is None
        assert prospect.fitting.reasons
        return
    playback.begin()
    assert prospect.fitting.verdict < Verdict.NOT_TODAY
    book = book_of(name, prospect.fitting)
    assert all(book.objection(step) is None for step in playback.plan.steps)
    occasion = desk.journal.occasion(playback.session)
    assert occasion
    assert (occasion.verdict, occasion.check) == (prospect.fitting.verdict, where.check)
    for reason in (*playback.plan.reasons, *occasion.reasons):
        assert len(sentence(reason, safety_words(), library().words)) > 3


@FEW
@given(ROUTINES, SITUATIONS, WISHES)
def test_what_is_offered_instead_can_be_begun(name: str, where: Situation, wish: Wish) -> None:
    desk = Desk(Settings(clinic=where.clinic))
    wanted = desk.wanted(name, baby=where.profile, check=where.check, wish=wish)
    prospect = desk.starting.look(wanted)
    for other in prospect.others:
        assert desk.starting.begin(replace(wanted, routine=desk.starting.routine(other), wish=Wish())).plan
    for version in prospect.versions:
        assert desk.starting.begin(replace(wanted, wish=version.wish)).plan == version.fitting.plan


def test_a_baby_of_whom_nothing_is_known_gets_no_massage() -> None:
    desk = Desk()
    assert desk.starting.look(desk.wanted(baby=NOBODY)).fitting.title == "check-first"


def test_another_routine_is_offered_where_this_one_does_not_fit() -> None:
    desk = Desk()
    others = desk.starting.look(desk.wanted("evening-legs", baby=well_baby(12))).others
    assert "first-massage" in others
    assert not {"evening-legs", "torticollis"} & set(others)


def test_no_other_routine_is_offered_to_a_baby_with_a_fever() -> None:
    desk = Desk()
    assert not desk.starting.look(desk.wanted("evening-legs", check=today(fever=Answer.YES))).others


def test_the_versions_take_less_time_than_the_whole() -> None:
    desk = Desk()
    full, *parts = desk.starting.look(desk.wanted("full-body")).versions
    assert full.wish.extent is Extent.FULL
    assert {version.wish.area for version in parts} >= {None, Area.LEGS, Area.TUMMY}
    assert all(version.seconds < full.seconds for version in parts)


def test_the_pace_and_the_lead_in_that_are_set_count_in_the_time() -> None:
    quick, slow = Desk(), Desk(Settings(pace=1.5, lead_in=10.0))
    assert slow.starting.look(slow.wanted()).seconds > quick.starting.look(quick.wanted()).seconds


@pytest.mark.parametrize("name", PLAYABLE)
def test_no_session_takes_longer_than_its_age_allows_with_all_that_is_said(name: str) -> None:
    desk = Desk(Settings(pace=1.25))
    for weeks in (1, 3, 8, 12, 60):
        prospect = desk.starting.look(desk.wanted(name, baby=well_baby(weeks)))
        assert prospect.seconds <= cap_seconds(prospect.fitting.assessment)


def test_a_feed_a_while_ago_says_when_it_is_over() -> None:
    desk = Desk()
    ready = desk.starting.look(desk.wanted(check=today(fed_minutes=10))).ready
    assert ready
    assert (ready - desk.clock.wall()).total_seconds() == 20 * 60


def test_nobody_can_tell_when_a_fever_is_over() -> None:
    desk = Desk()
    check = today(fed_minutes=10, fever=Answer.YES)
    assert desk.starting.look(desk.wanted(check=check)).ready is None


def test_what_was_said_is_kept_for_an_hour() -> None:
    desk = Desk()
    desk.starting.remember("baby", today(fed_minutes=20))
    desk.clock.advance(40 * 60)
    said = desk.starting.said("baby")
    assert said
    assert said.check.fed_minutes == 60
    desk.clock.advance(21 * 60)
    assert desk.starting.said("baby") is None


def test_what_was_said_of_one_baby_is_not_said_of_another() -> None:
    desk = Desk()
    desk.starting.remember("baby", ALL_FINE)
    assert desk.starting.said("other") is None


def test_a_locked_routine_tells_why_before_anything_is_asked() -> None:
    desk = Desk()
    locked = desk.starting.locked(desk.starting.routine("torticollis"), well_baby())
    assert locked
    assert [reason.key for reason in locked.fitting.reasons] == ["blocked.locked"]
    assert desk.starting.locked(desk.starting.routine("bedtime"), well_baby()) is None


def test_the_session_is_written_down_with_baby_caregiver_and_check() -> None:
    desk = Desk(Settings(caregiver="ana"))
    desk.families.keep_caregiver(Caregiver("ana", "Ana"))
    playback = desk.starting.begin(desk.wanted(baby=well_baby(5, navel_healed=Answer.NO)))
    playback.begin()
    occasion = desk.journal.occasion(playback.session)
    assert occasion
    assert (occasion.baby, occasion.caregiver, occasion.practice) == ("baby", "ana", False)
    assert [reason.key for reason in occasion.reasons] == ["check.navel-open"]


@pytest.mark.parametrize("name", PLAYABLE)
def test_practice_needs_no_check_and_is_no_dose(name: str) -> None:
    desk = Desk()
    playback = desk.starting.practise(desk.starting.routine(name))
    playback.begin()
    record = desk.journal.session(playback.session)
    assert record
    assert record.practice


def test_one_stroke_alone_can_be_practised_and_done() -> None:
    desk = Desk()
    alone = desk.starting.routine("", "sun-and-moon")
    assert desk.starting.practise(alone).plan.routine == "stroke:sun-and-moon"
    assert desk.starting.begin(desk.wanted(routine=alone)).plan.routine == "stroke:sun-and-moon"
    with pytest.raises(CompanionError, match="not-today"):
        desk.starting.begin(desk.wanted(routine=alone, baby=well_baby(20, navel_healed=Answer.NO)))


def test_a_locked_routine_is_not_practised_either() -> None:
    desk = Desk()
    with pytest.raises(CompanionError, match="routine-locked"):
        desk.starting.practise(desk.starting.routine("torticollis"))


def test_a_routine_that_there_is_not_is_told_with_those_that_there_are() -> None:
    desk = Desk()
    with pytest.raises(CompanionError, match="bedtime"):
        desk.starting.routine("dancing")


def test_the_baby_is_the_one_chosen_last() -> None:
    desk = Desk(Settings(baby="two"))
    assert desk.starting.baby() is None
    for name in ("one", "two"):
        desk.families.keep_baby(Baby(BabyProfile(name)))
    chosen = desk.starting.baby()
    assert chosen
    assert chosen.id == "two"


def test_words_that_are_longer_than_any_massage_do_not_hold_a_start_up() -> None:
    desk = Desk()
    words = library().words
    said = "Slowly, and then a little more slowly than that. " * 400
    endless = {key: replace(stroke, say_first=said) for key, stroke in words.strokes.items()}
    shelf = Shelf(library().routines, library().strokes, safety(), replace(words, strokes=endless))
    desk.shelf = shelf
    fitting = desk.starting.look(desk.wanted("full-body", baby=well_baby(12))).fitting
    shorter = Desk().starting.look(desk.wanted("full-body", baby=well_baby(12))).fitting
    assert shorter.plan
    assert fitting.plan is None or len(fitting.plan.steps) < len(shorter.plan.steps)
