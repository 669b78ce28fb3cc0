"""The side view of a fingertip: it gives more the firmer the touch, and goes in step with the stroke."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.figure.choreography import Choreography, Manner
from companion.domain.figure.drawing import Drawing, Patch, Point, Trace
from companion.domain.figure.pressure import FRAME, SKIN, STILL, Press, press_at, pressure_picture
from companion.domain.stroke import Pressure

from .authored import authored

GLIDE = authored()["hip-to-ankle-glide"]
shares = st.floats(0, 1)
MOVING = {Manner.RUB, Manner.REST, Manner.HOLD}


def surface(picture: Drawing) -> tuple[Point, ...]:
    skin = next(layer for layer in picture.layers if layer.name == "skin")
    line = skin.shapes[-1]
    assert isinstance(line, Trace)
    return line.points


def deepest(picture: Drawing) -> float:
    return max(y for _, y in surface(picture))


def finger_bottom(picture: Drawing) -> float:
    finger = next(layer for layer in picture.layers if layer.name == "finger")
    nail = finger.shapes[1]
    assert isinstance(nail, Patch)
    return max(y for _, y in nail.ring)


def test_the_skin_gives_more_the_firmer_the_touch() -> None:
    depths = [deepest(pressure_picture(pressure)) for pressure in Pressure]
    assert depths == sorted(depths)
    assert depths[0] < 2.0
    assert len(set(depths)) == 3


def test_even_the_firmest_touch_stays_far_from_what_lies_deep() -> None:
    picture = pressure_picture(Pressure.P2)
    assert deepest(picture) < SKIN + 2
    bottom = next(shape for shape in picture.moving[0].shapes if isinstance(shape, Patch))
    assert min(y for x, y in bottom.ring if abs(x) < 60) > 2.5 * deepest(picture)


def test_a_lifted_finger_leaves_no_dent() -> None:
    up = pressure_picture(Pressure.P2, Press(0.0, 0.5, 0.0))
    assert {y for _, y in surface(up)} == {0.0}
    assert finger_bottom(up) < finger_bottom(pressure_picture(Pressure.P2))


def test_only_a_medium_touch_takes_the_skin_along_clearly() -> None:
    def leaning(pressure: Pressure) -> float:
        skin = pressure_picture(pressure, Press(1.0, 0.5, 1.0)).moving[0]
        marks = [s.points for s in skin.shapes if isinstance(s, Trace) and len(s.points) == 2]
        return max(abs(top[0] - low[0]) for top, low in marks)

    rest, light, medium = (leaning(pressure) for pressure in Pressure)
    assert rest == 0.0
    assert 0.0 < light < 2.0 < medium


@given(shares)
def test_a_glide_presses_on_its_way_and_is_lifted_on_its_way_back(u: float) -> None:
    press = press_at(GLIDE, u * 4.0, 4.0)
    assert 0.0 <= press.down <= 1.0
    assert 0.0 <= press.along <= 1.0
    if 0.12 < u < 0.78:
        assert press.down == pytest.approx(1.0)
    if u > 0.9:
        assert press.down == pytest.approx(0.0)


@given(st.floats(0, 100), st.floats(1, 10), st.sampled_from(sorted(authored())))
def test_the_finger_never_jumps_and_keeps_the_strokes_time(t: float, period: float, name: str) -> None:
    made = authored()[name]
    now, soon = press_at(made, t, period), press_at(made, t + period / 400, period)
    assert abs(now.along - soon.along) < 0.03
    assert abs(now.down - soon.down) < 0.08
    again = press_at(made, t + period, period)
    assert (again.down, again.along, again.pull) == pytest.approx((now.down, now.along, now.pull), abs=1e-4)


def test_a_rub_goes_to_and_fro_without_lifting() -> None:
    rub = next(made for made in authored().values() if Manner.RUB in manners(made) <= MOVING)
    presses = [press_at(rub, k / 20, 1.0) for k in range(20)]
    assert {press.down for press in presses} == {1.0}
    assert {press.pull > 0 for press in presses} == {True, False}


def manners(made: Choreography) -> set[Manner]:
    return {stage.manner for score in made.hands for stage in score.stages}


def test_a_hold_keeps_still() -> None:
    assert press_at(authored()["tummy-rest"], 3.3, 30.0) == STILL


def test_with_reduced_motion_a_fingertip_that_presses_is_shown() -> None:
    shown = {press_at(GLIDE, k / 3, 4.0, reduced_motion=True) for k in range(12)}
    assert len(shown) == 1
    assert shown.pop().down == 1.0


def test_the_frame_is_wide_and_low() -> None:
    assert 1.3 < FRAME.width / FRAME.height < 1.8
