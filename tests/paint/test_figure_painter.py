"""Painting a drawing: what is asked for is on the picture, where it belongs, and built only once."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QTransform

from companion.domain.body import Side
from companion.domain.figure.body import BodyView
from companion.domain.figure.choreography import Choreography, HandScore, Manner, Stage, Waypoint
from companion.domain.figure.drawing import Drawing, Frame, Layer, Patch, Role
from companion.domain.figure.figure import View, baby, drawing, without_hands
from companion.domain.figure.hand import Grip, Hand
from companion.paint.figure_painter import PathStore, paint_drawing, paint_moving, paint_still, transform_for
from companion.paint.palette import Palette, Scheme, palette, read_colours
from companion.paint.sheet import SheetItem, contact_sheet

FILE = Path(__file__).parents[2] / "data" / "themes" / "figure.toml"
WHOLE = (Waypoint("crown"), Waypoint("ankle.S", -30, 34), Waypoint("ankle.O", 30, 34))
HELD = Choreography(
    BodyView.ON_BACK,
    (
        HandScore(Hand.LEFT, (Stage(Manner.REST, Grip.FLAT, (Waypoint("sternum", -12, 20, 20),)),)),
        HandScore(Hand.RIGHT, (Stage(Manner.GLIDE, Grip.FLAT, (Waypoint("thigh.O"), Waypoint("ankle.O"))),)),
    ),
    WHOLE,
)
TARGET = QRectF(0, 0, 200, 180)


@pytest.fixture(scope="module")
def day(qapp: QGuiApplication) -> Palette:
    return palette(read_colours(FILE), Scheme.DAY)


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def blank() -> QImage:
    image = QImage(200, 180, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def painted(picture: Drawing, day: Palette, *, ground: bool = True, store: PathStore | None = None) -> QImage:
    image = blank()
    painter = QPainter(image)
    paint_drawing(painter, picture, day, TARGET, ground=ground, store=store)
    painter.end()
    return image


def at(picture: Drawing, image: QImage, x: float, y: float) -> tuple[int, ...]:
    """The colour at a point of the body."""
    spot = transform_for(picture, TARGET).map(QPointF(x, y))
    return rgb(image.pixelColor(round(spot.x()), round(spot.y())))


def test_the_baby_is_where_the_body_coordinates_say(day: Palette) -> None:
    picture = baby()
    image = painted(picture, day)
    assert at(picture, image, 0, 40) == rgb(day[Role.SKIN])
    assert at(picture, image, 0, 105) == rgb(day[Role.DIAPER])
    assert at(picture, image, 80, 100) == rgb(day[Role.MAT])


def test_the_frame_fits_into_the_target(day: Palette) -> None:
    picture = baby()
    inner = transform_for(picture, TARGET).mapRect(
        QRectF(picture.frame.left, picture.frame.top, picture.frame.width, picture.frame.height)
    )
    assert TARGET.adjusted(-0.01, -0.01, 0.01, 0.01).contains(inner)
    assert inner.height() == pytest.approx(TARGET.height())


def test_another_frame_may_be_looked_through(day: Palette) -> None:
    near = transform_for(baby(), TARGET, Frame(-20, 20, 40, 40))
    assert near.map(QPointF(0, 40)) == TARGET.center()


def test_nothing_is_painted_outside_the_target(day: Palette) -> None:
    image = blank()
    painter = QPainter(image)
    paint_drawing(painter, drawing(HELD, Side.NONE, 0, period=4), day, QRectF(50, 40, 60, 60), ground=True)
    painter.end()
    assert image.pixelColor(49, 70).alpha() == 0
    assert image.pixelColor(60, 101).alpha() == 0
    assert image.pixelColor(60, 70).alpha() == 255


def test_still_and_moving_layers_make_the_whole(day: Palette) -> None:
    picture = drawing(HELD, Side.NONE, 1, period=4)
    image = blank()
    painter = QPainter(image)
    paint_still(painter, picture, day, TARGET, ground=True)
    paint_moving(painter, picture, day, TARGET)
    painter.end()
    assert image == painted(picture, day)


def test_a_store_changes_nothing_to_be_seen(day: Palette) -> None:
    store = PathStore()
    picture = drawing(HELD, Side.NONE, 1, period=4)
    painted(picture, day, store=store)
    assert painted(picture, day, store=store) == painted(picture, day)


def test_still_parts_are_built_once_and_the_store_stays_small(day: Palette) -> None:
    store = PathStore(size=4)
    first = drawing(HELD, Side.NONE, 0, period=4)
    kept = store.draws(first.still[1])
    assert store.draws(drawing(HELD, Side.NONE, 2, period=4).still[1]) is kept
    for second in range(40):
        painted(drawing(HELD, Side.NONE, second / 10, period=4), day, store=store)
    assert len(store) == 4


def test_the_background_stays_clear_without_a_ground(day: Palette) -> None:
    assert painted(baby(), day, ground=False).pixelColor(2, 90).alpha() == 0


def test_a_mirrored_view_shows_the_mirror_image(day: Palette) -> None:
    plain = painted(drawing(HELD, Side.NONE, 0, period=4), day)
    mirrored = painted(drawing(HELD, Side.NONE, 0, period=4, view=View(mirrored=True)), day)
    back = mirrored.transformed(QTransform.fromScale(-1, 1))
    same = sum(
        sum(abs(a - b) for a, b in zip(rgb(back.pixelColor(x, y)), rgb(plain.pixelColor(x, y)), strict=True))
        < 60
        for x in range(0, 200, 5)
        for y in range(0, 180, 5)
    )
    assert same > 0.98 * 40 * 36


def test_the_facing_view_has_the_head_at_the_bottom(day: Palette) -> None:
    picture = drawing(HELD, Side.NONE, 0, period=4, view=View(facing=True))
    t = transform_for(picture, TARGET)
    assert t.map(QPointF(0, -56)).y() > t.map(QPointF(0, 105)).y()


def test_without_hands_only_the_baby_is_left(day: Palette) -> None:
    names = {layer.name for layer in without_hands(drawing(HELD, Side.NONE, 1, period=4)).layers}
    assert not any(name.startswith(("hand", "ground", "path", "dot")) for name in names)
    assert "head" in names


def test_high_contrast_leaves_out_what_is_transparent(qapp: QGuiApplication) -> None:
    clear = palette(read_colours(FILE), Scheme.HIGH_CONTRAST)
    image = painted(baby(), clear)
    assert at(baby(), image, -27.5, -43) == rgb(clear[Role.SKIN])


def test_the_sheet_holds_three_moments_on_both_sides_of_each_stroke(day: Palette) -> None:
    items = [SheetItem(f"stroke {k}", HELD, 4.0) for k in range(3)]
    image = contact_sheet(items, day, cell=(60, 54), columns=2)
    assert image.width() == 2 * 6 * 60
    assert image.height() == 2 * (54 + 18)
    left = image.copy(0, 18, 360, 54)
    assert left == image.copy(360, 18, 360, 54)


def test_an_empty_sheet_is_an_empty_row(day: Palette) -> None:
    assert contact_sheet([], day, cell=(60, 54)).height() == 72


def test_a_turned_layer_is_painted_turned_and_built_only_once(day: Palette) -> None:
    bar = Layer("bar", (Patch(((-5, -60), (5, -60), (5, 60), (-5, 60)), Role.INK),))
    store, frame = PathStore(), Frame(-100, -90, 200, 180)
    for degrees, (x, y) in ((0.0, (0, 50)), (90.0, (50, 0))):
        picture = Drawing((), (replace(bar, turn=degrees),), frame)
        image = painted(picture, day, store=store)
        assert at(picture, image, x, y) == rgb(day[Role.INK])
        assert at(picture, image, y, x) == rgb(day[Role.FLOOR])
    assert len(store) == 1
