"""What the player shows at one instant, as one frozen value, composed from the playback's state and the words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from companion.domain.body import Area, Position, Side
from companion.domain.events import PauseReason
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.player import Phase, PlayerState
from companion.domain.practice import is_practice
from companion.domain.stroke import StrokeKind
from companion.domain.timeline import Moment, MomentKind, Timeline
from companion.domain.words import StrokeWords, Words, routine_title
from companion.ui.scene import Scene
from companion.ui.widgets.progress import Segment

_REST_VARIANTS = {
    Area.LEGS: "legs",
    Area.CHEST: "chest",
    Area.ARMS: "hands",
    Area.FACE: "head",
    Area.BACK: "back",
}
_NO_WORDS = StrokeWords("", "", "", "", (), "", "", "")


class Mode(Enum):
    """What the caregiver is asked to do just now."""

    LEADING_IN = auto()
    PLAYING = auto()
    ASKING = auto()
    WAITING = auto()
    PAUSED = auto()
    RESTING = auto()
    ENDED = auto()


@dataclass(frozen=True, slots=True)
class Card:
    """The words beside the picture. ``alias`` is the old name, ``care`` one thing to mind: both may be empty."""

    area: str
    title: str
    alias: str
    line: str
    care: str


@dataclass(frozen=True, slots=True)
class Dose:
    """How often, how firmly and how slowly. ``total`` is 0 when nothing is counted, ``firmness`` 0 to 3."""

    done: int
    total: int
    firmness: int
    pressure: str
    pressure_short: str
    pace: str
    seconds: float
    hold: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where we are: ``part`` of the body in words, with whose it is of two babies or that it is a doll's; step ``step``
    of ``steps``."""

    routine: str
    part: str
    step: int
    steps: int


@dataclass(frozen=True, slots=True)
class PlayerView:
    """Everything that the player shows."""

    mode: Mode
    place: Place
    card: Card
    dose: Dose
    scene: Scene
    t: float
    life: float
    share: float
    seconds: int
    left: int
    next_title: str
    next_part: str
    segments: tuple[Segment, ...]
    pause_reason: PauseReason | None


@dataclass(frozen=True, slots=True)
class _MomentWords:
    """What stays the same for a whole moment."""

    place: Place
    card: Card
    next_title: str
    next_part: str
    pressure: tuple[str, str]
    pace_names: tuple[str, str]


class Composer:
    """Turns states of one session into views; what is the same for a whole moment is worked out once. ``whose`` names
    the baby of each step where there are two."""

    def __init__(
        self, plan: SessionPlan, timeline: Timeline, words: Words, whose: tuple[str, ...] = ()
    ) -> None:
        self._plan = plan
        self._timeline = timeline
        self._words = words
        self._whose = whose
        self._moment_words = lru_cache(maxsize=8)(self._compose_words)
        self._shares = lru_cache(maxsize=1)(lambda: tuple(self._segment_spans()))

    def view(self, state: PlayerState, pause_reason: PauseReason | None = None) -> PlayerView:
        """The view of one state."""
        moment = state.moment
        step = self._plan.steps[moment.step]
        told = self._moment_words(state.index)
        return PlayerView(
            mode=mode_of(state, moment),
            place=told.place,
            card=told.card,
            dose=self._dose(state, moment, step, told),
            scene=self._scene(moment, step),
            t=state.touch_time,
            life=state.at,
            share=_share(state),
            seconds=_whole_up(state.remaining),
            left=_whole_up(state.total_left),
            next_title=told.next_title,
            next_part=told.next_part,
            segments=self._segments(state),
            pause_reason=pause_reason,
        )

    def areas_after(self, moment: int) -> tuple[tuple[str, int], ...]:
        """Areas that are still to come after this moment's own: the part in words and its first moment."""
        found: list[tuple[str, int]] = []
        here = self._group(self._timeline.moments[moment].step)
        seen = {here}
        for index, later in enumerate(self._timeline.moments[moment:], moment):
            group = self._group(later.step)
            if group not in seen:
                seen.add(group)
                found.append((self._part(later.step), index))
        return tuple(found)

    def _compose_words(self, index: int) -> _MomentWords:
        moment = self._timeline.moments[index]
        step = self._plan.steps[moment.step]
        coming = self._coming(moment)
        phrases = self._words.phrases
        pressure = f"pressure.p{int(max(step.pressure))}" if step.pressure else "pressure.none"
        part = self._part(moment.step)
        next_part = self._part(moment.step + 1) if coming else ""
        doll = phrases.get("part.doll", "") if is_practice(self._plan) else ""
        return _MomentWords(
            place=Place(
                routine_title(self._words, self._plan.routine),
                " · ".join(filter(None, (doll, part))),
                moment.step + 1,
                len(self._plan.steps),
            ),
            card=self._card(moment, step),
            next_title=self._title(coming) if coming else "",
            next_part=next_part if next_part != part else "",
            pressure=(phrases.get(pressure, ""), phrases.get(f"{pressure}.short", "")),
            pace_names=(phrases.get("pace.still", ""), phrases.get(_pace_key(step.seconds), "")),
        )

    def _card(self, moment: Moment, step: PlannedStep) -> Card:
        phrases = self._words.phrases
        stroke = self._words.strokes.get(step.words, _NO_WORDS)
        area = phrases.get(f"area.{step.area}", "")
        care = stroke.cautions[0] if stroke.cautions else ""
        match moment.kind:
            case MomentKind.REST | MomentKind.WAIT_FOR_YES | MomentKind.TURN_OVER:
                name = _own_name(moment, step)
                return Card(area, phrases.get(f"moment.{name}", ""), "", phrases.get(f"line.{name}", ""), "")
            case MomentKind.OTHER_SIDE:
                eyebrow = phrases.get("moment.other-side", area)
                return Card(
                    eyebrow, stroke.title, stroke.alias, phrases.get("line.other-side", stroke.line), care
                )
            case _:
                return Card(area, stroke.title, stroke.alias, stroke.line, care)

    def _dose(self, state: PlayerState, moment: Moment, step: PlannedStep, told: _MomentWords) -> Dose:
        hold = step.kind in {StrokeKind.HOLD, StrokeKind.ASK}
        counted = moment.kind is MomentKind.TOUCH and state.repetitions > 1
        still, moving = told.pace_names
        return Dose(
            done=state.repetition if counted else 0,
            total=state.repetitions if counted else 0,
            firmness=int(max(step.pressure)) + 1 if step.pressure else 0,
            pressure=told.pressure[0],
            pressure_short=told.pressure[1],
            pace=still if hold else moving,
            seconds=step.seconds * (1.0 if hold else state.pace),
            hold=hold,
        )

    @staticmethod
    def _scene(moment: Moment, step: PlannedStep) -> Scene:
        stroke, variant = step.stroke, step.variant
        if moment.kind is MomentKind.REST:
            stroke, variant = "resting-hands", _REST_VARIANTS.get(step.area, "")
        return Scene(stroke, variant, step.side, step.seconds)

    def _segment_spans(self) -> Iterator[tuple[float, float]]:
        """Start and length of each run of moments in one block and on one side."""
        group, start = None, 0.0
        for moment in self._timeline.moments:
            here = self._group(moment.step)
            if group is not None and here != group:
                yield start, moment.start - start
                start = moment.start
            group = here
        yield start, self._timeline.length - start

    def _segments(self, state: PlayerState) -> tuple[Segment, ...]:
        at = state.moment.start + state.moment.length * _share(state)
        if state.phase is Phase.FINISHED:
            at = self._timeline.length
        return tuple(
            Segment(length, min(1.0, max(0.0, (at - start) / length)))
            for start, length in self._shares()
            if length > 0
        )

    def _group(self, step: int) -> tuple[int, Side, str]:
        planned = self._plan.steps[step]
        return planned.block, planned.side, self._name(step)

    def _coming(self, moment: Moment) -> PlannedStep | None:
        later = moment.step + 1
        return self._plan.steps[later] if later < len(self._plan.steps) else None

    def _title(self, step: PlannedStep) -> str:
        return self._words.strokes.get(step.words, _NO_WORDS).title

    def _part(self, number: int) -> str:
        """The part of the body in words; of two babies, also whose."""
        return " · ".join(filter(None, (self._name(number), self._body_part(self._plan.steps[number]))))

    def _name(self, number: int) -> str:
        name = self._whose[number] if self._whose else ""
        return name[:1].upper() + name[1:]

    def _body_part(self, step: PlannedStep) -> str:
        phrases = self._words.phrases
        side = step.side if step.side is not Side.NONE else "none"
        for where in (step.variant, step.area):
            told = phrases.get(f"part.{where}.{side}")
            if told:
                return told
        return phrases.get(f"area.{step.area}", "")


def mode_of(state: PlayerState, moment: Moment) -> Mode:
    """What the caregiver is asked to do in this state."""
    match state.phase:
        case Phase.PAUSED:
            return Mode.PAUSED
        case Phase.RESTING:
            return Mode.RESTING
        case Phase.FINISHED | Phase.STOPPED:
            return Mode.ENDED
        case Phase.READY | Phase.PLAYING:
            if moment.is_asking:
                return Mode.ASKING
            if state.waiting:
                return Mode.WAITING
            return Mode.LEADING_IN if moment.is_lead_in else Mode.PLAYING


def _share(state: PlayerState) -> float:
    return min(1.0, state.elapsed / state.length) if state.length > 0 else 1.0


def _own_name(moment: Moment, step: PlannedStep) -> str:
    if moment.kind is not MomentKind.TURN_OVER:
        return moment.kind.value
    onto = {Position.ON_CHEST: "onto-chest", Position.ON_BACK: "onto-back"}
    return onto.get(step.position, "turn-over")


def _pace_key(seconds: float) -> str:
    if seconds >= 5:
        return "pace.very-slow"
    return "pace.slow" if seconds >= 3 else "pace.steady"


def _whole_up(seconds: float) -> int:
    """Seconds as people count down: 0.2 s left still reads 1."""
    return max(0, -int(-seconds // 1))
