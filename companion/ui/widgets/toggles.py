"""Any of a few: a row of buttons of which each may be down."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow

Value = TypeVar("Value")


class Toggles(QWidget, Generic[Value]):
    """Buttons for (value, words); ``changed`` is called with all that are down, in their order."""

    def __init__(
        self,
        look: Look,
        name: str,
        options: Sequence[tuple[Value, str]],
        changed: Callable[[tuple[Value, ...]], None],
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._changed = changed
        self._buttons: list[tuple[Value, PillButton]] = []
        row = Flow(self)
        for value, words in options:
            button = PillButton(look, words, Kind.CHOICE)
            button.setAccessibleName(f"{name}: {words}")
            button.setCheckable(True)
            button.clicked.connect(self._tell)
            self._buttons.append((value, button))
            row.addWidget(button)

    def put(self, values: Iterable[Value]) -> None:
        """Show these as down."""
        wanted = list(values)
        for value, button in self._buttons:
            button.setChecked(value in wanted)

    def values(self) -> tuple[Value, ...]:
        """All that are down, in their order."""
        return tuple(value for value, button in self._buttons if button.isChecked())

    def _tell(self, _checked: bool) -> None:
        self._changed(self.values())
