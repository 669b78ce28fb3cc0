"""What the diary tells a therapist about some weeks, counted and never judged; nothing here says what caused what."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from companion.domain.baby import Answer
from companion.domain.events import CueNoted, CueSeen, Event, Outcome, RestBegan, StopReason
from companion.domain.session import BabyState, SessionRecord, SessionStatus, StepDone

T = TypeVar("T")
WEEK = timedelta(days=7)
COMFORTS = 5


class Why(StrEnum):
    """Why a planned stroke was left out or shortened: the session ended for this reason, or it was passed over."""

    PASSED_OVER = "passed-over"
    BABY_SAID_NO = "baby-said-no"
    BABY_ASLEEP = "baby-asleep"
    INTERRUPTED = "interrupted"
    CAREGIVER = "caregiver"


@dataclass(frozen=True, slots=True)
class Goal:
    """What was agreed: at least ``minutes`` of touch a day, on ``days`` days a week."""

    minutes: float
    days: int


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, ``first`` to ``last``. ``seconds`` are of touch; ``days_met`` counts days with all the minutes of
    the goal, None without one; ``confidence`` is the last that was told (0 to 10)."""

    first: date
    last: date
    sessions: int
    seconds: float
    days: int
    days_met: int | None
    confidence: int | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stroke that was not always done: how often it was planned, done, begun but shortened, and not begun, and
    why it was shortened or not begun (each reason with its count, the most frequent first)."""

    stroke: str
    planned: int
    done: int
    shortened: int
    skipped: int
    why: tuple[tuple[Why, int], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How the baby was before and after, and how often it was told so."""

    before: BabyState
    after: BabyState
    times: int


@dataclass(frozen=True, slots=True)
class Note:
    """What the caregiver wrote about a session; ``reaction`` is what was seen of skin, spitting up or crying."""

    at: datetime
    routine: str
    text: str
    reaction: str


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """Some weeks of massage, both days inclusive. ``practice`` sessions on a doll are told, and count for nothing else.

    ``met`` says in how many weeks the goal's days were reached (None without a goal). ``comforts`` has one count for
    each face, from 0 to 4; ``oil`` how often it was used and not used. What nobody said is in none of the counts.
    """

    first: date
    last: date
    goal: Goal | None
    weeks: tuple[Week, ...]
    met: int | None
    sessions: int
    days: int
    seconds: float
    practice: int
    finished: int
    stopped: tuple[tuple[StopReason, int], ...]
    routines: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...]
    cues: tuple[tuple[str, int], ...]
    rests: int
    changes: tuple[Change, ...]
    comforts: tuple[int, ...]
    oil: tuple[int, int]
    notes: tuple[Note, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.sessions


def weeks_until(last: date, weeks: int) -> date:
    """The first day of so many weeks of seven days, of which ``last`` is the last day."""
    return last - weeks * WEEK + timedelta(days=1)


def summarise(
    records: Iterable[SessionRecord],
    events: Callable[[str], Sequence[Event]],
    first: date,
    last: date,
    goal: Goal | None = None,
    baby: str = "",
) -> ReportSummary:
    """What the sessions that began on the days from ``first`` to ``last`` tell, in weeks counted from ``first``.

    ``events`` gives the events of a session by its id. With ``baby`` only sessions of this baby are counted, and
    those of which nobody said whose they are.
    """
    told = sorted(
        (record for record in records if _belongs(record, first, last, baby)),
        key=lambda record: record.started,
    )
    real = [record for record in told if not record.practice]
    weeks = tuple(_week(real, start, last, goal) for start in _starts(first, last))
    seen = [event for record in real for event in events(record.id)]
    return ReportSummary(
        first=first,
        last=last,
        goal=goal,
        weeks=weeks,
        met=sum((week.days_met or 0) >= goal.days for week in weeks) if goal else None,
        sessions=len(real),
        days=len({record.started.date() for record in real}),
        seconds=sum(record.touch for record in real),
        practice=len(told) - len(real),
        finished=sum(record.status is SessionStatus.FINISHED for record in real),
        stopped=_counted(record.stop_reason for record in real if record.stop_reason is not None),
        routines=_counted(record.routine for record in real),
        left_out=_left_out(real),
        cues=_counted(str(event.cue) for event in seen if isinstance(event, (CueNoted, CueSeen))),
        rests=sum(isinstance(event, RestBegan) for event in seen),
        changes=_changes(real),
        comforts=_comforts(real),
        oil=(_oil(real, Answer.YES), _oil(real, Answer.NO)),
        notes=_notes(real),
    )


def _belongs(record: SessionRecord, first: date, last: date, baby: str) -> bool:
    in_time = first <= record.started.date() <= last
    return in_time and record.status is not SessionStatus.RUNNING and (not baby or record.baby in {"", baby})


def _starts(first: date, last: date) -> list[date]:
    return [first + number * WEEK for number in range((last - first) // WEEK + 1)]


def _week(records: Sequence[SessionRecord], start: date, last: date, goal: Goal | None) -> Week:
    end = min(start + WEEK - timedelta(days=1), last)
    inside = [record for record in records if start <= record.started.date() <= end]
    by_day = dict[date, float]()
    for record in inside:
        day = record.started.date()
        by_day[day] = by_day.get(day, 0.0) + record.touch
    told = [record.reflection.confidence for record in inside if record.reflection.confidence is not None]
    return Week(
        first=start,
        last=end,
        sessions=len(inside),
        seconds=sum(record.touch for record in inside),
        days=len(by_day),
        days_met=sum(seconds >= goal.minutes * 60 for seconds in by_day.values()) if goal else None,
        confidence=told[-1] if told else None,
    )


def _counted(things: Iterable[T]) -> tuple[tuple[T, int], ...]:
    """Each thing with its count, the most frequent first; those that are equally frequent by name."""
    return tuple(sorted(Counter(things).items(), key=lambda item: (-item[1], str(item[0]))))


def _left_out(records: Sequence[SessionRecord]) -> tuple[LeftOut, ...]:
    """Strokes that were not always done, those most often left out first."""
    outcomes = dict[str, Counter[Outcome]]()
    reasons = dict[str, Counter[Why]]()
    for record in records:
        whys = why_not_done(record)
        for step in record.steps:
            outcomes.setdefault(step.stroke, Counter())[step.outcome] += 1
            if step.index in whys:
                reasons.setdefault(step.stroke, Counter())[whys[step.index]] += 1
    found = [_of_stroke(stroke, outcomes[stroke], reasons[stroke]) for stroke in reasons]
    return tuple(sorted(found, key=lambda one: (-one.skipped, -one.shortened, one.stroke)))


def _of_stroke(stroke: str, outcomes: Counter[Outcome], reasons: Counter[Why]) -> LeftOut:
    return LeftOut(
        stroke=stroke,
        planned=outcomes.total(),
        done=outcomes[Outcome.DONE],
        shortened=outcomes[Outcome.CUT],
        skipped=outcomes[Outcome.SKIPPED],
        why=_counted(reasons.elements()),
    )


def why_not_done(record: SessionRecord) -> dict[int, Why]:
    """Why each step that was not done in full was shortened or left out, by the index of the step."""
    reached = _reached(record)
    return {
        step.index: _why(record, step, reached) for step in record.steps if step.outcome is not Outcome.DONE
    }


def _reached(record: SessionRecord) -> int:
    """The last step that was begun; -1 for none."""
    return max((step.index for step in record.steps if step.outcome is not Outcome.SKIPPED), default=-1)


def _why(record: SessionRecord, step: StepDone, reached: int) -> Why:
    """The session's end explains the last step that was begun and all after it; before that, hands moved on."""
    if record.stop_reason is None or step.index < reached:
        return Why.PASSED_OVER
    return Why(record.stop_reason.value)


def _changes(records: Sequence[SessionRecord]) -> tuple[Change, ...]:
    told = Counter(
        (record.reflection.before, record.reflection.after)
        for record in records
        if record.reflection.before is not None and record.reflection.after is not None
    )
    found = [Change(before, after, times) for (before, after), times in told.items()]
    return tuple(sorted(found, key=lambda change: (-change.times, change.before, change.after)))


def _comforts(records: Sequence[SessionRecord]) -> tuple[int, ...]:
    told = Counter(record.reflection.comfort for record in records)
    return tuple(told[face] for face in range(COMFORTS))


def _oil(records: Sequence[SessionRecord], answer: Answer) -> int:
    return sum(record.reflection.oil is answer for record in records)


def _notes(records: Sequence[SessionRecord]) -> tuple[Note, ...]:
    return tuple(
        Note(
            record.started,
            record.routine,
            record.reflection.note.strip(),
            record.reflection.reaction.strip(),
        )
        for record in records
        if record.reflection.note.strip() or record.reflection.reaction.strip()
    )
