"""What the wrap-up shows and asks, as one frozen value composed from what is known of the session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from companion.domain.body import Side
from companion.domain.check import TodayCheck
from companion.domain.events import Event, Outcome, RestBegan, StopReason
from companion.domain.family import Caregiver
from companion.domain.plan import SessionPlan
from companion.domain.session import BabyState, Reflection, SessionRecord, SessionStatus, StepDone
from companion.domain.words import Words

WEEK = timedelta(days=6)
"""The confidence is asked for when it was not told today or on these many days before."""


@dataclass(frozen=True, slots=True)
class StrokeDone:
    """A stroke on one side, and the steps of the plan that are it. ``done``: at least one of them was."""

    title: str
    steps: tuple[int, ...]
    done: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked and what is known already. ``who``: (id, name) to choose from, none where there is no choice;
    ``practice``: on a doll, so nothing is asked of a baby."""

    practice: bool
    who: tuple[tuple[str, str], ...]
    caregiver: str
    before: BabyState | None
    confidence: bool


@dataclass(frozen=True, slots=True)
class WrapupView:
    """What fits this ending: ``praise`` in words, whole ``minutes`` and ``seconds`` of touch, steps touched. ``baby``
    is the name of the one that it is about, where two were massaged together."""

    session: str
    praise: str
    minutes: int
    seconds: int
    steps: int
    strokes: tuple[StrokeDone, ...]
    asked: Asked
    baby: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the caregiver said. ``undone`` and ``done_too`` are steps that were measured otherwise than they were:
    indices into the plan."""

    reflection: Reflection
    undone: frozenset[int] = frozenset()
    done_too: frozenset[int] = frozenset()


def wrapup_view(
    record: SessionRecord, plan: SessionPlan, events: Sequence[Event], words: Words, asked: Asked
) -> WrapupView:
    """The wrap-up of one session; every ending is a good one."""
    touch = round(sum(step.seconds for step in record.steps))
    return WrapupView(
        session=record.id,
        praise=words.phrases.get(f"praise.{_ending(record, events)}", ""),
        minutes=touch // 60,
        seconds=touch % 60,
        steps=sum(1 for step in record.steps if step.seconds > 0),
        strokes=tuple(_strokes(record.steps, plan, words)),
        asked=asked,
    )


def what_to_ask(
    record: SessionRecord,
    check: TodayCheck | None,
    caregivers: Sequence[Caregiver],
    usual: str,
    week: Sequence[SessionRecord],
) -> Asked:
    """The questions of this session. ``usual`` is the id of the caregiver who was chosen last, ``week`` are the
    sessions of the last seven days."""
    here = [(one.id, one.name) for one in caregivers if not one.archived and one.name]
    told = any(other.reflection.confidence is not None for other in week)
    return Asked(
        practice=record.practice,
        who=tuple(here) if len(here) > 1 else (),
        caregiver=record.caregiver or usual,
        before=check.state if check and not record.practice else None,
        confidence=not told,
    )


def since(today: date) -> tuple[date, date]:
    """First and last day of the week in which the confidence is asked for once."""
    return today - WEEK, today


def _ending(record: SessionRecord, events: Sequence[Event]) -> str:
    if record.practice:
        return "practice"
    if record.status is not SessionStatus.FINISHED:
        return (record.stop_reason or StopReason.CAREGIVER).value
    return "listened" if any(isinstance(event, RestBegan) for event in events) else "finished"


def _strokes(steps: Sequence[StepDone], plan: SessionPlan, words: Words) -> Iterator[StrokeDone]:
    """Each stroke on each side once, in the order of the plan; asking is no stroke."""
    found: dict[tuple[str, Side], list[StepDone]] = {}
    for step in steps:
        planned = plan.steps[step.index]
        found.setdefault((planned.words, planned.side), []).append(step)
    for (key, side), same in found.items():
        told = words.strokes.get(key)
        title = told.title if told else key
        where = words.phrases.get(f"side.{side}", "") if side is not Side.NONE else ""
        yield StrokeDone(
            f"{title} · {where}" if where else title,
            tuple(step.index for step in same),
            any(step.outcome is not Outcome.SKIPPED for step in same),
        )
