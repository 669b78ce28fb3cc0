"""Forms: a card of names and what can be set beside them, and a line to write in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.surfaces import scrolling, surface
from companion.ui.widgets.text import Role, label

BESIDE = 390
"""Design pixels that a field needs beside its name; with less it stands below."""

USUAL = 230
"""Design pixels of the widest name, unless a card asks for more."""

WIDEST = 16_777_215
"""The greatest width that Qt knows: no bound."""


class Line(QLineEdit):
    """One line to write in; ``written`` is called with the words when they differ and the line is left."""

    def __init__(self, name: str, written: Callable[[str], None], *, most: int = 60, hint: str = "") -> None:
        super().__init__()
        self._written = written
        self._kept = ""
        self.setAccessibleName(name)
        self.setMaxLength(most)
        self.setPlaceholderText(hint)
        self.setMinimumHeight(46)
        self.setMaximumWidth(460)
        self.editingFinished.connect(self._left)

    def put(self, words: str) -> None:
        """Show these words."""
        self._kept = words
        if self.text() != words:
            self.setText(words)

    def _left(self) -> None:
        if self.text() != self._kept:
            self._kept = self.text()
            self._written(self._kept)


class FormCard(QFrame):
    """A card with a heading and rows; each row is a name and a widget, or a widget over the whole width. Names are no
    wider than ``widest`` design pixels."""

    def __init__(self, look: Look, title: str, *rows: tuple[str, QWidget], widest: int = USUAL) -> None:
        super().__init__()
        self._widest = widest
        self._look = look
        self._rows = [
            (label(name, Role.BODY, wrap=True) if name else None, _held(widget)) for name, widget in rows
        ]
        self._beside: bool | None = None
        self.setProperty("surface", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(26, 18, 26, 20)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        if title:
            self._grid.addWidget(label(title, Role.HEADING, wrap=True), 0, 0, 1, 2)
        self._place(beside=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names stand above their fields where it is narrow."""
        super().resizeEvent(event)
        self._place(beside=event.size().width() >= self._look.px(BESIDE + self._widest))

    def _place(self, *, beside: bool) -> None:
        if beside is self._beside:
            return
        self._beside = beside
        self._grid.setColumnMinimumWidth(
            0, self._look.px(self._widest if self._widest > USUAL else 170) if beside else 0
        )
        line = 1
        for name, widget in self._rows:
            if name is None:
                self._grid.addWidget(widget, line, 0, 1, 2)
            elif beside:
                name.setMaximumWidth(self._look.px(self._widest))
                self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(widget, line, 1)
            else:
                name.setMaximumWidth(WIDEST)
                self._grid.addWidget(name, line, 0, 1, 2)
                line += 1
                self._grid.addWidget(widget, line, 0, 1, 2)
            line += 1


def _held(widget: QWidget) -> QWidget:
    """A widget that does not take all the room, at the beginning of it: it would pull the whole grid together."""
    bound = (
        widget.maximumWidth() < WIDEST or widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Maximum
    )
    if not bound:
        return widget
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 4)
    row.addStretch(1)
    return line


def page_of(*parts: QWidget) -> QWidget:
    """Cards below each other on a page that scrolls."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(40, 14, 40, 30)
    column.setSpacing(16)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return scrolling(page)


def leading(*widgets: QWidget) -> QWidget:
    """Widgets side by side, as wide as they need to be, and on the next line where there is no room."""
    line = QWidget()
    row = Flow(line, 12)
    for widget in widgets:
        row.addWidget(widget)
    return line


def note_card(*parts: QWidget) -> QFrame:
    """A quiet card in the colour of the sun."""
    frame = surface("notice")
    column = QVBoxLayout(frame)
    column.setContentsMargins(26, 16, 26, 18)
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part)
    return frame
