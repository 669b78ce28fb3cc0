"""What the studio lays over a drawing: named points, places not to touch, and the ways of the hands."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QTransform

from companion.domain.body import Side
from companion.domain.figure.bodies import build
from companion.domain.figure.body import Body
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.drawing import Point
from companion.domain.figure.figure import drawn_side
from companion.domain.figure.performance import pose_at, route
from companion.ui.theme import Theme

TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
DOT, NEAR = 4.0, 16.0
"""The radius of a landmark, and how near the pointer must come to it, in pixels."""


@dataclass(frozen=True, slots=True)
class Instant:
    """A choreography on a side at a share of its loop: what the overlays belong to."""

    choreography: Choreography
    side: Side
    phase: float

    @property
    def body(self) -> Body:
        """The posed body."""
        side = drawn_side(self.choreography, self.side)
        return build(self.choreography.body, pose_at(self.choreography, side, self.phase), side)

    def names(self) -> dict[str, Point]:
        """Every landmark as it is written in a data file, with its place in body units; limbs by shares."""
        body = self.body
        named = {written(name, self.side): at for name, at in body.spots.items()}
        for limb, line in body.limbs.items():
            named |= {f"{written(limb, self.side)}@{share:g}": line.at(share)[0] for share in TICKS}
        return named


def written(landmark: str, side: Side) -> str:
    """How a data file names a landmark: ``knee.right`` is ``knee.S`` while the right side is massaged."""
    name, dot, own = landmark.rpartition(".")
    if own not in {Side.RIGHT.value, Side.LEFT.value}:
        return landmark
    mine = Side.LEFT if side is Side.LEFT else Side.RIGHT
    return f"{name}{dot}{'S' if own == mine.value else 'O'}"


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours and the letters of the overlays, from the theme in use."""

    point: QColor
    ground: QColor
    ink: QColor
    zone: QColor
    hands: tuple[QColor, QColor]
    font: QFont


def inks_of(theme: Theme, font: QFont) -> Inks:
    """The overlays' colours."""
    zone = QColor(theme.coral)
    return Inks(
        QColor(theme.coral),
        QColor(theme.card),
        QColor(theme.ink),
        zone,
        (QColor(theme.teal), QColor(theme.sun)),
        font,
    )


def draw_zones(painter: QPainter, instant: Instant, view: QTransform, inks: Inks) -> None:
    """Where the middle of a touch must not go, each with its name."""
    painter.setFont(inks.font)
    for zone in instant.body.zones:
        box = view.mapRect(
            QRectF(
                zone.centre[0] - zone.radius[0],
                zone.centre[1] - zone.radius[1],
                2 * zone.radius[0],
                2 * zone.radius[1],
            )
        )
        veil = QColor(inks.zone)
        veil.setAlphaF(0.28)
        painter.setPen(QPen(inks.zone, 2, Qt.PenStyle.DashLine))
        painter.setBrush(veil)
        painter.drawEllipse(box)
        above = box.top() - painter.fontMetrics().height() - 4
        _tag(painter, QPointF(box.center().x(), above), zone.name, inks)


def draw_routes(painter: QPainter, instant: Instant, view: QTransform, inks: Inks) -> None:
    """The way of each hand through all its stages, with a ring where it sets off."""
    choreography = instant.choreography
    side = drawn_side(choreography, instant.side)
    pose = pose_at(choreography, side, instant.phase)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, score in enumerate(choreography.hands):
        colour = inks.hands[number % 2]
        for stage in score.stages:
            way = [view.map(QPointF(*stop.at)) for stop in route(choreography.body, pose, side, stage.path)]
            for pen in (QPen(inks.ground, 6), QPen(colour, 3)):
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawPolyline(QPolygonF(way))
                painter.drawEllipse(way[0], 6, 6)


def draw_landmarks(
    painter: QPainter, instant: Instant, view: QTransform, inks: Inks, pointer: QPointF | None
) -> None:
    """Every named point; names stand where there is room, and always at the one next to the pointer."""
    painter.setFont(inks.font)
    places = {name: view.map(QPointF(*at)) for name, at in instant.names().items()}
    painter.setPen(QPen(inks.ground, 1.5))
    painter.setBrush(inks.point)
    for name, at in places.items():
        radius = DOT / 2 if "@" in name else DOT
        painter.drawEllipse(at, radius, radius)
    for name, at in _with_room(places, inks.font):
        _tag(painter, at + QPointF(0, DOT), name, inks)
    near = nearest(places, pointer)
    if near is not None:
        _tag(painter, places[near] + QPointF(0, DOT), near, inks, strong=True)


def nearest(places: dict[str, QPointF], pointer: QPointF | None) -> str | None:
    """The name of the place next to the pointer, if one is near."""
    if pointer is None or not places:
        return None
    name = min(places, key=lambda one: QPointF.dotProduct(places[one] - pointer, places[one] - pointer))
    apart = places[name] - pointer
    return name if QPointF.dotProduct(apart, apart) <= NEAR * NEAR else None


def _with_room(places: dict[str, QPointF], font: QFont) -> Iterator[tuple[str, QPointF]]:
    """The names of spots that do not lie on top of each other; shares of limbs only tell theirs to the pointer."""
    metrics, taken = QFontMetricsF(font), list[QRectF]()
    for name, at in sorted(places.items(), key=lambda one: one[1].y()):
        if "@" in name:
            continue
        box = _box(at + QPointF(0, DOT), metrics.horizontalAdvance(name), metrics.height())
        if not any(box.intersects(other) for other in taken):
            taken.append(box)
            yield name, at


def _tag(painter: QPainter, top: QPointF, words: str, inks: Inks, *, strong: bool = False) -> None:
    metrics = painter.fontMetrics()
    box = _box(top, metrics.horizontalAdvance(words), metrics.height())
    ground = QColor(inks.point if strong else inks.ground)
    ground.setAlphaF(1.0 if strong else 0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(inks.ground if strong else inks.ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _box(top: QPointF, width: float, height: float) -> QRectF:
    return QRectF(top.x() - width / 2 - 4, top.y() + 1, width + 8, height)
