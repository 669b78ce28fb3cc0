"""The diary retells a session: strokes on each side, cues in time, and every change of what was said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from companion.domain.body import Area, Side
from companion.domain.entry import BEGUN, WRAP_UP, Revision, Told
from companion.domain.events import (
    Cue,
    CueNoted,
    CueSeen,
    Event,
    MomentBegan,
    Outcome,
    Paused,
    PauseReason,
    RestBegan,
    RestEnded,
    Resumed,
    StopReason,
)
from companion.domain.plan import SessionPlan
from companion.domain.session import Reflection, SessionRecord, SessionStatus, StepDone
from companion.domain.stroke import StrokeKind
from companion.domain.timeline import build
from companion.services.report import Why
from companion.services.retelling import (
    Course,
    EditKind,
    Field,
    Mark,
    Span,
    SpanKind,
    StrokeLine,
    course,
    edits,
    stroke_lines,
)
from tests.fakes import MORNING, a_step

GLIDE, SWEEP = "hip-to-ankle-glide", "chest-sweep"
PLAN = SessionPlan(
    "legs",
    (
        a_step("permission", kind=StrokeKind.ASK, area=Area.CONTACT, times=1, seconds=30.0),
        a_step(side=Side.RIGHT),
        a_step(side=Side.LEFT),
        a_step(side=Side.RIGHT),
        a_step(SWEEP, area=Area.CHEST, block=1),
    ),
)
AT = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


def done(index: int, seconds: float = 12.0, outcome: Outcome = Outcome.DONE) -> StepDone:
    step = PLAN.steps[index]
    return StepDone(index, step.stroke, step.side, seconds, int(seconds // 4), outcome)


def record(*steps: StepDone, reason: StopReason | None = None) -> SessionRecord:
    status = SessionStatus.STOPPED if reason else SessionStatus.FINISHED
    return SessionRecord("a", "legs", status, reason, MORNING, MORNING, 120.0, steps, Reflection())


def lines(*steps: StepDone, reason: StopReason | None = None) -> dict[tuple[str, Side], StrokeLine]:
    return {(line.words, line.side): line for line in stroke_lines(PLAN, record(*steps, reason=reason))}


def moment_of(step: int) -> int:
    return build(PLAN).cores[step]


def test_rounds_of_a_stroke_on_one_side_are_one_line_in_the_order_of_the_plan() -> None:
    told = lines(*(done(index) for index in range(5)))
    assert list(told) == [
        ("permission", Side.NONE),
        (GLIDE, Side.RIGHT),
        (GLIDE, Side.LEFT),
        (SWEEP, Side.NONE),
    ]
    assert (told[GLIDE, Side.RIGHT].planned, told[GLIDE, Side.RIGHT].done) == ((6, 24.0), (6, 24.0))
    assert (told[GLIDE, Side.LEFT].planned, told[GLIDE, Side.LEFT].done) == ((3, 12.0), (3, 12.0))


def test_asking_is_no_touch_in_the_plan_either() -> None:
    assert lines()["permission", Side.NONE].planned == (1, 0.0)


def test_a_stroke_done_in_one_round_only_was_shortened() -> None:
    left_out = done(3, 0.0, Outcome.SKIPPED)
    told = lines(done(1), done(2), left_out, done(4), reason=None)[GLIDE, Side.RIGHT]
    assert (told.outcome, told.done, told.why) == (Outcome.CUT, (3, 12.0), (Why.PASSED_OVER,))


def test_what_comes_after_the_babys_no_was_left_out_for_it() -> None:
    told = lines(
        done(1),
        done(2, 4.0, Outcome.CUT),
        done(4, 0.0, Outcome.SKIPPED),
        reason=StopReason.BABY_SAID_NO,
    )
    assert (told[SWEEP, Side.NONE].outcome, told[SWEEP, Side.NONE].why) == (
        Outcome.SKIPPED,
        (Why.BABY_SAID_NO,),
    )
    assert (told[GLIDE, Side.LEFT].outcome, told[GLIDE, Side.LEFT].why) == (Outcome.CUT, (Why.BABY_SAID_NO,))


def test_a_step_of_which_nothing_was_written_was_not_done() -> None:
    assert lines()[GLIDE, Side.LEFT].outcome is Outcome.SKIPPED


def test_areas_follow_each_other_to_the_end() -> None:
    events: list[Event] = [
        MomentBegan(0.0, moment_of(0)),
        MomentBegan(30.0, moment_of(1)),
        MomentBegan(50.0, moment_of(2)),
        MomentBegan(70.0, moment_of(4)),
    ]
    assert course(PLAN, events, 90.0).spans == (
        Span(SpanKind.AREA, 0.0, 30.0, Area.CONTACT),
        Span(SpanKind.AREA, 30.0, 70.0, Area.LEGS),
        Span(SpanKind.AREA, 70.0, 90.0, Area.CHEST),
    )


def test_cues_stand_where_they_were_noted() -> None:
    events: list[Event] = [
        MomentBegan(0.0, moment_of(1)),
        CueNoted(3.0, moment_of(1), Cue.ENJOYING),
        CueSeen(7.0, moment_of(4), "yawns"),
    ]
    assert course(PLAN, events, 20.0).marks == (
        Mark(3.0, "enjoying", Area.LEGS),
        Mark(7.0, "yawns", Area.CHEST),
    )


def test_rests_and_pauses_last_until_play_goes_on() -> None:
    events: list[Event] = [
        MomentBegan(0.0, moment_of(1)),
        RestBegan(5.0, moment_of(1)),
        RestEnded(15.0, moment_of(1)),
        Paused(20.0, PauseReason.CAREGIVER),
        Resumed(45.0),
    ]
    stills = [span for span in course(PLAN, events, 60.0).spans if span.kind is not SpanKind.AREA]
    assert stills == [
        Span(SpanKind.REST, 5.0, 15.0, Area.LEGS),
        Span(SpanKind.PAUSE, 20.0, 45.0, Area.LEGS),
    ]


def test_a_rest_in_which_the_session_ended_lasts_to_its_end() -> None:
    events: list[Event] = [RestBegan(5.0, moment_of(1)), RestBegan(6.0, moment_of(1))]
    assert course(PLAN, events, 30.0).spans == (Span(SpanKind.REST, 5.0, 30.0, Area.CONTACT),)


def test_play_that_was_never_paused_has_no_pause_to_end() -> None:
    assert course(PLAN, [Resumed(2.0), RestEnded(3.0, 0)], 4.0).spans == ()


def test_a_session_written_by_hand_has_no_course_in_time() -> None:
    assert course(PLAN, (), 300.0) == Course(300.0)


def at(minutes: int) -> datetime:
    return AT + timedelta(minutes=minutes)


FIRST = Told(baby="mila")
WRAPPED = replace(FIRST, reflection=Reflection(note="Loved it"))
LATER = replace(WRAPPED, caregiver="ana")
HISTORY = (
    Revision(BEGUN, at(0), FIRST),
    Revision(WRAP_UP, at(8), WRAPPED),
    Revision("x", at(60), LATER),
    Revision("y", at(61), undoes="x"),
)


def test_each_change_says_what_it_changed() -> None:
    told = edits(HISTORY)
    assert [(edit.kind, edit.fields) for edit in told] == [
        (EditKind.BEGUN, (Field.BABY,)),
        (EditKind.WRAP_UP, (Field.NOTE,)),
        (EditKind.CHANGED, (Field.CAREGIVER,)),
        (EditKind.TAKEN_BACK, (Field.CAREGIVER,)),
    ]
    assert (told[2].before, told[2].then) == (WRAPPED, LATER)


def test_a_change_that_was_taken_back_does_not_stand_and_is_still_told() -> None:
    assert [edit.stands for edit in edits(HISTORY)] == [True, True, False, True]


def test_a_change_that_nobody_took_back_stands() -> None:
    assert [edit.stands for edit in edits(HISTORY[:3])] == [True, True, True]


def test_a_session_of_which_nothing_was_told_has_no_changes() -> None:
    assert edits(()) == ()
