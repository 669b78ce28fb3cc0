"""What to do now about one sign: whom to call, in the largest type there is, and what to do meanwhile."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.help import HelpLevel, HelpSign
from companion.ui.help.desk import HelpDesk
from companion.ui.help.numbers import emergency_number, number_label, numbers_for
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import FittedText, Role, label


def title_of(level: HelpLevel, desk: HelpDesk) -> str:
    """What this level asks for, in a few words."""
    match level:
        case HelpLevel.NOW:
            told = QCoreApplication.translate("Help", "Call %1 now")
            return told.replace("%1", emergency_number(desk))
        case HelpLevel.TODAY | HelpLevel.CALL:
            return desk.phrases.get(f"help.{level}", "")


def meanwhile_of(level: HelpLevel, desk: HelpDesk) -> str:
    """What to do besides, in two or three short sentences."""
    match level:
        case HelpLevel.NOW:
            return QCoreApplication.translate(
                "Help", "Stop the massage. Stay with baby. Put the phone on speaker and do what they say."
            )
        case HelpLevel.TODAY:
            told = QCoreApplication.translate(
                "Help", "Go now, even if baby seems better. If you cannot get there, call %1."
            )
            return told.replace("%1", emergency_number(desk))
        case HelpLevel.CALL:
            return QCoreApplication.translate(
                "Help", "Call before the next massage. Tell them what you see, and since when."
            )


class ActPage(QWidget):
    """The page behind a sign; ``back`` asks for the list again."""

    back = Signal()

    def __init__(self, look: Look, desk: HelpDesk) -> None:
        super().__init__()
        self._look = look
        self._desk = desk
        self._sign = FittedText(look, 24, 17, weight=600, lines=3)
        self._numbers = QVBoxLayout()
        self._meanwhile = FittedText(look, 30, 19, weight=600, lines=4)
        self._other = PlayerButton(look, self.tr("Another sign"), Kind.CONTROL, Glyph.BACK)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._sign)
        column.addLayout(self._numbers)
        column.addWidget(self._meanwhile)
        column.addWidget(label(desk.phrases.get("help.note", ""), Role.SOFT, wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(self._other)
        foot.addStretch(1)
        column.addLayout(foot)
        self._other.clicked.connect(self.back)

    def show_part(self, sign: HelpSign) -> None:
        """Say what to do about this sign."""
        level = sign.level
        self._sign.put(self._desk.phrases.get(sign.phrase, ""))
        self._meanwhile.put(meanwhile_of(level, self._desk))
        while (item := self._numbers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for number in numbers_for(self._desk, level):
            self._numbers.addWidget(number_label(number))
