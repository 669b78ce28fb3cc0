"""Steps that can be taken back and taken again: a past, a present and what was taken back."""

from dataclasses import dataclass
from typing import Generic, TypeVar

MOST = 200
"""So many steps can be taken back."""

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Undo(Generic[State]):
    """What is now, what was before (oldest first), and what was taken back (the next one last)."""

    now: State
    past: tuple[State, ...] = ()
    taken_back: tuple[State, ...] = ()

    def then(self, state: State) -> "Undo[State]":
        """After a step; one that changes nothing is none."""
        if state == self.now:
            return self
        return Undo(state, (*self.past, self.now)[-MOST:])

    def undone(self) -> "Undo[State]":
        """The newest step taken back, if there is one."""
        if not self.past:
            return self
        return Undo(self.past[-1], self.past[:-1], (*self.taken_back, self.now))

    def redone(self) -> "Undo[State]":
        """What was taken back last, taken again, if there is any."""
        if not self.taken_back:
            return self
        return Undo(self.taken_back[-1], (*self.past, self.now), self.taken_back[:-1])
