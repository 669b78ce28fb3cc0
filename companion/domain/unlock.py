"""A clinician's yes: who gave it, when, for which areas, and with which doses for a routine that is locked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from companion.domain.body import Area
from companion.domain.routine import Block, Routine, RoutineStep


@dataclass(frozen=True, slots=True)
class TherapistDose:
    """How often and how long a therapist wants one step of a locked routine; ``seconds`` is per repetition."""

    stroke: str
    times: int
    seconds: float
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Unlock:
    """A clinician's yes, kept in the profile for good (brief 4.3).

    ``routine`` "" is a yes to massage in general, on ``areas``, knowing of ``conditions``; otherwise it opens
    that locked routine, with ``doses``. It counts from the day ``given`` until ``withdrawn``.
    """

    therapist: str
    given: date
    areas: frozenset[Area]
    conditions: frozenset[str] = frozenset()
    routine: str = ""
    doses: tuple[TherapistDose, ...] = ()
    withdrawn: date | None = None

    def counts_on(self, today: date) -> bool:
        """Whether it is complete (a name, a day that has come, an area) and has not been withdrawn."""
        ended = self.withdrawn is not None and self.withdrawn <= today
        return bool(self.therapist.strip()) and bool(self.areas) and self.given <= today and not ended


def newest(unlocks: Iterable[Unlock], today: date, routine: str = "") -> Unlock | None:
    """The unlock that counts today for this routine ("": massage in general): the one given last."""
    counting = [unlock for unlock in unlocks if unlock.routine == routine and unlock.counts_on(today)]
    return max(counting, key=lambda unlock: unlock.given, default=None)


def opened(routine: Routine, unlock: Unlock) -> Routine:
    """A locked routine with the therapist's doses; steps that have none keep 0 times and 0 seconds."""
    doses = {(dose.stroke, dose.variant): dose for dose in unlock.doses}

    def dosed(step: RoutineStep) -> RoutineStep:
        dose = doses.get((step.stroke, step.variant))
        return replace(step, times=dose.times, seconds=dose.seconds) if dose else step

    def block(block: Block) -> Block:
        return replace(block, steps=tuple(dosed(step) for step in block.steps))

    return replace(routine, locked=False, blocks=tuple(block(part) for part in routine.blocks))
