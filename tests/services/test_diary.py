"""Sessions are opened, carried on, kept as they are, and read back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from companion.domain.events import MomentBegan, Outcome, PaceSet, StopReason
from companion.domain.occasion import Occasion
from companion.domain.practice import PRACTICE
from companion.domain.session import Position, SessionStatus
from companion.domain.settings import Settings
from companion.domain.standing import Phase
from companion.services import diary
from companion.services.playback import OpenSession
from tests.domain.play import ASK, GLIDE, HOLD
from tests.fakes import MORNING, ManualClock, MemoryJournal, first_massage, words_for
from tests.services.stage import Stage


def interrupted() -> Stage:
    """A session killed five seconds into the glide: moment 4, eleven after the permission."""
    return Stage(ASK, GLIDE, HOLD).begin().wait(36 + 6 + 5)


def test_a_new_session_has_its_own_id_and_nothing_is_written_yet() -> None:
    ids = iter(["first", "second"])
    plan = first_massage()
    opened = [
        diary.new_session(plan, words_for(plan), Settings(lead_in=3.0), lambda: next(ids)) for _ in range(2)
    ]
    assert [session.id for session in opened] == ["first", "second"]
    assert opened[0].timeline.moments[0].length == 3
    assert opened[0].carry_on_at is None


def test_a_plan_for_a_doll_is_practice_and_the_occasion_is_kept() -> None:
    plan = replace(first_massage(), reasons=(PRACTICE,))
    opened = diary.new_session(plan, words_for(plan), Settings(), lambda: "one", Occasion("mila", "ana"))
    assert opened.occasion == Occasion("mila", "ana", practice=True)
    stage = Stage(opened=opened).begin()
    assert stage.journal.occasion("one") == opened.occasion


def test_a_killed_session_is_found_with_its_place() -> None:
    stage = interrupted()
    left = diary.find_unfinished(stage.journal, stage.journal)
    assert left is not None
    assert left.id == "one"
    assert left.position.moment == 4
    assert left.position.seconds == pytest.approx(5, abs=1.0)


def test_nothing_is_found_where_nothing_was_cut_off() -> None:
    journal = MemoryJournal()
    assert diary.find_unfinished(journal, journal) is None


def test_a_killed_session_is_carried_on_at_its_place_and_ends_as_one() -> None:
    before = interrupted()
    left = before.journal.unfinished()
    after = Stage(journal=before.journal, left=left)
    after.begin()
    assert [type(event) for event in after.told] == [PaceSet, MomentBegan]
    assert after.said == ["hip-to-ankle-glide.first"]
    after.wait(100)
    record = after.journal.session("one")
    assert record is not None
    assert record.status is SessionStatus.FINISHED
    assert [step.seconds for step in record.steps] == [0, 12, 45]
    assert [step.repetitions for step in record.steps] == [1, 3, 1]
    ats = [event.at for event in after.journal.events("one")]
    assert ats == sorted(ats)


def test_a_session_is_found_again_under_another_lead_in() -> None:
    left = interrupted().journal.unfinished()
    assert left is not None
    opened: OpenSession = diary.carry_on(left, words_for(left.plan), Settings(lead_in=0.0))
    moment = opened.timeline.moments[left.position.moment]
    assert (moment.step, moment.is_touch) == (1, True)


def test_a_session_kept_as_interrupted_has_what_was_done() -> None:
    stage = interrupted()
    left = stage.journal.unfinished()
    assert left is not None
    diary.keep_as_interrupted(left, stage.journal)
    record = stage.journal.session("one")
    assert record is not None
    assert (record.status, record.stop_reason) == (SessionStatus.INTERRUPTED, StopReason.INTERRUPTED)
    assert record.ended == left.last_seen
    assert [step.outcome for step in record.steps] == [Outcome.DONE, Outcome.CUT, Outcome.SKIPPED]
    assert record.steps[1].seconds == pytest.approx(5, abs=1.0)
    assert stage.journal.unfinished() is None


def test_a_session_that_was_opened_and_never_got_further_can_be_carried_on() -> None:
    journal = MemoryJournal()
    journal.begin("one", first_massage(), MORNING)
    left = diary.find_unfinished(journal, journal)
    assert left is not None
    assert left.position == Position(0, 0.0)


@pytest.mark.parametrize(
    ("stopped", "status"), [(True, SessionStatus.STOPPED), (False, SessionStatus.FINISHED)]
)
def test_a_session_that_had_ended_when_the_program_died_is_closed_without_asking(
    stopped: bool, status: SessionStatus
) -> None:
    ended = Stage(GLIDE).begin().wait(10)
    if stopped:
        ended.playback.stop(StopReason.BABY_SAID_NO)
    ended.wait(20)
    died = MemoryJournal()
    died.begin("one", ended.plan, MORNING)
    died.append("one", ended.journal.events("one"), Position(1, 4.0), MORNING)
    assert diary.find_unfinished(died, died) is None
    kept, whole = died.session("one"), ended.journal.session("one")
    assert kept is not None
    assert whole is not None
    assert (kept.status, kept.stop_reason, kept.steps) == (status, whole.stop_reason, whole.steps)


def test_the_week_runs_from_monday_to_sunday() -> None:
    assert diary.first_of_week(date(2026, 11, 18)) == date(2026, 11, 16)
    assert diary.first_of_week(date(2026, 11, 16)) == date(2026, 11, 16)
    assert diary.first_of_week(date(2026, 11, 22)) == date(2026, 11, 16)


def test_this_week_has_its_sessions_and_no_others() -> None:
    journal = MemoryJournal()
    for day in (15, 22, 16, 23):
        journal.begin(f"day {day}", first_massage(), datetime(2026, 11, day, 20, tzinfo=UTC))
    found = diary.sessions_this_week(journal, ManualClock())
    assert [record.id for record in found] == ["day 16", "day 22"]


@pytest.mark.parametrize(("before", "after"), [(0.0, 6.0), (6.0, 0.0)])
@pytest.mark.parametrize("seconds", range(1, 130, 4))
def test_a_session_begun_under_one_lead_in_is_carried_on_rightly_under_another(
    before: float, after: float, seconds: int
) -> None:
    """Killed anywhere, the same moment goes on at its second, or what is done where its lead-in has no length now."""
    killed = Stage(ASK, GLIDE, HOLD, settings=Settings(lead_in=before)).begin()
    while killed.playback.state().phase is Phase.PLAYING and killed.playback.state().at < seconds:
        killed.wait(1)
    left = killed.journal.unfinished()
    if left is None:
        assert killed.playback.state().phase is Phase.FINISHED
        return
    place = killed.timeline.moments[left.position.moment]
    again = Stage(journal=killed.journal, left=left, settings=Settings(lead_in=after)).begin()
    here = again.timeline.moments[again.playback.state().index]
    skipped = place.is_lead_in and not again.timeline.moments[left.position.moment].length
    assert here.step == place.step
    assert again.playback.state().index == left.position.moment + skipped
    assert again.playback.state().elapsed == (
        0 if skipped else pytest.approx(min(left.position.seconds, here.length))
    )
    again.wait(200)
    record = again.journal.session("one")
    assert record is not None
    assert [step.seconds for step in record.steps] == pytest.approx([0, 12, 45], abs=1.0)
    assert [step.outcome for step in record.steps] == [Outcome.DONE] * 3
    assert record.touch == pytest.approx(57, abs=1.0)
