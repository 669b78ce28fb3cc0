"""A session with recording sound and a journal in memory, ready to be played in tests."""

from dataclasses import replace

from companion.domain.events import Event
from companion.domain.plan import PlannedStep, SessionPlan
from companion.domain.session import UnfinishedSession
from companion.domain.settings import Settings
from companion.domain.words import Words
from companion.services import diary
from companion.services.playback import OpenSession, Playback, Ports, open_playback
from tests.fakes import (
    ManualClock,
    MemoryJournal,
    RecordingChimes,
    RecordingVoice,
    RecordingWakefulness,
    words_for,
)


class Stage:
    """One playback with all that it speaks and writes to."""

    def __init__(
        self,
        *steps: PlannedStep,
        settings: Settings | None = None,
        words: Words | None = None,
        journal: MemoryJournal | None = None,
        left: UnfinishedSession | None = None,
        opened: OpenSession | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.clock = ManualClock()
        self.journal = journal or MemoryJournal()
        self.voice = RecordingVoice()
        self.chimes = RecordingChimes()
        self.wakefulness = RecordingWakefulness()
        known = opened or left
        self.plan = known.plan if known else SessionPlan("test", steps)
        self.words = words or words_for(self.plan)
        opened = opened or (
            diary.carry_on(left, self.words, self.settings)
            if left
            else diary.new_session(self.plan, self.words, self.settings, lambda: "one")
        )
        ports = Ports(self.journal, self.voice, self.chimes, self.wakefulness, self.clock)
        self.playback: Playback = open_playback(opened, ports, self.words, self.settings)
        self.timeline = opened.timeline
        self.told: list[Event] = []

    def begin(self) -> "Stage":
        self.told += self.playback.begin()
        return self

    def wait(self, seconds: float, tick: float = 0.5) -> "Stage":
        """Let time go by with two ticks a second."""
        while seconds > 1e-9:
            self.clock.advance(min(tick, seconds))
            seconds -= tick
            self.told += self.playback.tick()
        return self

    @property
    def said(self) -> list[str]:
        """Lines said so far, without their family name."""
        return [line.removeprefix("phrase.say.").removeprefix("stroke.") for line in self.voice.said]

    def heard_since(self) -> list[str]:
        """Lines said since this was last asked."""
        lines = self.said
        self.voice.said.clear()
        return lines

    def chimed_since(self) -> list[str]:
        """Sounds played since this was last asked."""
        names = list(self.chimes.played)
        self.chimes.played.clear()
        return names


def without(words: Words, key: str) -> Words:
    """The words with one phrase missing."""
    return replace(words, phrases={name: text for name, text in words.phrases.items() if name != key})
