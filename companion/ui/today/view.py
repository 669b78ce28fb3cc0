"""What Today shows, as one frozen value: the suggestion, the week, what was left unfinished."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from companion.domain.baby import Answer, BabyProfile, age_since_birth, age_unit, corrected_age
from companion.domain.body import Area, Side
from companion.domain.routine import Routine
from companion.domain.session import SessionRecord, UnfinishedSession
from companion.domain.stroke import Stroke, StrokeKind
from companion.domain.timeline import build
from companion.domain.words import Words, routine_title
from companion.ui.scene import Scene

FIRST_ROUTINE = "first-massage"
AFTER_FEED = 30
AFTER_FEED_TUMMY = 45


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The routine for now. ``minutes`` is (shortest, longest); ``scene`` is a picture out of it."""

    routine: str
    title: str
    summary: str
    minutes: tuple[int, int]
    scene: Scene
    after_feed: int


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday: on which days there was a massage, and which day is today (0 is Monday)."""

    done: tuple[bool, ...]
    today: int
    sessions: int


@dataclass(frozen=True, slots=True)
class LeftOff:
    """A session that can be carried on: when it stopped, in what routine and at what."""

    session: UnfinishedSession
    when: datetime
    days_ago: int
    routine: str
    stopped_at: str


@dataclass(frozen=True, slots=True)
class Who:
    """Whose day it is: the name ("": none was told), and the age that counts, as a unit (``weeks``, ``months``,
    ``years``, or "" where it is not known) and a number; ``due``: it is counted from the due date."""

    name: str
    unit: str = ""
    count: int = 0
    due: bool = False


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything that Today shows. ``tip`` is a stroke out of the suggestion: its title and its line; ``dose`` is on
    how many days of this week there were all the minutes that were agreed, and on how many they were agreed."""

    hour: int
    suggestion: Suggestion | None
    week: Week
    tip: tuple[str, str] | None
    left_off: LeftOff | None
    who: Who | None = None
    dose: tuple[int, int] | None = None


def today_view(
    words: Words,
    routines: Sequence[Routine],
    strokes: Mapping[str, Stroke],
    now: datetime,
    week: Sequence[SessionRecord],
    unfinished: UnfinishedSession | None,
    baby: BabyProfile | None = None,
    dose: tuple[int, int] | None = None,
) -> TodayView:
    """Compose Today from what is known; ``baby`` is whose day it is."""
    routine = suggested(routines, week)
    return TodayView(
        hour=now.hour,
        suggestion=_suggestion(routine, words, strokes) if routine else None,
        week=_week(week, now.date()),
        tip=_tip(routine, words, strokes, now.date()) if routine else None,
        left_off=_left_off(unfinished, words, now) if unfinished else None,
        who=_who(baby, now.date()) if baby else None,
        dose=dose,
    )


def suggested(routines: Sequence[Routine], sessions: Sequence[SessionRecord]) -> Routine | None:
    """The routine done last this week, else the first massage, else the first that is open."""
    open_ones = {routine.id: routine for routine in routines if not routine.locked}
    for session in reversed(sessions):
        if session.routine in open_ones:
            return open_ones[session.routine]
    return open_ones.get(FIRST_ROUTINE) or next(iter(open_ones.values()), None)


def _who(baby: BabyProfile, today: date) -> Who:
    since, early = age_since_birth(baby, today), baby.born_early is Answer.YES
    age = corrected_age(baby, today) if early else since
    if since is None or age is None or age.youngest < 0:
        return Who(baby.nickname)
    unit, count = age_unit(age.weeks)
    return Who(baby.nickname, unit, count, early)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week in which a day lies."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _suggestion(routine: Routine, words: Words, strokes: Mapping[str, Stroke]) -> Suggestion:
    told = words.routines.get(routine.id)
    tummy = any(block.area is Area.TUMMY for block in routine.blocks)
    return Suggestion(
        routine=routine.id,
        title=told.title if told else routine.id,
        summary=told.summary if told else "",
        minutes=routine.minutes,
        scene=_scene(routine, strokes),
        after_feed=AFTER_FEED_TUMMY if tummy else AFTER_FEED,
    )


def _scene(routine: Routine, strokes: Mapping[str, Stroke]) -> Scene:
    """A picture of its first real stroke that is drawn."""
    for block in routine.blocks:
        for step in block.steps:
            stroke = strokes.get(step.stroke)
            if stroke and stroke.kind is StrokeKind.STROKE and stroke.choreographies:
                return Scene(step.stroke, step.variant, Side.RIGHT, step.seconds)
    return Scene("")


def _week(sessions: Sequence[SessionRecord], today: date) -> Week:
    monday, _ = week_of(today)
    touched = [record for record in sessions if any(step.seconds > 0 for step in record.steps)]
    days = {(record.started.date() - monday).days for record in touched}
    return Week(tuple(day in days for day in range(7)), today.weekday(), len(touched))


def _tip(
    routine: Routine, words: Words, strokes: Mapping[str, Stroke], today: date
) -> tuple[str, str] | None:
    """One stroke a day, in the order of the routine."""
    keys = dict.fromkeys(
        f"{step.stroke}@{step.variant}" if step.variant else step.stroke
        for block in routine.blocks
        for step in block.steps
        if step.stroke in strokes and strokes[step.stroke].kind is StrokeKind.STROKE
    )
    told = [words.strokes[key] for key in keys if key in words.strokes]
    if not told:
        return None
    chosen = told[today.toordinal() % len(told)]
    return chosen.title, chosen.line


def _left_off(left: UnfinishedSession, words: Words, now: datetime) -> LeftOff:
    moments = build(left.plan).moments
    moment = moments[min(left.position.moment, len(moments) - 1)]
    stroke = words.strokes.get(left.plan.steps[moment.step].words)
    return LeftOff(
        session=left,
        when=left.last_seen,
        days_ago=(now.date() - left.last_seen.date()).days,
        routine=routine_title(words, left.plan.routine),
        stopped_at=stroke.title if stroke else "",
    )
