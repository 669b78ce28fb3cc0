"""The pictures of the diary on one page, all of one baby."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.errors import CompanionError
from companion.domain.programme import Programme, Score
from companion.services.pictures import Hour
from companion.services.report import ReportSummary
from companion.ui.charts.bars import Bar, Bars
from companion.ui.charts.card import ChartCard
from companion.ui.charts.days import Days
from companion.ui.charts.gather import Numbers, gather
from companion.ui.charts.legend import Legend
from companion.ui.charts.rows import RowBar, RowBars
from companion.ui.charts.telling import (
    MOST_LIKED,
    days_told,
    dose_told,
    enjoyed_told,
    hours_told,
    states,
    states_told,
    weeks_told,
)
from companion.ui.diary.desk import Desk
from companion.ui.diary.telling import Telling, length
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.forms import leading
from companion.ui.widgets.surfaces import CardRow, scrolling
from companion.ui.widgets.tabs import TabPage
from companion.ui.widgets.text import Role, label

LEAST = 340
"""Design pixels that a picture needs to stand beside another one."""


class PicturesPage(TabPage):
    """Weeks, states, two weeks of days, the hours, and strokes that are liked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        look = desk.shell.look
        self._baby = ""
        self._known: tuple[str, ...] = ()
        self._babies: Choices[str] | None = None
        weeks, before_after = self.tr("Minutes of touch, week by week"), self.tr("Before and after")
        days, loud = self.tr("Two weeks, day by day"), self.tr("Crying and fussing by the hour")
        liked = self.tr("What baby enjoys")
        self._weeks = Bars(look, weeks)
        self._states = RowBars(look, before_after, (self.tr("Before"), self.tr("After")))
        self._days = Days(look, days)
        self._hours = Bars(look, loud, loud=True, two_way=True)
        self._liked = RowBars(look, liked)
        self._agree = PillButton(look, self.tr("What you agreed on"), Kind.PLAIN)
        self._weeks_card = ChartCard(look, weeks, self._weeks, foot=leading(self._agree))
        self._states_card = ChartCard(look, before_after, self._states)
        self._print = PillButton(look, self.tr("Print or save"), Kind.PLAIN)
        self._print.setAccessibleName(self.tr("Print or save the two weeks"))
        self._days_card = ChartCard(look, days, self._days, (Legend(look), leading(self._print)))
        self._hours_card = ChartCard(look, loud, self._hours)
        self._liked_card = ChartCard(look, liked, self._liked)
        self._lay()
        self._print.clicked.connect(self._open_days)
        self._agree.clicked.connect(self._open_agreed)

    def refresh(self) -> None:
        """Count anew."""
        known = tuple(baby for baby, one in self._desk.telling.babies.items() if not one.archived)
        self._lay_babies(known)
        context = self._desk.shell.context
        wanted = (self._baby, self._desk.narrowed.baby, context.settings.load().baby, *known)
        self._baby = next((baby for baby in wanted if baby in known), "")
        if self._babies is not None:
            self._babies.put(self._baby)
        try:
            numbers = gather(context, self._baby, context.clock.wall().date())
        except CompanionError as error:
            self._desk.shell.refuse(error)
            return
        self._show(numbers, self._desk.telling)

    def _lay(self) -> None:
        look, page = self._desk.shell.look, QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(40, 6, 40, 24)
        self._column.setSpacing(16)
        self._column.addWidget(CardRow(look, (self._weeks_card, self._states_card), LEAST))
        self._column.addWidget(self._days_card)
        self._column.addWidget(CardRow(look, (self._hours_card, self._liked_card), LEAST))
        honest = self._desk.telling.words.phrases.get("report.honest", "")
        self._column.addWidget(label(honest, Role.SOFT, wrap=True))
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))

    def _lay_babies(self, known: tuple[str, ...]) -> None:
        if known == self._known:
            return
        self._known = known
        if self._babies is not None:
            self._babies.deleteLater()
            self._babies = None
        if len(known) > 1:
            named = [(baby, self._desk.telling.baby(baby)) for baby in known]
            self._babies = Choices(self._desk.shell.look, self.tr("Pictures of"), named, self._choose)
            self._column.insertWidget(0, self._babies)

    def _choose(self, baby: str) -> None:
        self._baby = baby
        self.refresh()

    def _open_days(self) -> None:
        from companion.ui.papers.sheet import DaysSheet  # noqa: PLC0415 - when wanted

        sheet = DaysSheet(self._desk.shell, self._baby, self._desk.telling.baby(self._baby))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _open_agreed(self) -> None:
        from companion.ui.charts.agreed_sheet import AgreedSheet  # noqa: PLC0415 - when wanted

        sheet = AgreedSheet(self._desk.shell, self._baby, self.refresh)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _show_weeks(self, numbers: Numbers, telling: Telling) -> None:
        """What was agreed, where something was; else the last eight weeks."""
        if numbers.dose is None:
            told = weeks_told(numbers.summary, telling)
            self._weeks.show_bars(week_bars(numbers.summary, telling), told.whole)
        else:
            programme, found = numbers.dose
            told = dose_told(programme, found, self._desk.shell.context.clock.wall().date(), telling)
            bars = dose_bars(programme, found, telling)
            self._weeks.show_bars(bars, told.whole, programme.minutes * programme.days)
        self._weeks_card.show_told(told)

    def _show(self, numbers: Numbers, telling: Telling) -> None:
        summary = numbers.summary
        self._show_weeks(numbers, telling)
        told = states_told(summary, telling)
        rows = [RowBar(telling.state(state), (before, after)) for state, before, after in states(summary)]
        self._states.show_rows(rows, told.whole)
        self._states_card.show_told(told)
        told = days_told(numbers.rows, telling)
        self._days.show_rows(numbers.rows, telling, told.whole)
        self._days_card.show_told(told)
        told = hours_told(numbers.hours)
        self._hours.show_bars([hour_bar(hour) for hour in numbers.hours], told.whole)
        self._hours_card.show_told(told)
        told = enjoyed_told(numbers.enjoyed, telling)
        liked = [RowBar(telling.stroke(stroke), (times,)) for stroke, times in numbers.enjoyed[:MOST_LIKED]]
        self._liked.show_rows(liked, told.whole)
        self._liked_card.show_told(told)


def week_bars(summary: ReportSummary, telling: Telling) -> list[Bar]:
    """A bar for each week, with its first day and how many massages there were."""
    times = QCoreApplication.translate("charts", "%1 ×")
    return [
        Bar(
            week.seconds / 60,
            length(week.seconds) if week.seconds else "0",
            (_short(week.first, telling), times.replace("%1", str(week.sessions))),
        )
        for week in summary.weeks
    ]


def dose_bars(programme: Programme, found: Score, telling: Telling) -> list[Bar]:
    """A bar for each week of a programme that has begun, with its full days."""
    met = QCoreApplication.translate("charts", "%1 of %2")
    return [
        Bar(
            week.seconds / 60,
            length(week.seconds) if week.seconds else "0",
            (
                _short(week.first, telling),
                met.replace("%1", str(week.days_met)).replace("%2", str(programme.days)),
            ),
        )
        for week in found.weeks
    ]


def hour_bar(hour: Hour) -> Bar:
    """A bar for an hour, and below the line how many massages began in it."""
    minutes = str(max(1, round(hour.crying))) if hour.crying else ""
    return Bar(hour.crying if hour.days else None, minutes, (str(hour.hour),), hour.massages)


def _short(day: date, telling: Telling) -> str:
    return f"{day.day} {telling.short_month(day)}"
