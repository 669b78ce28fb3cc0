"""Merging overlapping outlines into their border."""

import pytest

from companion.domain.figure.body import inside
from companion.domain.figure.drawing import Blob, Ring, Role
from companion.domain.figure.geometry import outline
from companion.domain.figure.hand import Grip, shape
from companion.domain.figure.union import _loops, joined, merged


def square(x: float, y: float, size: float = 10.0) -> Ring:
    return ((x, y), (x + size, y), (x + size, y + size), (x, y + size))


def area(ring: Ring) -> float:
    return abs(sum(ring[i - 1][0] * y - x * ring[i - 1][1] for i, (x, y) in enumerate(ring)) / 2)


def test_two_squares_that_overlap_become_one_border() -> None:
    (border,) = merged((square(0, 0), square(5, 5)))
    assert area(border) == pytest.approx(175)


def test_a_ring_inside_another_is_gone() -> None:
    assert merged((square(0, 0), square(3, 3, 2))) == merged((square(0, 0),))


def test_rings_far_apart_stay_two() -> None:
    assert len(merged((square(0, 0), square(50, 50)))) == 2


def test_a_border_that_stays_open_leaves_the_rings_as_they_were() -> None:
    pair = (square(0, 0), square(0, 0))
    assert merged(pair) == pair


def test_a_border_that_leads_nowhere_leaves_the_rings_as_they_were() -> None:
    pair = (square(0, 0), square(5, 0))
    assert merged(pair) == pair


@pytest.mark.parametrize("grip", list(Grip))
def test_every_grip_merges_into_one_border_round_all_its_parts(grip: Grip) -> None:
    made = shape(grip)
    for chains in (made.under, *made.over):
        if not chains:
            continue
        borders = merged([outline(chain) for chain in chains])
        assert len(borders) == 1
        for chain in chains:
            assert all(inside((x, y), borders[0]) for x, y, _ in chain)


def test_a_blob_is_joined_in_both_passes() -> None:
    made = joined(Blob((square(0, 0), square(5, 5)), (square(-1, -1), square(4, 4, 12)), Role.SKIN, Role.INK))
    assert (len(made.fills), len(made.edges)) == (1, 1)


def test_edges_that_do_not_meet_make_no_border() -> None:
    assert _loops((((0.0, 0.0), (1.0, 0.0)), ((5.0, 5.0), (6.0, 6.0)))) == ()
