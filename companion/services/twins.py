"""Plays two babies' sessions as one, and keeps them as two: each has its own plan, events, steps and diary entry."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from companion.domain.events import Event, Finished, Stopped, StopReason
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.plan import SessionPlan
from companion.domain.session import Position, SessionStatus, StepDone, UnfinishedSession, steps_done
from companion.domain.settings import Settings
from companion.domain.timeline import Timeline, build
from companion.domain.twins import (
    BOTH,
    FIRST,
    Dealt,
    Mine,
    Turns,
    Woven,
    deal,
    in_turns,
    reached,
    turns_of,
    weave,
    with_turns,
)
from companion.domain.words import Words
from companion.services.narration import lead_ins
from companion.services.playback import OpenSession, Playback, Ports, open_playback
from companion.services.ports import Diary, Journal


@dataclass(frozen=True, slots=True)
class Twin:
    """One of two sessions that are played together: its id, its plan, what it is about, and what the baby is called."""

    session: str
    plan: SessionPlan
    occasion: Occasion
    name: str


def play_together(
    twins: Sequence[Twin], turns: Turns, ports: Ports, words: Words, settings: Settings
) -> Playback:
    """Two new sessions played as one, not yet begun."""
    marked = [replace(twin, plan=with_turns(twin.plan, turns, baby)) for baby, twin in enumerate(twins)]
    return _opened(marked, turns, ports, words, settings)


def carry_on_together(
    left: Sequence[UnfinishedSession],
    names: Sequence[str],
    ports: Ports,
    words: Words,
    settings: Settings,
) -> Playback:
    """Two sessions that were cut off, at the place that both had reached; the first to have its turns comes first."""
    turns, _ = turns_of(left[FIRST].plan) or (Turns.CHILD_BY_CHILD, FIRST)
    twins = [Twin(one.id, one.plan, NO_OCCASION, name) for one, name in zip(left, names, strict=True)]
    return _opened(twins, turns, ports, words, settings, left)


def together(left: UnfinishedSession, diary: Diary, journal: Journal) -> tuple[UnfinishedSession, ...]:
    """The session that was cut off and, where it was one of two, the other one too, in the order of their turns.

    One that had come to its end is closed as what it was, and not carried on.
    """
    other = diary.unfinished_twin(left.id)
    found = [one for one in (left, other) if one is not None and not _closed(one, journal)]
    order = {one.id: turns_of(one.plan) for one in found}
    return tuple(sorted(found, key=lambda one: (order[one.id] or ("", FIRST))[1]))


class TwinJournal:
    """The Journal port for two sessions played as one: whatever is written goes to the journal of each baby, in its
    own counting. A write that fails for one is made good by the next."""

    def __init__(
        self, journal: Journal, twins: Sequence[Twin], woven: Woven, timelines: Sequence[Timeline]
    ) -> None:
        self._journal = journal
        self._twins = twins
        self._woven = woven
        self._timelines = timelines
        self._dealt = Dealt()
        self._waiting: tuple[list[Event], ...] = tuple(list[Event]() for _ in BOTH)
        self._taken = 0
        self._begun = set[int]()
        self._ended = set[int]()

    def begin(
        self, session: str, plan: SessionPlan, started: datetime, occasion: Occasion = NO_OCCASION
    ) -> None:
        """Open both sessions."""
        for baby, twin in enumerate(self._twins):
            if baby not in self._begun:
                self._journal.begin(twin.session, twin.plan, started, twin.occasion)
                self._begun.add(baby)

    def append(self, session: str, events: Sequence[Event], position: Position, now: datetime) -> None:
        """Deal the events out; those that could not be written before come again, and are dealt once."""
        for event in events[self._taken :]:
            told, self._dealt = deal(event, self._woven, self._dealt, position.moment)
            for baby, own in enumerate(told):
                self._waiting[baby].extend(own)
        self._taken = len(events)
        for baby, twin in enumerate(self._twins):
            own = self._woven.own(baby, position)
            self._journal.append(twin.session, tuple(self._waiting[baby]), own, now)
            self._waiting[baby].clear()
        self._taken = 0

    def mark(self, session: str, position: Position, elapsed: float, now: datetime) -> None:
        """Note how far each has come."""
        for baby, twin in enumerate(self._twins):
            self._journal.mark(twin.session, self._woven.own(baby, position), elapsed, now)

    def end(
        self,
        session: str,
        status: SessionStatus,
        reason: StopReason | None,
        steps: Sequence[StepDone],
        elapsed: float,
        ended: datetime,
    ) -> None:
        """Close both: one that had all of its own has finished, whatever became of the other."""
        for baby, (twin, timeline) in enumerate(zip(self._twins, self._timelines, strict=True)):
            if baby in self._ended:
                continue
            events = self._journal.events(twin.session)
            through = any(isinstance(event, Finished) for event in events)
            own_status = SessionStatus.FINISHED if through else status
            own_reason = None if through else _reason_of(events) or reason
            done = steps_done(twin.plan, timeline, events)
            self._journal.end(twin.session, own_status, own_reason, done, elapsed, ended)
            self._ended.add(baby)

    def events(self, session: str) -> tuple[Event, ...]:
        """The events of one of the two."""
        return self._journal.events(session)


def _opened(
    twins: Sequence[Twin],
    turns: Turns,
    ports: Ports,
    words: Words,
    settings: Settings,
    left: Sequence[UnfinishedSession] = (),
) -> Playback:
    woven, timelines = _laid_out(twins, turns, words, settings)
    opened = OpenSession(
        id=twins[FIRST].session,
        plan=woven.plan,
        timeline=woven.timeline,
        carry_on_at=reached(woven, [one.position for one in left]) if left else None,
        since=max((one.elapsed for one in left), default=0.0),
        whose=tuple(twins[mine.baby].name for mine in woven.steps),
        parts=tuple((twin.session, twin.plan) for twin in twins),
    )
    journal = TwinJournal(ports.journal, twins, woven, timelines)
    return open_playback(opened, replace(ports, journal=journal), words, settings)


def _laid_out(
    twins: Sequence[Twin], turns: Turns, words: Words, settings: Settings
) -> tuple[Woven, tuple[Timeline, ...]]:
    """Both plans in time, with room for what is said as they are played: what one has heard the other need not."""
    plans = [twin.plan for twin in twins]
    steps = in_turns(plans[0].steps, plans[1].steps, turns)
    played = SessionPlan(plans[FIRST].routine, tuple(plans[mine.baby].steps[mine.index] for mine in steps))
    whose = tuple(twins[mine.baby].name for mine in steps)
    lengths = dict[Mine, float](zip(steps, lead_ins(played, words, settings.lead_in, whose), strict=True))
    timelines = tuple(
        build(plan, lead_in=[lengths[Mine(baby, index)] for index in range(len(plan.steps))])
        for baby, plan in enumerate(plans)
    )
    return weave(plans, timelines, turns), timelines


def _closed(left: UnfinishedSession, journal: Journal) -> bool:
    """Whether a session had come to its end when the program died; it is then closed."""
    events = journal.events(left.id)
    if not events or not isinstance(events[-1], Finished):
        return False
    steps = steps_done(left.plan, build(left.plan), events, left.elapsed)
    journal.end(left.id, SessionStatus.FINISHED, None, steps, left.elapsed, left.last_seen)
    return True


def _reason_of(events: Sequence[Event]) -> StopReason | None:
    """Why this one was stopped, if it was."""
    return next((event.reason for event in reversed(events) if isinstance(event, Stopped)), None)
