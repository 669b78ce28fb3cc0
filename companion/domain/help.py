"""Getting help: signs that call for it, whom to call in a region, and the plan for crying (brief 3.5, 4.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

VERIFY_AFTER = timedelta(days=365)


class HelpLevel(StrEnum):
    """How soon: call an ambulance now, go to an emergency department today, call the clinic or a nurse."""

    NOW = "now"
    TODAY = "today"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class HelpSign:
    """A sign that calls for help and not for massage; ``phrase`` is the key of its words."""

    id: str
    level: HelpLevel
    phrase: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpNumbers:
    """Telephone numbers of a region. ``verified`` is the day on which they were last found right; ``own`` says that
    the family has put in its own. ``clinic`` is the family's clinic; no region knows it."""

    region: str
    emergency: str
    nurse: tuple[str, ...] = ()
    crisis: str = ""
    verified: date | None = None
    own: bool = False
    clinic: str = ""

    def due(self, today: date) -> bool:
        """Whether the numbers should be verified: once a year (brief 4.4)."""
        return self.verified is None or today - self.verified > VERIFY_AFTER


@dataclass(frozen=True, slots=True)
class HelpChoice:
    """Where the family lives, and the numbers that it has put in itself, as it wrote them.

    ``own`` false: the region's numbers count, and of these only ``clinic``. ``nurse`` may hold several numbers,
    with commas between them; ``verified`` is the day on which they were put in (ISO), or "".
    """

    region: str = "manitoba"
    own: bool = False
    emergency: str = ""
    nurse: str = ""
    crisis: str = ""
    clinic: str = ""
    verified: str = ""


USUAL_HELP = HelpChoice()
"""What everybody starts from: the first region's numbers."""


@dataclass(frozen=True, slots=True)
class CryingPlan:
    """What to do when the baby cries, one phrase at a time. ``checks`` are causes to look for, ``break_minutes``
    (shortest, longest) for a caregiver at the edge, ``calm_minutes`` before a massage may start again."""

    phrases: tuple[str, ...]
    checks: tuple[str, ...]
    break_minutes: tuple[int, int]
    calm_minutes: int
    sources: tuple[str, ...]


def signs_of(signs: Mapping[str, HelpSign], level: HelpLevel) -> tuple[HelpSign, ...]:
    """The signs of one level, in their order."""
    return tuple(sign for sign in signs.values() if sign.level is level)


def may_start_again(calm_minutes: float, needed: float) -> bool:
    """Whether the baby has been calm for long enough after crying; otherwise the session has ended early."""
    return calm_minutes >= needed


def own_numbers(
    numbers: HelpNumbers, *, emergency: str, nurse: tuple[str, ...], crisis: str, today: date
) -> HelpNumbers:
    """The family's own numbers; an emergency number left empty keeps the region's."""
    return replace(
        numbers,
        emergency=emergency.strip() or numbers.emergency,
        nurse=tuple(number.strip() for number in nurse if number.strip()),
        crisis=crisis.strip(),
        verified=today,
        own=True,
    )


def help_numbers(choice: HelpChoice, regions: Mapping[str, HelpNumbers]) -> HelpNumbers:
    """The numbers to call: the region's, or the family's own. A region that is not known is the first one;
    an emergency number left empty keeps the region's."""
    numbers = regions.get(choice.region) or next(iter(regions.values()))
    if choice.own:
        nurse = tuple(choice.nurse.split(","))
        numbers = own_numbers(
            numbers, emergency=choice.emergency, nurse=nurse, crisis=choice.crisis, today=date.min
        )
        numbers = replace(numbers, verified=_day(choice.verified))
    return replace(numbers, clinic=choice.clinic.strip())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
