"""Takes a routine's steps one by one and keeps, softens, replaces or leaves out each as the rules say."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from companion.domain.body import Area, Side
from companion.domain.changes import MOVING, ChangeKind, Draft
from companion.domain.clinic import ClinicSettings
from companion.domain.dose import Portions
from companion.domain.objections import Rulebook
from companion.domain.plan import PlannedStep
from companion.domain.safety import Instead
from companion.domain.stroke import Pressure

CLINIC = "clinic"
"""The source of what the clinic has set."""
RESTING_HANDS = "resting-hands"
HOLDS = {Area.LEGS: "legs", Area.CHEST: "chest", Area.ARMS: "hands", Area.FACE: "head", Area.BACK: "back"}
"""The variant of resting hands that takes the place of an area's strokes; other areas have none."""


def by_the_rules(
    items: Portions, book: Rulebook, clinic: ClinicSettings
) -> tuple[list[PlannedStep], list[Draft]]:
    """The steps that may be done, as they may be done, and what changed."""
    there = [item.step for item in items]
    steps, drafts = list[PlannedStep](), list[Draft]()
    for step in there:
        objection = book.objection(step)
        if objection is None:
            kept, notes = _kept(step, book)
            steps.append(kept)
            drafts += [*notes, *_set(step, book, clinic)]
            continue
        hold = _hold_for(step, book) if objection.instead is Instead.HOLD else None
        if hold and not _has(hold, [*there, *steps]):
            steps.append(hold)
        kind = ChangeKind.REPLACED if hold else ChangeKind.LEFT_OUT
        drafts.append(Draft(kind, step, objection.why, objection.source, objection.part))
    return steps, drafts


def _kept(step: PlannedStep, book: Rulebook) -> tuple[PlannedStep, list[Draft]]:
    """A step that is done, with no medium pressure where that is too firm, and where hands take more care."""
    notes = list[Draft]()
    firm = next((found for found in book.assessment.findings if found.rule.light_only), None)
    if care := book.care(step):
        over_clothes = book.safety.touch_of(step.words).over_clothes
        kind = ChangeKind.OVER_CLOTHES if over_clothes else ChangeKind.LIFT
        notes.append(Draft(kind, step, care.why, care.source))
    if firm and Pressure.P2 in step.pressure:
        notes.append(Draft(ChangeKind.LIGHTER, step, firm.why, firm.source))
        step = replace(step, pressure=(Pressure.P1,))
    return step, notes


def _set(step: PlannedStep, book: Rulebook, clinic: ClinicSettings) -> Iterator[Draft]:
    """What the clinic has set for a step."""
    usual = book.strokes[step.stroke].hold_seconds
    if usual and usual != clinic.knees_hold:
        yield Draft(ChangeKind.SET, step, "hold", CLINIC, about=f"seconds:{clinic.knees_hold}")


def _hold_for(step: PlannedStep, book: Rulebook) -> PlannedStep | None:
    """Resting hands in the place of a stroke, where the area has such a hold and it may be done."""
    variant = HOLDS.get(step.area)
    if variant is None or step.kind not in MOVING:
        return None
    resting = book.strokes[RESTING_HANDS]
    hold = PlannedStep(
        stroke=RESTING_HANDS,
        kind=resting.kind,
        side=Side.NONE,
        area=step.area,
        position=step.position,
        times=1,
        seconds=resting.seconds,
        pressure=resting.pressure,
        variant=variant,
        block=step.block,
    )
    return None if book.objection(hold) else hold


def _has(hold: PlannedStep, steps: Iterable[PlannedStep]) -> bool:
    return any((step.words, step.area) == (hold.words, hold.area) for step in steps)
