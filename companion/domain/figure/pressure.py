"""How firmly: a small side view of a fingertip on the skin, and how far the skin gives and goes along with it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from companion.domain.figure.body import CREASE, LINE, crease, flesh, layer
from companion.domain.figure.choreography import Choreography, Manner
from companion.domain.figure.drawing import Drawing, Frame, Layer, Patch, Point, Ring, Role, Shape, Trace
from companion.domain.figure.geometry import Chain, arc, ease, outline
from companion.domain.stroke import Pressure

FRAME = Frame(-66.0, -44.0, 132.0, 82.0)
SIDES_OUT = 420.0
"""How far ground and skin go on beyond the frame, in body units, for places that are wider."""
WAY = 15.0
"""How far to each side of the middle the fingertip travels."""
LIFT = 15.0
"""How high it is when it comes back."""
WIDE = 19.0
"""How wide the dent is."""
SKIN, SOFT = 9.0, 32.0
"""Where the skin and the soft layer below it end, in body units under the surface."""
PORES = tuple(range(-96, 97, 16))

DENT: Mapping[Pressure, float] = MappingProxyType({Pressure.P0: 1.4, Pressure.P1: 4.6, Pressure.P2: 9.2})
"""How far the skin gives under the fingertip: only its weight; a little; clearly, but far from the bone."""
DRAG: Mapping[Pressure, float] = MappingProxyType({Pressure.P0: 0.0, Pressure.P1: 1.6, Pressure.P2: 6.5})
"""How far the skin goes along with the fingertip."""
TO_AND_FRO = frozenset({Manner.RUB, Manner.CIRCLE, Manner.ROLL, Manner.TWIST})
GOING = frozenset({Manner.GLIDE, Manner.STEPS})
TOUCH, SET_OFF, ARRIVE, OFF = 0.04, 0.1, 0.8, 0.88
"""Shares of a repetition at which a fingertip that glides comes down, sets off, arrives and is up again."""


@dataclass(frozen=True, slots=True)
class Press:
    """The fingertip at one instant: ``down`` 1.0 as it presses, 0.0 lifted; ``along`` from 0.0 to 1.0 on its way, and
    ``pull`` -1.0 to 1.0, how far and to which side it draws the skin with it."""

    down: float
    along: float
    pull: float


STILL = Press(1.0, 0.5, 0.0)


def press_at(choreography: Choreography, t: float, period: float, *, reduced_motion: bool = False) -> Press:
    """What the fingertip does ``t`` seconds into a stroke whose repetitions last ``period`` seconds."""
    manners = {stage.manner for score in choreography.hands for stage in score.stages}
    if not manners & (TO_AND_FRO | GOING):
        return STILL
    if reduced_motion:
        return Press(1.0, 0.6, 1.0)
    u = (t / max(period, 1e-6)) % 1.0
    return _gliding(u) if manners & GOING else _to_and_fro(u)


def _to_and_fro(u: float) -> Press:
    a = 2 * math.pi * u
    return Press(1.0, 0.5 - 0.5 * math.cos(a), math.sin(a))


def _gliding(u: float) -> Press:
    down = ease((u - TOUCH) / (SET_OFF - TOUCH)) - ease((u - ARRIVE) / (OFF - ARRIVE))
    if u < ARRIVE:
        along = ease((u - SET_OFF) / (ARRIVE - SET_OFF))
    else:
        along = 1.0 - ease((u - ARRIVE) / (1.0 - ARRIVE))
    pull = ease((u - SET_OFF) / 0.15) - ease((u - ARRIVE + 0.08) / 0.15)
    return Press(down, along, pull)


def pressure_picture(pressure: Pressure, press: Press = STILL) -> Drawing:
    """The side view for a pressure at one instant."""
    x = WAY * (2.0 * press.along - 1.0)
    below = DENT[pressure] - (LIFT + DENT[pressure]) * (1.0 - press.down)
    deep, pull = max(0.0, below), DRAG[pressure] * press.pull * press.down
    return Drawing((_ground(),), (_skin(x, deep, pull), _finger(x, below)), FRAME)


def _ground() -> Layer:
    far = SIDES_OUT
    return layer("mat", Patch(((-far, -far), (far, -far), (far, far), (-far, far)), Role.MAT))


def _skin(x: float, deep: float, pull: float) -> Layer:
    """The layers from the deepest to the surface, and the marks that go along with the fingertip."""
    shapes: list[Shape] = [
        Patch(_below(x, deep * 0.12, SOFT), Role.SKIN_LINE, opacity=0.75),
        Patch(_band(x, deep * 0.8, deep * 0.12, SKIN, SOFT), Role.SKIN_SHADE),
        Patch(_band(x, deep, deep * 0.8, 0.0, SKIN), Role.SKIN),
        Trace(_line(x, deep * 0.8, SKIN), Role.SKIN_LINE, CREASE * 0.7, opacity=0.5),
        *(_pore(float(p), x, deep, pull) for p in PORES),
        Trace(_line(x, deep, 0.0), Role.SKIN_LINE, LINE),
    ]
    return Layer("skin", tuple(shapes), fleeting=True)


def _sunk(at: float, x: float, deep: float) -> float:
    """How far the surface is down at a place; beside the dent it comes up a little."""
    off = (at - x) / WIDE
    rim = math.exp(-(((abs(off) - 1.75) / 0.6) ** 2))
    return deep * (math.exp(-off * off) - 0.16 * rim)


def _line(x: float, deep: float, level: float) -> Ring:
    near = [(at, level + _sunk(at, x, deep)) for at in range(-72, 73, 4)]
    return ((-SIDES_OUT, level), *near, (SIDES_OUT, level))


def _below(x: float, deep: float, level: float) -> Ring:
    return (*_line(x, deep, level), (SIDES_OUT, SIDES_OUT), (-SIDES_OUT, SIDES_OUT))


def _band(x: float, deep: float, under: float, level: float, end: float) -> Ring:
    return (*_line(x, deep, level), *reversed(_line(x, under, end)))


def _pore(at: float, x: float, deep: float, pull: float) -> Shape:
    """A mark in the skin: upright where nothing draws it along."""
    moved = pull * math.exp(-(((at - x) / 26.0) ** 2))
    top, low = at + moved, at + 0.35 * moved
    return Trace(
        ((top, 2.6 + _sunk(top, x, deep)), (low, SKIN - 1.8 + _sunk(low, x, deep * 0.85))),
        Role.SKIN_LINE,
        CREASE,
        opacity=0.8,
    )


def _finger(x: float, down: float) -> Layer:
    """A fingertip that lies on its pad, the hand behind it on the viewer's right."""
    chain: Chain = (
        (x - 5.0, -10.0 + down, 9.4),
        (x + 8.0, -11.0 + down, 10.4),
        (x + 32.0, -21.0 + down, 12.0),
        (x + 64.0, -37.0 + down, 14.0),
        (x + 120.0, -60.0 + down, 17.0),
    )
    nail = outline(((x - 10.0, -15.4 + down, 2.4), (x - 2.5, -19.4 + down, 2.6)))
    fold: Point = (x + 15.0, -11.0 + down)
    return Layer(
        "finger",
        (
            flesh(chain, fill=Role.ADULT, line=Role.ADULT_LINE),
            Patch(nail, Role.ADULT_SHADE),
            crease(arc(fold, (4.0, 6.0), -20, 90, 6), Role.ADULT_LINE),
        ),
        fleeting=True,
    )
