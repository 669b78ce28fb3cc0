"""One loudness: its name and a slider from silent to full."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from companion.ui.widgets.text import Role, label


class Volume(QWidget):
    """A slider for 0.0 to 1.0; ``moved`` is called with the value that a person sets."""

    def __init__(
        self, name: str, moved: Callable[[float], None], focus: Qt.FocusPolicy = Qt.FocusPolicy.StrongFocus
    ) -> None:
        super().__init__()
        self._moved = moved
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, 100)
        self._slider.setPageStep(10)
        self._slider.setSingleStep(5)
        self._slider.setAccessibleName(name)
        self._slider.setFocusPolicy(focus)
        self._slider.setMinimumWidth(160)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        words = label(name, Role.BODY)
        words.setMinimumWidth(130)
        row.addWidget(words)
        row.addWidget(self._slider, 1)
        self._slider.valueChanged.connect(self._tell)

    def put(self, volume: float) -> None:
        """Show this loudness without telling anyone."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(volume * 100))
        self._slider.blockSignals(False)

    def _tell(self, value: int) -> None:
        self._moved(value / 100)
