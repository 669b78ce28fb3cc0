"""The rules of safety as data: they load, their names lead somewhere, they say where they come from."""

from dataclasses import fields
from pathlib import Path

import pytest

from companion.content.checks.known import read_known
from companion.content.checks.safety import safety_problems
from companion.content.safety import load_safety, load_safety_words, read_safety, read_safety_words
from companion.domain.clinic import ClinicSettings
from companion.domain.errors import CompanionError
from companion.domain.parts import LIMBS, Part
from companion.domain.safety import Verdict
from tests.content.copies import DATA, Copy
from tests.domain.safe import library

ANSWERED = {"skin-unread", "signs-unread", "state-unread", "conditions-unread"}


def problems(data: Path) -> list[str]:
    known, _ = read_known(data)
    return [str(problem) for problem in safety_problems(data, library().strokes, known, "en")]


def test_the_shipped_rules_and_words_have_no_problem() -> None:
    assert problems(DATA) == []


def test_every_rule_names_its_sources_and_its_question() -> None:
    for rule in load_safety(DATA).rules:
        assert rule.sources
        assert rule.question


def test_a_rule_that_says_not_today_forbids_nothing_more() -> None:
    for rule in load_safety(DATA).rules:
        if rule.verdict >= Verdict.NOT_TODAY:
            assert not rule.forbids.parts
            assert not rule.forbids.moving


def test_arms_and_legs_are_both_sides() -> None:
    touches = load_safety(DATA).touches
    assert touches["toe-roll"].parts == {Part.LEFT_LEG, Part.RIGHT_LEG}
    assert touches["touch-relaxation"].parts == LIMBS


def test_both_sweeps_can_lift_over_the_tummy_and_nothing_else_can() -> None:
    touches = load_safety(DATA).touches
    lifting = {name for name, touch in touches.items() if touch.lifts_over}
    assert lifting == {"chest-sweep", "whole-body-sweep"}
    assert {name for name, touch in touches.items() if touch.over_clothes} == {"tummy-rest"}


def test_every_stroke_on_the_tummy_is_known_to_touch_it() -> None:
    touches = load_safety(DATA).touches
    for stroke in library().strokes.values():
        if stroke.area.value == "tummy":
            assert Part.TUMMY in touches[stroke.id].parts


def test_clinic_settings_start_at_the_defaults_of_the_data() -> None:
    ranges = load_safety(DATA).clinic
    assert set(ranges) == {field.name.replace("_", "-") for field in fields(ClinicSettings)}
    for field in fields(ClinicSettings):
        allowed = ranges[field.name.replace("_", "-")]
        assert allowed.lowest <= allowed.default <= allowed.highest
        assert getattr(ClinicSettings(), field.name) == allowed.default


DAMAGE = [
    ("safety/rules.toml", "PHAC", "HEARSAY", "there is no source HEARSAY"),
    ("safety/rules.toml", '"thumb-press"', '"nose-press"', "there is no stroke nose-press"),
    ("safety/rules.toml", '"umbilical-hernia"', '"hernia"', "there is no condition hernia"),
    ("safety/rules.toml", "cap_share = 0.5", "cap_share = 1.5", "rules.toml: active-alert.cap_share"),
    ("safety/rules.toml", 'when = ["fever"]\n', "", "fever: it has neither when nor each"),
    ("safety/touches.toml", "[toe-roll]", "[toe-tickle]", "it is not said what this stroke touches"),
    ("safety/touches.toml", "[toe-roll]", "[toe-tickle]", "toe-tickle: there is no such stroke or variant"),
    ("safety/touches.toml", '"bottom"', '"elbow"', "touches.toml: bottom-relaxer.parts"),
    ("safety/ages.toml", '"leg-sweep"', '"leg-swipe"', "there is no stroke leg-swipe"),
    ("safety/ages.toml", "until_weeks = 26", "until_weeks = 27", "6-to-12-months: must begin where"),
    ("safety/ages.toml", "cap_minutes = 5", "cap_minutes = -5", "ages.toml: band 2.cap_minutes"),
    ("safety/clinic.toml", "[feed-gap]", "[food-gap]", "feed-gap: this setting is missing"),
    ("safety/clinic.toml", "default = 45", "default = 50", "feed-gap-tummy: the default is 45"),
    ("safety/cues.toml", 'strength = "danger"', 'strength = "huge"', "cues.toml: blue-or-grey.strength"),
    ("safety/help.toml", 'level = "call"', 'level = "later"', "help.toml: sign"),
    (
        "safety/regions.toml",
        "verified = 2026-11-22",
        'verified = "lately"',
        "regions.toml: manitoba.verified",
    ),
    (
        "text/en/safety.toml",
        "[rules.fever]",
        "[rules.heat]",
        "safety.toml: rules.fever: the words are missing",
    ),
    ("text/en/safety.toml", "[cues]\n", "[cues", "safety.toml"),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), DAMAGE)
def test_each_damage_is_told_with_its_place(copy: Copy, file: str, old: str, new: str, told: str) -> None:
    copy.replace(file, old, new)
    found = problems(copy.data)
    assert any(told in problem for problem in found), found


def test_a_missing_file_is_told_and_not_guessed(copy: Copy) -> None:
    (copy.data / "safety" / "rules.toml").unlink()
    safety, found = read_safety(copy.data)
    assert safety is None
    assert "the file is missing" in str(found[0])
    with pytest.raises(CompanionError, match="content-broken"):
        load_safety(copy.data)


def test_missing_words_are_told(copy: Copy) -> None:
    (copy.data / "text" / "en" / "safety.toml").unlink()
    words, found = read_safety_words(copy.data, "en")
    assert words is None
    assert found
    with pytest.raises(CompanionError, match="content-broken"):
        load_safety_words(copy.data, "en")
