"""A picture of numbers on a card: its title, what it tells in a sentence, the picture, and the numbers to read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.text import Role, label, put


@dataclass(frozen=True, slots=True)
class Told:
    """A picture in words: one sentence, and a line for each number in it. No lines: there is nothing to draw."""

    sentence: str
    lines: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """Everything, for those who listen."""
        return "; ".join((self.sentence, *self.lines))


class ChartCard(QFrame):
    """The card. "In numbers" opens and closes the lines; a card without lines has no picture, nor what is ``extra``
    to it; the ``foot`` is always there."""

    def __init__(
        self,
        look: Look,
        title: str,
        chart: QWidget,
        extra: Sequence[QWidget] = (),
        foot: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._chart = chart
        self._extra = extra
        self._sentence = label("", Role.SOFT, wrap=True)
        self._lines = label("", Role.BODY, wrap=True)
        self._numbers = PillButton(look, self.tr("In numbers"), Kind.LINK)
        self._numbers.setAccessibleName(self.tr("In numbers: %1").replace("%1", title))
        self._numbers.setProperty("flush", True)
        self._numbers.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(title, Role.HEADING, wrap=True))
        column.addWidget(self._sentence)
        column.addWidget(chart)
        for part in extra:
            column.addWidget(part)
        column.addWidget(self._numbers, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lines)
        if foot is not None:
            column.addWidget(foot)
        column.addStretch(1)
        self._lines.hide()
        self._numbers.toggled.connect(self._lines.setVisible)

    def show_told(self, told: Told) -> None:
        """Take new words."""
        put(self._sentence, told.sentence)
        put(self._lines, "\n".join(told.lines))
        has_lines = bool(told.lines)
        for part in (self._chart, self._numbers, *self._extra):
            part.setVisible(has_lines)
        self._lines.setVisible(has_lines and self._numbers.isChecked())
