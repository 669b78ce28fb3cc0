"""Settings: kept at each change, worn at once."""

import pytest

from companion.domain.errors import CompanionError
from companion.domain.figure.figure import View, drawing
from companion.domain.settings import Advance, Settings, ThemeChoice
from companion.ui.settings.screen import PREVIEW
from tests.fakes import MemorySettings
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.walker import Walker


class BrokenSettings(MemorySettings):
    """Settings that cannot be kept."""

    def save(self, settings: Settings) -> None:
        raise CompanionError("settings-unwritable", folder="/nowhere")


@pytest.fixture
def at_settings(walker: Walker) -> Walker:
    walker.click("Settings")
    return walker


@pytest.mark.parametrize(
    ("press", "expected"),
    [
        ("Light: Night", Settings(theme=ThemeChoice.NIGHT)),
        ("Light: High contrast", Settings(theme=ThemeChoice.CONTRAST)),
        ("Text size: Very large", Settings(text_scale=1.5)),
        ("Movement: Still pictures", Settings(reduced_motion=True)),
        ("Voice: Off", Settings(voice_on=False)),
        ("Captions: Hidden", Settings(captions=False)),
        ("Pace: Slower", Settings(pace=1.25)),
        ("Get ready: 10 s", Settings(lead_in=10.0)),
        ("Move on: When I say", Settings(advance=Advance.BY_HAND)),
        ("Baby’s skin tone 5", Settings(baby_tone=5)),
        ("Your skin tone 1", Settings(adult_tone=1)),
        ("Your hands: Left-handed", Settings(left_handed=True)),
        ("Seen from: Facing you", Settings(facing=True)),
    ],
)
def test_each_change_is_kept_at_once(at_settings: Walker, press: str, expected: Settings) -> None:
    at_settings.click(press)
    assert at_settings.house.settings.load() == expected


def test_the_night_is_worn_at_once(at_settings: Walker) -> None:
    before = at_settings.window.grab().toImage().pixelColor(600, 20).lightness()
    at_settings.click("Light: Night")
    after = at_settings.window.grab().toImage().pixelColor(600, 20).lightness()
    assert after < before / 3


def test_pictures_are_drawn_for_the_hands_and_the_side_that_were_chosen(at_settings: Walker) -> None:
    glide = at_settings.house.context().strokes[PREVIEW.stroke].choreographies[""]
    at_settings.click("Your hands: Left-handed")
    at_settings.click("Seen from: Facing you")
    shown = at_settings.window.studio().drawing(PREVIEW, 1.0)
    wanted = View(facing=True, left_handed=True)
    assert shown == drawing(glide, PREVIEW.side, 1.0, period=PREVIEW.period, view=wanted)
    assert shown != drawing(glide, PREVIEW.side, 1.0, period=PREVIEW.period)


def test_larger_text_is_worn_at_once(at_settings: Walker) -> None:
    before = at_settings.window._sidebar.width()
    at_settings.click("Text size: Very large")
    assert at_settings.window._sidebar.width() == round(before * 1.5)


def test_a_sounds_loudness_is_passed_on(at_settings: Walker) -> None:
    from PySide6.QtWidgets import QSlider

    at_settings.find("Voice", QSlider).setValue(30)
    assert at_settings.house.settings.load().voice_volume == 0.3
    assert at_settings.house.voice.volume == 0.3


def test_settings_that_cannot_be_kept_are_told_and_still_count(open_house: OpenHouse) -> None:
    walker = open_house(House(settings=BrokenSettings()))
    walker.click("Settings")
    walker.click("Text size: Large")
    assert "could not be saved in /nowhere" in walker.reads()
    assert walker.window.look.scale == 1.25


def test_the_data_folder_is_one_click_away(at_settings: Walker) -> None:
    at_settings.click("Open the data folder")
    assert at_settings.house.opened_folders == 1
