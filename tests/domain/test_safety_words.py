"""Reasons become sentences, and a plan is told in one."""

import pytest

from companion.domain.baby import Answer
from companion.domain.body import Area
from companion.domain.check import Vaccine
from companion.domain.parts import Part
from companion.domain.plan import Reason, SessionPlan
from companion.domain.practice import practice
from companion.domain.safety_words import about_words, advice, sentence, spoken_reason
from companion.domain.session import BabyState
from companion.domain.timed import Wish
from tests.domain.safe import baby, fitted, library, safety_words, situation, today


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason("left-out.navel-open", "area:tummy", "X"), "Tummy strokes left out: navel not healed."),
        (
            Reason("left-out.vaccine-yesterday", "part:left-leg", "X"),
            "Left leg left out: vaccine there yesterday.",
        ),
        (Reason("shorter.age", "weeks:3", "X"), "Shorter today: 3 weeks old."),
        (Reason("shorter.age.unknown", "all", "X"), "Shorter today: we do not know how old baby is."),
        (
            Reason("left-out.condition:fracture", "stroke:leg-cross", "X"),
            "Cross the legs left out: a broken bone.",
        ),
        (
            Reason("left-out.condition:fracture.unknown", "stroke:leg-cross", "X"),
            "Cross the legs left out: not yet known: a broken bone.",
        ),
        (Reason("unfit.condition:rare", "routine:face", "X"), "Not this one: rare."),
        (Reason("check.fever", "", "X"), "Baby has a fever."),
        (
            Reason("check.ask-first", "condition:fracture", "X"),
            "A broken bone: your clinician has to say yes first.",
        ),
        (Reason("check.sign-now", "sign:seizure", "X"), "A seizure: call 911 now."),
    ],
)
def test_a_reason_reads_as_one_sentence(reason: Reason, told: str) -> None:
    assert sentence(reason, safety_words(), library().words) == told


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("weeks:-2", "before the due date"),
        ("weeks:0", "0 weeks old"),
        ("weeks:1", "1 week old"),
        ("weeks:25", "25 weeks old"),
        ("weeks:26", "5 months old"),
        ("weeks:60", "13 months old"),
        ("weeks:200", "3 years old"),
        ("minutes:10", "you have 10 minutes"),
        ("seconds:15", "15 seconds"),
        ("area:back@on-tummy", "back strokes on the tummy"),
        ("stroke:resting-hands@legs", "Resting hands on legs"),
        ("routine:face", "Face comfort"),
        ("", ""),
    ],
)
def test_what_a_reason_is_about_has_words(about: str, told: str) -> None:
    assert about_words(about, safety_words(), library().words) == told


def test_advice_says_what_to_do_or_nothing() -> None:
    words = safety_words(), library().words
    assert advice(Reason("left-out.skin", "part:back", "X"), *words).startswith("Do not touch")
    assert advice(Reason("check.fever.unknown", "", "X"), *words)
    assert advice(Reason("left-out.condition:hip-click", "stroke:leg-cross", "X"), *words) == ""


def plan_of(name: str, *args: object, **wish: object) -> SessionPlan:
    plan = fitted(name, *args, wish=Wish(**wish)).plan  # pyright: ignore[reportArgumentType, reportCallIssue]
    assert plan
    return plan


def vaccine(*limbs: Part) -> object:
    return situation(check=today(vaccines=tuple(Vaccine(limb, 1, Answer.NO) for limb in limbs)))


def test_a_plan_is_told_in_one_sentence() -> None:
    told = {
        "say.plan.as-usual": plan_of("bedtime"),
        "say.plan.shorter": plan_of("bedtime", minutes=6),
        "say.plan.no-tummy": SessionPlan("x", (), (Reason("left-out.navel-open", "area:tummy", "X"),)),
        "say.plan.spared.left-leg": plan_of("feet-anywhere", vaccine(Part.LEFT_LEG)),
        "say.plan.spared": plan_of("full-body", vaccine(Part.LEFT_LEG, Part.RIGHT_ARM)),
        "say.plan.some-left-out": plan_of("full-body", situation(baby(navel_healed=Answer.NO))),
        "say.plan.gentle": plan_of("bedtime", situation(check=today(state=BabyState.DROWSY))),
        "say.plan.practice": practice(library().routines["face"], library().strokes),
    }
    for key, plan in told.items():
        assert spoken_reason(plan) == key
        assert safety_words().phrases[key]


def test_every_part_can_be_told_to_be_spared() -> None:
    for part in Part:
        assert safety_words().phrases[f"say.plan.spared.{part}"]
        assert safety_words().abouts[f"part:{part}"]
    for area in Area:
        assert safety_words().abouts[f"area:{area}"]
