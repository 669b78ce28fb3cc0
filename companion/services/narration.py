"""Which spoken line and which sound belong to what happens in a session; pure, so that it can be read and tested."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from companion.domain.body import Position, Side
from companion.domain.events import (
    CueNoted,
    CueSeen,
    Event,
    Finished,
    MomentBegan,
    MomentEnded,
    Outcome,
    PaceSet,
    Paused,
    PauseReason,
    RepetitionDone,
    RestBegan,
    RestEnded,
    Resumed,
    Stopped,
    StopReason,
    TimeAdded,
    WaitBegan,
)
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.timeline import Moment, MomentKind, Timeline, build
from companion.domain.words import Words, say_key

_ONTO = {
    Position.ON_BACK: "say.onto-back",
    Position.ON_CHEST: "say.onto-chest",
    Position.ON_TUMMY: "say.turn-over",
}

BREATH = 0.5
"""Seconds of silence between the words and the touch."""

_LOUDEST_FIRST = ("end", "other-side", "change", "half", "tick")


@dataclass(frozen=True, slots=True)
class Line:
    """A line to speak: its id, as the shipped recordings have it, and its text for the caption."""

    id: str
    text: str

    @property
    def seconds(self) -> float:
        """About how long it takes to say, at 150 words a minute."""
        return 1.0 + len(self.text.split()) / 2.5


@dataclass(frozen=True, slots=True)
class Scene:
    """What a session is about: its plan, the plan laid out in time, and the words; ``whose`` names the baby of each
    step where there are two ("" in a session of one)."""

    plan: SessionPlan
    timeline: Timeline
    words: Words
    whose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What has been said so far: the steps that were announced, and the one that stands announced (-1: none; a
    step that is left early must be announced again)."""

    steps: frozenset[int] = frozenset()
    step: int = -1


def phrase(words: Words, key: str) -> Line | None:
    """The spoken phrase with this key (``say.rest``), or None where the words lack it."""
    text = words.phrases.get(key, "")
    return Line(f"phrase.{key}", text) if text else None


def line_for(event: Event, scene: Scene, heard: Heard) -> tuple[Line | None, Heard]:
    """What is said when this happens, and what has been heard after it."""
    words = scene.words
    match event:
        case MomentBegan():
            return _at_beginning(event, scene, heard)
        case MomentEnded():
            return None, heard if event.outcome is Outcome.DONE else replace(heard, step=-1)
        case RestBegan():
            return phrase(words, "say.rest"), heard
        case RestEnded():
            return phrase(words, "say.carry-on"), heard
        case Finished():
            return phrase(words, "say.finished"), heard
        case Stopped():
            said_no = event.reason is StopReason.BABY_SAID_NO
            return phrase(words, "say.you-listened") if said_no else None, heard
        case Paused():
            slept = event.reason is PauseReason.MACHINE_SLEPT
            return phrase(words, "say.slept") if slept else None, heard
        case RepetitionDone() | WaitBegan() | Resumed() | TimeAdded() | PaceSet() | CueNoted() | CueSeen():
            return None, heard
        case _:
            assert_never(event)


def line_after(index: int, scene: Scene, heard: Heard) -> Line | None:
    """The line that will be said next after this moment, if nobody interferes."""
    for later in range(index + 1, len(scene.timeline.moments)):
        line, heard = line_for(MomentBegan(0.0, later), scene, heard)
        if line:
            return line
    return phrase(scene.words, "say.finished")


def sound_for(events: Sequence[Event], timeline: Timeline) -> str | None:
    """The one chime for what has just happened: the most telling of all that are due."""
    due = {_sound(event, timeline) for event in events}
    return next((name for name in _LOUDEST_FIRST if name in due), None)


def lead_ins(
    plan: SessionPlan, words: Words, lead_in: float, whose: tuple[str, ...] = ()
) -> tuple[float, ...]:
    """How long each step's lead-in lasts, in seconds: the caregiver's ``lead_in``, but never shorter than the
    words that are said in it. Words that only remind (again, the other side) need half of it. 0 means none at all."""
    if lead_in <= 0:
        return (0.0,) * len(plan.steps)
    scene = Scene(plan, build(plan, lead_in=lead_in), words, whose)
    heard = Heard()
    lengths: list[float] = []
    for index, step in enumerate(plan.steps):
        known = any(plan.steps[earlier].words == step.words for earlier in heard.steps)
        if scene.timeline.moments[scene.timeline.cores[index]].is_asking:
            line = phrase(words, "say.welcome")
        else:
            line, heard = _announce(index, scene, heard)
        line = _with_turn(line, index, scene)
        spoken = line.seconds + BREATH if line else 0.0
        lengths.append(float(math.ceil(max(lead_in / 2 if known else lead_in, spoken))))
    return tuple(lengths)


def _sound(event: Event, timeline: Timeline) -> str | None:
    match event:
        case MomentBegan():
            other_side = timeline.moments[event.moment].kind is MomentKind.OTHER_SIDE
            return "other-side" if other_side else "change"
        case RepetitionDone():
            return "tick" if timeline.moments[event.moment].follows_pace else None
        case Finished():
            return "end"
        case _:
            return None


def _at_beginning(event: MomentBegan, scene: Scene, heard: Heard) -> tuple[Line | None, Heard]:
    moment = scene.timeline.moments[event.moment]
    line, heard = _line_at(moment, scene, heard)
    leads = scene.timeline.leads[moment.step] == event.moment
    return _with_turn(line, moment.step, scene) if leads else line, heard


def _line_at(moment: Moment, scene: Scene, heard: Heard) -> tuple[Line | None, Heard]:
    step = scene.plan.steps[moment.step]
    match moment.kind:
        case MomentKind.WAIT_FOR_YES:
            return phrase(scene.words, "say.wait-for-yes"), heard
        case MomentKind.REST:
            return phrase(scene.words, "say.all-done"), heard
        case MomentKind.GET_READY if _leads_to_asking(moment, scene.timeline):
            return None if heard.steps else phrase(scene.words, "say.welcome"), heard
        case MomentKind.TURN_OVER if step.position in _ONTO:
            return phrase(scene.words, _ONTO[step.position]), heard
        case _:
            return _announce(moment.step, scene, heard)


def _with_turn(line: Line | None, step: int, scene: Scene) -> Line | None:
    """The line, with the name of the baby before it where it is another one's turn."""
    whose = scene.whose
    if not whose or (step and whose[step - 1] == whose[step]):
        return line
    turn = scene.words.phrases.get("say.turn", "").format(name=whose[step])
    return Line(f"turn.{step}", f"{turn} {line.text}" if line else turn) if turn else line


def _leads_to_asking(moment: Moment, timeline: Timeline) -> bool:
    return timeline.moments[timeline.cores[moment.step]].is_asking


def _announce(index: int, scene: Scene, heard: Heard) -> tuple[Line | None, Heard]:
    """The stroke's own line, unless its step was announced just before."""
    if heard.step == index:
        return None, heard
    step = scene.plan.steps[index]
    told = [scene.plan.steps[i] for i in sorted(heard.steps) if scene.plan.steps[i].words == step.words]
    wished = "first"
    if told:
        crossed = told[-1].block == step.block and Side.NONE is not told[-1].side is step.side.other
        wished = "other" if crossed else "again"
    line = _own_line(scene, step, wished) or _stroke_line(step, scene.words, wished)
    return line, Heard(heard.steps | {index}, index)


def _own_line(scene: Scene, step: PlannedStep, wished: str) -> Line | None:
    """What the author of a routine says in the place of our words; the other side is always told in ours."""
    text = scene.words.phrases.get(say_key(scene.plan.routine, step.words), "")
    return Line(f"own.{step.words}", text) if text and wished != "other" else None


def _stroke_line(step: PlannedStep, words: Words, wished: str) -> Line | None:
    """The line wished for, or the next fuller one where the words leave it empty."""
    own = words.strokes.get(step.words)
    if own is None:
        return None
    lines = {"other": own.say_other_side, "again": own.say_again, "first": own.say_first}
    names = tuple(lines)
    for name in names[names.index(wished) :]:
        if lines[name]:
            return Line(f"stroke.{step.words}.{name}", lines[name])
    return None
