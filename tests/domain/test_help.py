"""Signs that call for help (brief 4.4), the numbers to call, and the plan for crying (3.5)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from companion.domain.baby import Answer
from companion.domain.help import (
    HelpChoice,
    HelpLevel,
    HelpNumbers,
    help_numbers,
    may_start_again,
    own_numbers,
    signs_of,
)
from companion.domain.safety import Verdict
from companion.domain.verdict import assess
from tests.domain.safe import TODAY, baby, fitted, library, safety, situation, today

NOW = ["not-breathing", "limp", "seizure", "choking", "ribs-pull-in"]
EMERGENCY = [
    "young-fever",
    "bad-vomit-or-blood",
    "bulging-soft-spot",
    "strange-or-endless-cry",
    "hard-to-wake",
    "purple-rash",
    "hard-tummy",
    "dry-diapers",
    "limb-still-or-swollen",
    "groin-lump",
]
CALL = ["long-crying", "stool-change", "long-fever", "yellow-skin", "uneven"]


@pytest.mark.parametrize(
    ("sign", "verdict", "level"),
    [
        *((sign, Verdict.GET_HELP_NOW, HelpLevel.NOW) for sign in NOW),
        *((sign, Verdict.GET_HELP_NOW, HelpLevel.TODAY) for sign in EMERGENCY),
        *((sign, Verdict.NOT_TODAY, HelpLevel.CALL) for sign in CALL),
    ],
)
def test_each_sign_calls_for_its_help_and_for_no_massage(
    sign: str, verdict: Verdict, level: HelpLevel
) -> None:
    where = situation(check=today(flags=frozenset({sign})))
    found = assess(where, safety())
    assert (found.verdict, found.help) == (verdict, level)
    (reason,) = found.reasons
    assert reason.about == f"sign:{sign}"
    assert reason.source
    assert fitted("feet-anywhere", where).plan is None


def test_the_signs_are_those_of_the_list_in_its_order() -> None:
    signs = safety().signs
    for level, ids in ((HelpLevel.NOW, NOW), (HelpLevel.TODAY, EMERGENCY), (HelpLevel.CALL, CALL)):
        assert [sign.id for sign in signs_of(signs, level)] == ids


def test_every_sign_has_the_words_of_its_level() -> None:
    for sign in safety().signs.values():
        assert sign.phrase.startswith(f"help.{sign.level}.")
        assert library().words.phrases[sign.phrase]


@pytest.mark.parametrize(
    ("weeks", "verdict", "level"),
    [(12, Verdict.GET_HELP_NOW, HelpLevel.TODAY), (13, Verdict.NOT_TODAY, None)],
)
def test_a_fever_under_three_months_is_for_the_emergency_room(
    weeks: int, verdict: Verdict, level: HelpLevel | None
) -> None:
    found = assess(situation(baby(weeks), today(fever=Answer.YES)), safety())
    assert (found.verdict, found.help) == (verdict, level)


def test_a_fever_at_an_unknown_age_is_taken_as_under_three_months() -> None:
    found = assess(situation(baby(birth=None), today(fever=Answer.YES)), safety())
    assert (found.verdict, found.help) == (Verdict.GET_HELP_NOW, HelpLevel.TODAY)


def test_a_young_baby_that_may_have_a_fever_is_for_the_nurse() -> None:
    found = assess(situation(baby(4), today(fever=Answer.UNKNOWN)), safety())
    assert (found.verdict, found.help) == (Verdict.GET_HELP_NOW, HelpLevel.CALL)
    assert found.title == "check-first"


def test_the_most_urgent_help_is_told() -> None:
    found = assess(situation(check=today(flags=frozenset({"uneven", "seizure"}))), safety())
    assert found.help is HelpLevel.NOW
    assert found.title == "get-help-now"


def test_manitoba_is_ready_made() -> None:
    numbers = safety().regions["manitoba"]
    assert numbers.emergency == "911"
    assert numbers.nurse == ("204-788-8200", "1-888-315-9257")
    assert numbers.crisis == "9-8-8"


def test_a_family_puts_in_its_own_numbers() -> None:
    own = own_numbers(
        safety().regions["manitoba"], emergency=" 112 ", nurse=("", " 811 "), crisis="", today=TODAY
    )
    assert (own.emergency, own.nurse, own.crisis, own.own) == ("112", ("811",), "", True)


def test_an_empty_emergency_number_keeps_the_regions() -> None:
    own = own_numbers(safety().regions["manitoba"], emergency=" ", nurse=(), crisis="", today=TODAY)
    assert own.emergency == "911"


def test_without_own_numbers_the_regions_count_and_the_clinics_is_added() -> None:
    numbers = help_numbers(HelpChoice(emergency="112", clinic=" 204-555-0100 "), safety().regions)
    assert replace(numbers, clinic="") == safety().regions["manitoba"]
    assert numbers.clinic == "204-555-0100"


def test_own_numbers_are_put_together_from_what_was_typed() -> None:
    typed = HelpChoice("elsewhere", True, "112", "811, 0800 1", "116 123", verified="2026-07-29")
    numbers = help_numbers(typed, safety().regions)
    assert (numbers.emergency, numbers.nurse, numbers.crisis) == ("112", ("811", "0800 1"), "116 123")
    assert (numbers.own, numbers.verified) == (True, date(2026, 7, 29))


@pytest.mark.parametrize("said", ["", "soon"])
def test_own_numbers_without_a_day_are_to_be_verified(said: str) -> None:
    numbers = help_numbers(HelpChoice(own=True, verified=said), safety().regions)
    assert numbers.due(TODAY)


def test_a_region_that_is_not_known_is_taken_as_the_first() -> None:
    assert help_numbers(HelpChoice("atlantis"), safety().regions).region == next(iter(safety().regions))


@pytest.mark.parametrize(
    ("verified", "due"),
    [(None, True), (TODAY, False), (TODAY - timedelta(days=365), False), (date(2025, 1, 1), True)],
)
def test_numbers_are_verified_once_a_year(verified: date | None, due: bool) -> None:
    assert HelpNumbers("x", "911", verified=verified).due(TODAY) is due


def test_the_plan_for_crying_is_stop_hold_check_soothe_break_and_never_shake() -> None:
    crying = safety().crying
    told = [library().words.phrases[key] for key in crying.phrases]
    for part, line in zip(("Stop", "Check", "one calm thing", "crib", "5 to 10", "never"), told, strict=True):
        assert part.lower() in line.lower()
    assert crying.checks == ("hungry", "wet", "too-hot-or-cold", "tired", "too-much", "in-pain")
    assert crying.break_minutes == (5, 10)
    assert "CPS-CC" in crying.sources


def test_a_massage_starts_again_after_ten_calm_minutes_only() -> None:
    needed = safety().crying.calm_minutes
    assert needed == 10
    assert not may_start_again(9.9, needed)
    assert may_start_again(10, needed)
