"""Routines: each on its own card, with what is in it and for whom one tap away, and Begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.plan import compile_plan
from companion.domain.routine import Routine
from companion.domain.stroke import Stroke
from companion.domain.words import RoutineWords, Words
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import leading
from companion.ui.widgets.surfaces import scrolling
from companion.ui.widgets.text import Role, label

_NO_WORDS = RoutineWords("", "", "", "")


@dataclass(frozen=True, slots=True)
class RoutineView:
    """One card. ``minutes`` is (shortest, longest); ``steps`` are titles in order, without repeats, and ``length``
    is how many steps there are with them; ``own``: somebody has put it together here."""

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
    own: bool = False


def routine_views(
    routines: Sequence[Routine],
    strokes: Mapping[str, Stroke],
    words: Words,
    own: frozenset[str] = frozenset(),
) -> tuple[RoutineView, ...]:
    """All cards; one's own come first, those that cannot be begun last."""
    made = [_view(routine, strokes, words, own=routine.id in own) for routine in routines]
    return tuple(sorted(made, key=lambda view: (view.locked, not view.own)))


def _view(routine: Routine, strokes: Mapping[str, Stroke], words: Words, *, own: bool) -> RoutineView:
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
        own=own,
    )


class RoutinesScreen(QWidget):
    """All routines; the signals carry the id of the routine that something is to be done with. ``strokes_asked`` is the
    wish to see the strokes one by one, ``new_asked`` to put a routine together, ``file_asked`` to bring one in."""

    begun = Signal(str)
    paper_asked = Signal(str)
    practised = Signal(str)
    copy_asked = Signal(str)
    edit_asked = Signal(str)
    hand_over_asked = Signal(str)
    removal_asked = Signal(str)
    strokes_asked = Signal()
    new_asked = Signal()
    file_asked = Signal()

    def __init__(self, look: Look, views: Sequence[RoutineView]) -> None:
        super().__init__()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 34, 40, 30)
        column.setSpacing(14)
        column.addWidget(label(self.tr("Routines"), Role.GREETING))
        column.addWidget(self._head(look))
        self._cards: Mapping[str, RoutineCard] = {view.id: RoutineCard(look, view) for view in views}
        for card in self._cards.values():
            column.addWidget(card)
            card.begun.connect(self.begun)
            card.paper_asked.connect(self.paper_asked)
            card.practised.connect(self.practised)
            card.copy_asked.connect(self.copy_asked)
            card.edit_asked.connect(self.edit_asked)
            card.hand_over_asked.connect(self.hand_over_asked)
            card.removal_asked.connect(self.removal_asked)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))

    def _head(self, look: Look) -> QWidget:
        new = PillButton(look, self.tr("New routine"), Kind.PLAIN)
        new.clicked.connect(self.new_asked)
        file = PillButton(look, self.tr("From a file"), Kind.PLAIN)
        file.setAccessibleName(self.tr("Bring in a routine from a file"))
        file.clicked.connect(self.file_asked)
        strokes = PillButton(look, self.tr("All strokes"), Kind.PLAIN)
        strokes.clicked.connect(self.strokes_asked)
        return leading(strokes, new, file)


class RoutineCard(QFrame):
    """One routine; more about it opens in place."""

    begun = Signal(str)
    paper_asked = Signal(str)
    practised = Signal(str)
    copy_asked = Signal(str)
    edit_asked = Signal(str)
    hand_over_asked = Signal(str)
    removal_asked = Signal(str)

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
        if view.own:
            told = self.tr("YOUR OWN · %1").replace("%1", told)
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
            column.addWidget(leading(*self._deeds(look, view)))
        return page

    def _deeds(self, look: Look, view: RoutineView) -> list[PillButton]:
        """What else can be done with an open routine."""
        deeds = [
            (self.tr("Practise on a doll"), self.tr("Practise %1 on a doll"), self.practised),
            (self.tr("Print or save"), self.tr("Print or save %1"), self.paper_asked),
        ]
        if view.own:
            deeds += [
                (self.tr("Change it"), self.tr("Change %1"), self.edit_asked),
                (self.tr("Give it to others"), self.tr("Give %1 to others"), self.hand_over_asked),
                (self.tr("Put it aside"), self.tr("Put %1 aside"), self.removal_asked),
            ]
        else:
            deeds.append((self.tr("Make it your own"), self.tr("Make %1 your own"), self.copy_asked))
        return [self._deed(look, view, *deed) for deed in deeds]

    def _deed(
        self, look: Look, view: RoutineView, words: str, name: str, asked: SignalInstance
    ) -> PillButton:
        button = PillButton(look, words, Kind.PLAIN)
        button.setAccessibleName(name.replace("%1", view.title))
        button.clicked.connect(lambda: asked.emit(view.id))
        return button
