"""What a left-handed caregiver does: the same stroke with the hands' parts exchanged."""

from dataclasses import replace
from functools import lru_cache

from companion.domain.figure.choreography import (
    Arrow,
    Choreography,
    Exchange,
    HandScore,
    Manner,
    Stage,
    Waypoint,
)

STAYING = frozenset({Manner.REST, Manner.HOLD})
DIGITS = ("toe", "under_toe", "finger")
"""Landmarks that have no opposite: what is written beside them stays on its side."""
OPPOSITE = ((".S", ".O"), ("outer_", "inner_"))


@lru_cache(maxsize=256)
def for_left_hand(choreography: Choreography) -> Choreography:
    """The choreography with the hands' parts exchanged, in the way that it asks for; itself when it asks for none.

    The baby, its side and its movements stay what they are, and a path that may not be reversed keeps its sense.
    """
    if choreography.left_handed is Exchange.NONE:
        return choreography
    path_stays = choreography.left_handed is Exchange.PATH_STAYS
    mirrored = STAYING if path_stays else frozenset(Manner)
    hands = tuple(_hand(score, mirrored) for score in choreography.hands)
    arrows = choreography.arrows if path_stays else tuple(_arrow(arrow) for arrow in choreography.arrows)
    return replace(choreography, hands=hands, arrows=arrows, left_handed=Exchange.NONE)


def _hand(score: HandScore, mirrored: frozenset[Manner]) -> HandScore:
    stages = tuple(_stage(stage, stage.manner in mirrored) for stage in score.stages)
    return replace(score, hand=score.hand.other, stages=stages, holds=_opposite(score.holds))


def _stage(stage: Stage, mirrored: bool) -> Stage:
    if not mirrored:
        return replace(stage, path=tuple(replace(w, turn=-w.turn) for w in stage.path))
    return replace(stage, path=_mirrored(stage.path), clockwise=not stage.clockwise)


def _arrow(arrow: Arrow) -> Arrow:
    return replace(arrow, path=_mirrored(arrow.path))


def _mirrored(path: tuple[Waypoint, ...]) -> tuple[Waypoint, ...]:
    return tuple(
        Waypoint(_opposite(w.landmark), w.dx if w.landmark.startswith(DIGITS) else -w.dx, w.dy, -w.turn)
        for w in path
    )


def _opposite(landmark: str) -> str:
    """The same place on the other side of the middle line; toes and fingers stay what they are."""
    for one, other in OPPOSITE:
        if one in landmark:
            return landmark.replace(one, other)
        if other in landmark:
            return landmark.replace(other, one)
    return landmark
