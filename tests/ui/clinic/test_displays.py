"""Which display is the family's: the one chosen before, by what it is and not by where it is plugged in."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from companion.ui.stage_show.displays import HERE, display_of, family_screen


@dataclass
class Plugged:
    """A display as a machine would tell of it."""

    title: str
    serial: str
    at: QRect = field(default_factory=QRect)

    def name(self) -> str:
        return self.title

    def manufacturer(self) -> str:
        return "EPSON" if self.serial else ""

    def model(self) -> str:
        return "EB-685" if self.serial else ""

    def serialNumber(self) -> str:  # noqa: N802
        return self.serial

    def geometry(self) -> QRect:
        return self.at


LAPTOP = Plugged("eDP-1", "", QRect(0, 0, 1280, 800))
BEAMER = Plugged("HDMI-1", "A1", QRect(1280, 0, 1920, 1080))
TELEVISION = Plugged("HDMI-2", "B2", QRect(3200, 0, 1920, 1080))


def test_without_a_choice_the_family_gets_the_other_display() -> None:
    assert family_screen([LAPTOP, BEAMER, TELEVISION], LAPTOP, "") is BEAMER
    assert family_screen([LAPTOP, BEAMER], BEAMER, "") is LAPTOP


def test_the_display_that_was_chosen_is_known_again() -> None:
    chosen = display_of(TELEVISION).identity
    assert family_screen([LAPTOP, BEAMER, TELEVISION], LAPTOP, chosen) is TELEVISION
    assert family_screen([TELEVISION, LAPTOP], LAPTOP, chosen) is TELEVISION


def test_two_of_a_kind_are_told_apart_by_their_serial_numbers() -> None:
    twin = Plugged("HDMI-1", "C3", QRect(3200, 0, 1920, 1080))
    assert family_screen([LAPTOP, BEAMER, twin], LAPTOP, display_of(twin).identity) is twin


def test_one_display_or_the_wish_for_one_means_the_presenters_window() -> None:
    assert family_screen([LAPTOP], LAPTOP, "") is None
    assert family_screen([LAPTOP, BEAMER], LAPTOP, HERE) is None


def test_a_display_that_shows_the_same_picture_is_not_another_one() -> None:
    mirror = Plugged("HDMI-1", "A1", LAPTOP.at)
    assert family_screen([LAPTOP, mirror], LAPTOP, "") is None


def test_people_read_the_maker_and_the_model_or_the_plug() -> None:
    assert display_of(BEAMER).title == "EPSON EB-685"
    assert display_of(LAPTOP).title == "eDP-1"


def test_an_identity_fits_into_the_settings() -> None:
    told = display_of(Plugged("name\n" * 40, "serial"))
    assert len(told.identity) <= 120
    assert told.identity.isprintable()
