"""A sheet with all strokes by area, to add one to a routine."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.domain.body import Area
from companion.domain.own_routine import Shelf
from companion.domain.stroke import Stroke, StrokeKind
from companion.domain.words import Words
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label


class StrokeSheet(Sheet):
    """``chosen`` carries the id of a stroke and its variant."""

    chosen = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget, shelf: Shelf, words: Words, area: Area) -> None:
        super().__init__(look, parent, self.tr("Add a stroke"), widest=860)
        self._words = words
        closed = shelf.with_therapist()
        self._strokes: Mapping[str, Stroke] = {
            name: stroke
            for name, stroke in shelf.strokes.items()
            if name not in closed and stroke.kind is not StrokeKind.ASK
        }
        areas = dict.fromkeys(stroke.area for stroke in self._strokes.values())
        self._areas = Choices(
            look,
            self.tr("Area"),
            [(one, words.phrases.get(f"area.{one}", str(one))) for one in areas],
            self._show,
        )
        self.body.addWidget(self._areas)
        self._held = QWidget()
        self._flow = Flow(self._held, 10)
        self.body.addWidget(self._held)
        self._show(area if area in areas else next(iter(areas)))

    def _show(self, area: Area) -> None:
        self._areas.put(area)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for name, stroke in self._strokes.items():
            if stroke.area is area:
                for variant in ("", *stroke.variants):
                    self._add(name, variant)
        self._held.updateGeometry()

    def _add(self, stroke: str, variant: str) -> None:
        told = self._words.strokes.get(f"{stroke}@{variant}" if variant else stroke)
        if told is None:
            return
        button = PillButton(self._look, told.title, Kind.PLAIN)
        button.setAccessibleName(self.tr("Add %1").replace("%1", told.title))
        button.setToolTip(told.line)
        button.clicked.connect(partial(self._chosen, stroke, variant))
        self._flow.addWidget(button)
        button.show()

    def _chosen(self, stroke: str, variant: str, *_checked: object) -> None:
        self.chosen.emit(stroke, variant)


class AskSheet(Sheet):
    """A question with a few answers, the first the kindest; ``answered`` carries the number of the answer."""

    answered = Signal(int)

    def __init__(self, look: Look, parent: QWidget, title: str, told: str, answers: tuple[str, ...]) -> None:
        super().__init__(look, parent, title, widest=700)
        self.body.addWidget(label(told, Role.LEAD, wrap=True))
        line = QWidget()
        row = Flow(line, 12)
        for number, words in enumerate(answers):
            button = PillButton(look, words, Kind.PLAIN if number else Kind.SMALL)
            button.clicked.connect(partial(self._answer, number))
            row.addWidget(button)
        self.body.addWidget(line)

    def _answer(self, number: int, *_checked: object) -> None:
        self.answered.emit(number)
