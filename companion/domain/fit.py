"""Fits a routine to this baby, today, and the time there is: what stays, what goes, what takes its place, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from companion.domain.baby import Answer
from companion.domain.body import Area
from companion.domain.changes import MOVING, Change, ChangeKind, Draft, gathered, reasons_of
from companion.domain.dose import Portion, Portions, portions
from companion.domain.objections import CLINICIAN, Rulebook
from companion.domain.plan import PlannedStep, Reason, SessionPlan, compile_plan
from companion.domain.routine import Routine
from companion.domain.ruled import CLINIC, by_the_rules
from companion.domain.safety import Safety, Verdict
from companion.domain.stroke import Stroke, StrokeKind
from companion.domain.timed import CAREGIVER, Timed, Wish, in_time
from companion.domain.unlock import newest, opened
from companion.domain.verdict import Assessment, Situation, assess, is_lifted

WHOLE_BODY_AREAS = 4
CLOTHED = "not-ready-r2"
"""The rule under which clothes or a diaper stay on."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """A routine fitted to today. ``plan`` is None where there must be no session: ``blocked`` then says why not
    this routine, or the assessment's reasons why none at all.

    ``no_oil`` are the reasons against oil (where there are none a little is fine, and never needed); ``clothed``:
    clothes or a diaper stay on.
    """

    routine: str
    verdict: Verdict
    assessment: Assessment
    plan: SessionPlan | None = None
    changes: tuple[Change, ...] = ()
    blocked: tuple[Reason, ...] = ()
    no_oil: tuple[Reason, ...] = ()
    clothed: bool = True

    @property
    def title(self) -> str:
        """Key of the verdict's words: ``not-yet`` when it may be over soon, ``not-this`` when another routine may
        be fine, ``check-first`` when only answers are missing; otherwise the verdict's own."""
        if self.blocked:
            return "not-this"
        return self.assessment.title if self.assessment.verdict >= Verdict.NOT_TODAY else self.verdict.word

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Everything that has to be told, what stands in the way first."""
        return (*self.assessment.blocking, *self.blocked, *reasons_of(self.changes))


def fit(
    routine: Routine, strokes: Mapping[str, Stroke], safety: Safety, situation: Situation, wish: Wish
) -> Fitting:
    """What can be done of a routine today.

    First it is made to fit the time, always dropping the same things in the same order; then rules take out what
    they forbid. So an answer that is not known can only take away. Raises CompanionError ``stroke-unknown``.
    """
    assessment = assess(situation, safety, routine.id if routine.locked else "")
    if assessment.verdict >= Verdict.NOT_TODAY:
        return Fitting(routine.id, assessment.verdict, assessment)
    if blocked := tuple(_blocked(routine, safety, situation, assessment)):
        return Fitting(routine.id, Verdict.NOT_TODAY, assessment, blocked=blocked)
    timed = _timed(routine, strokes, safety, situation, wish, assessment)
    if timed is None:
        reason = Reason("blocked.no-time", f"minutes:{wish.minutes}", CAREGIVER)
        return Fitting(routine.id, Verdict.NOT_TODAY, assessment, blocked=(reason,))
    book = Rulebook(assessment, safety, strokes, len(_areas(routine)) >= WHOLE_BODY_AREAS)
    steps, drafts = by_the_rules(timed.items, book, situation.clinic)
    changes = gathered([*timed.drafts, *drafts], [item.step for item in timed.items])
    if _nothing_left(routine, strokes, steps, changes):
        reason = Reason("blocked.nothing-left", f"routine:{routine.id}", "DESIGN")
        return Fitting(routine.id, Verdict.NOT_TODAY, assessment, changes=changes, blocked=(reason,))
    plan = SessionPlan(routine.id, tuple(steps), reasons_of(changes))
    return Fitting(
        routine=routine.id,
        verdict=_verdict(assessment, steps, changes),
        assessment=assessment,
        plan=plan,
        changes=changes,
        no_oil=tuple(_no_oil(routine, assessment)),
        clothed=routine.clothed or any(finding.rule.id == CLOTHED for finding in assessment.findings),
    )


def _blocked(
    routine: Routine, safety: Safety, situation: Situation, assessment: Assessment
) -> Iterator[Reason]:
    """Why this routine, whatever the others, is not for this baby today."""
    about = f"routine:{routine.id}"
    if routine.locked and newest(situation.profile.unlocks, situation.today, routine.id) is None:
        yield Reason("blocked.locked", about, CLINICIAN)
    sources = ", ".join(routine.sources)
    too_young = assessment.age.under(routine.from_weeks) if routine.from_weeks else Answer.NO
    if too_young is not Answer.NO:
        yield Reason("blocked.too-young" + ("" if too_young is Answer.YES else ".unknown"), about, sources)
    for name, known in assessment.held.items():
        if name in routine.avoid and not is_lifted(name, safety, assessment.areas, _areas(routine)):
            yield Reason(f"unfit.condition:{name}" + ("" if known else ".unknown"), about, sources)


def _timed(
    routine: Routine,
    strokes: Mapping[str, Stroke],
    safety: Safety,
    situation: Situation,
    wish: Wish,
    assessment: Assessment,
) -> Timed | None:
    """The routine's portions in the time there is; a therapist's doses are never cut."""
    unlock = newest(situation.profile.unlocks, situation.today, routine.id) if routine.locked else None
    likely = _with_likes(opened(routine, unlock) if unlock else routine, situation.profile.likes)
    plan = compile_plan(likely, strokes, wish.side_first, with_optional=True)
    whole = _with_hold(portions(plan, likely), strokes, situation.clinic.knees_hold)
    if unlock is None:
        return in_time(whole, assessment, strokes, safety, wish)
    dosed = tuple(item for item in whole if item.step.length)
    undosed = (item.step for item in whole if not item.step.length)
    return Timed(dosed, tuple(Draft(ChangeKind.LEFT_OUT, step, "no-dose", CLINICIAN) for step in undosed))


def _with_likes(routine: Routine, likes: tuple[str, ...]) -> Routine:
    """The routine without the extra steps that nobody has said the baby likes."""
    blocks = (
        replace(block, steps=tuple(step for step in block.steps if not step.optional or step.stroke in likes))
        for block in routine.blocks
    )
    return replace(routine, blocks=tuple(blocks))


def _with_hold(items: Portions, strokes: Mapping[str, Stroke], hold: int) -> Portions:
    """The portions with the still part of each repetition as the clinic sets it."""

    def held(item: Portion) -> Portion:
        usual = strokes[item.step.stroke].hold_seconds
        return (
            replace(item, step=replace(item.step, seconds=item.step.seconds - usual + hold))
            if usual
            else item
        )

    return tuple(held(item) for item in items)


def _areas(routine: Routine) -> frozenset[Area]:
    """The areas that a routine goes over; asking and holding are none."""
    return frozenset(block.area for block in routine.blocks) - {Area.CONTACT}


def _nothing_left(
    routine: Routine, strokes: Mapping[str, Stroke], steps: Sequence[PlannedStep], changes: Sequence[Change]
) -> bool:
    """Whether a routine of strokes has none left, or a routine of holds has nothing but the asking."""
    if any(change.kind is ChangeKind.REPLACED for change in changes):
        return False
    moves = any(strokes[step.stroke].kind in MOVING for block in routine.blocks for step in block.steps)
    kinds = {step.kind for step in steps}
    return not kinds & (MOVING if moves else {StrokeKind.HOLD})


def _verdict(assessment: Assessment, steps: Sequence[PlannedStep], changes: Sequence[Change]) -> Verdict:
    """The verdict for this routine: what the caregiver or the clinic has chosen is no change."""
    replaced = any(change.kind is ChangeKind.REPLACED for change in changes)
    if replaced and not any(step.kind in MOVING for step in steps):
        return max(assessment.verdict, Verdict.GENTLE_TOUCH_ONLY)
    if assessment.verdict > Verdict.GO_WITH_CHANGES:
        return assessment.verdict
    chosen = {CAREGIVER, CLINIC}
    changed = any(change.reason.source not in chosen for change in changes)
    return Verdict.GO_WITH_CHANGES if changed or assessment.areas else Verdict.GO


def _no_oil(routine: Routine, assessment: Assessment) -> Iterator[Reason]:
    """Every reason against oil."""
    if routine.clothed:
        yield Reason("no-oil.clothed", f"routine:{routine.id}", ", ".join(routine.sources))
    for finding in assessment.findings:
        if finding.rule.no_oil:
            yield Reason(f"no-oil.{finding.why}", finding.about, finding.source)
