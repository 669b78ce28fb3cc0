"""A map of keys, laid out: what each row does beside the keys that do it, with those that were taught at its foot."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout

from companion.ui.input.marks import learned_rows
from companion.ui.theme import Look
from companion.ui.widgets.text import Role, label


def key_grid(look: Look, rows: Iterable[tuple[str, str]], gaps: tuple[int, int]) -> QGridLayout:
    """The rows of a map, each (what it does, its keys); ``gaps`` lie between columns and between rows, in pixels."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(gaps[0])
    grid.setVerticalSpacing(gaps[1])
    grid.setColumnStretch(1, 1)
    for row, (name, keys) in enumerate((*rows, *learned_rows(look.keys))):
        grid.addWidget(label(name, Role.STRONG), row, 0)
        grid.addWidget(label(keys, Role.BODY), row, 1)
    return grid
