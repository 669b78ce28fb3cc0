"""One stay in one moment: how far it has come at any reading of the clock, by anchors and never by counting."""

from dataclasses import dataclass, replace
from math import ceil, floor, inf

from companion.domain.timeline import Moment

_ALMOST = 1e-9
LONGEST = 3600.0
"""Natural seconds into a touch beyond which no place is believed."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A stay in a moment. *Natural* seconds are seconds at pace 1.0, *real* ones are the clock's.

    At clock reading ``anchor`` the visit stood ``base`` natural seconds into the moment and had lasted
    ``spent`` real seconds of play; while ``moving``, each natural second takes ``stretch`` real ones from
    there. ``extra`` are natural seconds that the caregiver added, ``told`` the repetitions of the moment that are
    complete (``began_with`` of them before this visit), ``time_told`` whether its time was told to be over.
    """

    index: int
    moment: Moment
    anchor: float
    base: float = 0.0
    spent: float = 0.0
    stretch: float = 1.0
    moving: bool = False
    extra: float = 0.0
    began_with: int = 0
    told: int = 0
    time_told: bool = False

    @property
    def length(self) -> float:
        """Natural seconds of the moment, with what was added."""
        return self.moment.length + self.extra

    @property
    def repetition_length(self) -> float:
        """Natural seconds of one repetition; a hold's last one takes all that was added."""
        return self.moment.length / self.moment.repetitions

    @property
    def repetitions(self) -> int:
        """Repetitions to be done, with those that were added; 0 when the moment is no touch."""
        if not self.moment.is_touch:
            return 0
        if not self.moment.follows_pace:
            return self.moment.repetitions
        return round(self.length / self.repetition_length)

    def elapsed(self, now: float) -> float:
        """Natural seconds into the moment."""
        return self.base + (now - self.anchor) / self.stretch if self.moving else self.base

    def played(self, now: float) -> float:
        """Real seconds of play in this visit."""
        return self.spent + (now - self.anchor) if self.moving else self.spent

    def when(self, elapsed: float) -> float:
        """The clock's reading at which so many natural seconds are reached, if it keeps moving."""
        return self.anchor + max(0.0, elapsed - self.base) * self.stretch

    def next_repetition(self) -> float:
        """Natural second at which the repetition now under way is complete; infinite when there is none."""
        number = self.told + 1
        if number == self.repetitions:
            return self.length
        if number < self.repetitions or (self.moment.follows_pace and self.time_told):
            return number * self.repetition_length
        return inf

    def moved_on(self, now: float, *, moving: bool, stretch: float | None = None) -> "Visit":
        """The same visit anchored at ``now``: standing or moving, at the same or another stretch."""
        return replace(
            self,
            anchor=now,
            base=self.elapsed(now),
            spent=self.played(now),
            moving=moving,
            stretch=self.stretch if stretch is None else stretch,
        )

    def longer_by(self, seconds: float) -> "Visit":
        """The same visit with about so many *real* seconds added: whole repetitions where strokes repeat."""
        if not self.moment.follows_pace:
            return replace(self, extra=self.extra + seconds)
        whole = max(1, round(seconds / (self.repetition_length * self.stretch)))
        return replace(self, extra=self.extra + whole * self.repetition_length)

    def to_the_end_of_this_repetition(self, now: float) -> "Visit":
        """A visit past its time, given just the time to end kindly: strokes end a repetition, all else at once."""
        end = self.next_repetition()
        length = max(self.length, self.elapsed(now)) if end == inf else end
        return replace(self, extra=length - self.moment.length, time_told=False)


def enter(index: int, moment: Moment, offset: float, now: float, stretch: float) -> Visit:
    """A visit that begins ``offset`` natural seconds into the moment and stands until it is moved on.

    A touch that had gone past its time (time was added, or it waited) goes on there: strokes to the end of the
    repetition under way, a hold no further.
    """
    most = LONGEST if moment.is_touch else moment.length
    offset = min(max(offset, 0.0), most)
    if not (moment.is_touch and offset):
        return Visit(index, moment, now, base=offset, stretch=stretch)
    repetition = moment.length / moment.repetitions
    done = floor(offset / repetition + _ALMOST)
    end = ceil(offset / repetition - _ALMOST) * repetition if moment.follows_pace else offset
    done = done if moment.follows_pace else min(moment.repetitions, done)
    extra = max(0.0, end - moment.length)
    return Visit(index, moment, now, offset, stretch=stretch, extra=extra, began_with=done, told=done)
