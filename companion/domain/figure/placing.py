"""Moves what is already drawn: a layer, or a whole body, turned, mirrored or put somewhere else."""

from dataclasses import replace
from types import MappingProxyType
from typing import assert_never

from companion.domain.figure.body import Body, Limb, Zone
from companion.domain.figure.drawing import Blob, Glow, Layer, Patch, Point, Shape, Trace
from companion.domain.figure.geometry import Place


def turning(pivot: Point, degrees: float, to: Point | None = None) -> Place:
    """The place that turns (clockwise) about a pivot, and brings the pivot to ``to``."""
    x, y = Place(turn=degrees).point(pivot)
    goal = pivot if to is None else to
    return Place(goal[0] - x, goal[1] - y, degrees)


def placed(layer: Layer, place: Place) -> Layer:
    """The same layer somewhere else."""
    return Layer(layer.name, tuple(_shape(shape, place) for shape in layer.shapes), layer.fleeting)


def settled(layer: Layer) -> Layer:
    """The same layer with its turn brought into its shapes, for painters that do not turn. It must not be swollen."""
    return Layer(layer.name, placed(layer, turning(layer.pivot, layer.turn)).shapes) if layer.turn else layer


def _shape(shape: Shape, place: Place) -> Shape:
    match shape:
        case Blob():
            fills, edges = (tuple(place.ring(r) for r in rings) for rings in (shape.fills, shape.edges))
            return replace(shape, fills=fills, edges=edges)
        case Patch():
            return replace(shape, ring=place.ring(shape.ring))
        case Trace():
            return replace(shape, points=place.ring(shape.points))
        case Glow():
            return replace(shape, centre=place.point(shape.centre))
        case _:
            assert_never(shape)


def turned_body(body: Body, pivot: Point, degrees: float) -> Body:
    """The whole body turned about a pivot. Its layers keep their shapes, so that painting them stays cheap."""
    moved = _known(body, turning(pivot, degrees))
    parts = tuple(replace(part, turn=degrees, pivot=pivot) for part in body.parts)
    lids = replace(body.lids, turn=degrees, pivot=pivot) if body.lids is not None else None
    return replace(moved, parts=parts, lids=lids)


def placed_body(body: Body, place: Place) -> Body:
    """The whole body somewhere else, with all that is known of it. Round zones stay as wide as they are."""
    lids = placed(body.lids, place) if body.lids is not None else None
    return replace(_known(body, place), parts=tuple(placed(part, place) for part in body.parts), lids=lids)


def _known(body: Body, place: Place) -> Body:
    limbs = {
        name: Limb(tuple((*place.point(knob[:2]), knob[2]) for knob in limb.line))
        for name, limb in body.limbs.items()
    }
    return replace(
        body,
        spots=MappingProxyType({name: place.point(p) for name, p in body.spots.items()}),
        limbs=MappingProxyType(limbs),
        zones=tuple(Zone(z.name, place.point(z.centre), z.radius) for z in body.zones),
        skin=tuple(place.ring(ring) for ring in body.skin),
    )
