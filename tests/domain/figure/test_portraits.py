"""Portraits: every state and every cue of the catalogue has a picture of its own."""

import tomllib
from pathlib import Path

import pytest

from companion.domain.figure.drawing import Blob, Drawing, Role
from companion.domain.figure.expression import EXPRESSIONS, is_shut
from companion.domain.figure.portraits import CUES, DANGERS, STATES, Near, cue_picture, state_picture
from companion.domain.figure.pose import Face, outside_easy_range
from companion.domain.session import BabyState

CATALOGUE = tomllib.loads(
    (Path(__file__).parents[3] / "data" / "safety" / "cues.toml").read_text(encoding="utf-8")
)


def roles(picture: Drawing) -> set[Role]:
    return {
        shape.fill if isinstance(shape, Blob) else getattr(shape, "fill", Role.SKIN)
        for layer in picture.layers
        for shape in layer.shapes
    }


def test_every_cue_of_the_catalogue_is_drawn_and_nothing_else_is() -> None:
    assert set(CUES) == set(CATALOGUE)


def test_every_state_and_every_face_is_drawn() -> None:
    assert set(STATES) == set(BabyState)
    assert set(EXPRESSIONS) == set(Face)


@pytest.mark.parametrize("state", list(BabyState))
def test_only_a_baby_that_sleeps_or_cries_has_its_eyes_shut(state: BabyState) -> None:
    shut = {BabyState.DEEP_SLEEP, BabyState.LIGHT_SLEEP, BabyState.CRYING}
    assert is_shut(STATES[state].pose.face) == (state in shut)


def test_no_two_pictures_of_cues_are_the_same_but_those_that_are_states() -> None:
    pictures = [cue_picture(cue).layers for cue in sorted(CUES)]
    assert len({hash(layers) for layers in pictures}) == len(pictures)
    assert cue_picture("cries") == state_picture(BabyState.CRYING)


def test_the_same_question_gets_the_same_object() -> None:
    assert cue_picture("yawns") is cue_picture("yawns")
    assert state_picture(BabyState.DROWSY) is state_picture(BabyState.DROWSY)


def test_a_picture_can_look_nearer() -> None:
    face = state_picture(BabyState.QUIET_ALERT, Near.FACE)
    assert face.frame.width < state_picture(BabyState.QUIET_ALERT).frame.width


@pytest.mark.parametrize("cue", sorted(CUES))
def test_no_posture_leaves_the_easy_range_of_a_joint(cue: str) -> None:
    assert outside_easy_range(CUES[cue].pose) == ()


@pytest.mark.parametrize("state", list(BabyState))
def test_no_state_asks_for_more_than_is_easy(state: BabyState) -> None:
    assert outside_easy_range(STATES[state].pose) == ()


@pytest.mark.parametrize("cue", sorted(DANGERS))
def test_signs_of_danger_are_drawn_without_tears(cue: str) -> None:
    assert Role.TEAR not in roles(cue_picture(cue))


def test_a_cue_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        cue_picture("sings")
