"""What the caregiver's hands do at one instant, in words for those who write strokes."""

from PySide6.QtCore import QCoreApplication

from companion.domain.figure.figure import hand_states, phase_at, seen
from companion.domain.figure.hand import Hand
from companion.ui.studio.canvas import Picture


def hands_told(picture: Picture) -> str:
    """Each hand with its grip, what it does, and whether it touches: in the words of the data files."""
    done = seen(picture.choreography, picture.view)
    phase = phase_at(done, picture.t, picture.period, picture.view)
    told: list[str] = []
    for state in hand_states(picture.choreography, picture.side, phase, picture.view):
        left = QCoreApplication.translate("Studio", "left hand")
        right = QCoreApplication.translate("Studio", "right hand")
        air = QCoreApplication.translate("Studio", "in the air")
        doing = f"{state.manner.value}, {state.grip.value}" if state.touches else f"{air}, {state.grip.value}"
        told.append(f"{left if state.hand is Hand.LEFT else right}: {doing}")
    return " · ".join(told) or QCoreApplication.translate("Studio", "no hands")
