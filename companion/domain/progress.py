"""The session seen from afar: stretches of the same area and side, as the progress bar shows them."""

from dataclasses import dataclass
from itertools import groupby

from companion.domain.body import Area, Side
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Section:
    """Steps in a row that belong together: one area, on one side. ``first`` and ``last`` are moments, both
    inclusive, ``lead`` the moment to jump to, ``start`` and ``length`` natural seconds of undisturbed play."""

    area: Area
    side: Side
    steps: tuple[int, ...]
    first: int
    last: int
    lead: int
    start: float
    length: float

    def filled(self, moment: int, elapsed: float, timeline: Timeline) -> float:
        """How much of it lies behind, 0.0 to 1.0, with the session ``elapsed`` natural seconds into ``moment``."""
        if moment > self.last:
            return 1.0
        if moment < self.first or not self.length:
            return 0.0
        here = timeline.moments[moment]
        return (here.start - self.start + min(elapsed, here.length)) / self.length


def sections(plan: SessionPlan, timeline: Timeline) -> tuple[Section, ...]:
    """The plan's steps grouped by area and side, in order, with no gap between."""

    def kin(numbered: tuple[int, PlannedStep]) -> tuple[Area, Side]:
        return numbered[1].area, numbered[1].side

    return tuple(
        _section(area, side, tuple(index for index, _ in group), timeline)
        for (area, side), group in groupby(enumerate(plan.steps), key=kin)
    )


def _section(area: Area, side: Side, steps: tuple[int, ...], timeline: Timeline) -> Section:
    first = timeline.of_step(steps[0])[0]
    last = timeline.after_step(steps[-1]) - 1
    start = timeline.moments[first].start
    length = timeline.moments[last].end - start
    return Section(area, side, steps, first, last, timeline.leads[steps[0]], start, length)
