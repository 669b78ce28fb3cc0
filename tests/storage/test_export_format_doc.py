"""What is exported is written down: every column and every field of the file stands in docs/export-format.md."""

from pathlib import Path

from companion.storage.csv_export import DAY_COLUMNS, SESSION_COLUMNS, STEP_COLUMNS
from companion.storage.exchange_format import (
    VERSION,
    BabyPart,
    CaregiverPart,
    DayPart,
    DiaryFile,
    RevisionPart,
    SessionPart,
    UnlockPart,
)

DOC = Path(__file__).resolve().parents[2] / "docs" / "export-format.md"
PARTS = (DiaryFile, BabyPart, CaregiverPart, UnlockPart, SessionPart, RevisionPart, DayPart)


def test_every_column_and_every_field_is_explained() -> None:
    told = DOC.read_text(encoding="utf-8")
    names = {*SESSION_COLUMNS, *STEP_COLUMNS, *DAY_COLUMNS}
    names |= {name for part in PARTS for name in part.__struct_fields__}
    assert [name for name in sorted(names) if f"`{name}`" not in told] == []


def test_the_version_that_is_written_is_the_one_that_is_explained() -> None:
    assert f"## One file (JSON), version {VERSION}\n" in DOC.read_text(encoding="utf-8")
