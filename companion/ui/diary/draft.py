"""An entry being written or corrected: what the form begins with, and what becomes of it when it is saved."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from companion.domain.entry import Told
from companion.domain.entry_list import EVERYTHING
from companion.domain.errors import CompanionError
from companion.domain.events import Outcome
from companion.domain.occasion import Occasion
from companion.domain.plan import SessionPlan, compile_plan
from companion.domain.practice import practice
from companion.domain.routine import Routine
from companion.domain.session import StepDone
from companion.services.entries import as_planned, write_down
from companion.services.families import chosen_baby
from companion.ui.context import UiContext


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry in the form. ``session`` is "" for a new one; ``started`` is when it began, as far as is known;
    ``steps`` is what was done of each step of the plan; ``told`` is what is said beside that."""

    session: str
    plan: SessionPlan
    started: datetime
    steps: tuple[StepDone, ...]
    told: Told

    @property
    def is_new(self) -> bool:
        """Whether it is not in the diary yet."""
        return not self.session


def fresh(context: UiContext, day: date | None = None) -> Draft:
    """A new entry: of the routine in the newest one, an hour ago (or at that hour of ``day``), by who is chosen."""
    now = context.clock.wall()
    settings = context.settings.load()
    baby = chosen_baby(context.families, settings.baby)
    people = [person.id for person in context.families.caregivers() if not person.archived]
    alone = people[0] if len(people) == 1 else ""
    told = Told(
        baby=baby.id if baby else "",
        caregiver=settings.caregiver if settings.caregiver in people else alone,
    )
    at = (now - timedelta(hours=1)).time() if now.hour else time()
    started = on_wall(day or now.date(), at.replace(second=0, microsecond=0), now)
    draft = Draft("", SessionPlan("", ()), started, (), told)
    return of_routine(draft, _likely(context).id, context)


def of_routine(draft: Draft, routine: str, context: UiContext) -> Draft:
    """A new entry about another routine: all of it was done, until somebody says otherwise."""
    known = {one.id: one for one in context.routines}
    plan = compile_plan(known[routine], context.strokes)
    return replace(draft, plan=plan, steps=as_planned(plan))


def open_routines(context: UiContext) -> list[Routine]:
    """The routines that can be written down."""
    return [routine for routine in context.routines if not routine.locked]


def _likely(context: UiContext) -> Routine:
    choices = {routine.id: routine for routine in open_routines(context)}
    newest = [entry.routine for entry in context.entries.entries(EVERYTHING, limit=1)]
    return next((choices[name] for name in newest if name in choices), next(iter(choices.values())))


def existing(context: UiContext, session: str) -> Draft:
    """An entry as it stands. Raises CompanionError; KeyError for one that is not in the diary is our bug."""
    record = context.diary.session(session)
    if record is None:
        raise KeyError(session)
    plan = context.entries.plan(session)
    return Draft(session, plan, record.started, record.steps, context.entries.told(session))


def with_done(draft: Draft, done: Collection[int]) -> tuple[StepDone, ...]:
    """The steps, those in ``done`` (indices) done and no others. A step that was begun keeps what was measured."""
    full = as_planned(draft.plan)
    before = {step.index: step for step in draft.steps}
    return tuple(_step(before.get(step.index), step, is_done=step.index in done) for step in full)


def _step(before: StepDone | None, full: StepDone, *, is_done: bool) -> StepDone:
    if not is_done:
        return replace(full, seconds=0.0, repetitions=0, outcome=Outcome.SKIPPED)
    if before is not None and before.outcome is not Outcome.SKIPPED:
        return before
    return full


def on_wall(day: date, at: time, now: datetime) -> datetime:
    """That time of that day where ``now`` is told: in this computer's zone, so that a summer's day keeps its offset."""
    plain = datetime.combine(day, at)
    here = plain.astimezone()
    is_here = now.utcoffset() == now.replace(tzinfo=None).astimezone().utcoffset()
    return here if is_here else plain.replace(tzinfo=now.tzinfo)


def save(before: Draft, draft: Draft, context: UiContext) -> str:
    """Put an entry into the diary, or its corrections; returns its id. An unchanged one is left alone.

    Raises CompanionError ``entry-in-future``, and what writing may raise.
    """
    now = context.clock.wall()
    if draft.is_new:
        return _write(draft, now, context)
    told = draft.told
    if draft.started != before.started:
        if draft.started > now:
            raise CompanionError("entry-in-future")
        told = replace(told, started=draft.started)
    if draft.steps != before.steps:
        told = replace(told, steps=draft.steps)
    if told != before.told:
        context.entries.amend(draft.session, told)
    return draft.session


def _write(draft: Draft, now: datetime, context: UiContext) -> str:
    told = draft.told
    plan = draft.plan
    if told.practice:
        known = {one.id: one for one in context.routines}
        plan = practice(known[plan.routine], context.strokes)
    return write_down(
        context.entries,
        context.new_id,
        plan,
        draft.started,
        now,
        steps=draft.steps,
        occasion=Occasion(told.baby, told.caregiver, told.practice),
        reflection=told.reflection,
    )
