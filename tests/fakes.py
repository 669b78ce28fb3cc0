"""Fakes with behaviour for the ports, and small routines to play, shared by all tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from companion.domain.body import Area, Position, Side
from companion.domain.errors import CompanionError
from companion.domain.events import Event, StopReason
from companion.domain.family import Baby, Caregiver
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.session import Position as Place
from companion.domain.session import Reflection, SessionRecord, SessionStatus, StepDone, UnfinishedSession
from companion.domain.settings import Settings
from companion.domain.stroke import Pressure, StrokeKind
from companion.domain.unlock import Unlock
from companion.domain.words import StrokeWords, Words

MORNING = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


class ManualClock:
    """A clock that stands until it is moved; its wall moves along."""

    def __init__(self, start: float = 1000.0, wall: datetime = MORNING) -> None:
        self._start = start
        self._now = start
        self._wall = wall

    def now(self) -> float:
        return self._now

    def wall(self) -> datetime:
        return self._wall + timedelta(seconds=self._now - self._start)

    def advance(self, seconds: float) -> None:
        """Let so many seconds go by (a broken clock may go back)."""
        self._now += seconds


class RecordingVoice:
    """A voice that remembers; ``speaking`` is the line on its lips, "" once hushed."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.texts: list[str] = []
        self.prepared: list[str] = []
        self.speaking = ""
        self.volume = 1.0

    def say(self, line: str, text: str) -> None:
        self.said.append(line)
        self.texts.append(text)
        self.speaking = line

    def prepare(self, line: str, text: str) -> None:
        self.prepared.append(line)

    def hush(self) -> None:
        self.speaking = ""

    def set_volume(self, volume: float) -> None:
        self.volume = volume


class RecordingChimes:
    """Chimes that remember what was played."""

    def __init__(self) -> None:
        self.played: list[str] = []
        self.volumes = (0.5, 0.0)

    def play(self, name: str) -> None:
        self.played.append(name)

    def set_volumes(self, chime: float, tick: float) -> None:
        self.volumes = (chime, tick)


class RecordingWakefulness:
    """Knows whether the screen is kept awake."""

    def __init__(self) -> None:
        self.held = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False


class MemorySettings:
    """Settings kept in memory."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()

    def load(self) -> Settings:
        return self._settings

    def save(self, settings: Settings) -> None:
        self._settings = settings


@dataclass
class _Kept:
    """One session as the journal keeps it."""

    plan: SessionPlan
    started: datetime
    events: list[Event] = field(default_factory=list[Event])
    place: Place = field(default_factory=lambda: Place(0, 0.0))
    elapsed: float = 0.0
    last_seen: datetime = MORNING
    status: SessionStatus = SessionStatus.RUNNING
    reason: StopReason | None = None
    steps: tuple[StepDone, ...] = ()
    ended: datetime | None = None
    reflection: Reflection = field(default_factory=Reflection)
    occasion: Occasion = NO_OCCASION


class MemoryJournal:
    """Journal and diary in memory, all or nothing in each call. While ``broken`` every write is refused with it, and
    once the next events of the session that it ``fails_once_for``."""

    def __init__(self) -> None:
        self.broken: CompanionError | None = None
        self.full_at = 0
        self.fails_once_for = ""
        self.writes = 0
        self._sessions: dict[str, _Kept] = {}

    def _write(self, session: str) -> _Kept:
        self._count()
        return self._sessions[session]

    def _count(self) -> None:
        if self.broken:
            raise self.broken
        if self.writes + 1 == self.full_at:
            self.full_at = 0
            raise CompanionError("disk-full", file="the diary")
        self.writes += 1

    def begin(
        self, session: str, plan: SessionPlan, started: datetime, occasion: Occasion = NO_OCCASION
    ) -> None:
        if session in self._sessions:
            raise ValueError(session)
        self._count()
        self._sessions[session] = _Kept(plan, started, last_seen=started, occasion=occasion)

    def append(self, session: str, events: Sequence[Event], position: Place, now: datetime) -> None:
        if session == self.fails_once_for:
            self.fails_once_for = ""
            raise CompanionError("disk-full")
        kept = self._write(session)
        kept.events += events
        kept.place, kept.last_seen = position, now
        kept.elapsed = max([kept.elapsed, *(event.at for event in events)])

    def mark(self, session: str, position: Place, elapsed: float, now: datetime) -> None:
        kept = self._write(session)
        kept.place, kept.elapsed, kept.last_seen = position, elapsed, now

    def end(
        self,
        session: str,
        status: SessionStatus,
        reason: StopReason | None,
        steps: Sequence[StepDone],
        elapsed: float,
        ended: datetime,
    ) -> None:
        kept = self._write(session)
        kept.status, kept.reason, kept.steps = status, reason, tuple(steps)
        kept.elapsed, kept.ended = elapsed, ended

    def events(self, session: str) -> tuple[Event, ...]:
        return tuple(self._sessions[session].events)

    def unfinished(self) -> UnfinishedSession | None:
        running = [
            (name, kept) for name, kept in self._sessions.items() if kept.status is SessionStatus.RUNNING
        ]
        if not running:
            return None
        name, kept = max(running, key=lambda pair: pair[1].started)
        return UnfinishedSession(name, kept.plan, kept.started, kept.last_seen, kept.place, kept.elapsed)

    def unfinished_twin(self, session: str) -> UnfinishedSession | None:
        twins = self._sessions[session].occasion.twins
        for name, kept in self._sessions.items():
            beside = name != session and bool(twins) and kept.occasion.twins == twins
            if beside and kept.status is SessionStatus.RUNNING:
                return UnfinishedSession(
                    name, kept.plan, kept.started, kept.last_seen, kept.place, kept.elapsed
                )
        return None

    def reflect(self, session: str, reflection: Reflection) -> None:
        kept = self._write(session)
        kept.occasion = replace(kept.occasion, caregiver=reflection.who or kept.occasion.caregiver)
        kept.reflection = replace(reflection, who=kept.occasion.caregiver)

    def occasion(self, session: str) -> Occasion | None:
        kept = self._sessions.get(session)
        return kept.occasion if kept else None

    def session(self, session: str) -> SessionRecord | None:
        kept = self._sessions.get(session)
        return _record(session, kept) if kept else None

    def sessions_between(self, first: date, last: date) -> tuple[SessionRecord, ...]:
        found = [_record(name, kept) for name, kept in self._sessions.items()]
        return tuple(
            sorted((r for r in found if first <= r.started.date() <= last), key=lambda record: record.started)
        )


def _record(name: str, kept: _Kept) -> SessionRecord:
    return SessionRecord(
        name,
        kept.plan.routine,
        kept.status,
        kept.reason,
        kept.started,
        kept.ended,
        kept.elapsed,
        kept.steps,
        kept.reflection,
        kept.occasion.baby,
        kept.occasion.caregiver,
        kept.occasion.practice,
        kept.occasion.twins,
    )


class MemoryFamilies:
    """Babies and caregivers in memory."""

    def __init__(self) -> None:
        self._babies: dict[str, Baby] = {}
        self._caregivers: dict[str, Caregiver] = {}

    def babies(self) -> tuple[Baby, ...]:
        return tuple(self._babies.values())

    def keep_baby(self, baby: Baby) -> None:
        known = self._babies.get(baby.id)
        unlocks = known.profile.unlocks if known else ()
        self._babies[baby.id] = replace(baby, profile=replace(baby.profile, unlocks=unlocks))

    def caregivers(self) -> tuple[Caregiver, ...]:
        return tuple(self._caregivers.values())

    def keep_caregiver(self, caregiver: Caregiver) -> None:
        self._caregivers[caregiver.id] = caregiver

    def note_unlock(self, baby: str, unlock: Unlock) -> None:
        self._set_unlocks(baby, (*self._babies[baby].profile.unlocks, unlock))

    def withdraw_unlock(self, baby: str, unlock: Unlock, day: date) -> None:
        unlocks = list(self._babies[baby].profile.unlocks)
        standing = [nr for nr, known in enumerate(unlocks) if known == unlock and known.withdrawn is None]
        if not standing:
            raise KeyError(baby)
        unlocks[standing[-1]] = replace(unlock, withdrawn=day)
        self._set_unlocks(baby, tuple(unlocks))

    def _set_unlocks(self, baby: str, unlocks: tuple[Unlock, ...]) -> None:
        known = self._babies[baby]
        self._babies[baby] = replace(known, profile=replace(known.profile, unlocks=unlocks))


def a_step(stroke: str = "hip-to-ankle-glide", **changes: object) -> PlannedStep:
    """A planned step: three glides of four seconds on the legs, unless said otherwise."""
    plain = PlannedStep(
        stroke, StrokeKind.STROKE, Side.NONE, Area.LEGS, Position.ON_BACK, 3, 4.0, (Pressure.P2, Pressure.P2)
    )
    return replace(plain, **changes)  # pyright: ignore[reportArgumentType]


def first_massage() -> SessionPlan:
    """The plan of the first massage (brief 2.2): fourteen steps."""
    hold = {"kind": StrokeKind.HOLD, "times": 1}
    contact = {"area": Area.CONTACT, "block": 0}
    leg: list[Mapping[str, object]] = [
        {"stroke": "hip-to-ankle-glide", "times": 3, "seconds": 4.0},
        {"stroke": "thumb-over-thumb", "times": 4, "seconds": 2.0},
        {"stroke": "ankle-to-hip-glide", "times": 3, "seconds": 4.0},
    ]
    chest = {"area": Area.CHEST, "block": 4}
    held = {"position": Position.ON_CHEST, "block": 6}
    steps = (
        a_step("permission", **contact, kind=StrokeKind.ASK, times=1, seconds=30.0),
        a_step("hand-hug", **contact, **hold, seconds=45.0),
        a_step("resting-hands", variant="legs", block=1, **hold, seconds=20.0),
        *(a_step(**step, side=Side.RIGHT, block=2) for step in leg),  # pyright: ignore[reportArgumentType]
        *(a_step(**step, side=Side.LEFT, block=2) for step in leg),  # pyright: ignore[reportArgumentType]
        a_step("leg-sweep", block=3),
        a_step("resting-hands", variant="chest", **chest, **hold, seconds=15.0),
        a_step("heart-on-chest", **chest),
        a_step("resting-hands", variant="hands", area=Area.ARMS, block=5, **hold, seconds=15.0),
        a_step("swoop-to-bottom", variant="on-chest", area=Area.BACK, **held, seconds=3.0),
        a_step("hand-hug", variant="cuddle", area=Area.CONTACT, **held, **hold, seconds=60.0),
    )
    return SessionPlan("first-massage", steps)


SAY = (
    *("welcome", "wait-for-yes", "turn-over", "onto-chest", "onto-back", "rest", "rest-look", "carry-on"),
    *("half-way", "last-one", "all-done", "finished", "you-listened", "paused", "slept"),
)


def words_for(plan: SessionPlan) -> Words:
    """Words for all that a plan needs, each text naming its own line."""
    strokes = {
        step.words: StrokeWords(
            title=step.words,
            alias="",
            line=f"Do {step.words}.",
            purpose="",
            cautions=(),
            say_first=f"First {step.words}.",
            say_again=f"Again {step.words}.",
            say_other_side=f"Other {step.words}.",
        )
        for step in plan.steps
    }
    phrases = {f"say.{key}": f"Phrase {key}." for key in SAY}
    return Words("en", strokes, {}, phrases, {})
