"""The place of the picture in the player: the drawing, or a film in its stead, with a switch in the corner."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PlayerButton

INSET = 18


class Showing(QStackedWidget):
    """``turned`` is the wish to see the other one. Where there is no film there is no switch."""

    turned = Signal()

    def __init__(self, look: Look, drawing: QWidget) -> None:
        super().__init__()
        self._drawing = drawing
        self._film: QWidget | None = None
        self.addWidget(drawing)
        self._switch = PlayerButton(look, self.tr("Show your film"), Kind.CHIP)
        self._switch.setParent(self)
        self._switch.hide()
        self._switch.clicked.connect(self.turned)

    @property
    def has_film(self) -> bool:
        """Whether there is a film to turn to."""
        return self._switch.isVisibleTo(self)

    @property
    def noted(self) -> str:
        """What is said at the foot of the drawing just now, which a film would hide."""
        return self._drawing.accessibleDescription()

    def put_film(self, film: QWidget) -> None:
        """What a film is shown in."""
        self._film = film
        self.addWidget(film)

    def show_part(self, *, offered: bool, film: bool) -> None:
        """Whether the stroke has a film, and whether it is the film that is shown."""
        shown = self._film if film and self._film is not None else self._drawing
        self.setCurrentWidget(shown)
        self._switch.put(self.tr("Show drawing") if film else self.tr("Show your film"))
        self._switch.setVisible(offered)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The switch keeps to its corner."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._switch.adjustSize()
        self._switch.move(self.width() - self._switch.width() - INSET, INSET // 2)
        self._switch.raise_()
