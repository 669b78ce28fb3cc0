"""Plays one session: the one use case that screens and rehearsal drive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.domain.events import Cue, Event, PauseReason, StopReason
from companion.domain.occasion import NO_OCCASION, Occasion
from companion.domain.plan import SessionPlan
from companion.domain.player import Phase, Player, PlayerState
from companion.domain.session import Position, SessionStatus, steps_done
from companion.domain.settings import Advance, Settings
from companion.domain.timeline import Timeline
from companion.domain.words import Words
from companion.services.announcer import Announcer
from companion.services.narration import Scene
from companion.services.ports import Chimes, Journal, Voice, Wakefulness

MARK_EVERY = 0.4
"""Seconds of play between two notes of the place in the journal."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that is about to be played. ``carry_on_at`` is None for a new one, else the place it had reached
    ``since`` seconds after it began. ``occasion`` is written down when a new one begins. Where two babies are massaged
    together, ``whose`` names the baby of each step and ``parts`` are the sessions of both, with their own plans."""

    id: str
    plan: SessionPlan
    timeline: Timeline
    carry_on_at: Position | None = None
    since: float = 0.0
    occasion: Occasion = NO_OCCASION
    whose: tuple[str, ...] = ()
    parts: tuple[tuple[str, SessionPlan], ...] = ()


@dataclass(frozen=True, slots=True)
class Ports:
    """What playing needs from the world."""

    journal: Journal
    voice: Voice
    chimes: Chimes
    wakefulness: Wakefulness
    clock: Clock


def open_playback(opened: OpenSession, ports: Ports, words: Words, settings: Settings) -> "Playback":
    """A playback of this session as the caregiver has set things; nothing happens before ``begin``."""
    player = Player(opened.timeline, ports.clock, pace=settings.pace, advance=settings.advance)
    scene = Scene(opened.plan, opened.timeline, words, opened.whose)
    announcer = Announcer(scene, ports.voice, ports.chimes, ports.clock, voice_on=settings.voice_on)
    return Playback(opened, player, announcer, ports)


class Playback:
    """Every command goes to the player; what happened goes to the journal *first*, then to voice and chimes, and
    only then back to whoever asked: what a screen has shown is safe on disk.

    Raises CompanionError when the journal cannot be written: play then stands still, nothing was shown, and the
    events are kept; the next command (``resume`` is the natural one) tries again and returns them too.
    """

    def __init__(self, opened: OpenSession, player: Player, announcer: Announcer, ports: Ports) -> None:
        self._opened = opened
        self._player = player
        self._announcer = announcer
        self._ports = ports
        self._unsaved: list[Event] = []
        self._untold: list[Event] = []
        self._recorded = False
        self._closed = False
        self._marked = 0.0
        self._awake = False

    @property
    def session(self) -> str:
        """The session's id."""
        return self._opened.id

    @property
    def parts(self) -> tuple[tuple[str, SessionPlan], ...]:
        """The sessions that are played here, one for each baby, with their own plans."""
        return self._opened.parts or ((self._opened.id, self._opened.plan),)

    @property
    def whose(self) -> tuple[str, ...]:
        """The name of the baby of each step, where there are two; otherwise empty."""
        return self._opened.whose

    @property
    def plan(self) -> SessionPlan:
        """What is to be done."""
        return self._opened.plan

    @property
    def timeline(self) -> Timeline:
        """The plan laid out in time."""
        return self._opened.timeline

    @property
    def caption(self) -> str:
        """The words that are being spoken, or would be with the voice on; "" in silence."""
        return self._announcer.caption

    def state(self) -> PlayerState:
        """Where it stands since the last tick or command."""
        return self._player.state()

    def begin(self) -> list[Event]:
        """Start the session, or carry it on; a new one is opened in the journal first."""
        if not self._recorded and self._opened.carry_on_at is None:
            wall = self._ports.clock.wall()
            self._ports.journal.begin(self.session, self.plan, wall, self._opened.occasion)
        self._recorded = True
        return self._keep(self._player.begin(self._opened.carry_on_at, self._opened.since))

    def tick(self) -> list[Event]:
        """Spend the time that has passed; call it about thirty times a second, sooner or later as it comes."""
        events = self._player.tick()
        if events:
            return self._keep(events)
        state = self._player.state()
        if state.phase is Phase.PLAYING and self._ports.clock.now() - self._marked >= MARK_EVERY:
            self._safely(self._mark)
        self._announcer.glance(state)
        return []

    def pause(self, reason: PauseReason = PauseReason.CAREGIVER) -> list[Event]:
        """Stand still."""
        return self._keep(self._player.pause(reason))

    def resume(self) -> list[Event]:
        """Go on after a pause."""
        return self._keep(self._player.resume())

    def toggle(self) -> list[Event]:
        """The obvious thing: begin, pause, resume, or carry on after a rest."""
        return self.begin() if self._player.phase is Phase.READY else self._keep(self._player.toggle())

    def next(self) -> list[Event]:
        """On to what comes next; in a lead-in, past its step."""
        return self._keep(self._player.next())

    def back(self) -> list[Event]:
        """To the start of the present step, or of the one before."""
        return self._keep(self._player.back())

    def repeat(self) -> list[Event]:
        """Once more from the start of what is being done."""
        return self._keep(self._player.repeat())

    def jump(self, moment: int) -> list[Event]:
        """To any moment, by its index."""
        return self._keep(self._player.jump(moment))

    def add_time(self, seconds: float = 15.0) -> list[Event]:
        """Make this moment longer."""
        return self._keep(self._player.add_time(seconds))

    def rest(self) -> list[Event]:
        """Hands still: the clock stands until ``carry_on``."""
        return self._keep(self._player.rest())

    def baby_says_no(self) -> list[Event]:
        """Note that the baby said no, and rest."""
        return self._keep(self._player.note(Cue.SAYS_NO) + self._player.rest())

    def carry_on(self, moment: int | None = None) -> list[Event]:
        """End the rest: go on where it was, or at another moment."""
        return self._keep(self._player.carry_on(moment))

    def yes(self) -> list[Event]:
        """The baby said yes, or a moment that waits is done."""
        return self._keep(self._player.yes())

    def note(self, cue: Cue) -> list[Event]:
        """Note what the baby shows."""
        return self._keep(self._player.note(cue))

    def see(self, cue: str) -> list[Event]:
        """Note a cue of the catalogue, by its id."""
        return self._keep(self._player.see(cue))

    def set_pace(self, pace: float) -> list[Event]:
        """Set how long repetitions take."""
        return self._keep(self._player.set_pace(pace))

    def set_advance(self, advance: Advance) -> list[Event]:
        """Set what ends steps."""
        return self._keep(self._player.set_advance(advance))

    def set_voice_on(self, on: bool) -> None:
        """Speak from now on, or be silent; captions go on either way."""
        self._announcer.set_voice_on(on)

    def say(self, line: str, text: str) -> None:
        """Speak a line that is no part of the session, such as what the baby's cues suggest."""
        self._announcer.say(line, text)

    def stop(self, reason: StopReason) -> list[Event]:
        """End the session early, kindly. Before ``begin`` nothing is written."""
        return self._keep(self._player.stop(reason))

    def _keep(self, events: Sequence[Event]) -> list[Event]:
        self._unsaved += events
        self._safely(self._save)
        told, self._untold = self._untold, []
        if told:
            self._announcer.tell(told, self._player.state())
            self._stay_awake()
        return told

    def _safely(self, write: Callable[[], None]) -> None:
        try:
            write()
        except CompanionError:
            self._unsaved += self._player.pause(PauseReason.NOT_SAVED)
            self._announcer.hush()
            self._stay_awake()
            raise

    def _save(self) -> None:
        state = self._player.state()
        if self._unsaved and self._recorded:
            self._ports.journal.append(self.session, self._unsaved, state.position, self._ports.clock.wall())
            self._marked = self._ports.clock.now() - max(0.0, state.at - self._unsaved[-1].at)
        self._untold += self._unsaved
        self._unsaved = []
        if state.over and self._recorded and not self._closed:
            self._close(state)
            self._closed = True

    def _mark(self) -> None:
        state = self._player.state()
        self._ports.journal.mark(self.session, state.position, state.at, self._ports.clock.wall())
        self._marked = self._ports.clock.now()

    def _close(self, state: PlayerState) -> None:
        journal = self._ports.journal
        status = SessionStatus.FINISHED if state.phase is Phase.FINISHED else SessionStatus.STOPPED
        steps = steps_done(self.plan, self.timeline, journal.events(self.session))
        journal.end(self.session, status, state.stop_reason, steps, state.at, self._ports.clock.wall())

    def _stay_awake(self) -> None:
        wanted = self._player.phase in {Phase.PLAYING, Phase.RESTING}
        if wanted != self._awake:
            self._awake = wanted
            (self._ports.wakefulness.hold if wanted else self._ports.wakefulness.release)()
