"""Get help: when to call whom, and what to do when the crying is too much. One tap from every screen."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.words import Words
from companion.ui.theme import Look
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label

_LEFT = ("now", "crying")
_RIGHT = ("today", "call")
_NUMBERS = ("emergency", "nurse", "crisis")


class HelpSheet(Sheet):
    """The signs, the numbers and the way through a hard moment, all from the content's words."""

    def __init__(self, look: Look, parent: QWidget, words: Words) -> None:
        super().__init__(look, parent, words.phrases.get("help.title", ""), widest=1060)
        self._phrases = words.phrases
        self.body.setSpacing(20)
        self.body.addLayout(self._numbers())
        halves = QHBoxLayout()
        halves.setSpacing(40)
        for names in (_LEFT, _RIGHT):
            half = QVBoxLayout()
            half.setSpacing(22)
            for name in names:
                half.addLayout(self._section(name))
            half.addStretch(1)
            halves.addLayout(half, 1)
        self.body.addLayout(halves)
        self.body.addWidget(label(self._phrases.get("help.note", ""), Role.SOFT, wrap=True))

    def _numbers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for name in _NUMBERS:
            number = self._phrases.get(f"help.number.{name}", "")
            free = self._phrases.get(f"help.number.{name}.tollfree", "")
            row = QHBoxLayout()
            row.setSpacing(16)
            shown = label(f"{number}\n{free}" if free else number, Role.HEADING)
            shown.setMinimumWidth(190)
            row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(self._phrases.get(f"help.number.{name}.about", ""), Role.BODY, wrap=True), 1)
            column.addLayout(row)
        column.addWidget(label(self._phrases.get("help.number.where", ""), Role.SOFT, wrap=True))
        return column

    def _section(self, name: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(self._phrases.get(f"help.{name}", ""), Role.HEADING, wrap=True))
        for sign in self._signs(name):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(label("•", Role.BODY), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(sign, Role.BODY, wrap=True), 1)
            column.addLayout(row)
        return column

    def _signs(self, name: str) -> Iterator[str]:
        number = 1
        while sign := self._phrases.get(f"help.{name}.{number}"):
            yield sign
            number += 1
