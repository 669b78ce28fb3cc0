"""The baby tummy to chest on the caregiver, who leans back: the baby's back is seen, arms come round it."""

from companion.domain.figure.bodies.on_tummy import back_body
from companion.domain.figure.body import CREASE, LINE, Body, BodyView, crease, flesh, layer
from companion.domain.figure.drawing import Layer, Patch, Role, Trace
from companion.domain.figure.geometry import arc, bezier, ellipse
from companion.domain.figure.pose import Pose

ELBOW = (110.0, 96.0)


def build(pose: Pose) -> Body:
    """The baby on the caregiver's chest."""
    return back_body(pose, BodyView.ON_CHEST, caregiver(), ELBOW, facing=True)


def caregiver() -> tuple[Layer, ...]:
    """The caregiver's chest, neck and chin behind the baby."""
    neck = flesh(((0, -150, 24), (0, -96, 26)), fill=Role.ADULT, line=Role.ADULT_LINE)
    trunk = flesh(
        ((-62, -62, 34), (0, -72, 42), (62, -62, 34)),
        ((0, -30, 80), (0, 60, 84), (0, 330, 96)),
        fill=Role.SHIRT,
        line=Role.SHIRT_LINE,
    )
    arms = tuple(
        flesh(
            ((s * 74, -58, 31), (s * 98, 12, 26), (s * ELBOW[0], ELBOW[1], 22.5)),
            fill=Role.SHIRT,
            line=Role.SHIRT_LINE,
        )
        for s in (-1, 1)
    )
    shoulders = tuple(Patch(ellipse((s * 66, -56), (31, 31)), Role.SHIRT) for s in (-1, 1))
    seams = tuple(
        crease(bezier((s * 82, -28), (s * 80, 0), (s * 84, 20), (s * 88, 40)), Role.SHIRT_LINE, CREASE)
        for s in (-1, 1)
    )
    collar = flesh(
        ((-30, -112, 5), (-18, -84, 5), (0, -76, 5), (18, -84, 5), (30, -112, 5)),
        fill=Role.SHIRT,
        line=Role.SHIRT_LINE,
    )
    chin = flesh(((-6, -230, 52), (-4, -192, 50), (-3, -172, 42)), fill=Role.ADULT, line=Role.ADULT_LINE)
    smile = Trace(arc((-3, -162), (17, 10), 20, 140), Role.ADULT_LINE, LINE * 1.3)
    return (
        layer("caregiver.trunk", trunk, *arms, *shoulders, *seams),
        layer("caregiver.neck", neck, collar),
        layer("caregiver.chin", chin, smile),
    )
