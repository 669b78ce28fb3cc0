"""One leg of the baby on its back: bent in the plane of the mat, or lifted so that the knee comes up at the viewer."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from companion.domain.body import Side
from companion.domain.figure.body import CREASE, LINE, ROUND, Limb, crease, flesh, layer, sign
from companion.domain.figure.drawing import Blob, Layer, Patch, Point, Ring, Role, Shape, Trace
from companion.domain.figure.geometry import Chain, Knob, arc, bezier, distance, lerp, outline, spine
from companion.domain.figure.pose import Pose

HIP: Point = (24.0, 100.0)
THIGH, SHIN = 54.0, 53.0
ROOT, KNEE, CALF, ANKLE = 22.0, 17.3, 16.0, 11.4
LIFTED = 25.0
"""A thigh lifted more than this lies over the diaper, and its shin over the thigh."""
GONE = 80.0
"""A thigh lifted more than this hides the diaper's edge round its root."""
LOW_EDGE: tuple[Point, Point, Point, Point] = ((48.6, 88.0), (46.0, 113.0), (30.0, 130.0), (7.0, 131.6))
HIGH_EDGE: tuple[Point, Point, Point, Point] = ((47.4, 75.0), (28.0, 72.0), (9.0, 90.0), (10.0, 129.5))
WAIST: Ring = bezier((-47, 70), (-28, 80.5), (28, 80.5), (47, 70))[7:]
"""The diaper's front edges, for the baby's left: round the root of a thigh that lies down, and of one lifted."""
NEARER = 300.0
"""How far towards the viewer, in body units, something must come to look twice as large."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A posed leg. ``line`` runs from hip to ankle; ``foot`` are the chains of foot and toes. A ``lifted`` leg
    is drawn in two parts, the shin over the thigh, with ``groin``, the diaper's edge that lies over the
    thigh's root. ``height`` is how near to the viewer the ankle is."""

    line: Chain
    foot: tuple[Chain, ...]
    lifted: bool
    height: float
    thigh: Layer
    groin: Layer | None
    shin: Layer | None
    skin: tuple[Ring, ...]
    limbs: Mapping[str, Limb]


def posed_leg(pose: Pose, side: Side) -> Leg:
    """The leg of a side; the same object for the same angles."""
    return _leg(
        side,
        pose.angle("spread", side),
        pose.angle("bend", side),
        pose.angle("flex", side),
        pose.angle("knee", side),
        pose.angle("point", side),
    )


@lru_cache(maxsize=256)
def _leg(side: Side, spread: float, bend: float, flex: float, knee: float, point: float) -> Leg:
    line, height = _line(sign(side), spread, bend, flex, knee)
    lifted = flex > LIFTED
    foot = _foot(line, sign(side), point, spread - bend if lifted else 0.0, height, flex - knee)
    parts = {"leg": line, "thigh": line[:3], "shin": line[2:]}
    limbs = MappingProxyType({name: Limb(tuple(spine(chain))) for name, chain in parts.items()})
    name, s = side.value, sign(side)
    if not lifted:
        whole = layer(f"leg.{name}", *_flat(line, foot, s))
        return Leg(line, foot, lifted, height, whole, None, None, outlines_of(whole), limbs)
    thigh = layer(f"leg.{name}", _thigh(line))
    groin = layer(f"groin.{name}", *_groin(s, flex))
    shin = layer(f"shin.{name}", *_shin(line, foot, s, _fold(flex)))
    return Leg(line, foot, lifted, height, thigh, groin, shin, outlines_of(thigh, shin), limbs)


def outlines_of(*parts: Layer) -> tuple[Ring, ...]:
    """The outlines of the flesh of these parts."""
    return tuple(
        ring for part in parts for shape in part.shapes if isinstance(shape, Blob) for ring in shape.fills
    )


def _line(s: float, spread: float, bend: float, flex: float, knee: float) -> tuple[Chain, float]:
    """Hip to ankle as the viewer sees it, and the ankle's height over the mat."""
    out, fore = math.radians(spread), math.radians(spread - bend)
    up, down = math.radians(flex), math.radians(flex - knee)
    kx, ky = HIP[0] + THIGH * math.sin(out), HIP[1] + THIGH * math.cos(out) * math.cos(up)
    ax, ay = kx + SHIN * math.sin(fore), ky + SHIN * math.cos(fore) * max(math.cos(down), 0.4)
    high = THIGH * math.cos(out) * math.sin(up)
    height = high + SHIN * math.cos(fore) * math.sin(down)
    near_knee, near_ankle = 1 + high / NEARER, 1 + height / NEARER
    bulge = 2.2 * math.sin(math.radians(bend))
    line: Chain = (
        (s * HIP[0], HIP[1], ROOT),
        (s * ((HIP[0] + kx) / 2 + 1.6 * bulge), (HIP[1] + ky) / 2 - bulge, 21.6 * (1 + 0.4 * high / NEARER)),
        (s * kx, ky, KNEE * near_knee),
        (s * ((kx + ax) / 2 + 0.8), (ky + ay) / 2, CALF * (near_knee + near_ankle) / 2),
        (s * ax, ay, ANKLE * near_ankle),
    )
    return line, height


def _foot(
    line: Chain, s: float, point: float, lean: float, height: float, raised: float
) -> tuple[Chain, ...]:
    """Foot and toes; ``lean`` is the shin's own direction and ``raised`` how far it points at the viewer."""
    ax, ay, _ = line[-1]
    a = math.radians(point + 0.7 * lean)
    big = 1 + height / NEARER
    short = max(math.cos(math.radians(max(raised, 0.0))), 0.5) * big

    def at(u: float, v: float) -> Point:
        u, v = u * short, v * big
        return (ax + s * (v * math.cos(a) + u * math.sin(a)), ay + u * math.cos(a) - v * math.sin(a))

    chains: list[Chain] = [
        ((*at(1, 0), 11.8 * big), (*at(16, 1.0), 12.6 * big), (*at(27.5, 2.6), 10.2 * big))
    ]
    for k in range(5):
        u0, v0, r = 29.0 - k * 0.7, -5.6 + k * 4.3, (4.3 - k * 0.36) * big
        chains.append(((*at(u0, v0), r), (*at(u0 + 5.4 - k * 1.1, v0 + 0.3), r)))
    return tuple(chains)


def _flat(line: Chain, foot: tuple[Chain, ...], s: float) -> tuple[Shape, ...]:
    """A leg that lies on the mat, in one piece."""
    knee = line[2]
    return (
        flesh(*foot),
        flesh(line, steps=ROUND),
        crease(arc((knee[0] - s * 3, knee[1] + 2), (10.5, 6.8), 20, 140)),
        _ankle(line[4]),
    )


def _ankle(ankle: Knob) -> Trace:
    x, y, r = ankle
    k = r / ANKLE
    return crease(arc((x, y - 1.5), (9.0 * k, 5.6 * k), 15, 150))


def _disc(knob: Knob) -> Chain:
    x, y, r = knob
    return ((x, y - 0.4, r), (x, y + 0.4, r))


def _thigh(line: Chain) -> Shape:
    """Short and round when it points at the viewer; the discs keep it whole when it has no length at all."""
    hip, _, knee = line[:3]
    short = distance(hip[:2], knee[:2]) < 22.0
    return flesh(line[:3], *((_disc(hip), _disc(knee)) if short else ()))


def _shin(line: Chain, foot: tuple[Chain, ...], s: float, fold: float) -> tuple[Shape, ...]:
    """The shin with its foot. As long as the leg is hardly folded, its line does not cross the thigh."""
    middle, knee = line[1], line[2]
    k = 1.0 - fold
    shapes: list[Shape] = [flesh(*foot), flesh(line[2:])]
    if k > 0.02:
        up = lerp(knee[:2], middle[:2], 5.0 / max(6.0, distance(knee[:2], middle[:2])))
        shapes.append(Patch(outline(((*up, (knee[2] + 0.4) * k), (*knee[:2], knee[2] * k))), Role.SKIN))
    below = arc((knee[0] - s * 3, knee[1] + 2), (10.5, 6.8), 20, 140)
    above = arc((knee[0] - s * 1.5, knee[1]), (knee[2] * 0.6, knee[2] * 0.42), 200, 140)
    for ring, seen in ((below, 1 - 3 * fold), (above, 3 * fold - 2)):
        if seen > 0:
            shapes.append(Trace(ring, Role.SKIN_LINE, CREASE, opacity=seen))
    return (*shapes, _ankle(line[4]))


def _fold(flex: float) -> float:
    """0.0 while thigh and shin lie end to end in the picture, 1.0 when the shin hangs in front of the thigh."""
    return min(1.0, max(0.0, (flex - 45.0) / 40.0))


def _groin(s: float, flex: float) -> tuple[Shape, ...]:
    """Half of the diaper's front, over the root of the thigh; less of it the further the thigh comes up."""
    share = (flex - LIFTED) / (GONE - LIFTED)
    if share >= 1.0:
        return ()
    a, b, c, d = (lerp(low, high, share) for low, high in zip(LOW_EDGE, HIGH_EDGE, strict=True))
    edge = tuple((s * x, y) for x, y in bezier(a, b, c, d))
    waist = tuple((s * x, y) for x, y in WAIST)
    bottom = (0.0, edge[-1][1])
    return (
        Patch((*waist, *edge, bottom), Role.DIAPER),
        Trace((*waist, *edge), Role.DIAPER_LINE, LINE * 1.15),
    )
