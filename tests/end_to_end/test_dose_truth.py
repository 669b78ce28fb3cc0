"""Dose truth: whatever happens to a session, the diary holds the seconds that hands really touched."""

import pytest

from tests.end_to_end.dose_world import Touch, World
from tests.fakes import first_massage

CLOSE = 1.0
"""Seconds of touch, for each stroke and side, by which a diary may be wrong."""
HAPPENINGS = 10


def logged(world: World) -> Touch:
    record = world.live(HAPPENINGS)
    told = Touch()
    for step in record.steps:
        key = world.plan.steps[step.index].words, step.side
        told[key] = told.get(key, 0.0) + step.seconds
    return told


def errors(seed: int) -> dict[str, float]:
    """By how many seconds the diary is wrong about each stroke and side, with what happened."""
    world = World(first_massage(), seed)
    told, truth = logged(world), world.hands.touched
    off = {key: told.get(key, 0.0) - truth.get(key, 0.0) for key in told.keys() | truth.keys()}
    return {f"{key} after {world.happened}": wrong for key, wrong in off.items() if abs(wrong) > CLOSE}


@pytest.mark.parametrize("batch", range(3))
def test_the_diary_holds_the_seconds_that_hands_really_touched(batch: int) -> None:
    for seed in range(batch * 35, batch * 35 + 35):
        assert not errors(seed), seed


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(10))
def test_a_thousand_sessions_are_logged_as_they_were(batch: int) -> None:
    for seed in range(1000 + batch * 100, 1100 + batch * 100):
        assert not errors(seed), seed
