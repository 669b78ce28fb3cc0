"""Today's check: what the caregiver says of the baby before a session. Each answer may be unknown."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from companion.domain.baby import Answer
from companion.domain.clinic import ClinicSettings
from companion.domain.parts import LIMBS, Part
from companion.domain.session import BabyState

WELL_FED_LONG_AGO = 120
DAY = 24


class Tummy(StrEnum):
    """Vomiting or diarrhoea: none, over for less than the time to wait, still there."""

    FINE = "fine"
    LATELY = "lately"
    NOW = "now"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Vaccine:
    """A shot of the last days. ``limb`` None: not known which; ``hours`` since then, None: not known;
    ``sore``: still sore, red or warm there."""

    limb: Part | None
    hours: int | None = None
    sore: Answer = Answer.UNKNOWN


@dataclass(frozen=True, slots=True)
class TodayCheck:
    """The answers of one check. What is left out is unknown, and unknown is the worst that it can be.

    ``skin``: parts with a rash, wound, infection, sunburn, weeping eczema or bruise of a drip; ``vaccines``:
    shots that may still matter; ``fed_minutes``: since the last feed; ``new_mark``: a new swelling, lump or
    bruise; ``flags``: ids of the signs in ``data/safety/help.toml``. For these, None is unknown, empty is none.
    """

    fever: Answer = Answer.UNKNOWN
    unwell: Answer = Answer.UNKNOWN
    tummy: Tummy = Tummy.UNKNOWN
    skin: frozenset[Part] | None = None
    navel_trouble: Answer = Answer.UNKNOWN
    vaccines: tuple[Vaccine, ...] | None = None
    fed_minutes: int | None = None
    hungry: Answer = Answer.UNKNOWN
    new_mark: Answer = Answer.UNKNOWN
    jaundice: Answer = Answer.UNKNOWN
    state: BabyState | None = None
    caregiver_well: Answer = Answer.UNKNOWN
    flags: frozenset[str] | None = None


ALL_FINE = TodayCheck(
    fever=Answer.NO,
    unwell=Answer.NO,
    tummy=Tummy.FINE,
    skin=frozenset(),
    navel_trouble=Answer.NO,
    vaccines=(),
    fed_minutes=WELL_FED_LONG_AGO,
    hungry=Answer.NO,
    new_mark=Answer.NO,
    jaundice=Answer.NO,
    state=BabyState.QUIET_ALERT,
    caregiver_well=Answer.YES,
    flags=frozenset(),
)
"""What "All fine today" says: the caregiver has read the list and none of it is so."""

STATE_FACTS = {
    BabyState.DEEP_SLEEP: "state:asleep",
    BabyState.LIGHT_SLEEP: "state:asleep",
    BabyState.DROWSY: "state:drowsy",
    BabyState.QUIET_ALERT: "state:quiet-alert",
    BabyState.ACTIVE_ALERT: "state:active-alert",
    BabyState.CRYING: "state:crying",
}

Fact = tuple[str, bool]
"""Something that holds, and whether it is known (True) or only not ruled out (False)."""


def check_facts(check: TodayCheck, clinic: ClinicSettings) -> Iterator[Fact]:
    """All that holds by these answers; an unknown answer holds the worst that its question can say, or a fact of
    its own (``skin-unknown``) that its rule takes at least as seriously."""
    for fact, answer, bad in (
        ("fever", check.fever, Answer.YES),
        ("unwell", check.unwell, Answer.YES),
        ("navel-trouble", check.navel_trouble, Answer.YES),
        ("hungry", check.hungry, Answer.YES),
        ("new-mark", check.new_mark, Answer.YES),
        ("jaundice", check.jaundice, Answer.YES),
        ("caregiver-unwell", check.caregiver_well, Answer.NO),
    ):
        if answer in {bad, Answer.UNKNOWN}:
            yield fact, answer is bad
    yield from _tummy(check.tummy)
    yield from _skin(check.skin)
    yield from _vaccines(check.vaccines, clinic)
    yield from _feed(check.fed_minutes, clinic)
    yield from _state(check.state)
    if check.flags is None:
        yield "flags-unknown", False


def _tummy(tummy: Tummy) -> Iterator[Fact]:
    known = tummy is not Tummy.UNKNOWN
    if tummy in {Tummy.NOW, Tummy.UNKNOWN}:
        yield "vomiting-now", known
    if tummy is not Tummy.FINE:
        yield "vomiting-lately", known


def _skin(skin: frozenset[Part] | None) -> Iterator[Fact]:
    if skin is None:
        yield "skin-unknown", False
    yield from ((f"skin:{part}", True) for part in skin or ())


def _vaccines(vaccines: tuple[Vaccine, ...] | None, clinic: ClinicSettings) -> Iterator[Fact]:
    for vaccine in (Vaccine(None),) if vaccines is None else vaccines:
        hours = 0 if vaccine.hours is None else vaccine.hours
        known = vaccine.limb is not None and vaccine.hours is not None
        limbs = LIMBS if vaccine.limb is None else {vaccine.limb}
        if hours < clinic.vaccine_hours:
            when = "today" if hours < DAY else "yesterday" if hours < 2 * DAY else "lately"
            yield "vaccine-waiting", known
            yield from ((f"vaccine-{when}:{limb}", known) for limb in limbs)
        elif vaccine.sore is not Answer.NO:
            yield from ((f"vaccine-sore:{limb}", known and vaccine.sore is Answer.YES) for limb in limbs)


def _feed(minutes: int | None, clinic: ClinicSettings) -> Iterator[Fact]:
    known = minutes is not None
    since = minutes or 0
    if since < clinic.feed_gap:
        yield "just-fed", known
    if since < clinic.feed_gap_tummy:
        yield "fed-for-tummy", known


def _state(state: BabyState | None) -> Iterator[Fact]:
    if state is None:
        yield "state-unknown", False
    else:
        yield STATE_FACTS[state], True
