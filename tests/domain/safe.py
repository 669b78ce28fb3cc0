"""A well baby, today's answers, the real rules, and short ways to fit a routine; for the tests of safety."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from companion.content.library import Library, load_library
from companion.content.safety import load_safety, load_safety_words
from companion.domain.baby import Answer, BabyProfile, born_on
from companion.domain.body import Area
from companion.domain.check import ALL_FINE, TodayCheck
from companion.domain.clinic import ClinicSettings
from companion.domain.fit import Fitting, fit
from companion.domain.safety import Safety
from companion.domain.safety_words import SafetyWords, sentence
from companion.domain.timed import Wish
from companion.domain.unlock import Unlock
from companion.domain.verdict import Situation

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 22)
PLAYABLE = (
    "first-massage",
    "full-body",
    "tummy-comfort",
    "constipation-comfort",
    "bedtime",
    "face",
    "feet-anywhere",
    "evening-legs",
    "back-and-tummy-time",
)
TUMMY = {"paddle-down", "paddle-legs-up", "thumbs-to-sides", "sun-and-moon", "i-love-you", "walking-fingers"}


@cache
def library() -> Library:
    return load_library(DATA, "en")


@cache
def safety() -> Safety:
    return load_safety(DATA)


@cache
def safety_words() -> SafetyWords:
    return load_safety_words(DATA, "en")


def baby(weeks: float = 20, **known: object) -> BabyProfile:
    """A baby born at term with a healed navel and nothing to know, unless told otherwise."""
    well = BabyProfile(
        id="baby",
        birth=born_on(TODAY - timedelta(days=round(weeks * 7))),
        weeks_early=0,
        navel_healed=Answer.YES,
        conditions=(),
    )
    return replace(well, **known)  # pyright: ignore[reportArgumentType]


def situation(
    profile: BabyProfile | None = None, check: TodayCheck = ALL_FINE, clinic: ClinicSettings | None = None
) -> Situation:
    return Situation(profile or baby(), check, TODAY, clinic or ClinicSettings())


def today(**answers: object) -> TodayCheck:
    """All fine but these."""
    return replace(ALL_FINE, **answers)  # pyright: ignore[reportArgumentType]


def fitted(name: str, where: Situation | None = None, wish: Wish | None = None) -> Fitting:
    """A shipped routine, fitted."""
    known = library()
    return fit(known.routines[name], known.strokes, safety(), where or situation(), wish or Wish())


def agreed(*conditions: str, areas: frozenset[Area] = frozenset(Area)) -> Unlock:
    """A clinician's yes to massage in general."""
    return Unlock("Ana Roy, PT", TODAY - timedelta(days=3), areas, frozenset(conditions))


def strokes_in(fitting: Fitting) -> set[str]:
    return {step.words for step in fitting.plan.steps} if fitting.plan else set()


def sentences(fitting: Fitting) -> list[str]:
    return [sentence(reason, safety_words(), library().words) for reason in fitting.reasons]
