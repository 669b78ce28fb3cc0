"""Colours: every role has one in every scheme, and what must be seen can be seen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from companion.domain.errors import CompanionError
from companion.domain.figure.drawing import Role
from companion.paint.palette import TONES, Colours, Palette, Scheme, palette, read_colours

FILE = Path(__file__).parents[2] / "data" / "themes" / "figure.toml"
every_scheme = pytest.mark.parametrize("scheme", list(Scheme))


@pytest.fixture(scope="module")
def colours() -> Colours:
    return read_colours(FILE)


def rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: QColor, b: QColor) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def distance(a: QColor, b: QColor) -> float:
    return 255 * sum((x - y) ** 2 for x, y in zip(rgb(a), rgb(b), strict=True)) ** 0.5


@every_scheme
@pytest.mark.parametrize("tone", TONES)
def test_every_role_has_a_colour_in_every_scheme_and_tone(
    colours: Colours, scheme: Scheme, tone: int
) -> None:
    made = palette(colours, scheme, tone, tone)
    assert all(made[role].isValid() for role in Role)


@pytest.mark.parametrize("scheme", [Scheme.DAY, Scheme.NIGHT])
@pytest.mark.parametrize("tone", TONES)
def test_the_ink_line_is_seen_on_every_skin(colours: Colours, scheme: Scheme, tone: int) -> None:
    made = palette(colours, scheme, tone, tone)
    assert contrast(made[Role.SKIN], made[Role.SKIN_LINE]) > 1.5
    assert contrast(made[Role.ADULT], made[Role.ADULT_LINE]) > 1.5


@pytest.mark.parametrize("scheme", [Scheme.DAY, Scheme.NIGHT])
@pytest.mark.parametrize("tone", TONES)
def test_the_baby_stands_out_from_the_mat(colours: Colours, scheme: Scheme, tone: int) -> None:
    made = palette(colours, scheme, tone, tone)
    assert distance(made[Role.SKIN], made[Role.MAT]) > 38
    edge = max(contrast(made[role], made[Role.MAT]) for role in (Role.SKIN, Role.SKIN_LINE))
    assert edge > 1.4


@every_scheme
def test_the_path_is_seen_on_its_edge_and_its_edge_is_not_the_skin(colours: Colours, scheme: Scheme) -> None:
    made = palette(colours, scheme)
    assert contrast(made[Role.PATH], made[Role.PATH_EDGE]) >= 4.5
    assert distance(made[Role.PATH_EDGE], made[Role.SKIN]) > 30 or scheme is Scheme.PRINT


def test_night_is_dimmer_than_day_and_never_pure_white(colours: Colours) -> None:
    day, night = palette(colours, Scheme.DAY), palette(colours, Scheme.NIGHT)
    for role in (Role.SKIN, Role.ADULT, Role.MAT, Role.DIAPER, Role.FLOOR):
        assert luminance(night[role]) < luminance(day[role])
    assert all(luminance(night[role]) < 0.75 for role in Role)


@pytest.mark.parametrize("tone", TONES)
def test_in_high_contrast_lines_and_eyes_are_seen_on_every_skin(colours: Colours, tone: int) -> None:
    made = palette(colours, Scheme.HIGH_CONTRAST, tone, tone)
    assert contrast(made[Role.SKIN], made[Role.SKIN_LINE]) >= 3.0
    assert contrast(made[Role.SKIN], made[Role.INK]) >= 3.0
    assert contrast(made[Role.ADULT], made[Role.ADULT_LINE]) >= 3.0
    assert contrast(made[Role.PATH], made[Role.MAT]) >= 4.5


@every_scheme
def test_deeper_tones_stay_deeper_in_every_scheme(colours: Colours, scheme: Scheme) -> None:
    fills = [luminance(palette(colours, scheme, tone, tone)[Role.SKIN]) for tone in TONES]
    assert fills == sorted(fills, reverse=True)
    assert scheme is Scheme.PRINT or len(set(fills)) == len(TONES)


def test_baby_and_caregiver_have_their_tones_independently(colours: Colours) -> None:
    light, deep = palette(colours, Scheme.DAY, 1, 6), palette(colours, Scheme.DAY, 6, 1)
    assert light[Role.SKIN] == deep[Role.ADULT]
    assert light[Role.ADULT] == deep[Role.SKIN]


@pytest.mark.parametrize("scheme", [Scheme.DAY, Scheme.NIGHT])
@pytest.mark.parametrize("tone", TONES)
def test_hands_of_the_babys_own_tone_are_told_from_the_baby(
    colours: Colours, scheme: Scheme, tone: int
) -> None:
    made = palette(colours, scheme, tone, tone)
    assert 9 < distance(made[Role.SKIN], made[Role.ADULT]) < 60
    assert contrast(made[Role.ADULT], made[Role.ADULT_LINE]) > 1.5


def test_tones_go_from_light_to_deep(colours: Colours) -> None:
    fills = [luminance(palette(colours, Scheme.DAY, tone, tone)[Role.SKIN]) for tone in TONES]
    assert fills == sorted(fills, reverse=True)


def test_print_is_without_colour(colours: Colours) -> None:
    made: Palette = palette(colours, Scheme.PRINT)
    used = [made[role] for role in Role if made[role].alpha()]
    assert all(c.red() == c.green() == c.blue() for c in used)


def test_a_tone_that_does_not_exist_becomes_the_nearest(colours: Colours) -> None:
    assert palette(colours, Scheme.DAY, 0, 99)[Role.SKIN] == palette(colours, Scheme.DAY, 1, 6)[Role.SKIN]


@pytest.mark.parametrize("damage", ["", "tones = 3", "[tones.1]\nfill = 'nothing like a colour'", "\x00"])
def test_a_broken_colour_file_is_told_as_one_sentence(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "figure.toml"
    file.write_text(damage, encoding="utf-8")
    with pytest.raises(CompanionError) as told:
        read_colours(file)
    assert told.value.key == "figure-colours-unreadable"


def test_a_colour_that_is_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "figure.toml"
    file.write_text(FILE.read_text(encoding="utf-8").replace('"#F2BE9F"', '"pinkish"'), encoding="utf-8")
    with pytest.raises(CompanionError) as told:
        read_colours(file)
    assert "pinkish" in str(told.value.details["reason"])


def test_a_missing_colour_file_is_told_as_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CompanionError):
        read_colours(tmp_path / "none.toml")
