"""Pictures kept of layers that come again look like the layers themselves, and are dropped when they do not fit."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from companion.domain.figure.drawing import Drawing
from companion.domain.figure.figure import baby
from companion.domain.figure.portraits import cue_picture
from companion.paint.figure_painter import PathStore, paint_drawing
from companion.paint.palette import Palette, Scheme, palette, read_colours
from companion.paint.sprites import WORTH_IT

COLOURS = read_colours(Path(__file__).parents[2] / "data" / "themes" / "figure.toml")
DAY, NIGHT = palette(COLOURS, Scheme.DAY), palette(COLOURS, Scheme.NIGHT)


def painted(
    picture: Drawing, colours: Palette, store: PathStore | None, target: QRectF, ratio: float = 1.0
) -> QImage:
    image = QImage(round(240 * ratio), round(240 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    with QPainter(image) as painter:
        paint_drawing(painter, picture, colours, target, ground=True, store=store)
    return image


def furthest(one: QImage, other: QImage) -> int:
    """The largest difference of a colour at any pixel."""
    ours, theirs = bytes(one.constBits()), bytes(other.constBits())
    return max(abs(a - b) for a, b in zip(ours, theirs, strict=True))


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("target", [QRectF(0, 0, 240, 240), QRectF(13.4, 7.7, 200, 190)])
def test_kept_pictures_look_like_the_shapes_themselves(
    qapp: QGuiApplication, target: QRectF, ratio: float
) -> None:
    store = PathStore()
    kept = [painted(cue_picture("cries"), DAY, store, target, ratio) for _ in range(WORTH_IT + 1)]
    assert store.sprites.kept > 4
    assert furthest(kept[-1], painted(cue_picture("cries"), DAY, None, target, ratio)) <= 3


def test_nothing_is_kept_of_what_came_only_a_few_times(qapp: QGuiApplication) -> None:
    store = PathStore()
    for _ in range(WORTH_IT - 1):
        painted(baby(), DAY, store, QRectF(0, 0, 240, 240))
    assert store.sprites.kept == 0


def test_other_colours_and_other_places_are_painted_anew(qapp: QGuiApplication) -> None:
    store, here, there = PathStore(), QRectF(0, 0, 240, 240), QRectF(20, 0, 160, 240)
    for _ in range(WORTH_IT + 1):
        painted(baby(), DAY, store, here)
    assert painted(baby(), NIGHT, store, here) == painted(baby(), NIGHT, None, here)
    assert painted(baby(), NIGHT, store, there) == painted(baby(), NIGHT, None, there)


def test_a_picture_too_large_to_be_worth_it_is_not_kept(qapp: QGuiApplication) -> None:
    store, large = PathStore(), QRectF(-4000, -4000, 8000, 8000)
    for _ in range(WORTH_IT + 1):
        painted(baby(), DAY, store, large)
    assert store.sprites.kept == 0


def test_what_is_no_longer_shown_is_forgotten(qapp: QGuiApplication) -> None:
    store, target = PathStore(), QRectF(0, 0, 240, 240)
    for _ in range(WORTH_IT + 1):
        painted(cue_picture("cries"), DAY, store, target)
    for _ in range(2 * WORTH_IT + 2):
        painted(cue_picture("arches"), DAY, store, target)
    assert store.sprites.known == len(cue_picture("arches").layers)
