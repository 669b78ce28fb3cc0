"""Reads what a person types about a baby and today, for ``companion plan``: ages, answers, shots, skin."""

import argparse
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from companion.app.typed import reading
from companion.domain.baby import PRETERM_FROM, Answer, BabyProfile, born_on
from companion.domain.body import Area
from companion.domain.check import ALL_FINE, Tummy, Vaccine
from companion.domain.clinic import CLINIC_PRESET, ClinicSettings
from companion.domain.parts import Part
from companion.domain.session import BabyState
from companion.domain.timed import Extent, Wish
from companion.domain.verdict import Situation

UNKNOWN = "unknown"
HOURS = {"m": 1 / 60, "h": 1.0, "d": 24.0}
TIME = re.compile(r"(\d+)([mhd])")
STATES = {state.name.lower().replace("_", "-"): state for state in BabyState}
SORE = {"": Answer.UNKNOWN, "sore": Answer.YES, "fine": Answer.NO, UNKNOWN: Answer.UNKNOWN}
LIMB_WORDS = {"thigh": "leg", "foot": "leg", "hand": "arm", "shoulder": "arm"}
ANSWERS = {
    "fever": "fever",
    "unwell": "unwell",
    "tummy": "tummy",
    "skin": "skin",
    "navel_trouble": "navel_trouble",
    "fed": "fed_minutes",
    "hungry": "hungry",
    "new_mark": "new_mark",
    "jaundice": "jaundice",
    "state": "state",
    "caregiver_well": "caregiver_well",
    "signs": "flags",
}
"""What is typed -> field of the check."""
Named = TypeVar("Named", bound=StrEnum)


def add_arguments(parser: argparse.ArgumentParser, messages: Mapping[str, str]) -> None:
    """Add everything that ``companion plan`` understands."""
    parser.add_argument("routine", metavar="ROUTINE")
    plain: tuple[tuple[str, Callable[[str], object], str], ...] = (
        ("--age-weeks", _number, "N"),
        ("--born", date.fromisoformat, "YYYY-MM-DD"),
        ("--weeks-early", _number, "N"),
        ("--navel", _one_of(Answer), "ANSWER"),
        ("--fever", _one_of(Answer), "ANSWER"),
        ("--unwell", _one_of(Answer), "ANSWER"),
        ("--tummy", _one_of(Tummy), "ANSWER"),
        ("--skin", _parts, "PARTS"),
        ("--navel-trouble", _one_of(Answer), "ANSWER"),
        ("--fed", _minutes, "40m"),
        ("--hungry", _one_of(Answer), "ANSWER"),
        ("--new-mark", _one_of(Answer), "ANSWER"),
        ("--jaundice", _one_of(Answer), "ANSWER"),
        ("--state", _state, "STATE"),
        ("--caregiver-well", _one_of(Answer), "ANSWER"),
        ("--signs", _signs, "SIGNS"),
        ("--minutes", _number, "N"),
        ("--area", _one_of(Area), "AREA"),
    )
    for name, reads, metavar in plain:
        told = messages[f"cli.plan.{name[2:]}"]
        kind = reading(reads, told, messages)
        parser.add_argument(name, type=kind, metavar=metavar, help=told, default=argparse.SUPPRESS)
    for name, reads, metavar in (("--vaccine", vaccine, "LIMB:1d"), ("--condition", str, "NAME")):
        told = messages[f"cli.plan.{name[2:]}"]
        parser.add_argument(
            name, type=reading(reads, told, messages), metavar=metavar, help=told,
            action="append", default=argparse.SUPPRESS,
        )  # fmt: skip
    for name in ("--short", "--clinic", "--doll"):
        parser.add_argument(name, action="store_true", help=messages[f"cli.plan.{name[2:]}"])


def situation_of(words: argparse.Namespace, today: date) -> Situation:
    """The baby and today. What was not named is taken as fine, but not the age and not a healed navel."""
    named = vars(words)
    answers = {field: named[word] for word, field in ANSWERS.items() if word in named}
    if "vaccine" in named:
        shots: list[Vaccine | None] = named["vaccine"]
        answers["vaccines"] = None if None in shots else tuple(shots)
    clinic = CLINIC_PRESET if words.clinic else ClinicSettings()
    return Situation(_profile(named, today), replace(ALL_FINE, **answers), today, clinic)


def wish_of(words: argparse.Namespace) -> Wish:
    """How much of the routine is wanted."""
    area: Area | None = getattr(words, "area", None)
    extent = Extent.ONE_AREA if area else Extent.SHORT if words.short else Extent.FULL
    return Wish(minutes=getattr(words, "minutes", None), extent=extent, area=area)


def vaccine(text: str) -> Vaccine | None:
    """``left-thigh:1d``, ``right-arm:60h:sore``, ``left-leg``; ``unknown`` is None. Raises ValueError."""
    if text == UNKNOWN:
        return None
    limb, _, rest = text.partition(":")
    ago, _, sore = rest.partition(":")
    if sore not in SORE:
        raise ValueError(text)
    hours = None if ago in {"", UNKNOWN} else int(_hours(ago))
    return Vaccine(_limb(limb), hours, SORE[sore])


def _profile(named: Mapping[str, Any], today: date) -> BabyProfile:
    born: date | None = named.get("born")
    early: int = named.get("weeks_early", 0)
    if "age_weeks" in named:
        corrected = early if early >= PRETERM_FROM else 0
        born = today - timedelta(weeks=named["age_weeks"] + corrected)
    conditions = tuple(named.get("condition", ()))
    return BabyProfile(
        id="baby",
        birth=None if born is None else born_on(born),
        weeks_early=early,
        navel_healed=named.get("navel", Answer.UNKNOWN),
        conditions=None if UNKNOWN in conditions else conditions,
    )


def _one_of(kind: type[Named]) -> Callable[[str], Named]:
    def read(text: str) -> Named:
        return kind(text)

    return read


def _number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _hours(text: str) -> float:
    """``1d``, ``30h``, ``40m`` in hours."""
    found = TIME.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return int(found[1]) * HOURS[found[2]]


def _minutes(text: str) -> int | None:
    return None if text == UNKNOWN else round(_hours(text) * 60)


def _state(text: str) -> BabyState | None:
    if text != UNKNOWN and text not in STATES:
        raise ValueError(text)
    return STATES.get(text)


def _limb(text: str) -> Part | None:
    """An arm or leg, also by its thigh, foot, hand or shoulder."""
    if text == UNKNOWN:
        return None
    side, _, name = text.partition("-")
    return Part(f"{side}-{LIMB_WORDS.get(name, name)}")


def _parts(text: str) -> frozenset[Part] | None:
    return None if text == UNKNOWN else frozenset(Part(name) for name in text.split(",") if name != "none")


def _signs(text: str) -> frozenset[str] | None:
    return None if text == UNKNOWN else frozenset(name for name in text.split(",") if name != "none")
