"""What must hold of a routine that somebody has put together, and what its author is advised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from companion.domain.body import Area, Position
from companion.domain.own_routine import Shelf, steps_in
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.stroke import Laterality, Readiness, Stroke, StrokeKind

MOST_STEPS = 80
MOST_SECONDS = 3600.0
"""An own routine is an hour at the most; how much of it is right today is told by the check."""
ADVISED_SECONDS = 1500.0
ADVISED_TURNS = 3
QUICKEST, SLOWEST = 0.75, 4.0
"""How many times its usual length a repetition may take."""
HOLD_SECONDS = (5.0, 300.0)
MOVES = frozenset({StrokeKind.STROKE, StrokeKind.MOVEMENT})


class Weight(Enum):
    """Whether a routine must not be without it, or would be better with it."""

    MUST = auto()
    ADVICE = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a routine. ``key`` names a sentence (phrase ``own-rule.<key>``), ``step`` counts all steps from 0
    (-1: the whole routine), ``about`` fills the sentence."""

    key: str
    weight: Weight
    step: int = -1
    about: Mapping[str, str | int] = field(default_factory=dict[str, str | int])


def findings(routine: Routine, shelf: Shelf) -> tuple[Finding, ...]:
    """Everything there is to say about a routine as it is written, what must be changed first."""
    unknown = tuple(_unknown(routine, shelf))
    if unknown:
        return unknown
    musts = (*_whole(routine, shelf), *_steps(routine, shelf))
    return (*musts, *_advice(routine, shelf))


def may_be_kept(found: tuple[Finding, ...]) -> bool:
    """Whether nothing stands in the way of keeping and playing it."""
    return all(finding.weight is not Weight.MUST for finding in found)


def rule_sentence(
    finding: Finding, sentences: Mapping[str, str], names: Mapping[str, str] | None = None
) -> str:
    """What is told of a finding, from the phrases of one language; ``names`` puts words in the place of ids."""
    told = sentences.get(f"own-rule.{finding.key}", finding.key)
    for name, value in finding.about.items():
        told = told.replace(f"{{{name}}}", (names or {}).get(str(value), str(value)))
    return told


def touch_seconds(routine: Routine, strokes: Mapping[str, Stroke]) -> float:
    """Seconds of asking and touch over the whole routine, extra steps too, without lead-ins and turns."""
    return sum(
        step.times * step.seconds * block.rounds * _sides(block, step, strokes[step.stroke])
        for block in routine.blocks
        for step in block.steps
    )


def _must(key: str, step: int = -1, **about: str | int) -> Finding:
    return Finding(key, Weight.MUST, step, about)


def _advise(key: str, step: int = -1, **about: str | int) -> Finding:
    return Finding(key, Weight.ADVICE, step, about)


def _sides(block: Block, step: RoutineStep, stroke: Stroke) -> int:
    each = block.sides is BlockSides.EACH or stroke.laterality_of(step.variant) is Laterality.EACH
    return 2 if each else 1


def _unknown(routine: Routine, shelf: Shelf) -> Iterator[Finding]:
    """Strokes that nobody knows, or that a therapist has to open."""
    closed = shelf.with_therapist()
    for index, step in enumerate(steps_in(routine.blocks)):
        stroke = shelf.strokes.get(step.stroke)
        if stroke is None:
            yield _must("unknown", index, stroke=step.stroke)
        elif step.variant and step.variant not in stroke.variants:
            yield _must("variant", index, stroke=step.stroke, variant=step.variant)
        elif step.stroke in closed:
            yield _must("therapist", index, stroke=step.stroke)


def _whole(routine: Routine, shelf: Shelf) -> Iterator[Finding]:
    kinds = [shelf.strokes[step.stroke].kind for step in steps_in(routine.blocks)]
    kept = [not step.optional for step in steps_in(routine.blocks)]
    if not kinds or kinds[0] is not StrokeKind.ASK or not kept[0]:
        yield _must("ask-first", 0 if kinds else -1)
    for index, kind in enumerate(kinds):
        if index and kind is StrokeKind.ASK:
            yield _must("ask-once", index)
    if len(kinds) < 2 or kinds[-1] is not StrokeKind.HOLD or not kept[-1]:
        yield _must("still-last", len(kinds) - 1)
    if len(kinds) > MOST_STEPS:
        yield _must("many", most=MOST_STEPS)
    if touch_seconds(routine, shelf.strokes) > MOST_SECONDS:
        yield _must("long", minutes=int(MOST_SECONDS // 60))


def _steps(routine: Routine, shelf: Shelf) -> Iterator[Finding]:
    index = 0
    for block in routine.blocks:
        for step in block.steps:
            stroke = shelf.strokes[step.stroke]
            yield from _place(block, step, stroke, index)
            yield from _dose(step, stroke, index)
            index += 1


def _place(block: Block, step: RoutineStep, stroke: Stroke, index: int) -> Iterator[Finding]:
    if Position.ANY not in stroke.positions and block.position not in stroke.positions:
        yield _must("position", index, stroke=step.stroke, position=block.position)
    both = stroke.laterality_of(step.variant) in {Laterality.BOTH, Laterality.ALTERNATE}
    if block.sides is BlockSides.EACH and (both or stroke.kind is StrokeKind.ASK):
        yield _must("both-sides", index, stroke=step.stroke)
    if block.rounds > 1 and stroke.kind is StrokeKind.ASK:
        yield _must("ask-once", index)


def _dose(step: RoutineStep, stroke: Stroke, index: int) -> Iterator[Finding]:
    low, high = stroke.times_range
    if not low <= step.times <= high:
        yield _must("times", index, stroke=step.stroke, low=low, high=high)
    if max(step.pressure, default=0) > max(stroke.pressure, default=0):
        yield _must("firm", index, stroke=step.stroke)
    shortest, longest = seconds_range(stroke)
    if not step.seconds >= shortest:
        yield _must("quick", index, stroke=step.stroke, seconds=f"{shortest:g}")
    elif not step.seconds <= longest:
        yield _must("slow", index, stroke=step.stroke, seconds=f"{longest:g}")


def seconds_range(stroke: Stroke) -> tuple[float, float]:
    """The shortest and the longest that one repetition may take, in seconds."""
    if stroke.kind in MOVES:
        return stroke.seconds * QUICKEST, stroke.seconds * SLOWEST
    return HOLD_SECONDS[0], max(HOLD_SECONDS[1], stroke.seconds)


def _advice(routine: Routine, shelf: Shelf) -> Iterator[Finding]:
    strokes = [shelf.strokes[step.stroke] for step in steps_in(routine.blocks)]
    moving = [index for index, stroke in enumerate(strokes) if stroke.kind in MOVES]
    if moving and not any(stroke.kind is StrokeKind.HOLD for stroke in strokes[: moving[0]]):
        yield _advise("settle", moving[0])
    yield from _order(routine, strokes)
    yield from _ages(routine, shelf)
    if MOST_SECONDS >= touch_seconds(routine, shelf.strokes) > ADVISED_SECONDS:
        yield _advise("longish", minutes=int(ADVISED_SECONDS // 60))


def _order(routine: Routine, strokes: list[Stroke]) -> Iterator[Finding]:
    lying = [block.position for block in routine.blocks if block.position is not Position.ANY]
    turns = sum(1 for before, after in pairwise(lying) if before is not after)
    if turns > ADVISED_TURNS:
        yield _advise("turns", turns=turns)
    places = [block.area for block in routine.blocks for _ in block.steps]
    moved = [index for index, stroke in enumerate(strokes) if stroke.kind in MOVES]
    left = set[Area]()
    for before, after in pairwise(moved):
        if places[after] is not places[before]:
            left.add(places[before])
            if places[after] in left:
                yield _advise("area-again", after, area=places[after])
                left.discard(places[after])
    areas = {places[index] for index in moved}
    if moved and places[moved[0]] in {Area.TUMMY, Area.FACE} and len(areas) > 1:
        yield _advise("gentle-start", moved[0], area=places[moved[0]])


def _ages(routine: Routine, shelf: Shelf) -> Iterator[Finding]:
    """What the check will leave out for a younger baby; the first step of each sort is named."""
    told = set[Readiness]()
    index = 0
    for block in routine.blocks:
        for step in block.steps:
            ready = shelf.strokes[step.stroke].ready_from(block.position)
            if ready is not Readiness.BIRTH and ready not in told:
                told.add(ready)
                yield _advise(f"ready-{ready.lower()}", index, stroke=step.stroke)
            index += 1
    if routine.from_weeks:
        yield _advise("from-weeks", weeks=routine.from_weeks)
