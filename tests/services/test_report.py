"""The report counts what the diary holds about some weeks, and says nothing of what nobody noted."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from companion.domain.baby import Answer
from companion.domain.body import Side
from companion.domain.events import Cue, CueNoted, CueSeen, Event, Finished, Outcome, RestBegan, StopReason
from companion.domain.session import BabyState, Reflection, SessionRecord, SessionStatus, StepDone
from companion.services.report import Change, Goal, LeftOut, ReportSummary, Why, summarise, weeks_until

MONDAY = date(2026, 11, 2)
SUNDAY = date(2026, 11, 15)
GLIDE, SWEEP, HUG = "hip-to-ankle-glide", "leg-sweep", "hand-hug"
NOTHING = Reflection()


def step(index: int, stroke: str = GLIDE, seconds: float = 60.0, outcome: Outcome = Outcome.DONE) -> StepDone:
    return StepDone(index, stroke, Side.NONE, seconds if outcome is not Outcome.SKIPPED else 0.0, 1, outcome)


def record(
    day: int = 0,
    steps: Sequence[StepDone] = (),
    *,
    hour: int = 9,
    reason: StopReason | None = None,
    status: SessionStatus | None = None,
    reflection: Reflection = NOTHING,
    baby: str = "",
    practice: bool = False,
) -> SessionRecord:
    """A session on a day counted from the first Monday; one step of a minute unless said otherwise."""
    started = datetime.combine(MONDAY, datetime.min.time(), UTC) + timedelta(days=day, hours=hour)
    ended = SessionStatus.STOPPED if reason else SessionStatus.FINISHED
    return SessionRecord(
        id=f"{day}-{hour}",
        routine="first-massage",
        status=status or ended,
        stop_reason=reason,
        started=started,
        ended=started,
        elapsed=600.0,
        steps=tuple(steps) or (step(0),),
        reflection=reflection,
        baby=baby,
        practice=practice,
    )


def no_events(session: str) -> tuple[Event, ...]:
    return ()


def told(
    *records: SessionRecord, goal: Goal | None = None, baby: str = "", last: date = SUNDAY
) -> ReportSummary:
    return summarise(records, no_events, MONDAY, last, goal, baby)


def test_an_empty_diary_has_empty_weeks_and_nothing_to_tell() -> None:
    summary = told()
    assert summary.is_empty
    assert [(week.first, week.sessions, week.seconds) for week in summary.weeks] == [
        (MONDAY, 0, 0.0),
        (date(2026, 11, 9), 0, 0.0),
    ]
    assert summary.met is None
    assert summary.left_out == summary.cues == summary.changes == summary.notes == ()


def test_weeks_end_with_the_last_day_asked_for() -> None:
    assert weeks_until(SUNDAY, 2) == MONDAY
    assert [week.last for week in told().weeks] == [date(2026, 11, 8), SUNDAY]


def test_a_piece_of_a_week_at_the_end_is_a_week_of_its_own() -> None:
    weeks = told(record(8), last=date(2026, 11, 10)).weeks
    assert (weeks[1].first, weeks[1].last, weeks[1].sessions) == (date(2026, 11, 9), date(2026, 11, 10), 1)


def test_sessions_minutes_and_days_are_counted_by_week() -> None:
    summary = told(record(0), record(0, hour=18), record(6), record(7, [step(0, seconds=90.0)]))
    assert [(week.sessions, week.days, week.seconds) for week in summary.weeks] == [
        (3, 2, 180.0),
        (1, 1, 90.0),
    ]
    assert (summary.sessions, summary.days, summary.seconds) == (4, 3, 270.0)
    assert not summary.is_empty


def test_twenty_minutes_on_five_days_of_a_week_are_scored_to_the_second() -> None:
    full = [step(0, seconds=1200.0)]
    halves = [record(4, [step(0, seconds=600.0)]), record(4, [step(0, seconds=600.0)], hour=18)]
    met = [record(day, full) for day in range(4)] + halves
    short = [record(7 + day, full) for day in range(4)] + [record(11, [step(0, seconds=1199.0)])]
    summary = told(*met, *short, goal=Goal(20, 5))
    assert [week.days_met for week in summary.weeks] == [5, 4]
    assert summary.met == 1


def test_sessions_outside_the_weeks_or_still_running_are_left_out() -> None:
    running = record(1, status=SessionStatus.RUNNING)
    assert told(record(-1), record(14), running).is_empty


def test_practice_on_a_doll_is_told_and_never_counted() -> None:
    summary = told(record(0, practice=True), record(1))
    assert (summary.practice, summary.sessions, summary.seconds) == (1, 1, 60.0)


def test_only_one_baby_is_told_of_with_sessions_that_nobody_put_a_name_to() -> None:
    summary = told(record(0, baby="mila"), record(1, baby="noah"), record(2), baby="mila")
    assert summary.sessions == 2


def test_strokes_after_the_end_of_a_session_were_left_out_for_its_reason() -> None:
    steps = [step(0), step(1, SWEEP, outcome=Outcome.CUT), step(2, HUG, outcome=Outcome.SKIPPED)]
    summary = told(record(0, steps, reason=StopReason.BABY_SAID_NO))
    assert summary.left_out == (
        LeftOut(HUG, 1, 0, 0, 1, ((Why.BABY_SAID_NO, 1),)),
        LeftOut(SWEEP, 1, 0, 1, 0, ((Why.BABY_SAID_NO, 1),)),
    )
    assert summary.stopped == ((StopReason.BABY_SAID_NO, 1),)
    assert summary.finished == 0


def test_a_stroke_before_that_was_passed_over() -> None:
    steps = [step(0, outcome=Outcome.SKIPPED), step(1, SWEEP), step(2, HUG, outcome=Outcome.SKIPPED)]
    summary = told(record(0, steps, reason=StopReason.CAREGIVER), record(1, steps))
    assert {one.stroke: one.why for one in summary.left_out} == {
        GLIDE: ((Why.PASSED_OVER, 2),),
        HUG: ((Why.CAREGIVER, 1), (Why.PASSED_OVER, 1)),
    }
    assert summary.finished == 1


def test_a_session_that_ended_before_any_touch_left_all_out() -> None:
    steps = [step(0, outcome=Outcome.SKIPPED), step(1, SWEEP, outcome=Outcome.SKIPPED)]
    summary = told(record(0, steps, reason=StopReason.BABY_ASLEEP))
    assert [one.why for one in summary.left_out] == [((Why.BABY_ASLEEP, 1),)] * 2


def test_a_stroke_that_was_always_done_is_not_listed() -> None:
    assert told(record(0), record(1)).left_out == ()


def test_every_reason_to_stop_has_a_word_in_the_report() -> None:
    assert {Why(reason.value) for reason in StopReason} == set(Why) - {Why.PASSED_OVER}


def test_cues_and_rests_are_counted_from_the_events() -> None:
    events: dict[str, tuple[Event, ...]] = {
        "0-9": (CueNoted(1.0, 0, Cue.ENJOYING), CueSeen(2.0, 0, "yawns"), RestBegan(3.0, 0), Finished(9.0)),
        "1-9": (CueSeen(2.0, 0, "yawns"),),
    }
    summary = summarise([record(0), record(1)], events.__getitem__, MONDAY, SUNDAY)
    assert summary.cues == (("yawns", 2), ("enjoying", 1))
    assert summary.rests == 1


def test_before_and_after_are_told_only_where_both_were_noted() -> None:
    both = Reflection(BabyState.QUIET_ALERT, BabyState.DROWSY)
    worse = Reflection(BabyState.QUIET_ALERT, BabyState.CRYING)
    one = Reflection(before=BabyState.CRYING)
    summary = told(
        record(0, reflection=both),
        record(1, reflection=worse),
        record(2, reflection=both),
        record(3, reflection=one),
    )
    assert summary.changes == (
        Change(BabyState.QUIET_ALERT, BabyState.DROWSY, 2),
        Change(BabyState.QUIET_ALERT, BabyState.CRYING, 1),
    )


def test_comfort_oil_and_confidence_are_counted_and_unknown_stays_unsaid() -> None:
    summary = told(
        record(0, reflection=Reflection(comfort=4, confidence=5, oil=Answer.YES)),
        record(1, reflection=Reflection(comfort=4, confidence=7, oil=Answer.NO)),
        record(2, reflection=Reflection(comfort=0)),
        record(3),
    )
    assert summary.comforts == (1, 0, 0, 0, 2)
    assert summary.oil == (1, 1)
    assert [week.confidence for week in summary.weeks] == [7, None]


def test_notes_and_reactions_come_oldest_first_and_blank_ones_not_at_all() -> None:
    summary = told(
        record(2, reflection=Reflection(note="  ", reaction=" red spot ")),
        record(1, reflection=Reflection(note="Loved it. ")),
        record(0, reflection=Reflection(note=" \n")),
    )
    assert [(note.at.day, note.text, note.reaction) for note in summary.notes] == [
        (3, "Loved it.", ""),
        (4, "", "red spot"),
    ]


def test_routines_are_counted_with_the_most_frequent_first() -> None:
    assert told(record(0), record(1)).routines == (("first-massage", 2),)
