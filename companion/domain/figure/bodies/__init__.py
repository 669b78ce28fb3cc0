"""The rigs, one module a view: each builds a posed Body in body units (trunk = 100, x right, y down)."""

from functools import lru_cache
from typing import assert_never

from companion.domain.body import Side
from companion.domain.figure.bodies import face, foot_top, hand_top, on_back, on_chest, on_tummy, palm, sole
from companion.domain.figure.body import Body, BodyView
from companion.domain.figure.pose import Pose


@lru_cache(maxsize=64)
def build(view: BodyView, pose: Pose, side: Side) -> Body:
    """The posed body; ``side`` is the foot that a close-up shows. The same arguments give the same object."""
    match view:
        case BodyView.ON_BACK:
            return on_back.build(pose)
        case BodyView.ON_TUMMY:
            return on_tummy.build(pose)
        case BodyView.ON_CHEST:
            return on_chest.build(pose)
        case BodyView.SOLE:
            return sole.build(side)
        case BodyView.FOOT_TOP:
            return foot_top.build(side)
        case BodyView.FACE:
            return face.build(pose)
        case BodyView.PALM:
            return palm.build(pose, side)
        case BodyView.HAND_TOP:
            return hand_top.build(side)
        case _:
            assert_never(view)
