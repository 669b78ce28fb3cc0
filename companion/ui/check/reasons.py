"""Reasons in words, what to do about each, and where they come from one tap away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from companion.ui.check.view import ReasonView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.surfaces import surface
from companion.ui.widgets.text import Role, label


class Reasons(QFrame):
    """A card of reasons."""

    def __init__(self, look: Look, title: str, reasons: Sequence[ReasonView], kind: str = "card") -> None:
        super().__init__()
        self.setProperty("surface", kind)
        self._sources: list[QLabel] = []
        self._toggle = PillButton(look, self.tr("Where this comes from"), Kind.LINK)
        self._toggle.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 22, 10)
        column.setSpacing(4)
        column.addWidget(label(title, Role.HEADING, wrap=True))
        column.addSpacing(4)
        for reason in reasons:
            column.addWidget(label(reason.told, Role.STRONG, wrap=True))
            if reason.todo:
                column.addWidget(label(reason.todo, Role.BODY, wrap=True))
            sources = label("\n".join(f"– {source}" for source in reason.sources), Role.SOFT, wrap=True)
            sources.hide()
            self._sources.append(sources)
            column.addWidget(sources)
            column.addSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._toggle)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _turn(self) -> None:
        shown = not self._sources[0].isVisibleTo(self)
        for sources in self._sources:
            sources.setVisible(shown)
        self._toggle.put(self.tr("Hide the sources") if shown else self.tr("Where this comes from"))


def facts(*lines: str) -> QFrame:
    """Short facts, one below the other; empty ones are left out."""
    frame = surface("hero")
    column = QVBoxLayout(frame)
    column.setContentsMargins(26, 18, 26, 18)
    column.setSpacing(6)
    first, *rest = lines
    column.addWidget(label(first, Role.HEADLINE, wrap=True))
    for line in filter(None, rest):
        column.addWidget(label(line, Role.LEAD, wrap=True))
    return frame
