"""Tells a session as lines of text: each moment with its time, its words and its dose."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from companion.domain.body import Position, Side
from companion.domain.events import Event, MomentBegan, Outcome
from companion.domain.plan import PlannedStep
from companion.domain.schedule import waits
from companion.domain.session import SessionRecord
from companion.domain.timeline import Moment, MomentKind
from companion.domain.words import Words
from companion.services.playback import Playback


def minutes(seconds: float) -> str:
    """Seconds as m:ss.s, the way a rehearsal prints them: 62.5 -> ``1:02.5``."""
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths % 600 / 10:04.1f}"


class Story:
    """Turns what happens in one playback into lines."""

    def __init__(self, playback: Playback, words: Words, messages: Mapping[str, str]) -> None:
        self._playback = playback
        self._words = words
        self._messages = messages

    def head(self, speed: float) -> str:
        """What is about to be played."""
        timeline = self._playback.timeline
        return self._messages["cli.rehearse.head"].format(
            title=self._words.routines[self._playback.plan.routine].title,
            steps=len(self._playback.plan.steps),
            length=minutes(timeline.length),
            touch=minutes(sum(moment.length for moment in timeline.moments if moment.is_touch)),
            speed=f"{speed:g}",
        )

    def lines(self, events: Sequence[Event]) -> Iterator[str]:
        """One line for each moment that begins."""
        for event in events:
            if isinstance(event, MomentBegan):
                yield self._line(event)

    def end(self, record: SessionRecord | None, diary: Path) -> str:
        """What the diary holds now, read back from it."""
        steps = record.steps if record else ()
        done = [step for step in steps if step.outcome is not Outcome.SKIPPED]
        return self._messages["cli.rehearse.done"].format(
            steps=len(done),
            planned=len(self._playback.plan.steps),
            touch=minutes(sum(step.seconds for step in done)),
            diary=diary,
        )

    def _line(self, event: MomentBegan) -> str:
        moment = self._playback.timeline.moments[event.moment]
        step = self._playback.plan.steps[moment.step]
        key = f"{step.stroke}@{step.variant}" if step.variant else step.stroke
        title = self._words.strokes[key].title
        if moment.is_touch or moment.is_asking:
            number = f"{moment.step + 1:>2}"
            part = "" if step.side is Side.NONE else f" ({self._words.phrases[f'side.{step.side}']})"
            return f"{minutes(event.at):>8}  {number}  {title + part:<38} {self._dose(moment, step.seconds)}"
        return f"{minutes(event.at):>8}      {self._words.phrases[key_of(moment, step)]:<38} {self._dose(moment, 0)}"

    def _dose(self, moment: Moment, seconds: float) -> str:
        total = f"{moment.length:g}"
        if moment.kind is MomentKind.TOUCH and moment.repetitions > 1:
            return self._messages["cli.rehearse.dose"].format(
                times=moment.repetitions, seconds=f"{seconds:g}", total=total
            )
        told = self._messages["cli.rehearse.hold"].format(total=total)
        return (
            f"{told}, {self._messages['cli.rehearse.waits']}"
            if waits(moment, self._playback.state().advance)
            else told
        )


ONTO = {Position.ON_CHEST: "moment.onto-chest", Position.ON_BACK: "moment.onto-back"}


def key_of(moment: Moment, step: PlannedStep) -> str:
    """The key of the phrase that names a moment in which the hands do nothing yet."""
    if moment.kind is MomentKind.TURN_OVER and step.position in ONTO:
        return ONTO[step.position]
    return f"moment.{moment.kind}"
