"""Nothing of the diary is cut off, covered or too small to touch: small windows, large type, longer words."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from companion.domain.occasion import Occasion
from companion.domain.session import BabyState, Reflection
from companion.services.entries import correct_reflection
from companion.ui.diary.month_grid import DayCell
from companion.ui.places import Page
from tests.ui.diary.reader import Reader
from tests.ui.test_layout import Stretcher, outside, overlapping, squeezed

TARGET = 44
SAID = Reflection(BabyState.QUIET_ALERT, BabyState.DROWSY, "Loved the legs. " * 20, 3, "A red spot")


def stages(reader: Reader) -> Iterator[str]:
    """Every screen of the diary."""
    reader.family()
    for number in range(4):
        reader.played(f"s{number}", 1.0 + number, Occasion("mila", "ana"), SAID, until=4)
    correct_reflection(reader.app.entries, "s0", replace(SAID, note="Short"))
    reader.open()
    yield "calendar"
    place = reader.window._made[Page.DIARY]
    place._tabs.show_page(1)  # pyright: ignore[reportAttributeAccessIssue]
    yield "sessions"
    place.open_entry("s0")  # pyright: ignore[reportAttributeAccessIssue]
    yield "session"
    place.correct("s0")  # pyright: ignore[reportAttributeAccessIssue]
    place._form._open_steps()  # pyright: ignore[reportAttributeAccessIssue]
    yield "correcting"
    place.write_one(None)  # pyright: ignore[reportAttributeAccessIssue]
    place._form._when._turn()  # pyright: ignore[reportAttributeAccessIssue]
    yield "writing"
    reader.press(Qt.Key.Key_Escape, place._form)  # pyright: ignore[reportAttributeAccessIssue]
    place._open_report()  # pyright: ignore[reportAttributeAccessIssue]
    yield "report"


def too_wide(window: QWidget) -> list[str]:
    """Pages that do not fit into the view that scrolls them up and down."""
    found: list[str] = []
    for area in window.findChildren(QScrollArea):
        page = area.widget()
        if area.isVisible() and page and page.width() > area.viewport().width():
            found.append(f"{page.width()} in {area.viewport().width()}")
    return found


def wrong_in(window: QWidget) -> list[str]:
    QApplication.processEvents()
    QApplication.processEvents()
    return outside(window) + squeezed(window) + overlapping(window) + too_wide(window)


@pytest.mark.parametrize(("size", "scale"), [((1024, 600), 1.5), ((1024, 600), 1.0), ((1920, 1080), 1.0)])
def test_every_screen_finds_room(reader: Reader, size: tuple[int, int], scale: float) -> None:
    reader.app.settings.save(replace(reader.app.settings.load(), text_scale=scale))
    reader.window.apply(reader.app.settings.load())
    reader.window.resize(*size)
    for stage in stages(reader):
        assert not wrong_in(reader.window), stage


def test_longer_words_find_room(reader: Reader, qapp: QApplication) -> None:
    longer = Stretcher()
    QCoreApplication.installTranslator(longer)
    reader.window.resize(1024, 600)
    try:
        for stage in stages(reader):
            assert not wrong_in(reader.window), stage
    finally:
        QCoreApplication.removeTranslator(longer)


def test_all_that_is_touched_is_named_and_large_enough(reader: Reader) -> None:
    reader.window.resize(1024, 600)
    for stage in stages(reader):
        QApplication.processEvents()
        QApplication.processEvents()
        for button in reader.window.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleName(), stage
                least = TARGET if not isinstance(button, DayCell) else 40
                assert min(button.height(), button.width()) >= least, f"{stage}: {button.accessibleName()}"
