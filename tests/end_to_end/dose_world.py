"""A world in which a caregiver's hands follow the screen: the truth that the diary's seconds of touch are held to.

It shares no arithmetic with the program: it adds up stretches of time as they go by. From the screen it takes only what
a caregiver takes from it: which moment is shown after a press, how long that moment is, and whether it stands still.
"""

import contextlib
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.events import Finished, PauseReason, Stopped, StopReason
from companion.domain.plan import SessionPlan
from companion.domain.player import Phase
from companion.domain.session import SessionRecord
from companion.domain.settings import Advance, Settings
from companion.domain.timeline import MomentKind
from companion.services import diary
from companion.services.playback import OpenSession, Playback, Ports, open_playback
from tests.fakes import (
    MORNING,
    ManualClock,
    MemoryJournal,
    RecordingChimes,
    RecordingVoice,
    RecordingWakefulness,
    words_for,
)

FRAME = 1 / 30
MOST_KILLS = 2
"""Each may cost what was played since the place was last noted: less than half a second."""
HANDS_ON = {MomentKind.SETTLE, MomentKind.TOUCH, MomentKind.CUDDLE}
WAIT_FOR_A_WORD = {MomentKind.WAIT_FOR_YES, MomentKind.TURN_OVER, MomentKind.CUDDLE}
Touch = dict[tuple[str, Side], float]


class WallClock(ManualClock):
    """A clock whose wall may be put forward or back, while its seconds stay steady."""

    def __init__(self, start: float, wall_start: timedelta) -> None:
        super().__init__(start, MORNING + wall_start)
        self.put = timedelta()

    def wall(self) -> datetime:
        return super().wall() + self.put


@dataclass
class Hands:
    """What the hands do: the moment that they are in, how far, and the seconds that they touched so far."""

    moment: int = 0
    done: float = 0.0
    length: float = 0.0
    pace: float = 1.0
    moving: bool = False
    touched: Touch = field(default_factory=Touch)


class World:
    """One session from begin to end with all that may happen to it; ``random.Random(seed)`` decides."""

    def __init__(self, plan: SessionPlan, seed: int) -> None:
        self.chance = random.Random(seed)
        self.settings = Settings(
            advance=self.chance.choice([Advance.TIMER, Advance.TIMER, Advance.UNTIL_I_SAY, Advance.BY_HAND]),
            pace=self.chance.choice([1.0, 1.0, 1.25, 0.85]),
            lead_in=self.chance.choice([6.0, 0.0]),
        )
        self.plan = plan
        self.words = words_for(plan)
        self.journal = MemoryJournal()
        self.hands = Hands(pace=self.settings.pace)
        self.happened: list[str] = []
        self.wall_passed = timedelta()
        self.kills = 0
        self.over = False
        self.clock = WallClock(self.chance.uniform(1, 1e6), timedelta())
        self.playback = self._program(diary.new_session(plan, self.words, self.settings, lambda: "one"))
        self.playback.begin()
        self.look()
        self.hands.moving = True

    def live(self, most: int) -> SessionRecord:
        """Let things happen until the session is over; at most so many of them."""
        for _ in range(most):
            if self.over:
                break
            self.play(self.chance.uniform(0.1, 25))
            if not self.over:
                self.something_happens()
        if not self.over and self.kills < MOST_KILLS and self.chance.random() < 0.2:
            self.die()
            left = diary.find_unfinished(self.journal, self.journal)
            assert left
            diary.keep_as_interrupted(left, self.journal)
        elif not self.over:
            self.finish()
        record = self.journal.session("one")
        assert record
        return record

    def play(self, seconds: float) -> None:
        """Time goes by with ticks now quick, now late."""
        step = self.chance.choice([FRAME * 3, 0.2, 0.5, 1.3, 4.0])
        while seconds > 0 and not self.over:
            part = min(seconds, self.chance.uniform(0.2, 1.0) * step)
            self.pass_by(part)
            self.tick()
            seconds -= part

    def tick(self) -> None:
        """Somebody looks at the program."""
        self.over = any(isinstance(event, (Finished, Stopped)) for event in self.playback.tick())

    def pass_by(self, seconds: float) -> None:
        """The clock goes on, and so do the hands; nobody has looked at the program yet."""
        self.clock.advance(seconds)
        if self.hands.moving:
            self._move_hands(seconds)

    def something_happens(self) -> None:
        kinds = {
            self.pause: 3, self.rest: 3, self.navigate: 4, self.change_pace: 2, self.ask_for_more: 2, self.sleep: 2,
            self.put_the_clock: 1, self.fill_the_disk: 1, self.note: 2, self.be_killed: 1, self.close_the_window: 1,
            self.say_yes: 3,
        }  # fmt: skip
        (what,) = self.chance.choices(list(kinds), list(kinds.values()))
        self.happened.append(what.__name__)
        what()

    def pause(self) -> None:
        self.playback.pause()
        self.hands.moving = False
        self.play(self.chance.uniform(0, 90))
        self.playback.resume()
        self.follow()

    def rest(self) -> None:
        self.playback.baby_says_no()
        self.hands.moving = False
        self.play(self.chance.uniform(0, 60))
        if self.chance.random() < 0.3:
            self.playback.pause()
            self.play(self.chance.uniform(0, 30))
            self.playback.resume()
        moments = len(self.playback.timeline.moments)
        there = self.chance.randrange(moments) if self.chance.random() < 0.3 else None
        self.playback.carry_on(there)
        self.look() if there is not None else None
        self.follow()

    def navigate(self) -> None:
        press = self.chance.choice(["next", "next", "back", "repeat", "jump"])
        where = (self.chance.randrange(len(self.playback.timeline.moments)),) if press == "jump" else ()
        getattr(self.playback, press)(*where)
        self.see_whether_it_is_over()
        if not self.over:
            self.look()

    def see_whether_it_is_over(self) -> None:
        self.over = self.playback.state().over

    def say_yes(self) -> None:
        self.playback.yes()
        self.see_whether_it_is_over()
        if not self.over:
            self.look()

    def change_pace(self) -> None:
        pace = self.chance.choice([0.7, 1.0, 1.25, 1.6])
        self.playback.set_pace(pace)
        self.hands.pace = pace

    def ask_for_more(self) -> None:
        self.playback.add_time(self.chance.choice([5.0, 15.0, 40.0]))
        self.hands.length = self.playback.state().length

    def note(self) -> None:
        self.playback.see(self.chance.choice(["smiles", "yawns", "looks-away"]))

    def sleep(self) -> None:
        """The lid is closed: hands stop, and the clock goes on unseen."""
        self.tick()
        if self.over:
            return
        self.hands.moving = False
        self.clock.advance(self.chance.uniform(6, 20_000))
        self.playback.tick()
        self.play(self.chance.uniform(0, 5))
        self.playback.resume()
        self.follow()

    def put_the_clock(self) -> None:
        self.clock.put += timedelta(seconds=self.chance.uniform(-90_000, 90_000))

    def fill_the_disk(self) -> None:
        """The program stands still as soon as it cannot write; the hands stop when it says so."""
        self.journal.broken = CompanionError("disk-full")
        with contextlib.suppress(CompanionError):
            while self.playback.state().phase is Phase.PLAYING and not self.over:
                self.pass_by(0.1)
                self.tick()
        self.hands.moving = False
        self.journal.broken = None
        self.play(self.chance.uniform(0, 20))
        self.playback.resume()
        self.see_whether_it_is_over()
        if not self.over:
            self.follow()

    def close_the_window(self) -> None:
        self.playback.pause(PauseReason.WINDOW_CLOSED)
        self.hands.moving = False
        self._start_again()

    def be_killed(self) -> None:
        if self.kills < MOST_KILLS:
            self.kills += 1
            self.die()
            self._start_again()

    def die(self) -> None:
        """The power goes between two frames."""
        seconds = self.chance.uniform(0.0, 1.5)
        while seconds > 0 and not self.over:
            self.pass_by(FRAME)
            self.tick()
            seconds -= FRAME
        self.pass_by(self.chance.uniform(0, FRAME))
        self.hands.moving = False

    def finish(self) -> None:
        self.playback.stop(StopReason.CAREGIVER)

    def look(self) -> None:
        """The eyes go to the screen: which moment is it, how far, how long?"""
        state = self.playback.state()
        self.hands.moment, self.hands.done, self.hands.length = state.index, state.elapsed, state.length

    def follow(self) -> None:
        """Go on as the screen does."""
        self.hands.moving = self.playback.state().phase is Phase.PLAYING

    def _start_again(self) -> None:
        """A new process, on a machine that may have been off; the session goes on where it was."""
        left = diary.find_unfinished(self.journal, self.journal)
        if left is None:
            self.over = True
            return
        away = timedelta(seconds=self.chance.uniform(1, 300_000))
        self.wall_passed += away
        self.clock = WallClock(self.chance.uniform(1, 1e6), self.wall_passed)
        self.playback = self._program(diary.carry_on(left, self.words, self.settings))
        self.playback.begin()
        self.hands.pace = self.settings.pace
        self.look()
        self.follow()

    def _program(self, opened: OpenSession) -> Playback:
        ports = Ports(self.journal, RecordingVoice(), RecordingChimes(), RecordingWakefulness(), self.clock)
        return open_playback(opened, ports, self.words, self.settings)

    def _move_hands(self, seconds: float) -> None:
        """Spend the time moment by moment, as an hourglass would."""
        hands, moments = self.hands, self.playback.timeline.moments
        while hands.moment < len(moments):
            moment = moments[hands.moment]
            slow = hands.pace if moment.kind is MomentKind.TOUCH else 1.0
            needed = max(0.0, (hands.length - hands.done) * slow)
            if seconds < needed or self._waits(moment.kind):
                self._touch(hands.moment, seconds)
                hands.done += seconds / slow
                return
            self._touch(hands.moment, needed)
            seconds -= needed
            hands.moment, hands.done = hands.moment + 1, 0.0
            hands.length = moments[hands.moment].length if hands.moment < len(moments) else 0.0

    def _waits(self, kind: MomentKind) -> bool:
        if self.settings.advance is Advance.TIMER:
            return False
        return kind in WAIT_FOR_A_WORD or (self.settings.advance is Advance.BY_HAND and kind in HANDS_ON)

    def _touch(self, moment: int, seconds: float) -> None:
        shown = self.playback.timeline.moments[moment]
        if shown.kind in HANDS_ON:
            step = self.plan.steps[shown.step]
            key = step.words, step.side
            self.hands.touched[key] = self.hands.touched.get(key, 0.0) + seconds
