"""Nothing of the day card and the pictures is cut off, covered or too small to touch."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from companion.domain.day_card import DayCard, Doing, Stool
from companion.domain.occasion import Occasion
from companion.domain.session import BabyState, Reflection
from companion.ui.places import Page
from tests.ui.diary.reader import EVENING, Reader
from tests.ui.diary.test_room import TARGET, wrong_in
from tests.ui.test_layout import Stretcher

SAID = Reflection(BabyState.QUIET_ALERT, BabyState.DROWSY)


def stages(reader: Reader) -> Iterator[str]:
    """The two pages, with something on them."""
    reader.family().played("one", 1.0, Occasion("mila", "ana"), SAID)
    day = DayCard("mila", EVENING.date()).drawn(0, 60, Doing.SLEEP).drawn(30, 33, Doing.CRYING)
    reader.app.day_cards.keep_card(replace(day, stools=(Stool.HARD, Stool.LOOSE), tummy_minutes=5))
    reader.open()
    tabs = reader.window._made[Page.DIARY]._tabs  # pyright: ignore[reportAttributeAccessIssue]
    for number, name in ((2, "day card"), (3, "pictures")):
        tabs.show_page(number)
        QApplication.processEvents()
        yield name


@pytest.mark.parametrize(("size", "scale"), [((1024, 600), 1.5), ((1920, 1080), 1.0)])
def test_both_pages_find_room(reader: Reader, size: tuple[int, int], scale: float) -> None:
    reader.app.settings.save(replace(reader.app.settings.load(), text_scale=scale))
    reader.window.apply(reader.app.settings.load())
    reader.window.resize(*size)
    for stage in stages(reader):
        assert not wrong_in(reader.window), stage


def test_longer_words_find_room_on_both_pages(reader: Reader) -> None:
    longer = Stretcher()
    QCoreApplication.installTranslator(longer)
    reader.window.resize(1024, 600)
    try:
        for stage in stages(reader):
            assert not wrong_in(reader.window), stage
    finally:
        QCoreApplication.removeTranslator(longer)


def test_all_that_is_touched_on_both_pages_is_named_and_large_enough(reader: Reader) -> None:
    reader.window.resize(1024, 600)
    for stage in stages(reader):
        QApplication.processEvents()
        for button in reader.window.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleName(), stage
                assert min(button.height(), button.width()) >= TARGET, f"{stage}: {button.accessibleName()}"
