"""A baby that arches its back away from the mat, seen from its side: head thrown back, arms and legs stiff."""

from companion.domain.figure.bodies.small_hand import Fingers, axes_of, finger_chains, knuckles, thumb
from companion.domain.figure.body import LINE, crease, flesh, layer
from companion.domain.figure.drawing import Glow, Layer, Patch, Role, Shape, Trace
from companion.domain.figure.geometry import Chain, Place, arc, bezier, ellipse, smooth

TORSO: Chain = ((-60, 96, 26), (-26, 64, 31), (10, 58, 34), (44, 86, 31))
NECK: Chain = ((-100, 100, 26), (-66, 96, 25))
LEG: Chain = ((52, 96, 23), (84, 112, 17.5), (110, 122, 15), (130, 132, 11.4))
FAR_LEG: Chain = ((52, 92, 21), (86, 100, 16), (114, 106, 13.5), (136, 112, 10.6))
FOOT: Chain = ((133, 132, 11.0), (145, 126, 11.0), (152, 116, 8.6))
FAR_FOOT: Chain = ((139, 111, 10.2), (149, 104, 10.2), (154, 95, 8.0))
ARM: Chain = ((-50, 84, 14), (-36, 50, 13), (-36, 26, 11.6), (-42, 2, 9.6))
FIST: Chain = ((-43, -2, 10.4), (-46, -11, 11.8), (-49, -18, 10.4))
FAR_ARM: Chain = ((-40, 70, 13), (-8, 40, 12), (2, 20, 10.8), (6, -2, 9.0))
FAR_FIST: Chain = ((7, -5, 9.8), (9, -14, 11.0), (10, -20, 9.8))
HEAD = Place(-112.0, 104.0, -104.0)
"""Where the face goes, drawn upright round (0, 0): the crown points left and down, the face up."""


def arching() -> tuple[Layer, ...]:
    """The whole baby with the mat's edge below it."""
    tight = Fingers(-1.0)
    return (
        layer("floor", Trace(((-170, 147), (180, 147)), Role.MAT_STITCH, 3.0)),
        layer("leg.far", flesh(FAR_FOOT, FAR_LEG)),
        layer("arm.far", *_arm(FAR_ARM, FAR_FIST, tight)),
        layer("torso", flesh(NECK, TORSO), crease(arc((18, 32), (3.6, 3.0), 215, 120, 8))),
        layer("leg.near", flesh(FOOT, LEG), crease(arc((84, 111), (9, 7), 250, 110)), crease(_ankle())),
        layer("diaper", *_diaper()),
        layer("head", *_head()),
        layer("arm.near", *_arm(ARM, FIST, tight), Patch(ellipse((-50, 86), (12.8, 12.8)), Role.SKIN)),
    )


def _arm(line: Chain, fist: Chain, held: Fingers) -> tuple[Shape, ...]:
    hand = axes_of(fist)
    return (flesh(fist, line, *finger_chains(hand, held)), *knuckles(hand, held), thumb(hand, -1.0, held))


def _ankle() -> tuple[tuple[float, float], ...]:
    return arc((128, 130), (7.0, 5.6), 250, 130)


def _diaper() -> tuple[Shape, ...]:
    ring = (
        *bezier((38, 47), (58, 54), (72, 70), (80, 91)),
        *bezier((80, 91), (68, 97), (62, 108), (61, 119))[1:],
        *bezier((61, 119), (40, 126), (20, 116), (11, 98))[1:],
        *bezier((11, 98), (15, 76), (24, 58), (38, 47))[1:-1],
    )
    fold = bezier((74, 92), (63, 98), (57, 106), (56, 116))
    return (Patch(ring, Role.DIAPER, Role.DIAPER_LINE, LINE * 1.15), crease(fold, Role.DIAPER_FOLD))


def _head() -> tuple[Shape, ...]:
    """Seen from the side, eyes shut tight and mouth open."""
    skull: Chain = ((-6, -8, 43), (4, 4, 41), (7, 11, 37))
    tuft = smooth(((-16, -52), (-4, -62), (12, -60), (14, -50), (2, -44)), closed=True)
    mouth = smooth(((34, 17), (44, 15.5), (43.5, 25), (36, 28)), closed=True)
    shapes: tuple[Shape, ...] = (
        flesh(_placed(((42, 5, 5.2), (46, 6, 4.2)))),
        flesh(_placed(skull)),
        flesh(_placed(((-6, 4, 8.0), (-5, 11, 6.6)))),
        Patch(HEAD.ring(tuft), Role.HAIR),
        Glow(HEAD.point((22, 17)), (15, 15), Role.CHEEK),
        Trace(HEAD.ring(smooth(((21, -5), (31, -1.4), (21, 2.4)))), Role.INK, 2.2),
        Trace(HEAD.ring(((22, -13), (29, -12), (34, -8.6))), Role.INK, 2.1),
        Patch(HEAD.ring(mouth), Role.MOUTH, Role.INK, 1.9),
    )
    return shapes


def _placed(chain: Chain) -> Chain:
    return tuple((*HEAD.point((x, y)), r) for x, y, r in chain)
