"""Today: one big Begin, and three small cards below it."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.ui.theme import Look
from companion.ui.today.left_off import LeftOffCard
from companion.ui.today.view import Suggestion, TodayView, Week, Who
from companion.ui.today.week import WeekDays
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.picture import StillPicture, Studio
from companion.ui.widgets.surfaces import Banner, CardRow, card, scrolling
from companion.ui.widgets.text import Role, label, put

MORNING, NOON, EVENING, NIGHT = 5, 12, 17, 22


class Wish(Enum):
    """What a caregiver can ask of Today."""

    BEGIN = auto()
    CHOOSE = auto()
    CARRY_ON = auto()
    KEEP = auto()


@dataclass(frozen=True, slots=True)
class TodayAction:
    """A wish, with the routine that it is about."""

    wish: Wish
    routine: str = ""


class TodayScreen(QWidget):
    """Shows a TodayView; ``acted`` carries a TodayAction."""

    acted = Signal(object)

    def __init__(self, look: Look, studio: Studio, locale: QLocale) -> None:
        super().__init__()
        self._look = look
        self._greeting = label("", Role.GREETING)
        self._moment = label("", Role.LEAD_SOFT, wrap=True)
        self._notices = QVBoxLayout()
        self._left_off = LeftOffCard(look, locale)
        self._hero = Hero(look, studio)
        self._week = WeekCard(look, locale)
        self._tip_title = label("", Role.HEADING, wrap=True)
        self._tip_line = label("", Role.SOFT, wrap=True)
        self._fed = label("", Role.SOFT, wrap=True)
        self._tip = card(label(self.tr("A STROKE IN IT"), Role.EYEBROW), self._tip_title, self._tip_line)
        before = card(
            label(self.tr("BEFORE YOU START"), Role.EYEBROW),
            label(self.tr("Quick check"), Role.HEADING, wrap=True),
            self._fed,
        )
        column = QVBoxLayout(page := QWidget())
        column.setContentsMargins(40, 34, 40, 30)
        column.setSpacing(20)
        column.addLayout(self._notices)
        hello = QVBoxLayout()
        hello.setSpacing(4)
        hello.addWidget(self._greeting)
        hello.addWidget(self._moment)
        self._top = QHBoxLayout()
        self._top.setSpacing(24)
        self._top.addLayout(hello, 1)
        column.addLayout(self._top)
        column.addWidget(self._left_off)
        column.addWidget(self._hero)
        column.addWidget(CardRow(look, (self._week, self._tip, before)))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))
        self._hero.acted.connect(self.acted)
        for answer, wish in ((self._left_off.carry_on, Wish.CARRY_ON), (self._left_off.keep, Wish.KEEP)):
            answer.connect(lambda wish=wish: self.acted.emit(TodayAction(wish)))

    def show_view(self, view: TodayView) -> None:
        """Take a new state."""
        put(self._greeting, self._hello(view.hour))
        moment = self.tr("A good time is when baby is awake, calm and fed.")
        who = self._told_of(view.who) if view.who else ""
        put(self._moment, f"{who}\n{moment}" if who else moment)
        self._left_off.show_part(view.left_off)
        self._hero.show_part(view.suggestion)
        self._week.show_part(view.week, view.dose)
        self._tip.setVisible(view.tip is not None)
        if view.tip:
            put(self._tip_title, view.tip[0])
            put(self._tip_line, view.tip[1])
        if view.suggestion:
            told = self.tr("Fed more than %1 minutes ago? No fever, no new rash? Room warm, hands warm?")
            put(self._fed, told.replace("%1", str(view.suggestion.after_feed)))

    def put_beside(self, widget: QWidget) -> None:
        """Put something beside the greeting."""
        self._top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_notice(self, words: str) -> None:
        """A quiet sentence on top."""
        self._notices.addWidget(Banner(self._look, words))
        self._notices.setContentsMargins(0, 0, 0, 16)

    def focus_begin(self) -> None:
        """The keys go to Begin."""
        self._hero.focus_begin()

    def _hello(self, hour: int) -> str:
        if MORNING <= hour < NOON:
            return self.tr("Good morning")
        if NOON <= hour < EVENING:
            return self.tr("Good afternoon")
        if EVENING <= hour < NIGHT:
            return self.tr("Good evening")
        return self.tr("A quiet night")

    def _told_of(self, who: Who) -> str:
        age = self._age(who)
        if age and who.due:
            age = self.tr("%1, counted from the due date").replace("%1", age)
        return " · ".join(part for part in (who.name, age) if part)

    def _age(self, who: Who) -> str:
        if who.unit == "weeks" and who.count == 0:
            return self.tr("less than a week old")
        one = who.count == 1
        told = {
            "weeks": self.tr("1 week old") if one else self.tr("%1 weeks old"),
            "months": self.tr("1 month old") if one else self.tr("%1 months old"),
            "years": self.tr("1 year old") if one else self.tr("%1 years old"),
        }.get(who.unit, "")
        return told.replace("%1", str(who.count))


class Hero(QFrame):
    """The routine for now, with its picture and the big Begin."""

    acted = Signal(object)

    def __init__(self, look: Look, studio: Studio) -> None:
        super().__init__()
        self.setProperty("surface", "hero")
        self._routine = ""
        self._eyebrow = label("", Role.EYEBROW_TEAL)
        self._title = label("", Role.HEADLINE, wrap=True)
        self._summary = label("", Role.LEAD, wrap=True)
        self._begin = PillButton(look, self.tr("Begin"), Kind.PRIMARY)
        self._another = PillButton(look, self.tr("Choose another"), Kind.LINK)
        self._picture = StillPicture(studio, 36, whole=True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._begin)
        buttons.addWidget(self._another)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(38, 32, 0, 32)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._eyebrow)
        column.addWidget(self._title)
        column.addWidget(self._summary)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(column, 55)
        row.addWidget(self._picture, 45)
        self.setMinimumHeight(316)
        self._begin.clicked.connect(lambda: self.acted.emit(TodayAction(Wish.BEGIN, self._routine)))
        self._another.clicked.connect(lambda: self.acted.emit(TodayAction(Wish.CHOOSE)))

    def show_part(self, suggestion: Suggestion | None) -> None:
        """Take a new state."""
        self.setVisible(suggestion is not None)
        if suggestion is None:
            return
        self._routine = suggestion.routine
        least, most = suggestion.minutes
        time = f"{least}–{most}" if least != most else str(most)
        put(self._eyebrow, self.tr("TODAY’S MASSAGE · %1 MIN").replace("%1", time))
        put(self._title, suggestion.title)
        put(self._summary, suggestion.summary)
        self._begin.setAccessibleDescription(suggestion.title)
        self._picture.show_part(suggestion.scene)
        self._picture.forget()

    def focus_begin(self) -> None:
        """The keys go to Begin."""
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)


class WeekCard(QFrame):
    """How many massages this week, and on which days."""

    def __init__(self, look: Look, locale: QLocale) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._count = label("", Role.HEADING, wrap=True)
        self._days = WeekDays(look, locale)
        self._dose = label("", Role.SOFT, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 20)
        column.setSpacing(8)
        column.addWidget(label(self.tr("THIS WEEK"), Role.EYEBROW))
        column.addWidget(self._count)
        column.addWidget(self._days)
        column.addWidget(self._dose)
        column.addStretch(1)
        self._dose.hide()

    def show_part(self, week: Week, dose: tuple[int, int] | None) -> None:
        """Take a new state; ``dose`` is this week's days as agreed, done and in all."""
        put(self._count, self._counted(week.sessions))
        self._days.show_part(week)
        self._dose.setVisible(dose is not None)
        if dose is not None:
            told = self.tr("As agreed: %1 of %2 days this week")
            put(self._dose, told.replace("%1", str(dose[0])).replace("%2", str(dose[1])))

    def _counted(self, sessions: int) -> str:
        if sessions == 0:
            return self.tr("A fresh week")
        if sessions == 1:
            return self.tr("1 massage")
        return self.tr("%1 massages").replace("%1", str(sessions))
