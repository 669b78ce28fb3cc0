"""``companion plan`` prints what would be done today, and why."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from companion.app.paths import usual_paths
from companion.app.plan_command import plan_command
from companion.app.plan_words import add_arguments, situation_of, wish_of
from companion.content.library import load_messages
from companion.domain.baby import Answer
from companion.domain.body import Area
from companion.domain.check import ALL_FINE, Tummy, Vaccine
from companion.domain.clinic import CLINIC_PRESET
from companion.domain.errors import CompanionError
from companion.domain.parts import Part
from companion.domain.session import BabyState
from companion.domain.timed import Extent

TODAY = date(2026, 11, 22)


def read(typed: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_arguments(parser, load_messages(usual_paths().data, "en"))
    return parser.parse_args(typed.split())


def printed(capsys: pytest.CaptureFixture[str], home: Path, typed: str) -> str:
    assert plan_command(read(typed), replace(usual_paths(home), cache=home / "cache"), TODAY) == 0
    return capsys.readouterr().out


def test_the_plan_and_its_reasons_are_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    typed = "first-massage --age-weeks 5 --navel no --vaccine left-thigh:1d"
    out = printed(capsys, tmp_path, typed)
    assert "First massage: Good to go, with changes" in out
    assert "Baby: 5 weeks old" in out
    assert "- Left leg left out: vaccine there yesterday." in out
    assert "(PHAC, TBB, RPB)" in out
    assert "Hip-to-ankle glide (right)  3 x 4 s" in out
    assert "(left)" not in out
    assert "- No oil: navel not healed." in out
    assert "10 at the most" in out


def test_tummy_strokes_are_left_out_of_full_body(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = printed(capsys, tmp_path, "full-body --age-weeks 8 --navel no")
    assert "- Tummy strokes left out: navel not healed." in out
    assert "- Shorter today: 8 weeks old." in out
    assert "Paddle" not in out


def test_a_fever_prints_whom_to_turn_to_and_no_steps(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = printed(capsys, tmp_path, "bedtime --age-weeks 8 --fever yes")
    assert "Get help now" in out
    assert "Go to the emergency room today." in out
    assert "No massage today, so there are no steps." in out


def test_practice_on_a_doll_asks_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = printed(capsys, tmp_path, "face --doll --fever yes")
    assert "it is not counted as massage" in out
    assert "Brow" in out


def test_an_unknown_age_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = printed(capsys, tmp_path, "feet-anywhere")
    assert "Baby: age not known" in out


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("moon-massage", "unknown-name|unknown-routine"),
        ("face --condition moon", "unknown-name"),
        ("face --signs moon", "unknown-name"),
        ("torticollis --doll", "routine-locked"),
    ],
)
def test_names_that_are_not_known_are_told(typed: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(CompanionError, match=key):
        plan_command(read(typed), usual_paths(tmp_path), TODAY)


def test_what_is_not_named_is_fine_but_not_the_age_and_the_navel() -> None:
    where = situation_of(read("face"), TODAY)
    assert where.check == ALL_FINE
    assert where.profile.birth is None
    assert where.profile.navel_healed is Answer.UNKNOWN
    assert where.profile.conditions == ()


def test_every_answer_can_be_typed() -> None:
    typed = (
        "face --fever no --unwell unknown --tummy lately --skin back,left-leg --navel-trouble yes --fed 40m "
        "--hungry no --new-mark no --jaundice no --state drowsy --caregiver-well no --signs seizure "
        "--vaccine right-arm:60h:sore --vaccine left-leg"
    )
    check = situation_of(read(typed), TODAY).check
    assert (check.unwell, check.tummy) == (Answer.UNKNOWN, Tummy.LATELY)
    assert check.skin == {Part.BACK, Part.LEFT_LEG}
    assert (check.fed_minutes, check.state) == (40, BabyState.DROWSY)
    assert (check.caregiver_well, check.flags) == (Answer.NO, {"seizure"})
    assert check.vaccines == (
        Vaccine(Part.RIGHT_ARM, 60, Answer.YES),
        Vaccine(Part.LEFT_LEG, None, Answer.UNKNOWN),
    )


def test_every_answer_can_be_unknown() -> None:
    typed = "face --skin unknown --fed unknown --state unknown --signs unknown --vaccine unknown --condition unknown"
    where = situation_of(read(typed), TODAY)
    check = where.check
    assert (check.skin, check.fed_minutes, check.state, check.flags, check.vaccines) == (None,) * 5
    assert where.profile.conditions is None
    assert situation_of(read("face --vaccine unknown:1d:fine"), TODAY).check.vaccines == (
        Vaccine(None, 24, Answer.NO),
    )
    assert situation_of(read("face --skin none --signs none"), TODAY).check == ALL_FINE


def test_age_is_typed_in_corrected_weeks_or_as_a_birthday() -> None:
    from companion.domain.baby import corrected_age

    early = situation_of(read("face --age-weeks 5 --weeks-early 8"), TODAY)
    assert corrected_age(early.profile, TODAY).weeks == 5
    born = situation_of(read("face --born 2026-10-25"), TODAY)
    assert corrected_age(born.profile, TODAY).weeks == 4


def test_wishes_and_the_clinic_can_be_typed() -> None:
    assert wish_of(read("face --minutes 5")).minutes == 5
    assert wish_of(read("face --short")).extent is Extent.SHORT
    one = wish_of(read("face --area legs"))
    assert (one.extent, one.area) == (Extent.ONE_AREA, Area.LEGS)
    assert situation_of(read("face --clinic"), TODAY).clinic == CLINIC_PRESET


@pytest.mark.parametrize(
    "typed",
    [
        "--age-weeks -1",
        "--age-weeks many",
        "--fever perhaps",
        "--vaccine left-thigh:soon",
        "--vaccine nose:1d",
        "--vaccine left-leg:1d:odd",
        "--vaccine tummy",
        "--skin elbow",
        "--state tired",
        "--fed 3",
    ],
)
def test_words_that_are_not_understood_are_refused(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read(f"face {typed}")
    assert "not understood" in capsys.readouterr().err


def test_conditions_and_signs_that_are_known_are_taken(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = printed(capsys, tmp_path, "face --age-weeks 20 --condition fracture --signs uneven")
    assert "A broken bone: your clinician has to say yes first." in out
    assert "The head or body looks uneven: call your clinic or a nurse." in out
    assert "Call your clinic or a nurse.\n" in out
