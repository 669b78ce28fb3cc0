"""How the diary retells one session: planned and done, stroke by stroke; the cues in time; what was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from companion.domain.body import Area, Side
from companion.domain.entry import BEGUN, WRAP_UP, Revision, Told, standing
from companion.domain.events import (
    CueNoted,
    CueSeen,
    Event,
    MomentBegan,
    Outcome,
    Paused,
    RestBegan,
    RestEnded,
    Resumed,
)
from companion.domain.plan import SessionPlan
from companion.domain.session import SessionRecord
from companion.domain.stroke import StrokeKind
from companion.domain.timeline import build
from companion.services.report import Why, why_not_done


@dataclass(frozen=True, slots=True)
class StrokeLine:
    """One stroke on one side, all its rounds together. ``words`` is the key of its words; ``planned`` and ``done`` are
    (repetitions, seconds of touch). ``why`` has a reason for each time that it was shortened or left out."""

    words: str
    area: Area
    side: Side
    kind: StrokeKind
    planned: tuple[int, float]
    done: tuple[int, float]
    outcome: Outcome
    why: tuple[Why, ...] = ()


def stroke_lines(plan: SessionPlan, record: SessionRecord) -> tuple[StrokeLine, ...]:
    """What was planned and what was done, in the order of the plan."""
    whys = why_not_done(record)
    groups: dict[tuple[str, Side, Area], list[int]] = {}
    for index, step in enumerate(plan.steps):
        groups.setdefault((step.words, step.side, step.area), []).append(index)
    done = {step.index: step for step in record.steps}
    lines: list[StrokeLine] = []
    for (words, side, area), indices in groups.items():
        steps = [plan.steps[index] for index in indices]
        real = [done[index] for index in indices if index in done]
        outcomes = {step.outcome for step in real} or {Outcome.SKIPPED}
        asked = steps[0].kind is StrokeKind.ASK
        lines.append(
            StrokeLine(
                words,
                area,
                side,
                steps[0].kind,
                (sum(step.times for step in steps), 0.0 if asked else sum(step.length for step in steps)),
                (sum(step.repetitions for step in real), sum(step.seconds for step in real)),
                outcomes.pop() if len(outcomes) == 1 else Outcome.CUT,
                tuple(dict.fromkeys(whys[index] for index in indices if index in whys)),
            )
        )
    return tuple(lines)


class SpanKind(StrEnum):
    """What a stretch of a session was: massage of an area, hands at rest, or a pause."""

    AREA = "area"
    REST = "rest"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a session, in seconds since it began. Rests and pauses lie on top of areas."""

    kind: SpanKind
    start: float
    end: float
    area: Area


@dataclass(frozen=True, slots=True)
class Mark:
    """A cue that was noted: its id, when in seconds since the session began, and in which area."""

    at: float
    cue: str
    area: Area


@dataclass(frozen=True, slots=True)
class Course:
    """How a session went in time. ``length`` is its end in seconds, pauses included."""

    length: float
    spans: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()


def course(plan: SessionPlan, events: Sequence[Event], elapsed: float) -> Course:
    """Areas, rests, pauses and cues in time; nothing for a session that was written by hand."""
    if not events:
        return Course(elapsed)
    moments = build(plan).moments

    def area_of(moment: int) -> Area:
        return plan.steps[moments[min(moment, len(moments) - 1)].step].area

    end = max(elapsed, *(event.at for event in events))
    marks = tuple(
        Mark(event.at, str(event.cue), area_of(event.moment))
        for event in events
        if isinstance(event, (CueNoted, CueSeen))
    )
    began = [(event.at, area_of(event.moment)) for event in events if isinstance(event, MomentBegan)]
    spans = (*_areas(began, end), *_stills(events, began, end))
    return Course(end, spans, marks)


def _areas(began: Sequence[tuple[float, Area]], end: float) -> Iterator[Span]:
    """An area lasts until another one begins."""
    changes = [item for at, item in enumerate(began) if at == 0 or item[1] is not began[at - 1][1]]
    for at, (start, area) in enumerate(changes):
        yield Span(SpanKind.AREA, start, changes[at + 1][0] if at + 1 < len(changes) else end, area)


def _stills(events: Sequence[Event], began: Sequence[tuple[float, Area]], end: float) -> Iterator[Span]:
    """Rests and pauses, each until play went on, or until the end."""
    open_ones: dict[SpanKind, float] = {}

    def closed(kind: SpanKind, at: float) -> Iterator[Span]:
        if kind in open_ones:
            start = open_ones.pop(kind)
            yield Span(kind, start, at, _area_at(began, start))

    for event in events:
        match event:
            case RestBegan():
                open_ones.setdefault(SpanKind.REST, event.at)
            case RestEnded():
                yield from closed(SpanKind.REST, event.at)
            case Paused():
                open_ones.setdefault(SpanKind.PAUSE, event.at)
            case Resumed():
                yield from closed(SpanKind.PAUSE, event.at)
            case _:
                pass
    for kind in tuple(open_ones):
        yield from closed(kind, end)


def _area_at(began: Sequence[tuple[float, Area]], at: float) -> Area:
    before = [area for start, area in began if start <= at]
    return before[-1] if before else Area.CONTACT


class Field(StrEnum):
    """What of an entry can be said differently."""

    BABY = "baby"
    CAREGIVER = "caregiver"
    PRACTICE = "practice"
    STARTED = "started"
    STEPS = "steps"
    BEFORE = "before"
    AFTER = "after"
    COMFORT = "comfort"
    OIL = "oil"
    REACTION = "reaction"
    CONFIDENCE = "confidence"
    NOTE = "note"
    REMOVED = "removed"


class EditKind(StrEnum):
    """BEGUN: what was said at the beginning; WRAP_UP: at the end; CHANGED: later; TAKEN_BACK: a change was undone."""

    BEGUN = "begun"
    WRAP_UP = "wrap-up"
    CHANGED = "changed"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of what is told: when, of which fields, and what was told ``before`` it and from then on (``then``).
    ``stands`` is False for a change that was taken back later."""

    at: datetime
    kind: EditKind
    fields: tuple[Field, ...]
    before: Told
    then: Told
    stands: bool = True


def edits(history: Sequence[Revision]) -> tuple[Edit, ...]:
    """All changes of what is told, taken back or not, oldest first."""
    standing_ids = {revision.id for revision in standing(history)}
    found: list[Edit] = []
    for number, revision in enumerate(history):
        before, then = _told(history[:number]), _told(history[: number + 1])
        kind = _kind(revision)
        stands = kind is EditKind.TAKEN_BACK or revision.id in standing_ids
        found.append(Edit(revision.at, kind, _differing(before, then), before, then, stands))
    return tuple(found)


def _kind(revision: Revision) -> EditKind:
    if revision.undoes:
        return EditKind.TAKEN_BACK
    return {BEGUN: EditKind.BEGUN, WRAP_UP: EditKind.WRAP_UP}.get(revision.id, EditKind.CHANGED)


def _told(history: Sequence[Revision]) -> Told:
    left = standing(history)
    return (left[-1].told if left else None) or Told()


def _differing(one: Told, other: Told) -> tuple[Field, ...]:
    return tuple(field for field in Field if value_of(field, one) != value_of(field, other))


def value_of(field: Field, told: Told) -> object:
    """What is told of one field."""
    said = told.reflection
    whole = {
        Field.BABY: told.baby,
        Field.CAREGIVER: told.caregiver,
        Field.PRACTICE: told.practice,
        Field.STARTED: told.started,
        Field.STEPS: told.steps,
        Field.REMOVED: told.removed,
        Field.BEFORE: said.before,
        Field.AFTER: said.after,
        Field.COMFORT: said.comfort,
        Field.OIL: said.oil,
        Field.REACTION: said.reaction,
        Field.CONFIDENCE: said.confidence,
        Field.NOTE: said.note,
    }
    return whole[field]
