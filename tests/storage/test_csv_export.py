"""Spreadsheets get tables with fixed columns, as the diary stands after all corrections."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.day_card import DayCard, Doing, Stool
from companion.domain.errors import CompanionError
from companion.domain.events import Outcome
from companion.storage.csv_export import DAY_COLUMNS, SESSION_COLUMNS, STEP_COLUMNS
from tests.storage.conftest import lock
from tests.storage.family import ANA, MILA, NEW, POOR_DAY
from tests.storage.home import Home
from tests.storage.samples import DONE, EVENING, TODAY


def tables(home: Home, folder: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for file in home.vault.export_csv(folder):
        with file.open(encoding="utf-8-sig", newline="") as text:
            found[file.stem] = list(csv.DictReader(text))
    return found


def test_the_columns_never_change_their_name_or_place() -> None:
    assert " ".join(SESSION_COLUMNS) == (
        "session_id date time utc_offset baby caregiver routine status stop_reason practice by_hand twins "
        "total_seconds touch_seconds steps_planned steps_done verdict state_before state_after comfort_0_to_4 "
        "confidence_0_to_10 oil reaction note edits"
    )
    assert " ".join(STEP_COLUMNS) == (
        "session_id step stroke variant side area planned_repetitions planned_seconds outcome done_repetitions "
        "done_seconds"
    )
    assert " ".join(DAY_COLUMNS) == (
        "baby date sleep_minutes content_minutes feeding_minutes fussing_minutes crying_minutes "
        "longest_crying_minutes stools tummy_minutes night_wakes feeding_notes"
    )


def test_a_session_is_one_row_and_each_of_its_steps_is_one(home: Home, tmp_path: Path) -> None:
    home.with_family().play("one")
    found = tables(home, tmp_path)
    (row,) = found["sessions"]
    told = {
        "session_id": "one",
        "date": "2026-07-29",
        "time": "19:05:07",
        "utc_offset": "+0200",
        "baby": "Mila 🐻",
        "caregiver": "Ana",
        "routine": "first-massage",
        "status": "finished",
        "stop_reason": "",
        "practice": "0",
        "by_hand": "0",
        "total_seconds": "75",
        "touch_seconds": "16.5",
        "steps_planned": "2",
        "steps_done": "2",
        "verdict": "go",
        "state_before": "crying",
        "state_after": "drowsy",
        "comfort_0_to_4": "3",
        "note": "one",
        "edits": "0",
    }
    assert {name: row[name] for name in told} == told
    assert [list(step.values()) for step in found["steps"]] == [
        ["one", "1", "hip-to-ankle-glide", "", "right", "legs", "3", "4", "done", "3", "12"],
        ["one", "2", "resting-hands", "chest", "none", "chest", "1", "15", "cut", "0", "4.5"],
    ]


def test_what_was_corrected_is_told_as_corrected(home: Home, tmp_path: Path) -> None:
    home.with_family().play("one").play("out", days=2)
    steps = (replace(DONE[0], seconds=40.0, repetitions=10),)
    told = home.entries.told("one")
    home.entries.amend("one", replace(told, steps=steps, started=EVENING - timedelta(days=1), practice=True))
    home.entries.amend("out", replace(home.entries.told("out"), removed=True))
    found = tables(home, tmp_path)
    (row,) = found["sessions"]
    assert (row["date"], row["touch_seconds"], row["steps_done"], row["practice"]) == (
        "2026-07-28",
        "40",
        "1",
        "1",
    )
    assert [(step["done_repetitions"], step["outcome"]) for step in found["steps"]] == [
        ("10", Outcome.DONE),
        ("0", Outcome.SKIPPED),
    ]


def test_a_day_is_told_in_minutes_and_words(home: Home, tmp_path: Path) -> None:
    home.with_family()
    drawn = DayCard(MILA.id, TODAY).drawn(0, 20, Doing.SLEEP).drawn(30, 33, Doing.CRYING)
    home.cards.keep_card(replace(drawn, stools=(Stool.LOOSE, Stool.HARD), wakes=2, feeding="90 ml"))
    home.cards.keep_card(DayCard(NEW.id, TODAY, stools=()))
    rows = [list(row.values()) for row in tables(home, tmp_path)["days"]]
    assert rows == [
        ["Mila 🐻", "2026-07-30", "315", "0", "0", "0", "60", "60", "loose hard", "", "2", "90 ml"],
        [NEW.id, "2026-07-30", "", "", "", "", "", "", "none", "", "", ""],
    ]


def test_a_diary_that_nobody_wrote_in_has_tables_without_rows(home: Home, tmp_path: Path) -> None:
    assert tables(home, tmp_path) == {"sessions": [], "steps": [], "days": []}


@pytest.mark.parametrize("note", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx"])
def test_a_note_never_becomes_a_formula(note: str, home: Home, tmp_path: Path) -> None:
    home.with_family().play("one", note=note)
    assert tables(home, tmp_path)["sessions"][0]["note"] == f"'{note}"


def test_a_note_of_many_lines_stays_in_its_cell(home: Home, tmp_path: Path) -> None:
    home.with_family().play("one", occasion=POOR_DAY, note='toes,\n"more";\r\nlegs')
    (row,) = tables(home, tmp_path)["sessions"]
    assert (row["note"], row["caregiver"], row["verdict"]) == (
        'toes,\n"more";\r\nlegs',
        ANA.name,
        "not-today",
    )


def test_a_folder_that_cannot_be_written_is_told(lockable_disk: Path, home: Home) -> None:
    lock(lockable_disk)
    with pytest.raises(CompanionError, match="export-failed"):
        home.vault.export_csv(lockable_disk)
