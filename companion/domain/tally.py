"""Adds up what a session's events say was played, also where the program was cut off in the middle."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from companion.domain.events import (
    Event,
    MomentBegan,
    MomentEnded,
    Outcome,
    Paused,
    RepetitionDone,
    RestBegan,
    RestEnded,
    Resumed,
)

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in one moment: real seconds of play, repetitions completed in it, and how it ended."""

    moment: int
    seconds: float
    repetitions: int
    outcome: Outcome


class _Hands:
    """Whether hands move just now, and how long they have in the present stay, by the times of the events."""

    def __init__(self) -> None:
        self.moment = NOWHERE
        self.repetitions = 0
        self._resting = False
        self._moving = True
        self._since = 0.0
        self._spent = 0.0

    def enter(self, moment: int, at: float) -> None:
        """A stay begins."""
        self.moment, self.repetitions, self._spent, self._since = moment, 0, 0.0, at

    def start(self) -> None:
        """The program has just been started, and plays."""
        self._resting, self._moving = False, True

    def stand(self, at: float, *, resting: bool) -> None:
        """A pause or a rest begins."""
        self._spent = self.spent(at)
        self._resting, self._moving = self._resting or resting, False

    def go_on(self, at: float, *, rested: bool) -> None:
        """A pause ends, or a rest does; a pause in a rest leaves the rest."""
        self._resting = self._resting and not rested
        self._moving, self._since = not self._resting, at

    def spent(self, at: float) -> float:
        """Real seconds of play in the stay, up to a second of the session."""
        return self._spent + (max(0.0, at - self._since) if self._moving else 0.0)


def stays(events: Iterable[Event], last_seen: float | None = None) -> Iterator[Stay]:
    """All stays in order. A stay without an end was cut off by a crash: it lasted, pauses left out, until the second
    at which the session was carried on, or until ``last_seen``, the last second of the session that is known of
    (None: that of its last event).
    """
    hands = _Hands()
    latest = 0.0
    for event in events:
        latest = event.at
        match event:
            case MomentBegan():
                if hands.moment != NOWHERE:
                    yield _cut_off(hands, event.at)
                    hands.start()
                hands.enter(event.moment, event.at)
            case RepetitionDone():
                hands.repetitions += 1
            case MomentEnded():
                hands.moment = NOWHERE
                yield Stay(event.moment, event.played, event.repetitions, event.outcome)
            case Paused() | RestBegan():
                hands.stand(event.at, resting=isinstance(event, RestBegan))
            case Resumed() | RestEnded():
                hands.go_on(event.at, rested=isinstance(event, RestEnded))
            case _:
                pass
    if hands.moment != NOWHERE:
        yield _cut_off(hands, latest if last_seen is None else last_seen)


def _cut_off(hands: _Hands, at: float) -> Stay:
    return Stay(hands.moment, hands.spent(at), hands.repetitions, Outcome.CUT)
