"""A number that goes up and down in steps, and may be unsaid."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.text import Role, label, put


class Counter(QWidget):
    """Less, the number, more; ``told`` is called with the new number, None for unsaid. It stops at ``stops``."""

    def __init__(
        self,
        look: Look,
        name: str,
        stops: Sequence[int],
        words: Callable[[int | None], str],
        told: Callable[[int | None], None],
    ) -> None:
        super().__init__()
        self._stops = stops
        self._words = words
        self._told = told
        self._value: int | None = None
        self._less = PillButton(look, "−", Kind.PLAIN)
        self._more = PillButton(look, "+", Kind.PLAIN)
        self._less.setAccessibleName(self.tr("%1: less").replace("%1", name))
        self._more.setAccessibleName(self.tr("%1: more").replace("%1", name))
        self._shown = label("", Role.STRONG)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumWidth(look.px(96))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._less)
        row.addWidget(self._shown)
        row.addWidget(self._more)
        row.addStretch(1)
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        self.put(None)

    def put(self, value: int | None) -> None:
        """Show this number."""
        self._value = value
        put(self._shown, self._words(value))
        self._shown.setAccessibleName(self._words(value))
        self._less.setEnabled(value is not None)
        self._more.setEnabled(value is None or value < self._stops[-1])

    def _step(self, way: int) -> None:
        value = self._value
        if value is None:
            self._told(self._stops[0])
        elif way > 0:
            self._told(next((stop for stop in self._stops if stop > value), value))
        else:
            self._told(next((stop for stop in reversed(self._stops) if stop < value), None))
