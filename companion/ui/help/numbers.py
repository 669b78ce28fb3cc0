"""The family's telephone numbers, large, and to be selected and copied."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from companion.domain.help import HelpLevel
from companion.ui.help.desk import HelpDesk
from companion.ui.theme import Look
from companion.ui.widgets.surfaces import CardRow
from companion.ui.widgets.text import Role, label

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


def emergency_number(desk: HelpDesk) -> str:
    """The number for an ambulance, or the words for it where the region has none."""
    return desk.numbers.emergency or QCoreApplication.translate("Help", "your emergency number")


def number_label(number: str, role: Role = Role.NUMBER) -> QLabel:
    """A number that can be selected and copied."""
    made = label(number, role)
    made.setTextInteractionFlags(SELECTABLE)
    made.setAccessibleName(number)
    made.setCursor(Qt.CursorShape.IBeamCursor)
    return made


def numbers_for(desk: HelpDesk, level: HelpLevel) -> tuple[str, ...]:
    """Whom to call at this level, the first choice first; none where nobody has put any in."""
    numbers = desk.numbers
    clinic = (numbers.clinic,) if numbers.clinic else ()
    emergency = (numbers.emergency,) if numbers.emergency else ()
    return (*clinic, *numbers.nurse) if level is HelpLevel.CALL else emergency


def number_cards(look: Look, desk: HelpDesk) -> CardRow:
    """A card for each kind of help that has a number."""
    numbers, phrases = desk.numbers, desk.phrases
    local = QCoreApplication.translate("Help", "Your emergency number")
    known = (numbers.emergency,) if numbers.emergency else (local,)
    nurse = phrases.get("help.number.nurse.about", "")
    if numbers.own or numbers.region != "manitoba":
        nurse = QCoreApplication.translate("Help", "A nurse to talk to")
    kinds = (
        (known, phrases.get("help.number.emergency.about", "")),
        (numbers.nurse, nurse),
        ((numbers.clinic,) if numbers.clinic else (), QCoreApplication.translate("Help", "Your clinic")),
        ((numbers.crisis,) if numbers.crisis else (), phrases.get("help.number.crisis.about", "")),
    )
    return CardRow(look, [_card(shown, about) for shown, about in kinds if shown], least=210)


def _card(numbers: tuple[str, ...], about: str) -> QWidget:
    frame = QFrame()
    frame.setProperty("surface", "next")
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 12, 16, 14)
    column.setSpacing(2)
    for number in numbers:
        column.addWidget(number_label(number, Role.HEADLINE if len(numbers) == 1 else Role.HEADING))
    column.addWidget(label(about, Role.SOFT, wrap=True))
    column.addStretch(1)
    return frame
