"""Whatever is in a file that somebody hands over: one sentence, and the diary stays as it was."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.domain.errors import CompanionError
from companion.storage import importing
from companion.storage.exporting import diary_parts
from companion.storage.importing import import_json, read_file
from tests.storage.family import POOR_DAY
from tests.storage.home import Home

NOW = datetime(2026, 12, 1, tzinfo=UTC)
HEAD = '{"format":"infant-massage-diary","version":1,"exported":"2026-01-01T00:00:00Z"'
Content = dict[str, Any]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A good file, with everything in it."""
    folder = tmp_path_factory.mktemp("hostile")
    home = Home(folder / "home")
    home.with_family().play("one").play("doll", 1, POOR_DAY).day()
    home.vault.export_json(folder / "diary.json")
    home.close()
    return (folder / "diary.json").read_bytes()


def expect_refused(home: Home, file: Path, *keys: str) -> CompanionError:
    """One sentence, and the diary as it was."""
    before = diary_parts(home.database, NOW)
    with pytest.raises(CompanionError) as told:
        import_json(home.database, file)
    assert told.value.key in keys
    assert len(str(told.value.details)) < 1000
    assert diary_parts(home.database, NOW) == before
    return told.value


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "import-not-ours"),
        (b"null", "import-not-ours"),
        (b"[]", "import-not-ours"),
        (b"{}", "import-not-ours"),
        (b"Dear diary", "import-not-ours"),
        (b"\x89PNG\r\n\x1a\n", "import-not-ours"),
        (b"\xff\xfe\x00", "import-not-ours"),
        (b'{"format":"\xff"}', "import-not-ours"),
        (b'{"format":"recipes","version":1}', "import-not-ours"),
        (b'{"format":"infant-massage-diary","version":2,"moons":[]}', "import-newer"),
        (b'{"format":"infant-massage-diary","version":"1"}', "import-not-ours"),
        (b"[" * 2_000_000, "import-not-ours"),
        (b'{"a":' * 2_000_000, "import-not-ours"),
        (HEAD.encode(), "import-not-ours"),
        (HEAD.encode() + b',"babies":' + b"[" * 1_000_000, "import-not-ours"),
        (HEAD.encode() + b',"colour":"red"}', "import-invalid"),
        (HEAD.encode() + b',"babies":{}}', "import-invalid"),
        (HEAD.replace("2026-01-01T00:00:00Z", "yesterday").encode() + b"}", "import-invalid"),
    ],
    ids=lambda value: value[:30].decode(errors="replace") if isinstance(value, bytes) else value,
)
def test_a_file_that_is_no_diary_is_told_in_one_sentence(
    content: bytes, key: str, home: Home, tmp_path: Path
) -> None:
    file = tmp_path / "given.json"
    file.write_bytes(content)
    expect_refused(home, file, key)


def session(content: Content) -> Content:
    return content["sessions"][1]


DAMAGES: dict[str, Callable[[Content], object]] = {
    "a path for an id": lambda c: session(c).update(id="../../../etc/passwd"),
    "a path for a routine": lambda c: session(c).update(routine="..\\..\\boot.ini"),
    "a path for a baby": lambda c: c["babies"][0].update(id="/dev/null"),
    "no id": lambda c: session(c).pop("id"),
    "an id of many letters": lambda c: session(c).update(id="x" * 100_000),
    "a session that runs": lambda c: session(c).update(status="running"),
    "a session that ended as no session does": lambda c: session(c).update(status="exploded"),
    "endless seconds": lambda c: session(c).update(elapsed=1e308),
    "less than no seconds": lambda c: session(c).update(elapsed=-1),
    "a number for a text": lambda c: session(c).update(routine=7),
    "a text for a number": lambda c: session(c).update(elapsed="75"),
    "a time without a place": lambda c: session(c).update(started="2026-07-29T19:05:07"),
    "a time before time": lambda c: session(c).update(started="0001-01-01T00:00:00+14:00"),
    "a time after time": lambda c: session(c).update(ended="9999-12-31T23:59:59-14:00"),
    "a step that was not planned": lambda c: session(c)["done"][0].update(index=99),
    "a step below the first": lambda c: session(c)["done"][0].update(index=-1),
    "another stroke than was planned": lambda c: session(c)["done"][0].update(stroke="toe-roll"),
    "a step done twice": lambda c: session(c)["done"].append(session(c)["done"][0]),
    "a step on no side of a baby": lambda c: session(c)["done"][0].update(side="up"),
    "a huge number of times": lambda c: session(c)["planned"][0].update(times=10**30),
    "a huge comfort": lambda c: session(c)["revisions"][1]["told"]["reflection"].update(comfort=2**70),
    "a strange event": lambda c: session(c)["events"][0].update(kind="sneezed"),
    "an event with too much in it": lambda c: session(c)["events"][0]["body"].update(colour=1),
    "an event in an event": lambda c: session(c)["events"][0]["body"].update(moment={"a": 1}),
    "nothing told": lambda c: session(c).update(revisions=[]),
    "only changes taken back": lambda c: session(c).update(
        revisions=[{"id": "x", "at": "2026-07-29T19:05:07Z", "undoes": "y"}]
    ),
    "a change that tells and takes back": lambda c: session(c)["revisions"][0].update(undoes="x"),
    "a change that does neither": lambda c: session(c)["revisions"][0].pop("told"),
    "a baby that is not there": lambda c: session(c)["revisions"][0]["told"].update(baby="nobody"),
    "a caregiver that is not there": lambda c: session(c)["revisions"][0]["told"].update(caregiver="nobody"),
    "a check with a strange answer": lambda c: c["sessions"][0]["check"].update(unwell="perhaps"),
    "a verdict of our own making": lambda c: c["sessions"][0].update(verdict="all is well"),
    "a birth that ends before it begins": lambda c: c["babies"][0].update(
        earliest="2026-07-01", latest="2026-06-01"
    ),
    "half a birth": lambda c: c["babies"][0].pop("latest"),
    "a birth on no day": lambda c: c["babies"][0].update(earliest="2026-02-30", latest="2026-02-30"),
    "a yes for nobody": lambda c: c["unlocks"][0].update(baby="nobody"),
    "a day of nobody": lambda c: c["days"][0].update(baby="nobody"),
    "a day that no calendar has": lambda c: c["days"][0].update(day="2026-02-30"),
    "a day of another length": lambda c: c["days"][0].update(blocks=["sleep"]),
    "a day of strange doings": lambda c: c["days"][0].update(blocks=["flying"] * 96),
    "a nickname without end": lambda c: c["babies"][0].update(nickname="x" * 2_000_000),
    "a name that is a list": lambda c: c["caregivers"][0].update(name=["Ana"]),
    "SQL for an id": lambda c: c["caregivers"][0].update(id="x'; DROP TABLE session; --"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_diary_with_one_thing_wrong_in_it_changes_nothing(
    damage: str, home: Home, exported: bytes, tmp_path: Path
) -> None:
    content: Content = json.loads(exported)
    DAMAGES[damage](content)
    file = tmp_path / "given.json"
    file.write_text(json.dumps(content))
    expect_refused(home, file, "import-invalid")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans())
def test_a_file_with_any_byte_wrong_is_refused_or_read(
    place: float, byte: int, cut: bool, home: Home, exported: bytes, tmp_path: Path
) -> None:
    content = bytearray(exported)
    at = int(len(content) * place)
    content[at] = byte
    file = tmp_path / "given.json"
    file.write_bytes(content[:at] if cut else content)
    try:
        import_json(home.database, file)
    except CompanionError as told:
        assert told.key.startswith("import-")
    assert home.database.rows("PRAGMA foreign_key_check") == []
    diary_parts(home.database, NOW)


def test_a_file_that_is_not_there_is_told(home: Home, tmp_path: Path) -> None:
    expect_refused(home, tmp_path / "nowhere.json", "import-unreadable")


def test_a_folder_is_not_read(home: Home, tmp_path: Path) -> None:
    expect_refused(home, tmp_path, "import-unreadable")


def test_a_file_beyond_all_measure_is_not_read(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "LARGEST_FILE_BYTES", 10)
    (tmp_path / "given.json").write_bytes(bytes(11))
    expect_refused(home, tmp_path / "given.json", "import-too-big")


def test_a_good_file_passes_every_check(exported: bytes, tmp_path: Path) -> None:
    (tmp_path / "given.json").write_bytes(exported)
    assert len(read_file(tmp_path / "given.json").sessions) == 2
