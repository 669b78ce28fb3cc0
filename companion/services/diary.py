"""Opens sessions, finds the one that was cut off, and reads the week back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from companion.domain.clock import Clock
from companion.domain.events import Finished, Stopped, StopReason
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.plan import SessionPlan
from companion.domain.practice import is_practice
from companion.domain.session import SessionRecord, SessionStatus, UnfinishedSession, steps_done
from companion.domain.settings import Settings
from companion.domain.timeline import Timeline, build
from companion.domain.words import Words
from companion.services.narration import lead_ins
from companion.services.playback import OpenSession
from companion.services.ports import Diary, Journal


def new_session(
    plan: SessionPlan,
    words: Words,
    settings: Settings,
    new_id: Callable[[], str],
    occasion: Occasion = NO_OCCASION,
) -> OpenSession:
    """A new session of this plan; ``new_id`` gives a UUID. Nothing is written before it begins.

    A plan for a doll makes it practice, whatever the occasion says.
    """
    about = replace(occasion, practice=occasion.practice or is_practice(plan))
    return OpenSession(new_id(), plan, laid_out(plan, words, settings), occasion=about)


def carry_on(left: UnfinishedSession, words: Words, settings: Settings) -> OpenSession:
    """The cut-off session at the place it had reached, under today's settings."""
    return OpenSession(left.id, left.plan, laid_out(left.plan, words, settings), left.position, left.elapsed)


def laid_out(plan: SessionPlan, words: Words, settings: Settings) -> Timeline:
    """The plan in time, as the caregiver has set things, with room for what is said."""
    return build(plan, lead_in=lead_ins(plan, words, settings.lead_in))


def keep_as_interrupted(left: UnfinishedSession, journal: Journal) -> None:
    """Close the cut-off session with what was done until it was last seen."""
    _close(left, journal, SessionStatus.INTERRUPTED, StopReason.INTERRUPTED)


def find_unfinished(diary: Diary, journal: Journal) -> UnfinishedSession | None:
    """The newest session that was cut off, if any.

    One that had come to its end when the program died is closed as what it was, and not asked about.
    """
    while left := diary.unfinished():
        events = journal.events(left.id)
        match events[-1] if events else None:
            case Finished():
                _close(left, journal, SessionStatus.FINISHED, None)
            case Stopped() as stopped:
                _close(left, journal, SessionStatus.STOPPED, stopped.reason)
            case _:
                return left
    return None


def sessions_this_week(diary: Diary, clock: Clock) -> tuple[SessionRecord, ...]:
    """Sessions from Monday to Sunday of the present week, oldest first."""
    monday = first_of_week(clock.wall().date())
    return diary.sessions_between(monday, monday + timedelta(days=6))


def first_of_week(day: date) -> date:
    """The Monday of the week in which a day lies."""
    return day - timedelta(days=day.weekday())


def _close(
    left: UnfinishedSession, journal: Journal, status: SessionStatus, reason: StopReason | None
) -> None:
    steps = steps_done(left.plan, build(left.plan), journal.events(left.id), left.elapsed)
    journal.end(left.id, status, reason, steps, left.elapsed, left.last_seen)
