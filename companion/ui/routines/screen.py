"""Routines: each on its own card, with what is in it and for whom one tap away, and Begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.plan import compile_plan
from companion.domain.routine import Routine
from companion.domain.stroke import Stroke
from companion.domain.words import RoutineWords, Words
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.surfaces import scrolling
from companion.ui.widgets.text import Role, label

_NO_WORDS = RoutineWords("", "", "", "")


@dataclass(frozen=True, slots=True)
class RoutineView:
    """One card. ``minutes`` is (shortest, longest); ``steps`` are titles in order, without repeats, and ``length``
    is how many steps there are with them."""

    id: str
    title: str
    summary: str
    for_whom: str
    not_for: str
    evidence: str
    minutes: tuple[int, int]
    steps: tuple[str, ...]
    locked: bool
    length: int


def routine_views(
    routines: Sequence[Routine], strokes: Mapping[str, Stroke], words: Words
) -> tuple[RoutineView, ...]:
    """All cards; those that can be begun come first."""
    made = [_view(routine, strokes, words) for routine in routines]
    return tuple(sorted(made, key=lambda view: view.locked))


def _view(routine: Routine, strokes: Mapping[str, Stroke], words: Words) -> RoutineView:
    told = words.routines.get(routine.id, _NO_WORDS)
    plan = () if routine.locked else compile_plan(routine, strokes).steps
    keys = dict.fromkeys(step.words for step in plan)
    return RoutineView(
        id=routine.id,
        title=told.title or routine.id,
        summary=told.summary,
        for_whom=told.for_whom,
        not_for=told.not_for,
        evidence=words.phrases.get(f"evidence.{routine.evidence}", ""),
        minutes=routine.minutes,
        steps=tuple(words.strokes[key].title for key in keys if key in words.strokes),
        locked=routine.locked,
        length=len(plan),
    )


class RoutinesScreen(QWidget):
    """All routines; ``begun`` carries the id of the one to begin, ``paper_asked`` of the one to print or save;
    ``strokes_asked`` is the wish to see the strokes one by one."""

    begun = Signal(str)
    paper_asked = Signal(str)
    practised = Signal(str)
    strokes_asked = Signal()

    def __init__(self, look: Look, views: Sequence[RoutineView]) -> None:
        super().__init__()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 34, 40, 30)
        column.setSpacing(14)
        strokes = PillButton(look, self.tr("All strokes"), Kind.PLAIN)
        strokes.clicked.connect(self.strokes_asked)
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Routines"), Role.GREETING), 1)
        top.addWidget(strokes)
        column.addLayout(top)
        self._cards: Mapping[str, RoutineCard] = {view.id: RoutineCard(look, view) for view in views}
        for card in self._cards.values():
            column.addWidget(card)
            card.begun.connect(self.begun)
            card.paper_asked.connect(self.paper_asked)
            card.practised.connect(self.practised)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))


class RoutineCard(QFrame):
    """One routine; more about it opens in place."""

    begun = Signal(str)
    paper_asked = Signal(str)
    practised = Signal(str)

    def __init__(self, look: Look, view: RoutineView) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._view = view
        self._more = self._details(look, view)
        self._more.setVisible(False)
        self._toggle = PillButton(look, self.tr("What is in it"), Kind.LINK)
        self._toggle.setAccessibleDescription(view.title)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(self._eyebrow(view), Role.EYEBROW_TEAL))
        words.addWidget(label(view.title, Role.HEADING, wrap=True))
        words.addWidget(label(view.summary, Role.SOFT, wrap=True))
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addLayout(words, 1)
        top.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        begin = PillButton(look, self.tr("Open") if view.locked else self.tr("Begin"), Kind.SMALL)
        name = self.tr("Open %1") if view.locked else self.tr("Begin %1")
        begin.setAccessibleName(name.replace("%1", view.title))
        begin.clicked.connect(lambda: self.begun.emit(view.id))
        top.addWidget(begin, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 18, 22, 18)
        column.setSpacing(8)
        column.addLayout(top)
        if view.locked:
            told = self.tr("Locked. It opens when your therapist sets it up with you.")
            column.addWidget(label(told, Role.STRONG, wrap=True))
        column.addWidget(self._more)
        self._toggle.clicked.connect(self._turn)

    def _turn(self) -> None:
        opened = not self._more.isVisibleTo(self)
        self._more.setVisible(opened)
        self._toggle.put(self.tr("Show less") if opened else self.tr("What is in it"))

    def _eyebrow(self, view: RoutineView) -> str:
        if view.locked:
            return self.tr("WITH YOUR THERAPIST")
        least, most = view.minutes
        time = f"{least}–{most}" if least != most else str(most)
        told = self.tr("%1 MIN · %2 STEPS").replace("%1", time)
        return told.replace("%2", str(view.length))

    def _details(self, look: Look, view: RoutineView) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 6, 0, 4)
        column.setSpacing(4)
        for name, words in (
            (self.tr("Steps"), " · ".join(view.steps)),
            (self.tr("For"), view.for_whom),
            (self.tr("Not for"), view.not_for),
            (self.tr("How sure are we?"), view.evidence),
        ):
            if words:
                column.addWidget(label(name, Role.STRONG))
                column.addWidget(label(words, Role.BODY, wrap=True))
                column.addSpacing(6)
        if not view.locked:
            paper = PillButton(look, self.tr("Print or save"), Kind.PLAIN)
            paper.setAccessibleName(self.tr("Print or save %1").replace("%1", view.title))
            paper.clicked.connect(lambda: self.paper_asked.emit(view.id))
            doll = PillButton(look, self.tr("Practise on a doll"), Kind.PLAIN)
            doll.setAccessibleName(self.tr("Practise %1 on a doll").replace("%1", view.title))
            doll.clicked.connect(lambda: self.practised.emit(view.id))
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(doll)
            row.addWidget(paper)
            row.addStretch(1)
            column.addLayout(row)
        return page
