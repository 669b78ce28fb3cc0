"""All data come out and in again; neither order nor repetition makes a difference."""

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import msgspec
import pytest

from companion.domain.entry_list import Filter
from companion.domain.errors import CompanionError
from companion.domain.exchange import Arrivals
from companion.domain.session import Reflection, SessionStatus
from companion.storage.exchange_format import DiaryFile, decoded, schema_text
from companion.storage.exporting import diary_parts
from companion.storage.importing import import_json
from companion.storage.merging import merged
from tests.storage.conftest import lock
from tests.storage.family import ANA, BEN, FINE_DAY, LEGS, MILA, NEW, POOR_DAY
from tests.storage.home import Home
from tests.storage.samples import DONE, EVENING, PLAN, StillClock

SCHEMA = Path(__file__).resolve().parents[2] / "data" / "schema" / "diary.schema.json"
NOW = datetime(2026, 12, 1, tzinfo=UTC)


def home_at(folder: Path) -> Home:
    return Home(folder, StillClock())


def parts(home: Home) -> DiaryFile:
    return diary_parts(home.database, NOW)


@pytest.fixture
def full(home: Home) -> Home:
    """Everything that a diary can hold."""
    home.with_family().play("one").play("doll", 1, POOR_DAY).day()
    home.families.withdraw_unlock(MILA.id, LEGS, date(2026, 7, 25))
    home.entries.amend(
        "one", replace(home.entries.told("one"), steps=DONE[:1], started=EVENING - timedelta(hours=1))
    )
    home.entries.amend("doll", replace(home.entries.told("doll"), removed=True))
    home.entries.undo("doll")
    home.entries.add("by-hand", PLAN, EVENING, EVENING + timedelta(seconds=60), DONE, FINE_DAY, Reflection())
    home.journal.begin("running", PLAN, EVENING + timedelta(days=3), FINE_DAY)
    return home


def test_all_that_was_written_comes_out_and_in_again(full: Home, tmp_path: Path) -> None:
    assert full.vault.export_json(tmp_path / "diary.json") == 3
    other = home_at(tmp_path / "other")
    came = other.vault.bring_in(tmp_path / "diary.json")
    assert came == Arrivals(new_sessions=3, new_babies=2, new_caregivers=2, new_unlocks=2, new_days=1)
    assert parts(other) == parts(full)
    for name in ("one", "doll", "by-hand"):
        assert other.diary.session(name) == full.diary.session(name)
        assert other.diary.occasion(name) == full.diary.occasion(name)
        assert other.entries.history(name) == full.entries.history(name)
        assert other.entries.plan(name) == full.entries.plan(name)
        assert other.journal.events(name) == full.journal.events(name)
    assert other.families.babies() == full.families.babies()
    assert other.families.caregivers() == full.families.caregivers()
    assert other.cards.cards_with("well") == full.cards.cards_with("well")
    assert other.diary.unfinished() is None
    other.close()


def test_the_same_diary_is_the_same_file(full: Home, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        full.vault.export_json(tmp_path / name)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_diary_that_nobody_wrote_in_can_be_exported(home: Home, tmp_path: Path) -> None:
    assert home.vault.export_json(tmp_path / "diary.json") == 0
    assert home.vault.bring_in(tmp_path / "diary.json").is_nothing


def test_a_dry_run_tells_what_would_come_and_changes_nothing(full: Home, tmp_path: Path) -> None:
    full.vault.export_json(tmp_path / "diary.json")
    other = home_at(tmp_path / "other")
    assert other.vault.arrivals(tmp_path / "diary.json").new_sessions == 3
    assert other.entries.entries(Filter()) == ()
    other.close()


def test_the_same_file_five_times_changes_nothing_more(full: Home, tmp_path: Path) -> None:
    full.vault.export_json(tmp_path / "diary.json")
    other = home_at(tmp_path / "other").with_family()
    other.vault.bring_in(tmp_path / "diary.json")
    once = parts(other)
    for _ in range(5):
        assert other.vault.bring_in(tmp_path / "diary.json") == Arrivals()
        assert parts(other) == once
    other.close()


def three_files(tmp_path: Path) -> list[Path]:
    """Three copies of one family's diary that went different ways."""
    start = home_at(tmp_path / "start").with_family().play("shared").day()
    start.vault.export_json(tmp_path / "start.json")
    files: list[Path] = []
    for number, caregiver in enumerate((ANA, BEN, ANA)):
        one = home_at(tmp_path / str(number))
        one.vault.bring_in(tmp_path / "start.json")
        one.clock.time = EVENING + timedelta(days=number, minutes=-30 * number)
        one.diary.reflect("shared", Reflection(note=f"wrapped up by {number}"))
        told = one.entries.told("shared")
        one.entries.amend(
            "shared", replace(told, caregiver=caregiver.id, reflection=Reflection(note=f"by {number}"))
        )
        if number == 1:
            one.entries.undo("shared")
            one.families.withdraw_unlock(MILA.id, LEGS, date(2026, 7, 20))
        if number == 2:
            one.families.withdraw_unlock(MILA.id, LEGS, date(2026, 7, 22))
        one.play(f"own-{number}", days=number)
        one.families.keep_baby(
            replace(MILA, tone=number, profile=replace(MILA.profile, nickname=f"Mila {number}"))
        )
        one.families.keep_caregiver(replace(BEN, name=f"Ben {number}"))
        one.day(NEW.id if number else MILA.id, f"fed by {number}")
        files.append(tmp_path / f"{number}.json")
        one.vault.export_json(files[-1])
        one.close()
    start.close()
    return files


def test_the_files_of_two_caregivers_give_the_same_in_any_order(tmp_path: Path) -> None:
    files = three_files(tmp_path)
    results: list[tuple[DiaryFile, object]] = []
    for number, order in enumerate(permutations(files)):
        home = home_at(tmp_path / f"order {number}")
        for file in order:
            home.vault.bring_in(file)
        records = home.diary.sessions_between(date(2026, 7, 1), date(2026, 8, 31))
        results.append((parts(home), (records, home.families.babies(), home.families.caregivers())))
        home.close()
    assert all(result == results[0] for result in results)
    shared = next(session for session in results[0][0].sessions if session.id == "shared")
    assert len(shared.revisions) == 6


def test_laying_diaries_together_knows_no_order_and_no_repetition(tmp_path: Path) -> None:
    one, two, three = (decoded(file.read_bytes()) for file in three_files(tmp_path))
    assert merged(one, one) == one
    assert merged(merged(one, two), three) == merged(one, merged(two, three))
    assert merged(two, one) == msgspec.structs.replace(merged(one, two), exported=two.exported)


def test_a_session_that_was_carried_on_elsewhere_counts_as_it_ended(home: Home, tmp_path: Path) -> None:
    home.with_family().play("one")
    home.vault.export_json(tmp_path / "ended.json")
    other = home_at(tmp_path / "other").with_family()
    other.journal.begin("one", PLAN, EVENING, FINE_DAY)
    other.journal.end("one", SessionStatus.INTERRUPTED, None, (), 5.0, EVENING + timedelta(seconds=5))
    assert other.vault.bring_in(tmp_path / "ended.json").changed_sessions == 1
    assert other.diary.session("one") == home.diary.session("one")
    other.close()


def test_a_session_that_still_runs_here_is_ended_by_a_file_that_has_its_end(
    home: Home, tmp_path: Path
) -> None:
    home.with_family().play("one")
    home.vault.export_json(tmp_path / "ended.json")
    other = home_at(tmp_path / "other").with_family()
    other.journal.begin("one", PLAN, EVENING, FINE_DAY)
    other.vault.bring_in(tmp_path / "ended.json")
    assert other.diary.unfinished() is None
    assert other.diary.session("one") == home.diary.session("one")
    other.close()


def test_what_was_forgotten_here_comes_back_from_a_file_that_has_it(full: Home, tmp_path: Path) -> None:
    full.vault.export_json(tmp_path / "diary.json")
    before = parts(full)
    full.vault.forget_baby(MILA.id)
    full.vault.bring_in(tmp_path / "diary.json")
    assert parts(full) == before


def test_the_published_schema_is_the_one_that_files_follow(full: Home, tmp_path: Path) -> None:
    """When this fails, a new version of the format is due; write the file anew only before the first release."""
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()
    full.vault.export_json(tmp_path / "diary.json")
    schema: dict[str, Any] = json.loads(schema_text())
    content: dict[str, Any] = json.loads((tmp_path / "diary.json").read_text())
    named = schema["$defs"]["DiaryFile"]["properties"]
    assert set(content) == set(named)
    assert set(content["sessions"][0]) <= set(schema["$defs"]["SessionPart"]["properties"])
    assert schema["$defs"]["SessionPart"]["additionalProperties"] is False


def test_a_file_that_cannot_be_written_leaves_the_old_one(lockable_disk: Path, home: Home) -> None:
    file = lockable_disk / "diary.json"
    home.vault.export_json(file)
    before = file.read_bytes()
    lock(lockable_disk)
    home.with_family()
    with pytest.raises(CompanionError) as told:
        home.vault.export_json(file)
    assert (told.value.key, told.value.details) == ("export-failed", {"file": str(file)})
    assert file.read_bytes() == before


def test_a_full_disk_writes_no_half_a_file(small_disk: Path, home: Home) -> None:
    home.with_family()
    for number in range(5):
        home.play(f"session {number}", note="long " * 40_000)
    with pytest.raises(CompanionError, match="disk-full"):
        home.vault.export_json(small_disk / "diary.json")
    assert list(small_disk.iterdir()) == []


def test_arrivals_count_everything_that_a_file_can_bring() -> None:
    counted = {field.name.partition("_")[2] for field in fields(Arrivals) if field.compare}
    assert counted == set(DiaryFile.__struct_fields__) - {"format", "version", "exported"}
    assert not Arrivals(changed_days=1).is_nothing


def test_what_is_here_already_is_counted_and_changes_nothing(home: Home, tmp_path: Path) -> None:
    home.with_family().play("one").play("two", days=1)
    home.vault.export_json(tmp_path / "diary.json")
    assert home.vault.arrivals(tmp_path / "diary.json").here_already == 2
    assert Arrivals(here_already=2).is_nothing
    assert (Arrivals(changed_babies=2, changed_days=1, here_already=2).changed, Arrivals().changed) == (3, 0)


def test_a_row_that_is_not_ours_is_told_and_nothing_is_written(full: Home, tmp_path: Path) -> None:
    full.database.rows("UPDATE session SET check_answers = '{\"sneezes\":1}'")
    with pytest.raises(CompanionError, match="diary-entry-unreadable"):
        full.vault.export_json(tmp_path / "diary.json")
    assert not (tmp_path / "diary.json").exists()


def test_an_unlock_that_became_another_one_is_refused(full: Home, tmp_path: Path) -> None:
    full.vault.export_json(tmp_path / "diary.json")
    content = json.loads((tmp_path / "diary.json").read_text())
    content["unlocks"][0]["unlock"]["therapist"] = "Zoe"
    content["unlocks"][0]["noted"] = "2029-01-01T00:00:00Z"
    (tmp_path / "forged.json").write_text(json.dumps(content))
    before = parts(full)
    with pytest.raises(CompanionError, match="import-invalid"):
        import_json(full.database, tmp_path / "forged.json")
    assert parts(full) == before
