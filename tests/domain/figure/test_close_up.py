"""Close to the hands: nearer than the stroke's own frame, and with both hands in it all the time."""

from dataclasses import replace

import pytest

from companion.domain.body import Side
from companion.domain.figure.close_up import close_up
from companion.domain.figure.figure import View, drawing, hand_states
from tests.domain.figure.authored import authored

NEAR = ("hip-to-ankle-glide", "thumb-over-thumb", "toe-roll", "brow-strokes", "sun-and-moon")


@pytest.mark.parametrize("name", NEAR)
@pytest.mark.parametrize("view", [View(), View(left_handed=True)])
def test_the_hands_that_touch_are_always_in_the_picture(name: str, view: View) -> None:
    made = authored()[name]
    frame = close_up(made, Side.RIGHT, view)
    for number in range(20):
        for state in hand_states(made, Side.RIGHT, number / 20, view):
            if state.touches:
                assert frame.left <= state.at[0] <= frame.right
                assert frame.top <= state.at[1] <= frame.bottom


def test_it_never_looks_beyond_the_strokes_own_frame() -> None:
    for name, made in authored().items():
        own, near = drawing(made, Side.RIGHT, 0.0, period=1.0).frame, close_up(made, Side.RIGHT)
        assert near.left >= own.left - 1e-6, name
        assert near.top >= own.top - 1e-6, name
        assert near.right <= own.right + 1e-6, name
        assert near.bottom <= own.bottom + 1e-6, name


def test_a_glide_is_seen_larger_from_close() -> None:
    made = authored()["hip-to-ankle-glide"]
    own, near = drawing(made, Side.RIGHT, 0.0, period=1.0).frame, close_up(made, Side.RIGHT)
    assert near.width < own.width * 0.75
    assert near.height < own.height * 0.75


def test_the_left_side_is_looked_at_on_the_left() -> None:
    made = authored()["hip-to-ankle-glide"]
    right, left = close_up(made, Side.RIGHT), close_up(made, Side.LEFT)
    assert right.left < left.left


def test_a_picture_without_hands_is_seen_as_it_is() -> None:
    made = replace(authored()["hip-to-ankle-glide"], hands=(), arrows=())
    assert close_up(made, Side.RIGHT) == drawing(made, Side.RIGHT, 0.0, period=1.0).frame
