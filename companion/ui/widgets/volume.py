"""One loudness: its name and a slider from silent to full."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from companion.ui.widgets.text import Role, label


class Volume(QWidget):
    """A slider for 0.0 to 1.0; ``moved`` carries the new value, from a person only."""

    moved = Signal(float)

    def __init__(self, name: str, focus: Qt.FocusPolicy = Qt.FocusPolicy.StrongFocus) -> None:
        super().__init__()
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
        self._slider.valueChanged.connect(lambda value: self.moved.emit(value / 100))

    def put(self, volume: float) -> None:
        """Show this loudness without telling anyone."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(volume * 100))
        self._slider.blockSignals(False)
