"""Everything that the page of one session shows, read once and put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from companion.domain.entry import Told
from companion.domain.events import Cue, Event
from companion.domain.plan import Reason, SessionPlan
from companion.domain.safety_words import SafetyWords, sentence
from companion.domain.session import SessionRecord
from companion.services.retelling import Course, Edit, StrokeLine, course, edits, stroke_lines
from companion.ui.context import UiContext


@dataclass(frozen=True, slots=True)
class SessionView:
    """One session. ``reasons`` are sentences on what the check changed in the plan; ``cue_names`` and ``is_yes`` are
    of the cues that were noted (True: the baby wants more)."""

    record: SessionRecord
    plan: SessionPlan
    lines: tuple[StrokeLine, ...]
    course: Course
    edits: tuple[Edit, ...]
    told: Told
    reasons: tuple[str, ...] = ()
    cue_names: Mapping[str, str] = field(default_factory=dict[str, str])
    is_yes: Mapping[str, bool] = field(default_factory=dict[str, bool])

    @property
    def can_undo(self) -> bool:
        """Whether there is a correction that could be taken back."""
        return self.record.edits > 0


def read_session(context: UiContext, session: str) -> SessionView:
    """Read a session. Raises CompanionError; KeyError for one that is not in the diary is our bug."""
    record = context.diary.session(session)
    if record is None:
        raise KeyError(session)
    plan = context.entries.plan(session)
    events: tuple[Event, ...] = () if record.by_hand else tuple(context.events(session))
    history = context.entries.history(session)
    went = course(plan, events, record.elapsed)
    names, is_yes = _cues(context, went)
    return SessionView(
        record=record,
        plan=plan,
        lines=stroke_lines(plan, record),
        course=went,
        edits=edits(history),
        told=context.entries.told(session),
        reasons=_reasons(context, plan),
        cue_names=names,
        is_yes=is_yes,
    )


def _cues(context: UiContext, went: Course) -> tuple[dict[str, str], dict[str, bool]]:
    """The safety words are read only where a cue of the catalogue was noted."""
    is_yes: dict[str, bool] = {Cue.ENJOYING: True, Cue.SAYS_NO: False}
    seen = {mark.cue for mark in went.marks} - set(is_yes)
    if not seen:
        return {}, is_yes
    catalogue, words = context.safety().cues, context.safety_words().cues
    is_yes |= {cue: catalogue[cue].yes for cue in seen if cue in catalogue}
    return {cue: words[cue] for cue in seen if cue in words}, is_yes


def _reasons(context: UiContext, plan: SessionPlan) -> tuple[str, ...]:
    if not plan.reasons:
        return ()
    safety_words: SafetyWords = context.safety_words()
    told = (_sentence(reason, safety_words, context) for reason in plan.reasons)
    return tuple(dict.fromkeys(sentence for sentence in told if sentence))


def _sentence(reason: Reason, safety_words: SafetyWords, context: UiContext) -> str:
    """A reason of an older version may have no words any more."""
    try:
        return sentence(reason, safety_words, context.words)
    except KeyError:
        return ""
