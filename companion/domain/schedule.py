"""The player's rules that need no state: what waits, where next and back lead, how much time is left."""

from typing import assert_never

from companion.domain.events import Outcome
from companion.domain.settings import Advance
from companion.domain.timeline import Moment, MomentKind, Timeline
from companion.domain.visit import Visit

JUST_BEGUN = 3.0
"""Seconds into a step within which back means the step before, as in a music player."""


def waits(moment: Moment, advance: Advance) -> bool:
    """Whether a moment stays when its time is over, until the caregiver says next or yes.

    TIMER: nothing waits, the session is hands-free. UNTIL_I_SAY: the marked moments wait (the yes, turning
    over, the closing cuddle). BY_HAND: those and every touch. A step's own say is stronger than the setting.
    """
    if moment.advance is not None:
        return moment.advance is not Advance.TIMER
    match advance:
        case Advance.TIMER:
            return False
        case Advance.UNTIL_I_SAY:
            return moment.waits
        case Advance.BY_HAND:
            return moment.waits or moment.is_touch
        case _:
            assert_never(advance)


def stretch(moment: Moment, pace: float) -> float:
    """Real seconds for one natural second: the pace for repeated strokes, 1 for holds, lead-ins and waits."""
    return pace if moment.follows_pace else 1.0


def onward(timeline: Timeline, index: int, *, waiting: bool) -> tuple[int, Outcome]:
    """Where "next" leads from a moment, and how the moment ends by it.

    In a lead-in it skips the step. In a moment that waits, or waits for the yes, it is the caregiver's word
    that the moment has been done. Anywhere else the moment is cut.
    """
    moment = timeline.moments[index]
    if moment.is_lead_in:
        return timeline.after_step(moment.step), Outcome.SKIPPED
    if waiting or moment.kind is MomentKind.WAIT_FOR_YES:
        return index + 1, Outcome.DONE
    return index + 1, Outcome.CUT


def after_yes(timeline: Timeline, index: int) -> int:
    """Where the yes leads: past the asking and what is left of the wait, or to the next moment."""
    moment = timeline.moments[index]
    return timeline.after_step(moment.step) if moment.is_asking else index + 1


def backward(timeline: Timeline, index: int, elapsed: float) -> int:
    """Where "back" leads: to the start of the present step, or of the one before when this one has just begun."""
    step = timeline.moments[index].step
    start = min(index, timeline.leads[step])
    into = timeline.moments[index].start - timeline.moments[start].start + elapsed
    if into > JUST_BEGUN or step == 0:
        return start
    return timeline.leads[step - 1]


def again(timeline: Timeline, index: int) -> int:
    """Where "repeat" leads: to the start of what is being done, or of the present moment before that."""
    return min(index, timeline.cores[timeline.moments[index].step])


def left_after(timeline: Timeline, index: int, pace: float) -> float:
    """Real seconds of all moments after this one, at this pace."""
    if pace == 1.0:
        return max(0.0, timeline.length - timeline.moments[index].end)
    return sum(moment.length * stretch(moment, pace) for moment in timeline.moments[index + 1 :])


def left_in(visit: Visit, now: float) -> float:
    """Real seconds that are left of a visit at its present stretch; 0 once its time is over."""
    return max(0.0, visit.length - visit.elapsed(now)) * visit.stretch


def repetition(visit: Visit) -> int:
    """The repetition under way, from 1; 0 when the moment is no touch. Only strokes go past their number."""
    if not visit.repetitions:
        return 0
    return (
        visit.told + 1
        if visit.time_told and visit.moment.follows_pace
        else min(visit.told + 1, visit.repetitions)
    )
