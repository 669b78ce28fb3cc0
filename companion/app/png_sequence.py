"""One loop of a stroke as numbered pictures, for whoever wants to make something else of it."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from companion.app.paths import Paths
from companion.app.pictures import SIZE, choreography_of, screenless
from companion.content.library import load_strokes
from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.figure.figure import drawing, round_seconds
from companion.domain.stroke import Stroke
from companion.paint.figure_painter import PathStore, paint_drawing
from companion.paint.palette import Scheme, palette, read_colours

FPS = 30
HELD = 4.0
"""Seconds of one loop of a stroke that has no pace."""


def write_sequence(paths: Paths, stroke: str, side: Side, folder: Path, *, night: bool) -> int:
    """Save one loop as ``0001.png`` and so on (1280x800, 30 pictures a second); returns how many there are.

    ``stroke`` is an id, or ``id@variant``. CompanionError ``unknown-stroke``, ``picture-unwritable`` (file).
    """
    screenless()
    found, variant = find_stroke(load_strokes(paths.data), stroke)
    choreography, period = choreography_of(found, variant), found.seconds or HELD
    scheme = Scheme.NIGHT if night else Scheme.DAY
    colours = palette(read_colours(paths.data / "themes" / "figure.toml"), scheme)
    length = round_seconds(choreography, period)
    count, store = max(1, round(length * FPS)), PathStore()
    _make(folder)
    for number in range(count):
        picture = drawing(choreography, side, number / count * length, period=period)
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_drawing(painter, picture, colours, QRectF(image.rect()), ground=True, store=store)
        painter.end()
        _save(image, folder / f"{number + 1:04}.png")
    return count


def find_stroke(strokes: Mapping[str, Stroke], name: str) -> tuple[Stroke, str]:
    """The stroke and the variant that a name like ``resting-hands@chest`` means. CompanionError ``unknown-stroke``."""
    key, _, variant = name.partition("@")
    stroke = strokes.get(key)
    if stroke is None or (variant and variant not in stroke.variants):
        names = [f"{one.id}@{v}" if v else one.id for one in strokes.values() for v in ("", *one.variants)]
        near = get_close_matches(name, names, n=4, cutoff=0.3) or names[:4]
        raise CompanionError("unknown-stroke", name=name, near=", ".join(near))
    return stroke, variant


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CompanionError("picture-unwritable", file=str(folder)) from error


def _save(image: QImage, file: Path) -> None:
    if not image.save(str(file)):
        raise CompanionError("picture-unwritable", file=str(file))
