"""The versions of a routine that fit today and the minutes there are: the full one, a short one, one area."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from companion.domain.body import Area
from companion.domain.dose import length, portions
from companion.domain.fit import Fitting, fit
from companion.domain.plan import PlannedStep
from companion.domain.routine import Routine
from companion.domain.safety import Safety
from companion.domain.stroke import Stroke
from companion.domain.timed import Extent, Wish
from companion.domain.verdict import Situation


@dataclass(frozen=True, slots=True)
class Offer:
    """A version to choose: what to wish for, what comes of it, and how long it lasts in seconds."""

    wish: Wish
    fitting: Fitting
    seconds: float


def offers(
    routine: Routine, strokes: Mapping[str, Stroke], safety: Safety, situation: Situation, wish: Wish
) -> tuple[Offer, ...]:
    """Every version that can be done today, the full one first, each different one once."""
    found = dict[tuple[PlannedStep, ...], Offer]()
    for version in _wishes(routine, wish):
        fitting = fit(routine, strokes, safety, situation, version)
        if fitting.plan and fitting.plan.steps not in found:
            once = replace(routine, blocks=tuple(replace(block, rounds=1) for block in routine.blocks))
            seconds = length(portions(fitting.plan, once), version.tempo)
            found[fitting.plan.steps] = Offer(version, fitting, seconds)
    return tuple(found.values())


def _wishes(routine: Routine, wish: Wish) -> Iterator[Wish]:
    yield replace(wish, extent=Extent.FULL, area=None)
    yield replace(wish, extent=Extent.SHORT, area=None)
    areas = dict.fromkeys(block.area for block in routine.blocks if block.area is not Area.CONTACT)
    if len(areas) > 1:
        yield from (replace(wish, extent=Extent.ONE_AREA, area=area) for area in areas)
