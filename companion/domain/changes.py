"""What a fitted plan changes in its routine, gathered so that one reason stands for all that it explains."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from companion.domain.parts import Part
from companion.domain.plan import PlannedStep, Reason
from companion.domain.stroke import StrokeKind

MOVING = frozenset({StrokeKind.STROKE, StrokeKind.MOVEMENT, StrokeKind.GROWING})


class ChangeKind(StrEnum):
    """What happens to a step, in the order in which reasons are told. LIFT: hands lift over a part; OVER_CLOTHES:
    they stay on top of clothes; SET: the clinic has set its length."""

    LEFT_OUT = "left-out"
    REPLACED = "replaced"
    LIFT = "lift"
    OVER_CLOTHES = "over-clothes"
    SHORTER = "shorter"
    LIGHTER = "lighter"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Draft:
    """A change before its reason is gathered: ``why`` is the key of its words; ``about`` "" is worked out."""

    kind: ChangeKind
    step: PlannedStep
    why: str
    source: str
    part: Part | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one step of the routine, and the reason that has words. A step may be SHORTER by being left
    out altogether: then it is not in the plan."""

    kind: ChangeKind
    step: PlannedStep
    reason: Reason


def gathered(drafts: Sequence[Draft], steps: Iterable[PlannedStep]) -> tuple[Change, ...]:
    """The changes with their reasons; ``steps`` are those that stood before. Strokes of an area that all fall away
    for the same reason share one reason about the area."""
    moving = [step for step in steps if step.kind in MOVING]

    def change(draft: Draft) -> Change:
        about = draft.about or _about(draft, drafts, moving)
        return Change(draft.kind, draft.step, Reason(f"{draft.kind}.{draft.why}", about, draft.source))

    return tuple(change(draft) for draft in drafts)


def reasons_of(changes: Iterable[Change]) -> tuple[Reason, ...]:
    """Each reason once, what is left out first."""
    order = list(ChangeKind)
    by_kind = sorted(changes, key=lambda change: order.index(change.kind))
    return tuple(dict.fromkeys(change.reason for change in by_kind))


def _about(draft: Draft, drafts: Sequence[Draft], moving: Sequence[PlannedStep]) -> str:
    if draft.part:
        return f"part:{draft.part}"
    if draft.kind is ChangeKind.LIGHTER:
        return "all"
    if draft.kind in {ChangeKind.LEFT_OUT, ChangeKind.REPLACED}:
        alike = {id(other.step) for other in drafts if (other.kind, other.why) == (draft.kind, draft.why)}
        gone = {
            id(other.step) for other in drafts if other.kind in {ChangeKind.LEFT_OUT, ChangeKind.REPLACED}
        }
        area, position = draft.step.area, draft.step.position
        if _whole(moving, alike) and len({step.area for step in moving}) > 1:
            return "all"
        if _whole([step for step in moving if step.area is area], gone):
            return f"area:{area}"
        there = [step for step in moving if (step.area, step.position) == (area, position)]
        if len(there) > 1 and _whole(there, gone):
            return f"area:{area}@{position}"
    return f"stroke:{draft.step.words}"


def _whole(steps: Sequence[PlannedStep], among: set[int]) -> bool:
    return bool(steps) and all(id(step) in among for step in steps)
