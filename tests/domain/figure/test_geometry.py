"""Curves and places."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.figure.body import Limb, Zone, inside
from companion.domain.figure.geometry import Place, along, ease, ellipse, lerp, outline, smooth, spine

numbers = st.floats(-200, 200)
knobs = st.lists(st.tuples(numbers, numbers, st.floats(1, 40)), min_size=2, max_size=6)


@given(knobs)
def test_a_spine_begins_and_ends_at_its_joints(chain: list[tuple[float, float, float]]) -> None:
    line = spine(chain)
    assert line[0] == pytest.approx(chain[0])
    assert line[-1] == chain[-1]


@given(st.floats(0, 360), st.booleans())
def test_outlines_keep_their_sense_of_rotation_wherever_they_are_put(turn: float, flip: bool) -> None:
    ring = outline(((0, 0, 10), (0, 50, 8)))
    assert math.copysign(1, area(ring)) == math.copysign(1, area(Place(5, 6, turn, 2.0, flip).ring(ring)))


def area(ring: tuple[tuple[float, float], ...]) -> float:
    return sum(ring[i - 1][0] * y - x * ring[i - 1][1] for i, (x, y) in enumerate(ring)) / 2


def test_a_grown_outline_lies_round_the_plain_one() -> None:
    chain = ((0.0, 0.0, 10.0), (20.0, 30.0, 8.0), (0.0, 60.0, 12.0))
    assert all(inside(p, outline(chain, 2.0)) for p in outline(chain))


def test_a_closed_line_goes_through_all_its_points() -> None:
    corners = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    assert set(corners) <= set(smooth(corners, closed=True))


def test_two_points_are_a_line_already() -> None:
    assert smooth([(0.0, 0.0), (1.0, 1.0)]) == ((0.0, 0.0), (1.0, 1.0))


def test_a_share_of_a_line_is_measured_along_it() -> None:
    corner = ((0.0, 0.0), (10.0, 0.0), (10.0, 30.0))
    assert along(corner, 0.5) == ((10.0, 10.0), 90.0)
    assert along(corner, 2.0)[0] == (10.0, 30.0)
    assert along(((1.0, 1.0), (1.0, 1.0)), 0.5)[0] == (1.0, 1.0)
    assert along(((1.0, 2.0),), 0.5) == ((1.0, 2.0), 90.0)


def test_a_flipped_place_mirrors_before_it_turns() -> None:
    x, y = Place(10, 20, 90, 2.0, flip=True).point((1.0, 0.0))
    assert (x, y) == pytest.approx((10.0, 18.0))


def test_easing_starts_and_ends_slowly() -> None:
    assert (ease(-1), ease(0), ease(0.5), ease(1), ease(2)) == (0, 0, 0.5, 1, 1)
    assert ease(0.1) < 0.1


def test_half_way_is_the_middle() -> None:
    assert lerp((0, 0), (10, 20), 0.5) == (5, 10)


def test_a_zone_holds_its_middle_and_not_its_edge() -> None:
    zone = Zone("navel", (0, 0), (5, 10))
    assert zone.holds((0, 9))
    assert not zone.holds((5, 0))


def test_a_limb_tells_where_it_is_how_wide_and_where_it_goes() -> None:
    limb = Limb(((0, 0, 10), (0, 100, 20)))
    assert limb.at(0.5) == ((0.0, 50.0), 15.0, 90.0)


def test_a_point_in_a_ring_is_inside() -> None:
    ring = ellipse((0, 0), (10, 5))
    assert inside((9, 0), ring)
    assert not inside((9, 4), ring)
