"""Hands for the forms: picking from lists by key, and writing into lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from companion.ui.places import Page
from tests.ui.walker import Walker


def pick(walker: Walker, qtbot: QtBot, name: str, words: str) -> None:
    """Pick from a list by typing the first word (a space would open the list)."""
    field = walker.find(name, QComboBox)
    field.setFocus()
    field.setCurrentIndex(-1)
    qtbot.keyClicks(field, words.partition(" ")[0])
    assert field.currentText().startswith(words), f"{name} shows {field.currentText()!r}"


def write(walker: Walker, qtbot: QtBot, name: str, words: str) -> None:
    """Write into a line in place of what stands there, and press Enter."""
    line = walker.find(name, QLineEdit)
    line.setFocus()
    line.selectAll()
    if words:
        qtbot.keyClicks(line, words)
    else:
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def open_page(walker: Walker, page: Page, strip: str = "") -> None:
    """To a place, and to one of its pages."""
    walker.window.go(page)
    if strip:
        walker._qtbot.waitUntil(lambda: walker.sees(strip))
        walker.click(strip)
