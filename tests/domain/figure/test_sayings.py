"""A child is asked, says yes, is asked again and says no: without words, for all to see."""

import pytest

from companion.content.figure_format import choreography
from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.figure.bodies import build
from companion.domain.figure.choreography import Word
from companion.domain.figure.drawing import Blob, Drawing, Frame
from companion.domain.figure.figure import View, drawing, hand_states, without_hands
from companion.domain.figure.performance import pose_at
from companion.domain.figure.pose import Face, Pose

from .authored import authored

ASKING = authored()["ask-wait-stop"]
SECONDS = 20.0
ASKED, WAITING, YES, AGAIN, NO = 0.1, 0.18, 0.33, 0.58, 0.82


def at(share: float) -> Drawing:
    return drawing(ASKING, Side.NONE, share * SECONDS, period=SECONDS)


def bubbles(picture: Drawing) -> list[tuple[object, ...]]:
    return [layer.shapes for layer in picture.layers if layer.name == "saying"]


def pose(share: float) -> Pose:
    return pose_at(ASKING, Side.NONE, share)


def test_question_yes_question_and_no_come_one_after_the_other() -> None:
    words = [saying.word for saying in ASKING.sayings]
    assert words == [Word.ASK, Word.YES, Word.ASK, Word.NO]
    assert [len(bubbles(at(share))) for share in (ASKED, WAITING, YES, AGAIN, NO)] == [1, 0, 1, 1, 1]


def test_yes_and_no_are_told_by_their_shapes() -> None:
    question, yes, no = (bubbles(at(share))[0] for share in (ASKED, YES, NO))
    assert len({question[1:], yes[1:], no[1:]}) == 3
    assert bubbles(at(AGAIN))[0] == question


def test_the_child_beams_and_reaches_out_for_a_yes() -> None:
    assert pose(YES).face is Face.BRIGHT
    assert pose(WAITING).face is Face.CALM
    assert pose(YES).reach_right > pose(WAITING).reach_right + 30
    assert pose(YES).reach_left == pytest.approx(pose(YES).reach_right)


def test_after_a_no_the_hands_go_away_and_the_child_turns_its_head() -> None:
    yes, no = hand_states(ASKING, Side.NONE, YES), hand_states(ASKING, Side.NONE, NO)
    assert all(far.at[1] > near.at[1] + 25 for near, far in zip(yes, no, strict=True))
    turns = [pose(share / 100).head for share in range(70, 93)]
    assert min(turns) < -10 < 10 < max(turns)


def test_the_still_picture_shows_the_no() -> None:
    still = drawing(ASKING, Side.NONE, 0.0, period=SECONDS, view=View(reduced_motion=True))
    assert bubbles(still) == bubbles(at(NO))


@pytest.mark.parametrize("share", [ASKED, YES, NO])
def test_a_bubble_is_in_the_picture_and_off_the_face(share: float) -> None:
    picture = at(share)
    blob = bubbles(picture)[0][0]
    assert isinstance(blob, Blob)
    points = blob.edges[0]
    assert all(within(picture.frame, p, 70.0) for p in points)
    head = build(ASKING.body, pose(share), Side.NONE).spots["head"]
    assert all(abs(x - head[0]) > 30 or abs(y - head[1]) > 50 for x, y in points)


def within(frame: Frame, p: tuple[float, float], beside: float) -> bool:
    """The frame is fitted by its height, so that there is room at its sides."""
    return frame.left - beside < p[0] < frame.right + beside and frame.top < p[1] < frame.bottom


def test_a_bubble_and_its_tail_run_the_same_way_round() -> None:
    blob = bubbles(at(YES))[0][0]
    assert isinstance(blob, Blob)
    assert len({area(ring) > 0 for ring in (*blob.fills, *blob.edges)}) == 1


def area(ring: tuple[tuple[float, float], ...]) -> float:
    turned = (*ring[1:], ring[0])
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, turned, strict=True))


def test_without_hands_nothing_is_said() -> None:
    assert bubbles(without_hands(at(YES))) == []


@pytest.mark.parametrize(
    ("saying", "what"),
    [
        ({"say": "yes", "at": "head", "time": [0.5, 0.4]}, "time of a saying"),
        ({"say": "yes", "at": "wing", "time": [0.1, 0.4]}, "wing"),
        ({"say": "maybe", "at": "head", "time": [0.1, 0.4]}, "maybe"),
    ],
)
def test_a_saying_that_cannot_be_shown_is_told(saying: dict[str, object], what: str) -> None:
    with pytest.raises(CompanionError) as told:
        choreography({"body": "toddler", "frame": ["head"], "sayings": [saying]}, "a-stroke.figure")
    assert what in str(told.value.details)


def test_a_doll_sits_beside_the_child_who_massages_and_nothing_covers_its_face() -> None:
    made = authored()["you-do-me"]
    picture = drawing(made, Side.NONE, 1.0, period=4.0)
    doll = next(layer for layer in picture.layers if layer.name == "doll")
    head = next(shape for shape in doll.shapes[::-1] if isinstance(shape, Blob))
    x, y = (sum(values) / len(values) for values in zip(*head.fills[0], strict=True))
    later = picture.layers[picture.layers.index(doll) + 1 :]
    rings = [
        ring for layer in later for shape in layer.shapes if isinstance(shape, Blob) for ring in shape.fills
    ]
    assert all(abs(px - x) > 20 or abs(py - y) > 20 for ring in rings for px, py in ring)
