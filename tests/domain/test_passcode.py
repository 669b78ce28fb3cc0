"""Passcodes and recovery codes are understood as people write them."""

import pytest

from companion.domain.passcode import (
    ALPHABET,
    grouped,
    is_long_enough,
    last_group,
    meant_code,
    meant_passcode,
)

CODE = "2R5TXZWNW3JVSR3C9NTQV5HF"


@pytest.mark.parametrize(
    ("passcode", "may_be_used"), [("moon42", True), ("moon4", False), ("  moon4  ", False)]
)
def test_a_passcode_has_six_characters_or_more(passcode: str, may_be_used: bool) -> None:
    assert is_long_enough(passcode) is may_be_used


def test_a_passcode_is_the_same_however_its_accents_were_typed() -> None:
    assert meant_passcode("cafe\u0301 noir ") == meant_passcode("café noir")


def test_a_passcode_keeps_its_capitals() -> None:
    assert meant_passcode("Moon 42") != meant_passcode("moon 42")


@pytest.mark.parametrize(
    "written", [CODE.lower(), "2R5T-XZWN-W3JV-SR3C-9NTQ-V5HF", " 2r5t xzwn w3jv sr3c 9ntq v5hf\n"]
)
def test_a_recovery_code_is_read_as_it_was_meant(written: str) -> None:
    assert meant_code(written) == CODE


def test_letters_that_look_like_figures_are_read_as_figures() -> None:
    assert meant_code("OoIiLl") == "001111"
    assert not set("OILU") & set(ALPHABET)


def test_a_recovery_code_is_printed_in_groups_of_four() -> None:
    assert grouped(CODE) == "2R5T-XZWN-W3JV-SR3C-9NTQ-V5HF"
    assert last_group(CODE) == "V5HF"
