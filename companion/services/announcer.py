"""Speaks and chimes a session as it goes, one thing at a time, and keeps the caption of what was said last."""

from collections.abc import Sequence

from companion.domain import schedule
from companion.domain.clock import Clock
from companion.domain.events import (
    Event,
    MomentBegan,
    Paused,
    PauseReason,
    RepetitionDone,
    RestBegan,
    Stopped,
)
from companion.domain.player import Phase, PlayerState
from companion.domain.timeline import MomentKind
from companion.services.narration import Heard, Line, Scene, line_after, line_for, phrase, sound_for
from companion.services.ports import Chimes, Voice

LONG_HOLD = 30.0
"""Seconds from which a hold is long enough to be told when half of it is over."""

LINGER = 1.5
"""Seconds that a caption stays after its words were spoken."""

LOOK_AFTER = 10.0
"""Seconds of rest after which the voice says what to look for."""

GOODBYE = "phrase.say.cue.finish"
"""What the cues say when they suggest to stop; nothing is added to it when the caregiver does."""

WORTH_COUNTING = (3, 3.0)
"""How many repetitions there must be, and of how many seconds, for the last one to be announced."""


class Announcer:
    """Turns events into speech and chimes. Of several lines that fall due at once only the last is said.

    Small asides (half way, the last one) never cut a line that is still being spoken, and in a pause nothing is
    said: what was due, or was cut by the pause, is said when play goes on.
    """

    def __init__(self, scene: Scene, voice: Voice, chimes: Chimes, clock: Clock, *, voice_on: bool) -> None:
        self._caption = ""
        self._caption_until = 0.0
        self._scene = scene
        self._voice = voice
        self._chimes = chimes
        self._clock = clock
        self._voice_on = voice_on
        self._heard = Heard()
        self._due: Line | None = None
        self._spoken: Line | None = None
        self._busy_until = 0.0
        self._half_told = False
        self._rest_began: float | None = None

    @property
    def caption(self) -> str:
        """What is being said, with the voice on or off; "" a moment after it was said, and in a pause."""
        return self._caption if self._clock.now() < self._caption_until else ""

    def say(self, line: str, text: str) -> None:
        """Say a line that is no part of the session; a line that is being spoken gives way."""
        self._speak(Line(line, text))

    def tell(self, events: Sequence[Event], state: PlayerState) -> None:
        """Say and chime what has just happened."""
        for event in events:
            self._take_in(event)
        sound = sound_for(events, self._scene.timeline)
        if sound:
            self._chimes.play(sound)
        if state.phase is not Phase.PAUSED and self._due:
            self._speak(self._due)
            self._due = None
        elif state.over:
            self.hush()
        elif _last_one_begins(events, state):
            self._say_aside("say.last-one")
        if any(isinstance(event, MomentBegan) for event in events):
            self._prepare_after(state.index)

    def glance(self, state: PlayerState) -> None:
        """Say and chime what time alone has brought: half of a long hold, a rest that goes on."""
        hold = state.moment.kind in {MomentKind.SETTLE, MomentKind.CUDDLE} and state.length >= LONG_HOLD
        if (
            state.phase is Phase.PLAYING
            and hold
            and state.elapsed >= state.length / 2
            and not self._half_told
        ):
            self._half_told = True
            self._chimes.play("half")
            self._say_aside("say.half-way")
        resting = state.phase is Phase.RESTING and self._rest_began is not None
        if resting and state.at - (self._rest_began or 0.0) >= LOOK_AFTER:
            self._rest_began = None
            self._say_aside("say.rest-look")

    def hush(self) -> None:
        """Be silent at once."""
        self._voice.hush()
        self._busy_until = 0.0

    def set_voice_on(self, on: bool) -> None:
        """Speak from now on, or be silent; captions go on either way."""
        self._voice_on = on
        if not on:
            self.hush()

    def _take_in(self, event: Event) -> None:
        line, self._heard = line_for(event, self._scene, self._heard)
        match event:
            case Paused():
                if self._clock.now() < self._busy_until:
                    self._due = self._due or self._spoken
                self.hush()
                self._caption_until = 0.0
                if line and event.reason is PauseReason.MACHINE_SLEPT:
                    self._speak(line)
            case MomentBegan():
                moment = self._scene.timeline.moments[event.moment]
                self._half_told = event.offset >= moment.length / 2
                self._due = line or (self._due if moment.is_touch else None)
            case RestBegan():
                self._rest_began = event.at
                self._due = line
            case Stopped():
                self._due = None if self._spoken and self._spoken.id == GOODBYE else line
            case _:
                self._due = line or self._due

    def _say_aside(self, key: str) -> None:
        line = phrase(self._scene.words, key)
        if line and self._clock.now() >= self._busy_until:
            self._speak(line)

    def _speak(self, line: Line) -> None:
        self._spoken = line
        self._busy_until = self._clock.now() + line.seconds
        self._caption = line.text
        self._caption_until = self._busy_until + LINGER
        if self._voice_on:
            self._voice.say(line.id, line.text)

    def _prepare_after(self, index: int) -> None:
        line = line_after(index, self._scene, self._heard)
        if line and self._voice_on:
            self._voice.prepare(line.id, line.text)


def _last_one_begins(events: Sequence[Event], state: PlayerState) -> bool:
    """Whether a repetition has just ended and the one that follows is the last."""
    seconds = state.length / max(1, state.repetitions) * state.pace
    counted = (
        state.moment.follows_pace and state.repetitions >= WORTH_COUNTING[0] and seconds >= WORTH_COUNTING[1]
    )
    last = state.repetition == state.repetitions and state.phase is Phase.PLAYING
    ended = any(isinstance(event, RepetitionDone) and event.moment == state.index for event in events)
    return counted and last and ended and not schedule.waits(state.moment, state.advance)
