"""What was really done: each stroke with a tick, to be put right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label
from companion.ui.widgets.tick import TickLine
from companion.ui.wrapup.view import StrokeDone


class CorrectSheet(Sheet):
    """Lies over the wrap-up; ``corrected`` carries the strokes as they were, each with its tick."""

    corrected = Signal(object)

    def __init__(self, look: Look, parent: QWidget, strokes: tuple[StrokeDone, ...]) -> None:
        super().__init__(look, parent, self.tr("What did you do?"), widest=900)
        self._strokes = strokes
        self._lines = [TickLine(look, stroke.title) for stroke in strokes]
        self.body.addWidget(label(self.tr("Tick what was done. The rest is left out."), Role.SOFT, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        half = (len(strokes) + 1) // 2
        for at, line in enumerate(self._lines):
            line.setChecked(strokes[at].done)
            grid.addWidget(line, at % half, at // half)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        done = PillButton(look, self.tr("That is right"), Kind.PRIMARY)
        done.clicked.connect(self._done)
        self.body.addWidget(done)

    def _done(self) -> None:
        told = tuple(
            StrokeDone(stroke.title, stroke.steps, line.isChecked())
            for stroke, line in zip(self._strokes, self._lines, strict=True)
        )
        self.corrected.emit(told)
        self.close_by_hand()
