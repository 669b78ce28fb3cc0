"""A stroke's figure table: what it becomes, and what is said when it is wrong."""

from typing import Any

import pytest

from companion.content.figure_format import choreography, schema
from companion.domain.errors import CompanionError
from companion.domain.figure.body import BodyView
from companion.domain.figure.choreography import Manner, Waypoint
from companion.domain.figure.hand import Grip, Hand


def table(**changes: object) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "body": "on-back",
        "frame": ["brow", ["ankle.S", -20, 30]],
        "pose": "offered-leg",
        "loop": 2,
        "joints": {"spread_right": 12.0},
        "moves": [{"joint": "bend_left", "angles": [10, 30]}],
        "arrows": [{"path": [["leg.S@0.1", -30], "ankle.S"], "hands": [0], "beside": True}],
        "hands": [
            {
                "hand": "left",
                "holds": "leg.S",
                "stages": [
                    {
                        "do": "glide",
                        "grip": "c-grip",
                        "path": ["leg.S@0.2", ["leg.S@0.9", 1, 2, 3]],
                        "time": [0, 0.1, 0.5, 0.6],
                    }
                ],
            }
        ],
    }
    return plain | changes


def hand(**changes: object) -> list[dict[str, Any]]:
    return [table()["hands"][0] | changes]


def stage(**changes: object) -> list[dict[str, Any]]:
    return hand(stages=[table()["hands"][0]["stages"][0] | changes])


def test_a_table_becomes_a_choreography() -> None:
    made = choreography(table(), "x.figure")
    assert made.body is BodyView.ON_BACK
    assert (made.loop, made.pose, made.joints) == (2, "offered-leg", (("spread_right", 12.0),))
    assert made.frame == (Waypoint("brow"), Waypoint("ankle.S", -20, 30))
    left = made.hands[0]
    assert (left.hand, left.holds) == (Hand.LEFT, "leg.S")
    only = left.stages[0]
    assert (only.manner, only.grip, only.lift) == (Manner.GLIDE, Grip.C_GRIP, 0.6)
    assert only.path[1] == Waypoint("leg.S@0.9", 1, 2, 3)
    assert made.moves[0].end == 30
    assert made.arrows[0].beside


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"body": "on-head"}, "on-head"),
        ({"pose": "handstand"}, "handstand"),
        ({"frame": []}, "frame needs a landmark"),
        ({"still": 1.0}, "still must be 0.0 or more"),
        ({"loop": 0}, "loop must be"),
        ({"extra": 1}, "unknown field"),
        ({"frame": ["wing.S"]}, "wing.S"),
        ({"joints": {"wing_right": 3.0}}, "no such joint"),
        ({"hands": hand(holds="wing.S")}, "no part 'wing.S'"),
        ({"hands": hand(stages=[])}, "no stages"),
        ({"hands": stage(path=[])}, "without a path"),
        ({"hands": stage(time=[0.5, 0.4, 0.6, 0.7])}, "must run touch"),
        ({"hands": stage(time=[0.0, 0.1, 0.9, 1.2])}, "must run touch"),
        ({"hands": stage(grip="claw")}, "claw"),
        ({"hands": stage(path=["leg.S@much"])}, "leg.S@much"),
        ({"arrows": [{"path": ["navel"], "hands": [1]}]}, "hand that is not there"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(changes: dict[str, object], said: str) -> None:
    with pytest.raises(CompanionError) as told:
        choreography(table(**changes), "x.figure")
    assert told.value.key == "content-broken"
    assert told.value.details["where"] == "x.figure"
    assert said in str(told.value.details["what"])


def test_the_schema_names_what_a_table_may_hold() -> None:
    assert set(schema()["$defs"]["FigureTable"]["properties"]) >= {
        "body",
        "frame",
        "hands",
        "arrows",
        "loop",
        "tempo",
    }
