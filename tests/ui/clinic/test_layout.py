"""Nothing of a demonstration is cut off: small windows, large type, and words that are 40 % longer."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from companion.domain.settings import Settings
from companion.ui.clinic.chooser import Source
from companion.ui.stage_show.keys import Desk
from tests.clip_fakes import a_clip
from tests.fakes import MemorySettings
from tests.ui.clinic.conftest import OpenClinic
from tests.ui.clinic.show import Therapist
from tests.ui.house import House
from tests.ui.test_layout import TARGET, outside, overlapping, squeezed
from tests.ui.test_layout import stretcher as stretcher  # noqa: PLC0414 - a fixture, used by its name

SMALL = (1024, 600)


def pages(who: Therapist) -> Iterator[str]:
    yield "chooser"
    who.place._chooser._take_source(Source.BASKET)
    yield "basket"
    who.place._chooser._take_source(Source.ROUTINE)
    who.place._begin_wish()
    yield "presenter"
    who.director.act(Desk.STROKES)
    yield "strokes"
    who.director.act(Desk.DISPLAY)
    yield "displays"
    who.director.screen.close_sheet()
    who.plugs.plug(plugged=False)
    yield "one screen"
    who.director._open_hints()
    yield "hints"


def check(who: Therapist) -> None:
    window = who.walker.window
    who.walker.house.films.shelf.listed = tuple(a_clip(stroke) for stroke in window.context.strokes)
    for where in pages(who):
        QApplication.processEvents()
        assert outside(window) == [], where
        assert squeezed(window) == [], where
        assert overlapping(window) == [], where


@pytest.mark.parametrize(("size", "scale"), [(SMALL, 1.0), (SMALL, 1.5)])
def test_no_button_is_cut_off_or_covered(
    house: House, open_clinic: OpenClinic, size: tuple[int, int], scale: float
) -> None:
    house.settings = MemorySettings(Settings(text_scale=scale))
    who = open_clinic(True)
    who.walker.window.resize(*size)
    check(who)
    assert who.walker.window.width() == size[0], "the window keeps its size"


@pytest.mark.usefixtures("stretcher")
def test_words_that_are_forty_percent_longer_fit(open_clinic: OpenClinic) -> None:
    who = open_clinic(True)
    who.walker.window.resize(*SMALL)
    check(who)
    assert who.walker.window.width() == SMALL[0]


def test_every_button_is_large_enough_for_a_finger(therapist: Therapist) -> None:
    therapist.begin()
    screen = therapist.director.screen
    low = [
        button.accessibleName()
        for button in screen.findChildren(type(screen._display))
        if button.isVisible() and button.height() < TARGET
    ]
    assert low == []
