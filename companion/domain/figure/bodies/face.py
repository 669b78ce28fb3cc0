"""A close-up of the baby's face from the caregiver's side: crown at the top, chin towards the caregiver."""

from types import MappingProxyType

from companion.domain.figure.body import Body, BodyView, Limb, Zone, crease, flesh, layer, sign
from companion.domain.figure.drawing import Glow, Layer, Patch, Point, Role, Shape, Trace
from companion.domain.figure.expression import is_shut
from companion.domain.figure.geometry import Chain, Knob, arc, bezier, ellipse, outline, smooth
from companion.domain.figure.pose import SIDES, Face, Pose

SCALE = 1.5
"""How much larger than in the view of the whole baby the caregiver's hands are."""
HEAD: Chain = ((0, -24, 78), (0, 3.5, 79), (0, 19, 69.5))
SHOULDERS: Chain = ((-58, 152, 46), (0, 124, 68), (58, 152, 46))
NECK: Chain = ((0, 52, 51), (0, 104, 60))
EYE: Point = (33.0, -1.5)
EYE_RADIUS: Point = (7.6, 9.6)
BOTH = (-1.0, 1.0)

ZONES = (
    Zone("soft-spot", (0, -82), (24, 20)),
    Zone("throat", (0, 102), (19, 13)),
    Zone("eye.right", (-33, -1.5), (13, 14)),
    Zone("eye.left", (33, -1.5), (13, 14)),
    Zone("nostril.right", (-5, 18), (6, 4)),
    Zone("nostril.left", (5, 18), (6, 4)),
    Zone("mouth", (0, 38), (9, 3)),
)


def build(pose: Pose) -> Body:
    """The face with what this pose lets it show."""
    ears = {s: _ear(s) for s in BOTH}
    parts = (
        layer("torso", flesh(SHOULDERS, NECK), *_neck()),
        layer("ears", *(flesh(ears[s]) for s in BOTH), *(shape for s in BOTH for shape in _inner_ear(s))),
        layer("head", flesh(HEAD), _hair(), *_cheeks(), *_nose(), *_mouth(pose.face), *_eyes(pose.face)),
    )
    return Body(
        BodyView.FACE,
        parts,
        MappingProxyType(_spots()),
        MappingProxyType({f"jaw.{side.value}": Limb(_jaw(sign(side))) for side in SIDES}),
        ZONES,
        (outline(HEAD), outline(SHOULDERS), outline(NECK), *(outline(ear, 5) for ear in ears.values())),
        elbow=(112.0, 330.0),
        hand_scale=SCALE,
        lids=_lids(pose.face),
    )


def _ear(s: float) -> Chain:
    return ((s * 79, -4, 13.5), (s * 82, 9, 14.5), (s * 77, 23, 10.5))


def _inner_ear(s: float) -> tuple[Shape, ...]:
    rim = smooth(((s * 81, -9), (s * 88.5, -1), (s * 88, 12), (s * 82, 20)))
    return (crease(rim), crease(smooth(((s * 82.5, 2), (s * 80.5, 7), (s * 83.5, 12)))))


def _neck() -> tuple[Shape, ...]:
    """The two soft folds where the neck of a baby hides."""
    return tuple(crease(bezier((s * 48, 92), (s * 40, 99), (s * 30, 103), (s * 20, 104))) for s in BOTH)


def _hair() -> Patch:
    top = (
        *bezier((-25, -95), (-9, -120), (24, -118), (25, -101)),
        *bezier((25, -101), (37, -102), (36, -88), (22, -82))[1:],
        *bezier((22, -82), (7, -74), (-14, -81), (-25, -95))[1:-1],
    )
    return Patch(top, Role.HAIR)


def _cheeks() -> tuple[Shape, ...]:
    return tuple(Glow((s * 48, 26), (24, 23), Role.CHEEK) for s in BOTH)


def _nose() -> tuple[Shape, ...]:
    wings = tuple(crease(arc((s * 8.6, 15.5), (3.4, 4.2), 90 - s * 110, s * 120, 8)) for s in BOTH)
    return (
        crease(arc((0, 14.5), (5.6, 5.4), 28, 124), Role.SKIN_LINE, 1.8),
        *wings,
    )


def _mouth(face: Face) -> tuple[Shape, ...]:
    """Lips that close softly: the line between them, and a hint of the lower lip."""
    if face is Face.SMILE:
        line, lower = arc((0, 27.5), (21, 13.5), 28, 124), arc((0, 41.5), (8.5, 5.2), 25, 130, 8)
    else:
        line, lower = arc((0, 31), (14, 7.6), 25, 130), arc((0, 41), (7.5, 4.4), 25, 130, 8)
    dip = smooth(((-4.6, 27.6), (-1.8, 30.2), (1.8, 30.2), (4.6, 27.6)))
    return (Trace(line, Role.INK, 2.6), crease(lower), crease(dip))


def _eyes(face: Face) -> tuple[Shape, ...]:
    shapes: list[Shape] = [Trace(arc((s * 33.5, -18), (13, 10.5), -142, 104), Role.INK, 2.8) for s in BOTH]
    if is_shut(face):
        return (*shapes, *_closed())
    ex, ey = EYE
    for s in BOTH:
        shapes.append(Patch(ellipse((s * ex, ey), EYE_RADIUS, 24), Role.INK))
        shapes.append(Patch(ellipse((s * ex + 2.4, ey - 3.6), (2.6, 2.6), 12), Role.EYE_LIGHT))
        shapes.append(Patch(ellipse((s * ex - 2.4, ey + 3.8), (1.3, 1.3), 10), Role.EYE_LIGHT))
    shapes += [Trace(arc((s * ex, ey + 0.6), (10.4, 11.4), -150, 120), Role.INK, 2.2) for s in BOTH]
    return tuple(shapes)


def _closed() -> tuple[Shape, ...]:
    ex, ey = EYE
    return tuple(Trace(arc((s * ex, ey - 2), (10.5, 7), 20, 140), Role.INK, 2.6) for s in BOTH)


def _lids(face: Face) -> Layer | None:
    if is_shut(face):
        return None
    ex, ey = EYE
    skin = tuple(Patch(ellipse((s * ex, ey - 0.6), (12.4, 13.4), 24), Role.SKIN) for s in BOTH)
    return layer("lids", *skin, *_closed())


def _jaw(s: float) -> tuple[Knob, ...]:
    """From in front of the ear down to the corner of the jaw."""
    return ((s * 68, 12, 10), (s * 67, 26, 10), (s * 61, 40, 10), (s * 53, 52, 10))


def _spots() -> dict[str, Point]:
    spots: dict[str, Point] = {
        "crown": (0, -104),
        "hairline": (0, -60),
        "forehead": (0, -40),
        "brow": (0, -24),
        "nose_bridge": (0, -6),
        "nose": (0, 14),
        "upper_lip": (0, 27),
        "mouth": (0, 38),
        "lower_lip": (0, 53),
        "chin": (0, 66),
        "throat": (0, 102),
    }
    for side in SIDES:
        s, n = sign(side), side.value
        spots |= {
            f"brow_inner.{n}": (s * 19, -25),
            f"brow.{n}": (s * 35, -28),
            f"brow_outer.{n}": (s * 52, -20),
            f"temple.{n}": (s * 66, -28),
            f"nose_side.{n}": (s * 14, 15),
            f"bridge.{n}": (s * 11, -6),
            f"cheekbone.{n}": (s * 44, 24),
            f"cheek.{n}": (s * 48, 30),
            f"lip_corner.{n}": (s * 22, 35),
            f"jaw_hinge.{n}": (s * 67, 24),
            f"ear_top.{n}": (s * 81, -14),
            f"ear.{n}": (s * 83, 8),
            f"behind_ear.{n}": (s * 80, 26),
            f"jaw_corner.{n}": (s * 54, 56),
            f"neck_side.{n}": (s * 46, 79),
            f"under_chin.{n}": (s * 26, 84),
        }
    return spots
