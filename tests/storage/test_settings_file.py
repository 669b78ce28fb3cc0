"""Settings survive everything that a person, an editor or a power cut does to their file."""

import json
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from companion.domain.clinic import ClinicSettings
from companion.domain.errors import CompanionError
from companion.domain.help import HelpChoice
from companion.domain.learned_keys import LearnedKeys
from companion.domain.programme import Agreed
from companion.domain.settings import Advance, Reminder, Settings, ThemeChoice
from companion.services.ports import SettingsStore
from companion.storage.settings_file import LIMITS, SettingsFile
from tests.storage.samples import StillClock

CHANGED = Settings(
    language="de",
    theme=ThemeChoice.NIGHT,
    advance=Advance.BY_HAND,
    lead_in=3.5,
    pace=1.25,
    captions=False,
    voice_on=False,
    voice_volume=0.1,
    chime_volume=0.2,
    tick_volume=0.3,
    reduced_motion=True,
    text_scale=1.5,
    baby_tone=5,
    adult_tone=1,
    reminder=Reminder.AFTER_BATH,
    reminder_minute=1145,
    quiet_from=1260,
    quiet_until=360,
    baby="0d6a3f5e-8a53-4a0e-9d0a-6f4b8f0f7c11",
    caregiver="7f9d",
    clinic=ClinicSettings(vaccine_hours=72, knees_hold=5),
    help=HelpChoice("canada", True, "112", "811, 0800 1", "9-8-8", "204-555-0100 ext. 3", "2026-07-29"),
    audience="here",
    left_handed=True,
    facing=True,
    keys=LearnedKeys(next="k66 s201", says_no="k78"),
    agreed=Agreed("5e0a", "2026-09-07", 20, 4, 6),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "settings.json"


@pytest.fixture
def store(file: Path) -> SettingsFile:
    return SettingsFile(file, StillClock())


def given_file(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_the_settings_file_fits_its_port(store: SettingsStore) -> None:
    assert store.load() == Settings()


def test_asking_for_settings_writes_nothing(store: SettingsFile, file: Path) -> None:
    store.load()
    assert not file.parent.exists()


def test_settings_are_remembered(store: SettingsFile, file: Path) -> None:
    assert all(getattr(CHANGED, field.name) != field.default for field in fields(Settings))
    store.save(CHANGED)
    assert SettingsFile(file, StillClock()).load() == CHANGED
    assert [kept.name for kept in file.parent.iterdir()] == ["settings.json"]


def test_a_person_can_read_the_file(store: SettingsFile, file: Path) -> None:
    store.save(Settings())
    assert '\n  "theme": "auto",\n' in file.read_text()


NUMBERS = {
    name: st.floats(low, high) if isinstance(low, float) else st.integers(low, int(high))
    for name, (low, high) in LIMITS.items()
}


@how(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.fixed_dictionaries(NUMBERS))
def test_any_sane_numbers_are_remembered(store: SettingsFile, numbers: dict[str, float]) -> None:
    settings = replace(Settings(), **numbers)  # pyright: ignore
    store.save(settings)
    assert store.load() == settings


def test_every_number_has_limits_that_hold_its_default() -> None:
    numbers = {field.name for field in fields(Settings) if type(field.default) in {int, float}}
    assert numbers == set(LIMITS)
    assert all(low <= getattr(Settings(), name) <= high for name, (low, high) in LIMITS.items())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "purple"),
        ("theme", ["night"]),
        ("theme", None),
        ("advance", 3),
        ("lead_in", "long"),
        ("lead_in", -1),
        ("lead_in", 1e300),
        ("lead_in", 10**400),
        ("pace", 0),
        ("pace", True),
        ("pace", float("nan")),
        ("voice_volume", float("inf")),
        ("captions", 1),
        ("captions", "yes"),
        ("baby_tone", 2.0),
        ("baby_tone", -1),
        ("baby_tone", True),
        ("language", ""),
        ("language", "../../etc"),
        ("language", "x" * 99),
        ("language", 7),
        ("baby", "../diary"),
        ("caregiver", "x" * 65),
        ("reminder", "after-lunch"),
        ("quiet_from", 1440),
        ("clinic", 48),
        ("help", None),
    ],
)
def test_a_bad_value_falls_back_alone(store: SettingsFile, file: Path, name: str, value: object) -> None:
    given_file(file, json.dumps({**asdict(CHANGED), name: value}))
    assert store.load() == replace(CHANGED, **{name: getattr(Settings(), name)})  # pyright: ignore
    assert file.exists()


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("clinic", "vaccine_hours", "72"),
        ("clinic", "feed_gap", -1),
        ("clinic", "feed_gap", 30.5),
        ("clinic", "calm_minutes", True),
        ("help", "region", "../etc"),
        ("help", "own", 1),
        ("help", "nurse", "8\n1"),
        ("help", "nurse", "1" * 200),
        ("help", "verified", "yesterday"),
    ],
)
def test_a_bad_value_inside_a_part_falls_back_alone(
    store: SettingsFile, file: Path, part: str, name: str, value: object
) -> None:
    content = asdict(CHANGED)
    content[part][name] = value
    given_file(file, json.dumps(content))
    usual = getattr(getattr(Settings(), part), name)
    kept = replace(getattr(CHANGED, part), **{name: usual})
    assert store.load() == replace(CHANGED, **{part: kept})  # pyright: ignore


def test_what_a_newer_version_stored_inside_a_part_is_kept(store: SettingsFile, file: Path) -> None:
    given_file(file, '{"clinic": {"oil_kind": "sunflower", "feed_gap": 45}}')
    store.save(replace(store.load(), pace=1.5))
    assert json.loads(file.read_text())["clinic"]["oil_kind"] == "sunflower"
    assert store.load() == Settings(pace=1.5, clinic=ClinicSettings(feed_gap=45))


def test_a_whole_number_is_fine_where_a_share_is_meant(store: SettingsFile, file: Path) -> None:
    given_file(file, '{"pace": 2, "voice_volume": 0}')
    settings = store.load()
    assert (settings.pace, settings.voice_volume) == (2.0, 0.0)
    assert type(settings.pace) is float


def test_a_missing_value_takes_its_default(store: SettingsFile, file: Path) -> None:
    given_file(file, '{"language": "pt-BR"}')
    assert store.load() == Settings(language="pt-BR")


def test_the_mark_that_some_editors_put_first_does_no_harm(store: SettingsFile, file: Path) -> None:
    given_file(file, b"\xef\xbb\xbf" + b'{"captions": false}')
    assert store.load() == Settings(captions=False)


BROKEN = [
    b"",
    b"captions = no",
    b'{"captions": fal',
    b"[1, 2]",
    b"null",
    b"\xff\xfe\x00",
    b"[" * 100_000,
    bytes(64),
]


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_kept_aside_and_the_usual_settings_count(
    store: SettingsFile, file: Path, content: bytes
) -> None:
    given_file(file, content)
    assert store.load() == Settings()
    assert [kept.name for kept in file.parent.iterdir()] == ["settings.broken-2026-07-29.json"]
    assert file.with_name("settings.broken-2026-07-29.json").read_bytes() == content


def test_saving_never_replaces_a_broken_file(store: SettingsFile, file: Path) -> None:
    store.save(CHANGED)
    file.write_text("edited by hand")
    store.save(Settings())
    assert file.with_name("settings.broken-2026-07-29.json").read_text() == "edited by hand"
    assert store.load() == Settings()


def test_what_a_newer_version_stored_is_kept(store: SettingsFile, file: Path) -> None:
    given_file(file, '{"hologram": {"on": true}, "captions": false}')
    store.save(replace(store.load(), pace=1.5))
    assert json.loads(file.read_text())["hologram"] == {"on": True}
    assert store.load() == Settings(captions=False, pace=1.5)


def test_settings_below_a_file_are_told_and_not_lost_silently(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    store = SettingsFile(tmp_path / "home" / "settings.json", StillClock())
    assert store.load() == Settings()
    with pytest.raises(CompanionError) as told:
        store.save(CHANGED)
    assert (told.value.key, told.value.details) == ("settings-unwritable", {"folder": str(tmp_path / "home")})


def test_settings_behind_a_link_stay_behind_it(store: SettingsFile, file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "synced.json"
    elsewhere.write_text("{}")
    file.parent.mkdir()
    file.symlink_to(elsewhere)
    store.save(CHANGED)
    assert file.is_symlink()
    assert json.loads(elsewhere.read_text())["language"] == "de"
