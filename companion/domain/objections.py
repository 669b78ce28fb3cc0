"""Why a step of a session must not be done today, if there is a reason, and where hands only need more care."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from companion.domain.body import Area
from companion.domain.parts import Part
from companion.domain.plan import PlannedStep
from companion.domain.safety import Forbids, Instead, Safety
from companion.domain.stroke import Pressure, Stroke, StrokeKind
from companion.domain.verdict import Assessment, Finding, is_lifted

AREA_OF = {
    Part.HEAD: Area.FACE,
    Part.FACE: Area.FACE,
    Part.NECK: Area.FACE,
    Part.CHEST: Area.CHEST,
    Part.TUMMY: Area.TUMMY,
    Part.BACK: Area.BACK,
    Part.BOTTOM: Area.LEGS,
    Part.RIGHT_ARM: Area.ARMS,
    Part.LEFT_ARM: Area.ARMS,
    Part.RIGHT_LEG: Area.LEGS,
    Part.LEFT_LEG: Area.LEGS,
}
"""The area that a clinician's yes must name before a part is stroked."""

CLINICIAN = "clinician"
"""The source of a limit that a clinician's yes sets."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a step is not done. ``why`` is the key of its words, ``part`` what is spared where that is one part,
    ``instead`` what takes its place."""

    why: str
    source: str
    part: Part | None = None
    instead: Instead = Instead.NOTHING


@dataclass(frozen=True, slots=True)
class Rulebook:
    """What steps are held against: today's findings, the catalogue, and whether the routine is a whole-body one."""

    assessment: Assessment
    safety: Safety
    strokes: Mapping[str, Stroke]
    whole_body: bool

    def objection(self, step: PlannedStep) -> Objection | None:
        """The weightiest reason not to do this step today; None: it may be done. Asking is always fine.

        A hold takes its place only where nothing else speaks against touching there.
        """
        found = [] if step.kind is StrokeKind.ASK else list(self._objections(step))
        if not found:
            return None
        agreed = all(objection.instead is Instead.HOLD for objection in found)
        return found[0] if agreed else replace(found[0], instead=Instead.NOTHING)

    def care(self, step: PlannedStep) -> Objection | None:
        """Why hands lift over a part, or stay on top of clothes, in a step that may be done."""
        touch = self.safety.touch_of(step.words)
        spared = touch.lifts_over or (touch.touched(step.side) if touch.over_clothes else frozenset[Part]())
        for finding in self.assessment.findings:
            if spared & _parts(finding):
                return Objection(finding.why, finding.source)
        allowed = self.assessment.areas
        if allowed is not None and any(AREA_OF[part] not in allowed for part in spared):
            return Objection("not-agreed", CLINICIAN)
        return None

    def _objections(self, step: PlannedStep) -> Iterator[Objection]:
        for finding in self.assessment.findings:
            if self._forbids(finding, step):
                yield Objection(finding.why, finding.source, finding.part, finding.rule.instead)
        stroke = self.strokes[step.stroke]
        wanted = self._areas(step)
        for name, known in self.assessment.held.items():
            if name in stroke.avoid and not is_lifted(name, self.safety, self.assessment.areas, wanted):
                listed = self.safety.conditions.get(name)
                source = ", ".join(listed.sources if listed else stroke.sources)
                yield Objection(f"condition:{name}" if known else f"condition:{name}.unknown", source)
        if self.assessment.areas is not None and not wanted <= self.assessment.areas:
            yield Objection("not-agreed", CLINICIAN)

    def _forbids(self, finding: Finding, step: PlannedStep) -> bool:
        forbids = finding.rule.forbids
        touch = self.safety.touch_of(step.words)
        stroke = self.strokes[step.stroke]
        if stroke.ready_from(step.position) in forbids.readiness and not touch.over_clothes:
            return True
        if is_still(step) and not forbids.holds:
            return False
        everything = forbids.moving or (forbids.whole_body and self.whole_body)
        return (
            everything
            or bool(_parts(finding) & (touch.touched(step.side) - touch.lifts_over))
            or bool({step.area, stroke.area} & forbids.areas)
            or step.position in forbids.positions
            or _is_left_over(step, stroke, forbids)
        )

    def _areas(self, step: PlannedStep) -> frozenset[Area]:
        """Areas that a clinician's yes must name for this step."""
        touch = self.safety.touch_of(step.words)
        parts = touch.touched(step.side) - touch.lifts_over
        if is_still(step):
            parts &= {Part.TUMMY}
        return frozenset({step.area, self.strokes[step.stroke].area} | {AREA_OF[part] for part in parts})


def is_still(step: PlannedStep) -> bool:
    """Whether hands only rest: a hold with nothing but the weight of the hand."""
    return step.kind is StrokeKind.HOLD and all(pressure is Pressure.P0 for pressure in step.pressure)


def _parts(finding: Finding) -> frozenset[Part]:
    own = finding.part
    return finding.rule.forbids.parts | ({own} if own else frozenset[Part]())


def _is_left_over(step: PlannedStep, stroke: Stroke, forbids: Forbids) -> bool:
    """Whether only some areas and strokes are allowed, and this is none of them."""
    if not forbids.only_areas and not forbids.only_strokes:
        return False
    listed = stroke.area in forbids.only_areas or step.stroke in forbids.only_strokes
    return not listed
