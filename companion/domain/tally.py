"""Adds up what a session's events say was played, also where the program was cut off in the middle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from companion.domain.events import Event, MomentBegan, MomentEnded, Outcome, PaceSet, RepetitionDone
from companion.domain.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in one moment: real seconds of play, repetitions completed in it, and how it ended."""

    moment: int
    seconds: float
    repetitions: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class _Open:
    """A stay that has begun; ``pace`` is the last one known in it."""

    moment: int
    offset: float
    pace: float
    repetitions: int = 0


def stays(
    timeline: Timeline, events: Sequence[Event], last_seen: tuple[int, float] | None = None
) -> Iterator[Stay]:
    """All stays in order. A stay without an end was cut off: it lasted until the place where the session went on,
    or until ``last_seen`` (moment, natural seconds into it), told at the pace that was last set.
    """
    pace = 1.0
    now: _Open | None = None
    for event in events:
        match event:
            case PaceSet():
                pace = event.pace
            case MomentBegan():
                if now:
                    yield _cut_off(timeline, now, (event.moment, event.offset))
                now = _Open(event.moment, event.offset, pace)
            case RepetitionDone() if now:
                now = replace(now, repetitions=now.repetitions + 1, pace=pace)
            case MomentEnded():
                now = None
                yield Stay(event.moment, event.played, event.repetitions, event.outcome)
            case _:
                pass
    if now:
        yield _cut_off(timeline, now, last_seen)


def _cut_off(timeline: Timeline, stay: _Open, seen: tuple[int, float] | None) -> Stay:
    moment = timeline.moments[stay.moment]
    stretch = stay.pace if moment.follows_pace else 1.0
    least = stay.repetitions * moment.length / moment.repetitions
    reached = seen[1] - stay.offset if seen and seen[0] == stay.moment else 0.0
    return Stay(stay.moment, max(least, reached) * stretch, stay.repetitions, Outcome.CUT)
