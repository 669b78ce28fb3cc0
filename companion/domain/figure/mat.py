"""What lies behind the baby: the play mat with its stitches, or the caregiver's chair."""

from functools import lru_cache
from typing import assert_never

from companion.domain.figure.body import BodyView, layer
from companion.domain.figure.drawing import Layer, Patch, Ring, Role, Trace
from companion.domain.figure.geometry import arc

STITCH = (4.3, 2.9)


@lru_cache(maxsize=16)
def backdrop(view: BodyView) -> Layer:
    """The layer behind everything."""
    match view:
        case BodyView.ON_BACK | BodyView.ON_TUMMY:
            return _mat(-124, -142, 124, 252, 40)
        case BodyView.TODDLER | BodyView.TODDLER_ON_TUMMY | BodyView.TODDLER_RUBS:
            return _mat(-132, -142, 132, 282, 40)
        case BodyView.SOLE | BodyView.FOOT_TOP | BodyView.FACE | BodyView.PALM | BodyView.HAND_TOP:
            return _mat(-176, -150, 176, 330, 44)
        case BodyView.ON_CHEST | BodyView.ON_FOREARM:
            return _mat(-210, -170, 210, 330, 60)
        case _:
            assert_never(view)


def _mat(left: float, top: float, right: float, bottom: float, corner: float) -> Layer:
    inner = rounded(left + 9, top + 9, right - 9, bottom - 9, corner - 7)
    return layer(
        "mat",
        Patch(rounded(left, top, right, bottom, corner), Role.MAT),
        Trace((*inner, inner[0]), Role.MAT_STITCH, 1.5, STITCH),
    )


def rounded(left: float, top: float, right: float, bottom: float, corner: float) -> Ring:
    """A rectangle with round corners."""
    c = (corner, corner)
    return (
        *arc((left + corner, top + corner), c, 180, 90),
        *arc((right - corner, top + corner), c, 270, 90),
        *arc((right - corner, bottom - corner), c, 0, 90),
        *arc((left + corner, bottom - corner), c, 90, 90),
    )
