"""What must hold of each stroke: doses, pressure, readiness, names that lead somewhere, drawings that can be built."""

from collections.abc import Iterator, Mapping

from companion.content.checks.known import Known, condition_problems, source_problems
from companion.content.library import drawing_problems
from companion.content.problems import Problem, Table
from companion.content.tables import Tables
from companion.domain.body import Area
from companion.domain.stroke import Readiness, Stroke, StrokeKind

ALSO_TUMMY = frozenset({"tummy-rest", "bicycle", "knees-to-tummy", "knees-side-to-side"})
"""Not tummy strokes by area, but they touch or press the tummy."""


def stroke_problems(tables: Tables, strokes: Mapping[str, Stroke], known: Known) -> list[Problem]:
    """Everything wrong with strokes that have the right shape."""
    problems = list[Problem]()
    codes = dict[str, str]()
    for stroke in strokes.values():
        file, entry = tables.files[stroke.id], tables.strokes[stroke.id]
        rules = [*_doses(stroke), *_hands(stroke), *_readiness(stroke), *_variants(stroke, entry)]
        if codes.setdefault(stroke.code, stroke.id) != stroke.id:
            rules.append(("code", f"{stroke.code} is {codes[stroke.code]}'s code already"))
        problems += [Problem(file, f"{stroke.id}.{where}", what) for where, what in rules]
        problems += source_problems(list(stroke.sources), known, file, stroke.id)
        problems += condition_problems(list(stroke.avoid), known, file, stroke.id)
        problems += drawing_problems(stroke, file)
    return problems


Rule = tuple[str, str]


def _doses(stroke: Stroke) -> Iterator[Rule]:
    low, high = stroke.times_range
    if low > high:
        yield "times_range", f"the lowest, {low}, is above the highest, {high}"
    elif not low <= stroke.times <= high:
        yield "times", f"{stroke.times} is not in the stroke's range of {low} to {high}"
    if stroke.kind in {StrokeKind.ASK, StrokeKind.HOLD} and stroke.times != 1:
        yield "times", "asking and holds are done once: give them more seconds instead"
    if stroke.hold_seconds >= stroke.seconds:
        yield "hold_seconds", "must be shorter than seconds, which hold the letting go too"


def _hands(stroke: Stroke) -> Iterator[Rule]:
    if list(stroke.pressure) != sorted(set(stroke.pressure)):
        yield "pressure", "the lightest comes first, and each only once"
    if stroke.kind is StrokeKind.ASK and stroke.pressure:
        yield "pressure", "asking comes before touch: it has no pressure"
    if stroke.kind in {StrokeKind.HOLD, StrokeKind.STROKE, StrokeKind.MOVEMENT} and not stroke.pressure:
        yield "pressure", "how firm the touch is must be said"
    if stroke.hands == "none" and stroke.pressure:
        yield "hands", "no hands, but there is a pressure"


def _readiness(stroke: Stroke) -> Iterator[Rule]:
    if stroke.area is Area.TUMMY or stroke.id in ALSO_TUMMY:
        if Readiness.BIRTH in {stroke.readiness, *stroke.readiness_at.values()}:
            yield "readiness", "the tummy waits until the navel has healed: R1 or later"
        if "preterm" not in stroke.avoid:
            yield "avoid", "a baby born early gets no tummy strokes without the team's word: add preterm"
    for position in stroke.readiness_at:
        if position not in stroke.positions:
            yield "readiness_at", f"{position} is not one of the stroke's positions"


def _variants(stroke: Stroke, entry: Table) -> Iterator[Rule]:
    for field in ("figures", "laterality_at"):
        for variant in entry.get(field, {}):
            if variant not in stroke.variants:
                yield f"{field}.{variant}", "the stroke has no such variant"
