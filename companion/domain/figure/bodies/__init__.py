"""The rigs, one module a view: each builds a posed Body in body units (trunk = 100, x right, y down)."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.bodies import (
    face,
    foot_top,
    hand_top,
    on_back,
    on_chest,
    on_forearm,
    on_tummy,
    palm,
    sole,
    toddler_back,
    toddler_front,
    toddler_rubs,
)
from companion.domain.figure.body import Body, BodyView
from companion.domain.figure.pose import Pose

POSED: Mapping[BodyView, Callable[[Pose], Body]] = MappingProxyType(
    {
        BodyView.ON_BACK: on_back.build,
        BodyView.ON_TUMMY: on_tummy.build,
        BodyView.ON_CHEST: on_chest.build,
        BodyView.FACE: face.build,
        BodyView.TODDLER: toddler_front.build,
        BodyView.TODDLER_ON_TUMMY: toddler_back.build,
        BodyView.TODDLER_RUBS: toddler_rubs.build,
    }
)
"""Bodies that their pose alone decides."""
SIDED: Mapping[BodyView, Callable[[Pose, Side], Body]] = MappingProxyType(
    {
        BodyView.SOLE: lambda _, side: sole.build(side),
        BodyView.FOOT_TOP: lambda _, side: foot_top.build(side),
        BodyView.PALM: palm.build,
        BodyView.HAND_TOP: lambda _, side: hand_top.build(side),
        BodyView.ON_FOREARM: on_forearm.build,
    }
)
"""Bodies that look different for the baby's right and left: close-ups, and the one that is carried."""


@lru_cache(maxsize=64)
def build(view: BodyView, pose: Pose, side: Side) -> Body:
    """The posed body; ``side`` is the foot or hand that a close-up shows, or the side that is seen of a carried
    baby. The same arguments give the same object."""
    made = POSED.get(view)
    return made(pose) if made else SIDED[view](pose, side)
