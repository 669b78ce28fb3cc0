"""A therapist in front of a window, with one display or two."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.ui.clinic.show import Plugs, Therapist
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.video.conftest import h264, reel, vlc

__all__ = ["h264", "reel", "vlc"]

OpenClinic = Callable[[bool], Therapist]


@pytest.fixture
def open_clinic(house: House, open_house: OpenHouse) -> OpenClinic:
    def opened(plugged: bool) -> Therapist:
        plugs = Plugs(plugged=plugged)
        house.clinic = replace(house.clinic, displays=lambda: plugs)
        return Therapist(open_house(house), plugs)

    return opened


@pytest.fixture
def alone(open_clinic: OpenClinic) -> Therapist:
    """With one display."""
    return open_clinic(False)


@pytest.fixture
def therapist(open_clinic: OpenClinic) -> Therapist:
    """With a second display for the family."""
    return open_clinic(True)
