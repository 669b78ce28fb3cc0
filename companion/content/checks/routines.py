"""What must hold of each routine: names that lead somewhere, doses in range, totals that add up, locks that hold."""

from collections.abc import Iterator, Mapping

from companion.content.checks.known import Known, condition_problems, source_problems
from companion.content.problems import Problem
from companion.content.tables import Tables
from companion.domain.body import Position
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.stroke import Laterality, Stroke, StrokeKind

Rule = tuple[str, str]


def routine_problems(
    tables: Tables, routines: Mapping[str, Routine], strokes: Mapping[str, Stroke], known: Known
) -> list[Problem]:
    """Everything wrong with routines of the right shape whose strokes are all known."""
    problems = list[Problem]()
    for routine in routines.values():
        file, entry = tables.files[routine.id], tables.routines[routine.id]
        rules = list(_whole(routine, strokes, float(entry["touch_seconds"])))
        for b, block in enumerate(routine.blocks, start=1):
            for s, step in enumerate(block.steps, start=1):
                given = entry["block"][b - 1]["steps"][s - 1]
                found = [*_place(block, step, strokes[step.stroke])]
                found += _locked_dose(given) if routine.locked else _open_dose(step, strokes[step.stroke])
                rules += [(f"block {b}.steps {s}.{field}", what) for field, what in found]
        problems += [Problem(file, where, what) for where, what in rules]
        problems += source_problems(list(routine.sources), known, file, "")
        problems += condition_problems(list(routine.avoid), known, file, "")
    return problems


def touch_seconds(routine: Routine, strokes: Mapping[str, Stroke]) -> float:
    """Seconds of hands on the baby over the whole routine, optional steps, lead-ins and turns left out."""
    return sum(
        step.times * step.seconds * block.rounds * _sides(block, step, strokes[step.stroke])
        for block in routine.blocks
        for step in block.steps
        if not step.optional and strokes[step.stroke].kind is not StrokeKind.ASK
    )


def _sides(block: Block, step: RoutineStep, stroke: Stroke) -> int:
    each = block.sides is BlockSides.EACH or stroke.laterality_of(step.variant) is Laterality.EACH
    return 2 if each else 1


def _whole(routine: Routine, strokes: Mapping[str, Stroke], told: float) -> Iterator[Rule]:
    shortest, longest = routine.minutes
    touch = touch_seconds(routine, strokes)
    if touch != told:
        yield "touch_seconds", f"the steps add up to {touch:g} seconds, not {told:g}"
    if routine.locked:
        if routine.minutes != (0, 0):
            yield "minutes", "a locked routine tells no dose: [0, 0]"
        return
    if not 0 < shortest <= longest:
        yield "minutes", "give the shortest, then the longest"
    elif touch > longest * 60:
        yield "minutes", f"{touch:g} seconds of touch do not fit into {longest} minutes"
    first = routine.blocks[0].steps[0]
    if strokes[first.stroke].kind is not StrokeKind.ASK:
        yield "block 1.steps 1", "every routine begins by asking the baby"
    if not any(
        strokes[step.stroke].kind is StrokeKind.HOLD for block in routine.blocks for step in block.steps
    ):
        yield "block", "every routine has a hold to settle or to end with"


def _place(block: Block, step: RoutineStep, stroke: Stroke) -> Iterator[Rule]:
    if step.variant and step.variant not in stroke.variants:
        yield "variant", f"{stroke.id} has no variant {step.variant}"
    if Position.ANY not in stroke.positions and block.position not in {*stroke.positions, Position.ANY}:
        yield "stroke", f"{stroke.id} is not done {block.position}"
    both = stroke.laterality_of(step.variant) in {Laterality.BOTH, Laterality.ALTERNATE}
    if block.sides is BlockSides.EACH and both:
        yield "stroke", f"{stroke.id} takes both sides at once, so it cannot stand in a block for each side"


def _open_dose(step: RoutineStep, stroke: Stroke) -> Iterator[Rule]:
    low, high = stroke.times_range
    if not low <= step.times <= high:
        yield "times", f"{step.times} is not in the range of {stroke.id}, {low} to {high}"
    if max(step.pressure, default=0) > max(stroke.pressure, default=0):
        yield "pressure", f"firmer than {stroke.id} is ever done"


def _locked_dose(given: Mapping[str, object]) -> Iterator[Rule]:
    if given.get("times") != 0:
        yield "times", "the therapist sets the dose of a locked routine: times = 0"
    if "seconds" in given:
        yield "seconds", "the therapist sets the dose of a locked routine: leave it out"
