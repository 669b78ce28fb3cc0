"""Makes the wrap-up of a session from what is known of it, and keeps what was answered."""

from dataclasses import replace

from companion.domain.plan import SessionPlan
from companion.domain.session import SessionRecord
from companion.services import entries as entry_service
from companion.services.families import wrap_up
from companion.ui.context import UiContext
from companion.ui.theme import Look
from companion.ui.widgets.picture import Studio
from companion.ui.wrapup.screen import WrapupScreen
from companion.ui.wrapup.view import Answers, since, what_to_ask, wrapup_view


def wrapup_of(
    context: UiContext, look: Look, studio: Studio, record: SessionRecord, plan: SessionPlan
) -> WrapupScreen:
    """The screen for a session that has just ended."""
    diary = context.diary
    occasion = diary.occasion(record.id)
    asked = what_to_ask(
        record,
        occasion.check if occasion else None,
        context.families.caregivers(),
        context.settings.load().caregiver,
        diary.sessions_between(*since(context.clock.wall().date())),
    )
    view = wrapup_view(record, plan, context.events(record.id), context.words, asked)
    if record.twins:
        names = {baby.id: baby.profile.nickname for baby in context.families.babies()}
        view = replace(view, baby=names.get(record.baby, ""))
    return WrapupScreen(look, studio, context.words, view)


def keep(context: UiContext, record: SessionRecord, plan: SessionPlan, answers: Answers) -> None:
    """Keep the answers, and what was put right. Raises CompanionError when the diary cannot be written."""
    wrap_up(context.diary, record.id, answers.reflection)
    if answers.undone or answers.done_too:
        steps = entry_service.put_right(plan, record.steps, answers.undone, answers.done_too)
        entry_service.correct_steps(context.entries, record.id, steps)
