"""What the pictures say in words: a sentence each, and a line for each number; counted, and never a cause."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from companion.domain.programme import Programme, Score, week_now
from companion.domain.session import BabyState
from companion.services.pictures import Hour, Row
from companion.services.report import ReportSummary
from companion.ui.charts.card import Told
from companion.ui.daycard.told import summed
from companion.ui.diary.telling import Telling, length, massages

MOST_LIKED = 8


def weeks_told(summary: ReportSummary, telling: Telling) -> Told:
    """Minutes of touch in each of the weeks."""
    if summary.is_empty:
        nothing = QCoreApplication.translate("charts", "No massage noted in the last %1 weeks.")
        return Told(nothing.replace("%1", str(len(summary.weeks))))
    whole = QCoreApplication.translate("charts", "In %1 weeks: %2 of touch, %3, on %4.")
    sentence = (
        whole.replace("%1", str(len(summary.weeks)))
        .replace("%2", length(summary.seconds))
        .replace("%3", massages(summary.sessions))
        .replace("%4", _days(summary.days))
    )
    line = QCoreApplication.translate("charts", "Week from %1: %2, %3")
    lines = tuple(
        line.replace("%1", telling.short_day(week.first))
        .replace("%2", length(week.seconds))
        .replace("%3", massages(week.sessions))
        for week in summary.weeks
    )
    return Told(sentence, lines)


def dose_told(programme: Programme, found: Score, today: date, telling: Telling) -> Told:
    """What was agreed and what was done of it, without a word of blame."""
    agreed = QCoreApplication.translate(
        "charts", "Agreed: %1 min on %2 days a week, for %3 weeks from %4. Full days so far: %5 of %6."
    )
    sentence = (
        agreed.replace("%1", f"{programme.minutes:g}")
        .replace("%2", str(programme.days))
        .replace("%3", str(programme.weeks))
        .replace("%4", telling.short_day(programme.first))
        .replace("%5", str(found.days_met))
        .replace("%6", str(programme.days_agreed))
    )
    now = week_now(found, today)
    if now is not None:
        here = QCoreApplication.translate("charts", "This week: %1 of %2.")
        sentence += " " + here.replace("%1", str(now.days_met)).replace("%2", str(programme.days))
    line = QCoreApplication.translate("charts", "Week from %1: %2, full days %3 of %4")
    lines = tuple(
        line.replace("%1", telling.short_day(week.first))
        .replace("%2", length(week.seconds))
        .replace("%3", str(week.days_met))
        .replace("%4", str(programme.days))
        for week in found.weeks
    )
    return Told(sentence, lines)


def states(summary: ReportSummary) -> tuple[tuple[BabyState, int, int], ...]:
    """Each state with how often baby was in it before and after."""
    return tuple(
        (
            state,
            sum(change.times for change in summary.changes if change.before is state),
            sum(change.times for change in summary.changes if change.after is state),
        )
        for state in BabyState
    )


def states_told(summary: ReportSummary, telling: Telling) -> Told:
    """How baby was before and after, and the change that was noted most."""
    if not summary.changes:
        return Told(QCoreApplication.translate("charts", "Nobody noted yet how baby was before and after."))
    often = QCoreApplication.translate("charts", "Noted most: %1, then %2 (%3 ×).")
    most = summary.changes[0]
    sentence = (
        often.replace("%1", telling.state(most.before))
        .replace("%2", telling.state(most.after))
        .replace("%3", str(most.times))
    )
    line = QCoreApplication.translate("charts", "%1: %2 × before, %3 × after")
    lines = tuple(
        line.replace("%1", telling.state(state)).replace("%2", str(before)).replace("%3", str(after))
        for state, before, after in states(summary)
    )
    return Told(sentence, lines)


def days_told(rows: tuple[Row, ...], telling: Telling) -> Told:
    """The day and time chart, a line for each day of which anything is known."""
    known = [row for row in rows if not row.is_empty]
    if not known:
        return Told(QCoreApplication.translate("charts", "No day drawn and no massage noted in two weeks."))
    drawn = sum(row.card.is_drawn for row in known)
    whole = QCoreApplication.translate("charts", "%1 of 14 days drawn, %2.")
    times = sum(len(row.massages) for row in known)
    sentence = whole.replace("%1", str(drawn)).replace("%2", massages(times))
    return Told(sentence, tuple(_day_told(row, telling) for row in known))


def _day_told(row: Row, telling: Telling) -> str:
    begun = ", ".join(f"{minute // 60}:{minute % 60:02}" for minute in row.massages)
    parts = [summed(row.card)] if row.card.is_drawn else []
    if begun:
        parts.append(QCoreApplication.translate("charts", "massage at %1").replace("%1", begun))
    return f"{telling.short_day(row.card.day)}: {' · '.join(parts)}"


def hours_told(hours: tuple[Hour, ...]) -> Told:
    """Crying and fussing by the hour, and when massages began."""
    if not any(hour.days for hour in hours):
        return Told(QCoreApplication.translate("charts", "Draw a few days on the day card to see this."))
    most = max(hours, key=lambda hour: hour.crying)
    if not most.crying:
        sentence = QCoreApplication.translate("charts", "No crying or fussing on the days drawn.")
    else:
        loudest = QCoreApplication.translate("charts", "Most between %1 and %2: %3 on an average day.")
        sentence = (
            loudest.replace("%1", _hour(most.hour))
            .replace("%2", _hour(most.hour + 1))
            .replace("%3", length(most.crying * 60))
        )
    beside = QCoreApplication.translate(
        "charts", "Below the line: when massages began. It cannot show what caused what."
    )
    line = QCoreApplication.translate("charts", "%1: %2, %3")
    lines = tuple(
        line.replace("%1", _hour(hour.hour))
        .replace("%2", length(hour.crying * 60) if hour.days else _unknown())
        .replace("%3", massages(hour.massages))
        for hour in hours
        if hour.crying or hour.massages or not hour.days
    )
    return Told(f"{sentence} {beside}", lines)


def enjoyed_told(found: tuple[tuple[str, int], ...], telling: Telling) -> Told:
    """Strokes during which signs of liking were noted."""
    if not found:
        nothing = QCoreApplication.translate("charts", "Press “Enjoying it” during a massage to see this.")
        return Told(nothing)
    sentence = QCoreApplication.translate("charts", "How often “Enjoying it”, or a sign of it, was noted.")
    lines = tuple(f"{telling.stroke(stroke)}: {times} ×" for stroke, times in found)
    return Told(sentence, lines)


def _days(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("charts", "1 day")
    return QCoreApplication.translate("charts", "%1 days").replace("%1", str(count))


def _hour(hour: int) -> str:
    return f"{hour}:00"


def _unknown() -> str:
    return QCoreApplication.translate("charts", "not drawn")
