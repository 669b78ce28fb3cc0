"""The plan before it begins: how long, what is different and why, what is done, and Begin."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.timed import Extent
from companion.ui.check.page import CheckPage
from companion.ui.check.reasons import Reasons, hanging, inset
from companion.ui.check.view import PartView, PlanView, ReasonView, VersionView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.surfaces import CardRow, surface
from companion.ui.widgets.text import Role, label

LEAST = 400
MINUTE = 60


class PlanPage(CheckPage):
    """Shows a PlanView. ``begun``: begin it; ``version_chosen`` carries the number of another version; ``doll``: on
    a doll instead; ``caregiver_chosen`` carries the id of who massages."""

    begun = Signal()
    version_chosen = Signal(int)
    doll = Signal()
    caregiver_chosen = Signal(str)

    def __init__(
        self, look: Look, view: PlanView, caregivers: Sequence[tuple[str, str]] = (), caregiver: str = ""
    ) -> None:
        super().__init__(look, view.routine, view.title, view.line, clicker=True)
        self._versions = Versions(look, view.versions, view.chosen)
        self._versions.chosen.connect(self.version_chosen)
        left: list[QWidget] = [Facts(look, view)]
        if view.reasons:
            left.append(Reasons(look, self.tr("What is different, and why"), view.reasons, "sun"))
        right: list[QWidget] = []
        if len(view.versions) > 1:
            right.append(titled(self.tr("How much today?"), self._versions))
        if len(caregivers) > 1:
            right.append(self._caregivers(look, caregivers, caregiver))
        right.append(Steps(look, view.parts))
        self.body.addWidget(CardRow(look, (stacked(left), stacked(right)), LEAST))
        begin = PillButton(look, self.tr("Begin"), Kind.PLAY)
        begin.clicked.connect(self.begun)
        self.offer(begin)
        if not view.practice:
            doll = PillButton(look, self.tr("On a doll"), Kind.LINK)
            doll.clicked.connect(self.doll)
            self.offer(doll)
        self.lead(begin)

    def focus_version(self) -> None:
        """The keys stay with the version that was chosen."""
        self._versions.focus_chosen()

    def _caregivers(self, look: Look, caregivers: Sequence[tuple[str, str]], caregiver: str) -> QWidget:
        name = self.tr("Who massages?")
        choices = Choices(look, name, caregivers, self.caregiver_chosen.emit)
        choices.put(caregiver)
        return titled(name, choices)


class Facts(QFrame):
    """How long it takes, clothes and oil; why there is no oil is one tap away."""

    def __init__(self, look: Look, view: PlanView) -> None:
        super().__init__()
        self.setProperty("surface", "hero")
        minutes = self.tr("%1 min").replace("%1", str(view.minutes))
        steps = self.tr("1 step") if view.steps == 1 else self.tr("%1 steps").replace("%1", str(view.steps))
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 18, 26, 14)
        column.setSpacing(6)
        column.addWidget(label(f"{minutes} · {steps}", Role.HEADLINE, wrap=True))
        for line in filter(None, (view.clothes, view.oil)):
            column.addWidget(label(line, Role.LEAD, wrap=True))
        self._why = self._reasons(view.no_oil)
        self._toggle = PillButton(look, self.tr("Why no oil?"), Kind.LINK)
        self._toggle.clicked.connect(lambda: self._why.setVisible(not self._why.isVisibleTo(self)))
        column.addWidget(self._why)
        if view.no_oil:
            column.addLayout(hanging(self._toggle))

    @staticmethod
    def _reasons(reasons: Sequence[ReasonView]) -> QWidget:
        holder, column = inset()
        for reason in reasons:
            column.addWidget(label(reason.told, Role.STRONG, wrap=True))
            for line in filter(None, (reason.todo, *reason.sources)):
                column.addWidget(label(line, Role.SOFT, wrap=True))
        holder.hide()
        return holder


class Versions(QWidget):
    """All of it, a short one, or one area; ``chosen`` carries the number of a version."""

    chosen = Signal(int)

    def __init__(self, look: Look, versions: Sequence[VersionView], chosen: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        wholes = [version for version in versions if version.extent is not Extent.ONE_AREA]
        areas = [version for version in versions if version.extent is Extent.ONE_AREA]
        first = [(version.number, self._named(version)) for version in wholes]
        if areas:
            first.append((areas[0].number, self.tr("Only one area")))
        self._extents = Choices(look, self.tr("How much"), first, self.chosen.emit)
        self._areas = Choices(
            look,
            self.tr("Which area"),
            [(version.number, self._named(version)) for version in areas],
            self.chosen.emit,
        )
        one = any(version.number == chosen for version in areas)
        self._extents.put(areas[0].number if one else chosen)
        self._areas.put(chosen)
        column.addWidget(self._extents)
        column.addWidget(self._areas)
        self._areas.setVisible(one)

    def focus_chosen(self) -> None:
        """The keys go to the one chosen."""
        (self._areas if self._areas.isVisibleTo(self) else self._extents).focus_chosen()

    def _named(self, version: VersionView) -> str:
        words = {
            Extent.FULL: self.tr("All of it · %1 min"),
            Extent.SHORT: self.tr("Short · %1 min"),
            Extent.ONE_AREA: self.tr("%2 · %1 min"),
        }[version.extent]
        return words.replace("%1", str(version.minutes)).replace("%2", version.area)


class Steps(QFrame):
    """What is done, area by area; every step is one tap away."""

    def __init__(self, look: Look, parts: Sequence[PartView]) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._each: list[QWidget] = []
        self._toggle = PillButton(look, self.tr("Show every step"), Kind.LINK)
        self._toggle.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 22, 10)
        column.setSpacing(4)
        column.addWidget(label(self.tr("What we will do"), Role.HEADING, wrap=True))
        column.addSpacing(4)
        for part in parts:
            row = QHBoxLayout()
            row.addWidget(label(part.area, Role.BODY, wrap=True), 1)
            row.addWidget(label(self._length(part.seconds), Role.SOFT))
            column.addLayout(row)
            steps = label(" · ".join(part.steps), Role.SOFT, wrap=True)
            steps.setContentsMargins(look.px(14), 0, 0, 6)
            steps.hide()
            self._each.append(steps)
            column.addWidget(steps)
        column.addLayout(hanging(self._toggle))
        column.addStretch(1)

    def _turn(self) -> None:
        shown = not self._each[0].isVisibleTo(self)
        for steps in self._each:
            steps.setVisible(shown)
        self._toggle.put(self.tr("Show less") if shown else self.tr("Show every step"))

    def _length(self, seconds: float) -> str:
        if seconds < MINUTE:
            return self.tr("%1 s").replace("%1", str(round(seconds)))
        return self.tr("%1 min").replace("%1", str(round(seconds / MINUTE)))


def stacked(parts: Sequence[QWidget]) -> QWidget:
    """Parts below each other, with room under the last."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder


def titled(title: str, inside: QWidget) -> QFrame:
    """A card with a title over what is chosen in it."""
    frame = surface("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(24, 18, 22, 20)
    column.setSpacing(10)
    column.addWidget(label(title, Role.HEADING, wrap=True))
    column.addWidget(inside)
    return frame
