"""Use cases about single entries of the diary: written down later, corrected, taken out and brought back."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from companion.domain.errors import CompanionError
from companion.domain.events import Outcome
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.plan import SessionPlan
from companion.domain.session import Reflection, StepDone
from companion.domain.stroke import StrokeKind
from companion.services.ports import Entries


def as_planned(plan: SessionPlan) -> tuple[StepDone, ...]:
    """All steps of a plan as if each had been done in full; asking permission is no touch and has 0 seconds."""
    return tuple(
        StepDone(
            index,
            step.stroke,
            step.side,
            0.0 if step.kind is StrokeKind.ASK else step.length,
            step.times,
            Outcome.DONE,
        )
        for index, step in enumerate(plan.steps)
    )


def write_down(
    entries: Entries,
    new_id: Callable[[], str],
    plan: SessionPlan,
    started: datetime,
    now: datetime,
    *,
    steps: Sequence[StepDone] | None = None,
    occasion: Occasion = NO_OCCASION,
    reflection: Reflection | None = None,
) -> str:
    """Write down a massage that was given without the program; returns its id. ``steps`` None: all as planned.

    Raises CompanionError ``entry-in-future`` for a time that has not come yet.
    """
    if started > now:
        raise CompanionError("entry-in-future")
    done = as_planned(plan) if steps is None else steps
    ended = started + timedelta(seconds=sum(step.seconds for step in done))
    session = new_id()
    entries.add(session, plan, started, ended, done, occasion, reflection or Reflection())
    return session


def correct_steps(entries: Entries, session: str, steps: Sequence[StepDone]) -> None:
    """Say what was really done of each step; what was measured stays in the history."""
    entries.amend(session, replace(entries.told(session), steps=tuple(steps)))


def put_right(
    plan: SessionPlan, steps: Sequence[StepDone], undone: Collection[int], done_too: Collection[int]
) -> tuple[StepDone, ...]:
    """The steps as the caregiver remembers them: ``undone`` were not done, ``done_too`` were, as planned though
    nothing of them was measured. Indices into the plan; the others stay as they were measured."""
    planned = as_planned(plan)
    return tuple(
        replace(step, seconds=0.0, repetitions=0, outcome=Outcome.SKIPPED)
        if step.index in undone
        else planned[step.index]
        if step.index in done_too
        else step
        for step in steps
    )


def correct_start(entries: Entries, session: str, started: datetime, now: datetime) -> None:
    """Say when a session really began. Raises CompanionError ``entry-in-future`` for a time that has not come."""
    if started > now:
        raise CompanionError("entry-in-future")
    entries.amend(session, replace(entries.told(session), started=started))


def correct_reflection(entries: Entries, session: str, reflection: Reflection) -> None:
    """Say differently how it went; ``who`` "" leaves who massaged as it was said before."""
    told = entries.told(session)
    caregiver = reflection.who or told.caregiver
    entries.amend(session, replace(told, reflection=replace(reflection, who=""), caregiver=caregiver))


def take_out(entries: Entries, session: str) -> None:
    """Take an entry out of all lists; ``undo`` brings it back."""
    entries.amend(session, replace(entries.told(session), removed=True))


def bring_back(entries: Entries, session: str) -> None:
    """Put an entry that was taken out into the lists again, as it was."""
    entries.amend(session, replace(entries.told(session), removed=False))
