"""The digest of all shapes: `python -m tests.domain.figure.digest` writes it anew after a change that was meant.

One line a stroke and side in digest.txt: its name, the frame, then every layer at some moments of the loop with the
box round it, the middle of its shapes and their number. Numbers of a baby that holds still, in whole body units (the
baby's trunk is a hundred), and compared with a tolerance: so a change says which stroke and which part moved how far.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import fmean

from companion.domain.body import Side
from companion.domain.figure.drawing import Blob, Glow, Layer, Patch, Point, Shape, Trace
from companion.domain.figure.figure import drawing, loop_seconds

from .authored import SIDES, authored

FILE = Path(__file__).with_name("digest.txt")
MOMENTS = (3, 36, 71)
"""When in the loop, in hundredths of it."""
TOLERANCE = 1
PERIOD = 4.0
Numbers = tuple[int, ...]
"""Left, top, right and bottom of a layer, the middle of its shapes (x, y), and how many there are."""
Parts = Mapping[str, Numbers]


def digest() -> dict[str, Parts]:
    """Stroke and side to its layers."""
    return {
        f"{name} {side.value}": dict(_parts(name, side))
        for name, made in sorted(authored().items())
        for side in (SIDES if made.two_sided else SIDES[:1])
    }


def _parts(name: str, side: Side) -> Iterator[tuple[str, Numbers]]:
    made = authored()[name]
    for moment in MOMENTS:
        picture = drawing(made, side, moment / 100 * loop_seconds(made, PERIOD), period=PERIOD)
        if moment == MOMENTS[0]:
            frame = picture.frame
            yield "frame", tuple(round(n) for n in (frame.left, frame.top, frame.right, frame.bottom))
        for place, layer in enumerate(picture.layers if moment == MOMENTS[0] else picture.moving):
            yield f"{moment}.{place}.{layer.name}", _numbers(layer)


def _numbers(layer: Layer) -> Numbers:
    boxes = [_box(points) for shape in layer.shapes if (points := list(_points(shape)))]
    if not boxes:
        return (round(layer.turn), len(layer.shapes))
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    middle = fmean((*lefts, *rights)), fmean((*tops, *bottoms))
    numbers = (min(lefts), min(tops), max(rights), max(bottoms), *middle, layer.turn, len(layer.shapes))
    return tuple(round(n) for n in numbers)


def _box(points: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _points(shape: Shape) -> Iterator[Point]:
    match shape:
        case Blob():
            for ring in shape.fills or shape.edges:
                yield from ring
        case Patch():
            yield from shape.ring
        case Trace():
            yield from shape.points
        case Glow():
            (x, y), (rx, ry) = shape.centre, shape.radius
            yield from ((x - rx, y - ry), (x + rx, y + ry))


def written(digests: Mapping[str, Parts]) -> str:
    """The digest as it stands in its file."""
    return "".join(
        f"{name}: " + " ".join(f"{part}={','.join(map(str, n))}" for part, n in parts.items()) + "\n"
        for name, parts in digests.items()
    )


def read() -> dict[str, Parts]:
    """The digest that was written last."""
    found: dict[str, Parts] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition(": ")
        parts = (part.split("=") for part in rest.split())
        found[name] = {part: tuple(int(n) for n in numbers.split(",")) for part, numbers in parts}
    return found


def moved(before: Mapping[str, Parts], now: Mapping[str, Parts]) -> list[str]:
    """A sentence for each stroke that came, went or looks otherwise, with the parts that moved and how far."""
    found = [f"{name}: is new" for name in now if name not in before]
    found += [f"{name}: is gone" for name in before if name not in now]
    for name in now.keys() & before.keys():
        how = _changes(before[name], now[name])
        if how:
            found.append(f"{name}: {'; '.join(f'{part} {what}' for part, what in sorted(how.items()))}")
    return sorted(found)


def _changes(before: Parts, now: Parts) -> dict[str, str]:
    """What became of each part, the worst of all moments."""
    how: dict[str, str] = {}
    furthest: dict[str, int] = {}
    for part in before.keys() | now.keys():
        plain = part.split(".", 2)[-1]
        one, other = before.get(part), now.get(part)
        if one is None or other is None:
            how[plain] = "came or went, or lies in another place of the order"
        elif len(one) != len(other) or one[-1] != other[-1]:
            how[plain] = "has another number of shapes"
        else:
            far = max(abs(a - b) for a, b in zip(one, other, strict=True))
            furthest[plain] = max(far, furthest.get(plain, 0))
    told = {part: f"moved by {far} units" for part, far in furthest.items() if far > TOLERANCE}
    return told | how


if __name__ == "__main__":
    changed = moved(read() if FILE.exists() else {}, digest())
    FILE.write_text(written(digest()), encoding="utf-8")
    sys.stdout.write("\n".join(changed or ["Nothing moved."]) + "\n")
