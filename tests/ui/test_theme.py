"""Themes: every text can be read on what it stands on, and a broken file is told."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from companion.domain.errors import CompanionError
from companion.domain.settings import ThemeChoice
from companion.ui.theme import Theme, read_theme, style_sheet, theme_file, wants_night
from tests.ui.house import ROOT, assets

TEMPLATE = ROOT / "companion" / "ui" / "theme.qss.template"
GROUNDS = ("page", "sand", "card", "teal_pale", "sun_pale", "track")
PAIRS = [
    *((text, ground) for text in ("ink", "soft", "teal_deep") for ground in GROUNDS),
    *(("on_teal", ground) for ground in ("teal", "teal_press")),
    *(("coral", ground) for ground in ("card", "page", "sand", "coral_pale")),
    ("ink", "coral_pale"),
]
NOT_COLOURS = {"dark", "figure"}
SHAPES = [("teal", "track"), ("teal", "page"), ("teal", "card"), ("focus", "page"), ("focus", "card")]


def theme(name: str) -> Theme:
    return read_theme(assets().themes / f"{name}.toml")


def light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["day", "night", "contrast"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_stands_out_from_its_ground(name: str, text: str, ground: str) -> None:
    worn = theme(name)
    assert contrast(getattr(worn, text), getattr(worn, ground)) >= 4.5


@pytest.mark.parametrize("name", ["day", "night", "contrast"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_every_shape_that_tells_something_can_be_seen(name: str, shape: str, ground: str) -> None:
    worn = theme(name)
    assert contrast(getattr(worn, shape), getattr(worn, ground)) >= 3.0


def test_the_focus_ring_shows_on_solid_buttons_too() -> None:
    for name in ("day", "night", "contrast"):
        assert contrast(theme(name).on_teal, theme(name).teal_press) >= 3.0


def test_the_night_has_no_bright_ground_and_no_pure_white() -> None:
    night = theme("night")
    assert all(light(getattr(night, ground)) < 0.06 for ground in GROUNDS)
    assert all(
        light(getattr(night, field.name)) < 0.75 for field in fields(night) if field.name not in NOT_COLOURS
    )


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", TEMPLATE.read_text("utf-8")) == []


def test_larger_text_makes_a_larger_style_sheet() -> None:
    assert "font-size: 27px" not in style_sheet(theme("day"), 1.0)
    assert "font-size: 69px" in style_sheet(theme("day"), 1.5)


def test_by_the_hour_means_night_in_the_evening_and_early() -> None:
    nights = [hour for hour in range(24) if wants_night(ThemeChoice.AUTO, hour)]
    assert nights == [0, 1, 2, 3, 4, 5, 6, 19, 20, 21, 22, 23]


def test_a_choice_of_light_holds_at_any_hour() -> None:
    assert not wants_night(ThemeChoice.DAY, 2)
    assert wants_night(ThemeChoice.NIGHT, 12)


def test_high_contrast_is_worn_at_any_hour_and_has_its_own_figure() -> None:
    assert {theme_file(ThemeChoice.CONTRAST, hour) for hour in range(24)} == {"contrast.toml"}
    assert theme("contrast").figure == "high-contrast"
    assert {theme_file(ThemeChoice.AUTO, hour) for hour in (3, 12)} == {"night.toml", "day.toml"}


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_high_contrast_text_is_at_least_seven_to_one(text: str, ground: str) -> None:
    worn = theme("contrast")
    assert contrast(getattr(worn, text), getattr(worn, ground)) >= 7.0


@pytest.mark.parametrize(
    ("part", "instead", "what"),
    [
        ("ink =", "inc =", "inc"),
        ('ink = "#', 'ink = "a#', "ink"),
        ("dark = false", "[[", "line"),
        ('"day"', '"dusk"', "figure"),
    ],
)
def test_a_broken_theme_is_told_with_its_file(tmp_path: Path, part: str, instead: str, what: str) -> None:
    file = tmp_path / "day.toml"
    file.write_text((assets().themes / "day.toml").read_text("utf-8").replace(part, instead), "utf-8")
    with pytest.raises(CompanionError) as caught:
        read_theme(file)
    assert caught.value.key == "theme-broken"
    assert caught.value.details["file"] == str(file)
    assert what in str(caught.value.details["what"])


def test_a_missing_theme_is_told(tmp_path: Path) -> None:
    with pytest.raises(CompanionError):
        read_theme(tmp_path / "day.toml")
