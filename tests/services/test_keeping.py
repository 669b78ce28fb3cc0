"""A copy is made before every big change, and a file that brings nothing changes nothing."""

from pathlib import Path

import pytest

from companion.domain.backup import EVERY, Why
from companion.domain.errors import CompanionError
from companion.services import keeping
from companion.services.ports import Vault
from tests.fakes import ManualClock
from tests.services.diary_fakes import MemoryVault

FILE = Path("given.json")


def test_the_fake_fits_the_port() -> None:
    vault: Vault = MemoryVault()
    assert vault.backups() == ()


def test_a_copy_is_due_at_the_start_and_after_each_half_hour_of_use() -> None:
    clock = ManualClock()
    rhythm = keeping.Rhythm(clock)
    assert rhythm.next() is Why.START
    assert rhythm.next() is None
    clock.advance(EVERY)
    assert rhythm.next() is Why.REGULAR
    assert rhythm.next() is None


def test_the_diary_is_copied_before_another_takes_its_place() -> None:
    vault = MemoryVault("mon tue")
    vault.files[FILE] = "sun"
    keeping.restore(vault, FILE)
    assert vault.done == [Why.BEFORE_RESTORE, "restore"]
    assert vault.diary == "sun"
    assert "mon tue" in vault.files.values()


def test_a_diary_that_cannot_be_copied_is_not_replaced() -> None:
    vault = MemoryVault("mon tue")
    vault.files[FILE] = "sun"
    vault.broken = CompanionError("disk-full", folder="/")
    for change in (keeping.restore, keeping.bring_in):
        with pytest.raises(CompanionError, match="disk-full"):
            change(vault, FILE)
    assert vault.diary == "mon tue"


def test_the_diary_is_copied_before_a_file_comes_in() -> None:
    vault = MemoryVault("mon")
    vault.files[FILE] = "mon tue"
    assert keeping.bring_in(vault, FILE).new_sessions == 1
    assert vault.done == [Why.BEFORE_IMPORT, "bring in"]
    assert vault.diary == "mon tue"


def test_a_file_that_brings_nothing_changes_nothing() -> None:
    vault = MemoryVault("mon tue")
    vault.files[FILE] = "mon"
    assert keeping.bring_in(vault, FILE).is_nothing
    assert vault.done == []


def test_what_is_left_of_a_family_is_copied_anew() -> None:
    vault = MemoryVault("mila max")
    keeping.forget_baby(vault, "mila")
    assert vault.done == ["forget mila", Why.AFTER_DELETING]
    assert [text.strip() for text in vault.files.values()] == ["max"]


def test_nothing_is_left_when_everything_is_forgotten() -> None:
    vault = MemoryVault("mila max")
    keeping.forget_everything(vault)
    assert (vault.diary, vault.files) == ("", {})
