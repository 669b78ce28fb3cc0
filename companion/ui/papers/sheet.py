"""The sheet that asks how to print or save a paper; the paper itself is made beside the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.family import Baby
from companion.services.report import Goal
from companion.ui.papers.making import print_paper, save_paper
from companion.ui.papers.wishes import DaysWish, HandoutWish, PaperLook, PaperWish, ReportWish
from companion.ui.places import Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label

LETTER_LANDS = {
    QLocale.Country.Canada,
    QLocale.Country.UnitedStates,
    QLocale.Country.Mexico,
    QLocale.Country.Philippines,
    QLocale.Country.Chile,
    QLocale.Country.Colombia,
    QLocale.Country.Venezuela,
    QLocale.Country.PuertoRico,
}
"""Where people have Letter paper at home."""
WEEKS: Sequence[int] = (2, 4, 8, 12, 26, 52)
MINUTES: Sequence[int] = (5, 10, 15, 20, 30)
DAYS: Sequence[int] = (2, 3, 4, 5, 6, 7)


class PaperSheet(Sheet):
    """Which paper and which colours, then Save as PDF or Print. It closes itself when the work begins."""

    def __init__(self, shell: Shell, title: str, about: str, name: str) -> None:
        super().__init__(shell.look, shell.over, title, widest=820)
        self._shell = shell
        self._name = name
        self._how = PaperLook(letter=QLocale.system().territory() in LETTER_LANDS)
        self.body.addWidget(label(about, Role.BODY, wrap=True))

    def _lay_paper(self) -> None:
        """The questions that every paper has, and the two buttons."""
        look = self._shell.look
        size = Choices(
            look,
            self.tr("Paper"),
            ((False, self.tr("A4")), (True, self.tr("Letter"))),
            lambda letter: self._set(PaperLook(letter, self._how.mono)),
        )
        ink = Choices(
            look,
            self.tr("Colours"),
            ((False, self.tr("In colour")), (True, self.tr("Black and white"))),
            lambda mono: self._set(PaperLook(self._how.letter, mono)),
        )
        size.put(self._how.letter)
        ink.put(self._how.mono)
        holder = QWidget()
        both = Flow(holder, 34)
        for name, choices in ((self.tr("Paper"), size), (self.tr("Colours"), ink)):
            both.addWidget(_headed(name, choices))
        self.body.addWidget(holder)
        keep = PillButton(look, self.tr("Save as PDF"), Kind.SMALL)
        paper = PillButton(look, self.tr("Print"), Kind.PLAIN)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(keep)
        row.addWidget(paper)
        row.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(row)
        keep.clicked.connect(self._save)
        paper.clicked.connect(self._print)

    def _set(self, how: PaperLook) -> None:
        self._how = how

    def _wish(self) -> PaperWish:
        raise NotImplementedError

    def _save(self) -> None:
        wish, how = self._wish(), self._how
        self.close_by_hand()
        save_paper(self._shell, wish, how, self._name)

    def _print(self) -> None:
        wish, how = self._wish(), self._how
        self.close_by_hand()
        print_paper(self._shell, wish, how)


class HandoutSheet(PaperSheet):
    """The handout of a routine."""

    def __init__(self, shell: Shell, routine: str) -> None:
        told = shell.context.words.routines.get(routine)
        title = told.title if told else routine
        super().__init__(shell, title, _about_handout(), f"{routine}.pdf")
        self._routine = routine
        self._lay_paper()

    def _wish(self) -> PaperWish:
        return HandoutWish(self._routine)


class DaysSheet(PaperSheet):
    """The day and time chart of a baby."""

    def __init__(self, shell: Shell, baby: str, nickname: str) -> None:
        super().__init__(shell, _days_title(), _about_days(), "two-weeks.pdf")
        self._asked = DaysWish(baby, nickname)
        self._lay_paper()

    def _wish(self) -> PaperWish:
        return self._asked


class ReportSheet(PaperSheet):
    """The report for a therapist: how many weeks, of which baby, and what was agreed."""

    def __init__(self, shell: Shell, babies: Sequence[Baby], baby: str = "") -> None:
        super().__init__(shell, _report_title(), _about_report(), "for-my-therapist.pdf")
        self._weeks = 4
        self._babies = {one.id: one for one in babies}
        self._baby = baby if baby in self._babies else next(iter(self._babies), "")
        agreed = shell.context.settings.load().agreed
        applies = agreed.programme() is not None and agreed.baby in {"", self._baby}
        self._minutes: int | None = agreed.minutes if applies else None
        self._days = agreed.days if applies else 5
        self._lay_questions()
        self._lay_paper()

    def _lay_questions(self) -> None:
        look = self._shell.look
        weeks = Choices(
            look,
            self.tr("Weeks until today"),
            [(number, str(number)) for number in WEEKS],
            self._set_weeks,
        )
        weeks.put(self._weeks)
        first = QWidget()
        row = Flow(first, 34)
        row.addWidget(_headed(self.tr("How many weeks, until today?"), weeks))
        self.body.addWidget(first)
        if len(self._babies) > 1:
            named = [(baby, one.profile.nickname or self.tr("Baby")) for baby, one in self._babies.items()]
            babies = Choices(look, self.tr("Which baby?"), [*named, ("", self.tr("All"))], self._set_baby)
            babies.put(self._baby)
            row.addWidget(_headed(self.tr("Which baby?"), babies))
        goal: list[tuple[int | None, str]] = [
            (None, self.tr("Nothing agreed")),
            *((much, self.tr("%1 min").replace("%1", str(much))) for much in MINUTES),
        ]
        minutes = Choices(look, self.tr("Minutes a day that you agreed on"), goal, self._set_minutes)
        minutes.put(self._minutes)
        self.body.addWidget(label(self.tr("Did you agree on minutes a day?"), Role.STRONG))
        self.body.addWidget(minutes)
        self._days_name = label(self.tr("On how many days a week?"), Role.STRONG)
        self._days_row = Choices(
            look,
            self.tr("Days a week that you agreed on"),
            [(number, str(number)) for number in DAYS],
            self._set_days,
        )
        self._days_row.put(self._days)
        self.body.addWidget(self._days_name)
        self.body.addWidget(self._days_row)
        self._set_minutes(self._minutes)

    def _wish(self) -> PaperWish:
        goal = Goal(self._minutes, self._days) if self._minutes else None
        known = self._babies.get(self._baby)
        return ReportWish(self._weeks, self._baby, known.profile.nickname if known else "", goal)

    def _set_weeks(self, weeks: int) -> None:
        self._weeks = weeks

    def _set_baby(self, baby: str) -> None:
        self._baby = baby

    def _set_minutes(self, minutes: int | None) -> None:
        self._minutes = minutes
        self._days_name.setVisible(minutes is not None)
        self._days_row.setVisible(minutes is not None)

    def _set_days(self, days: int) -> None:
        self._days = days


def _headed(name: str, choices: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(label(name, Role.STRONG))
    column.addWidget(choices)
    return holder


def _about_handout() -> str:
    return QCoreApplication.translate(
        "papers",
        "Each step with its picture, what to take care of, and when to get help. For the fridge door.",
    )


def _days_title() -> str:
    return QCoreApplication.translate("papers", "Two weeks, day by day")


def _about_days() -> str:
    return QCoreApplication.translate(
        "papers",
        "Sleep, feeding, fussing, crying and massages on one page, for the doctor. It stays on this computer until "
        "you hand it over.",
    )


def _report_title() -> str:
    return QCoreApplication.translate("papers", "For my therapist")


def _about_report() -> str:
    return QCoreApplication.translate(
        "papers",
        "What you did at home, as it stands in your diary. It stays on this computer until you hand it over.",
    )
