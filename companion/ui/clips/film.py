"""A film with its caption and controls, for any screen; bare for an audience's."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.ui.clips.controls import ClipControls
from companion.ui.clips.picture import RADIUS, FilmPicture
from companion.ui.clips.view import ClipView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import PillButton
from companion.ui.widgets.text import FittedText


class ClipWidget(QWidget):
    """State enters by ``show_view`` and ``picture``; ``acted`` carries a ClipAction, ``seen`` whether it can be seen.

    ``bare`` leaves only the film, from edge to edge; ``captioned`` keeps room for words that come and go.
    """

    acted = Signal(object)
    seen = Signal(bool)

    def __init__(
        self,
        look: Look,
        *,
        bare: bool = False,
        captioned: bool = False,
        ground: str = "page",
        button: type[PillButton] = PillButton,
    ) -> None:
        super().__init__()
        self.picture = FilmPicture(look, radius=0 if bare else RADIUS, ground=ground)
        self._caption = FittedText(look, 20, 17, lines=2)
        keeps_room = self._caption.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(captioned)
        self._caption.setSizePolicy(keeps_room)
        self._controls = ClipControls(look, button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.picture, 1)
        column.addWidget(self._caption)
        column.addWidget(self._controls)
        self._caption.setVisible(not bare)
        self._controls.setVisible(not bare)
        self._bare = bare
        self._controls.acted.connect(self.acted)

    def show_view(self, view: ClipView) -> None:
        """Show this state; frames come through ``picture``."""
        self.picture.show_part(mirrored=view.mirrored, notice=view.notice)
        self.picture.setAccessibleName(view.notice or view.caption)
        if not self._bare:
            self._caption.put(view.caption)
            self._caption.setVisible(bool(view.caption))
            self._controls.show_part(view)

    def showEvent(self, event: QShowEvent) -> None:
        """It can be seen."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """It cannot be seen any more."""
        super().hideEvent(event)
        self.seen.emit(False)
