"""Reasons in words, what to do about each, and where they come from one tap away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from companion.ui.check.view import ReasonView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
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
        column.addLayout(hanging(self._toggle))
        column.addStretch(1)

    def _turn(self) -> None:
        shown = not self._sources[0].isVisibleTo(self)
        for sources in self._sources:
            sources.setVisible(shown)
        self._toggle.put(self.tr("Hide the sources") if shown else self.tr("Where this comes from"))


def hanging(link: PillButton) -> QHBoxLayout:
    """A link whose words stand in line with the words above it."""
    link.setProperty("flush", True)
    row = QHBoxLayout()
    row.addWidget(link)
    row.addStretch(1)
    return row


def inset() -> tuple[QWidget, QVBoxLayout]:
    """An empty holder, and the column in it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(4)
    return holder, column
