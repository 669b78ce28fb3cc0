"""How much: makes a session shorter, step by step, always in the same order, until it fits the time there is."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from companion.domain.body import Area, Side
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.routine import Routine
from companion.domain.schedule import stretch
from companion.domain.stroke import Stroke, StrokeKind
from companion.domain.timeline import LEAD_IN, build

SHORT_HOLD = 30.0
"""Seconds that settling in and the cuddle keep, whatever happens (30 to 60 in brief section 2)."""
SHORT_ASK = 20.0
FEWEST = 3
STILL = frozenset({StrokeKind.ASK, StrokeKind.HOLD})
CONTACT = Area.CONTACT


@dataclass(frozen=True, slots=True)
class Portion:
    """A step of the plan before it is fitted. Steps of one ``group`` (both sides of a stroke in one round) stay
    or go together, so that the sides stay equal."""

    step: PlannedStep
    group: tuple[int, int, str, int]

    @property
    def round(self) -> int:
        """Which round of its block it belongs to, from 0."""
        return self.group[1]


Portions = tuple[Portion, ...]


def portions(plan: SessionPlan, routine: Routine) -> Portions:
    """The steps of a plan with the groups they belong to."""
    found: list[Portion] = []
    for block, steps in groupby(plan.steps, key=lambda step: step.block):
        within = tuple(steps)
        per_round = len(within) // routine.blocks[block].rounds
        seen = dict[tuple[int, str, Side], int]()
        for place, step in enumerate(within):
            number = place // per_round
            key = number, step.words, step.side
            seen[key] = seen.get(key, -1) + 1
            found.append(Portion(step, (block, number, step.words, seen[key])))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Tempo:
    """How the session is played: seconds of a lead-in, and how many times its length each repetition takes."""

    lead_in: float = LEAD_IN
    pace: float = 1.0


def length(items: Portions, tempo: Tempo) -> float:
    """Seconds of the whole session: settling, lead-ins, turns and rests are part of it."""
    if not items:
        return 0.0
    timeline = build(SessionPlan("", tuple(item.step for item in items)), lead_in=tempo.lead_in)
    return sum(moment.length * stretch(moment, tempo.pace) for moment in timeline.moments)


def fitted(
    items: Portions, limit: float, strokes: Mapping[str, Stroke], essentials: Iterable[str], tempo: Tempo
) -> Portions:
    """The fullest version that lasts ``limit`` seconds at most, or the shortest there is.

    The versions and their order do not depend on the limit: a shorter limit never keeps what a longer one drops.
    """
    found = list(versions(items, strokes, frozenset(essentials)))
    first = bisect_left(found, True, key=lambda version: length(version, tempo) <= limit)
    return found[min(first, len(found) - 1)]


def versions(
    items: Portions, strokes: Mapping[str, Stroke], essentials: frozenset[str]
) -> Iterator[Portions]:
    """Shorter and shorter: holds, repetitions, rounds, strokes that are less central, whole areas, the rest."""
    yield items
    items = tuple(replace(item, step=_short_hold(item.step)) for item in items)
    yield items
    while (fewer := _fewer(items, strokes)) != items:
        items = fewer
        yield items
    while (last := max(item.round for item in items)) > 0:
        items = tuple(item for item in items if item.round < last)
        yield items
    order = _areas_by_weight(items)
    for group in [
        *_less_central(items, essentials),
        *_of_areas(items, order[:-1]),
        *_rest_of(items, order[-1:]),
    ]:
        items = tuple(item for item in items if item.group not in group)
        yield items


def _short_hold(step: PlannedStep) -> PlannedStep:
    least = {StrokeKind.ASK: SHORT_ASK, StrokeKind.HOLD: SHORT_HOLD}.get(step.kind)
    return replace(step, seconds=min(step.seconds, least)) if least else step


def _fewer(items: Portions, strokes: Mapping[str, Stroke]) -> Portions:
    """One repetition less of every stroke that has more than its fewest."""

    def less(item: Portion) -> Portion:
        step = item.step
        fewest = max(1, min(FEWEST, strokes[step.stroke].times_range[0]))
        more = step.kind not in STILL and step.times > fewest
        return replace(item, step=replace(step, times=step.times - 1)) if more else item

    return tuple(less(item) for item in items)


Groups = frozenset[tuple[int, int, str, int]]


def _areas_by_weight(items: Portions) -> list[Area]:
    """Areas from the one with the least time to the one with the most; asking and holding are none."""
    weight = dict[Area, float]()
    for item in items:
        if item.step.area is not CONTACT:
            weight[item.step.area] = weight.get(item.step.area, 0.0) + item.step.length
    return sorted(weight, key=lambda area: weight[area])


def _less_central(items: Portions, essentials: frozenset[str]) -> Iterator[Groups]:
    """Strokes that are not among the essentials, one at a time: the last one of the longest area first."""
    left = list(items)
    while order := _areas_by_weight(tuple(left)):
        for area in reversed(order):
            spare = [item.group for item in left if _is_spare(item, area, essentials)]
            if spare:
                yield frozenset({spare[-1]})
                left = [item for item in left if item.group != spare[-1]]
                break
        else:
            return


def _is_spare(item: Portion, area: Area, essentials: frozenset[str]) -> bool:
    moving = item.step.kind not in STILL
    return moving and item.step.area is area and item.step.stroke not in essentials


def _of_areas(items: Portions, areas: Iterable[Area]) -> Iterator[Groups]:
    """Whole areas with their holds."""
    for area in areas:
        yield frozenset(item.group for item in items if item.step.area is area)


def _rest_of(items: Portions, areas: Iterable[Area]) -> Iterator[Groups]:
    """What is left of the main area, from its end, all but its first stroke (or hold, where it has no strokes)."""
    for area in areas:
        own = [item for item in items if item.step.area is area]
        kept = next((item.group for item in own if item.step.kind not in STILL), own[0].group)
        groups = dict.fromkeys(item.group for item in own if item.group != kept)
        yield from (frozenset({group}) for group in reversed(groups))
