"""Arms that reach in front of the baby, to the mouth, the ear or the viewer, in place of those of its pose."""

from dataclasses import dataclass

from companion.domain.body import Side
from companion.domain.figure.bodies.arm import arm_along
from companion.domain.figure.bodies.small_hand import fingers_of
from companion.domain.figure.drawing import Layer, Point


@dataclass(frozen=True, slots=True)
class ArmTo:
    """An arm by way of ``elbow`` to ``wrist``, with a hand as ``grasp`` and ``splay`` of a pose say."""

    side: Side
    elbow: Point
    wrist: Point
    grasp: float = 48.0
    splay: float = 0.0
    near: float = 1.0


def raised(parts: tuple[Layer, ...], arms: tuple[ArmTo, ...]) -> tuple[Layer, ...]:
    """The parts with these arms on top of all, instead of the arms of the same sides."""
    names = {f"{part}.{arm.side.value}" for arm in arms for part in ("arm", "upper")}
    made = tuple(
        arm_along(arm.side, arm.elbow, arm.wrist, fingers_of(arm.grasp, arm.splay), arm.near) for arm in arms
    )
    return tuple(part for part in parts if part.name not in names) + made
