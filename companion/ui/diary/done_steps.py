"""What was really done: a chip for each stroke and side, down when it was done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.body import Area, Side
from companion.domain.events import Outcome
from companion.domain.plan import SessionPlan
from companion.domain.session import StepDone
from companion.ui.diary.telling import Telling
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.text import Role, label

Group = tuple[str, Side, Area]


class DoneSteps(QWidget):
    """The strokes of one plan, by area. ``changed``: another one is down."""

    changed = Signal()

    def __init__(self, look: Look, plan: SessionPlan, steps: Sequence[StepDone], telling: Telling) -> None:
        super().__init__()
        self._indices: dict[Group, list[int]] = {}
        for index, step in enumerate(plan.steps):
            self._indices.setdefault((step.words, step.side, step.area), []).append(index)
        begun = {step.index for step in steps if step.outcome is not Outcome.SKIPPED}
        self._chips: dict[Group, PillButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for area in dict.fromkeys(area for _, _, area in self._indices):
            column.addWidget(label(telling.area(area), Role.EYEBROW_TEAL))
            holder = QWidget()
            flow = Flow(holder)
            for group in [group for group in self._indices if group[2] is area]:
                flow.addWidget(self._chip(look, group, telling, begun))
            column.addWidget(holder)

    def done(self) -> set[int]:
        """Indices of the steps that are said to be done."""
        return {
            index for group, chip in self._chips.items() if chip.isChecked() for index in self._indices[group]
        }

    def _chip(self, look: Look, group: Group, telling: Telling, begun: set[int]) -> PillButton:
        words, side, _ = group
        title = " · ".join(part for part in (telling.stroke(words), telling.side(side)) if part)
        chip = PillButton(look, title, Kind.CHOICE)
        chip.setCheckable(True)
        chip.setChecked(any(index in begun for index in self._indices[group]))
        _mark(chip, title, chip.isChecked())
        chip.toggled.connect(partial(_mark, chip, title))
        chip.toggled.connect(self.changed)
        self._chips[group] = chip
        return chip


def _mark(chip: PillButton, title: str, down: bool) -> None:
    chip.put(title, Glyph.CHECK if down else None)
