"""How copies, days and counts are put into words."""

import re
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from companion.domain.backup import DiaryPreview, Why

_SHORT = QLocale.FormatType.ShortFormat
_LONG = QLocale.FormatType.LongFormat
_WEEKDAY = re.compile(r",?\s*dddd,?\s*")


def day_told(day: date, locale: QLocale) -> str:
    """A day with its year, as the language writes it, without the day of the week."""
    written = _WEEKDAY.sub("", locale.dateFormat(_LONG))
    return locale.toString(QDate(day.year, day.month, day.day), written)


def moment_told(moment: datetime, now: datetime, locale: QLocale) -> str:
    """A moment as people say it: today and yesterday by name."""
    time = locale.toString(QTime(moment.hour, moment.minute), _SHORT)
    match (now.date() - moment.date()).days:
        case 0:
            told = QCoreApplication.translate("keeping", "today, %1")
        case 1:
            told = QCoreApplication.translate("keeping", "yesterday, %1")
        case _:
            day = locale.toString(QDate(moment.year, moment.month, moment.day), _SHORT)
            return f"{day}, {time}"
    return told.replace("%1", time)


def why_told(why: Why) -> str:
    """Why a copy was made."""
    match why:
        case Why.START:
            return QCoreApplication.translate("keeping", "made when the program started")
        case Why.REGULAR:
            return QCoreApplication.translate("keeping", "made during use")
        case Why.BEFORE_IMPORT:
            return QCoreApplication.translate("keeping", "made before a file came in")
        case Why.BEFORE_RESTORE:
            return QCoreApplication.translate("keeping", "made before you went back to a copy")
        case Why.AFTER_DELETING:
            return QCoreApplication.translate("keeping", "made after something was deleted")


def preview_told(preview: DiaryPreview, locale: QLocale) -> str:
    """What a diary holds, in one sentence."""
    if preview.sessions == 0 or preview.first is None or preview.last is None:
        told = QCoreApplication.translate("keeping", "No massage yet")
    elif preview.first == preview.last:
        told = QCoreApplication.translate("keeping", "%1, on %2")
    else:
        told = QCoreApplication.translate("keeping", "%1, from %2 to %3")
    days = [day_told(day, locale) if day else "" for day in (preview.first, preview.last)]
    told = told.replace("%1", massages(preview.sessions)).replace("%2", days[0]).replace("%3", days[1])
    return f"{told} · {babies(preview.babies)}"


def massages(count: int) -> str:
    """So many massages."""
    if count == 1:
        return QCoreApplication.translate("keeping", "1 massage")
    return QCoreApplication.translate("keeping", "%1 massages").replace("%1", str(count))


def babies(count: int) -> str:
    """So many babies."""
    if count == 1:
        return QCoreApplication.translate("keeping", "1 baby")
    return QCoreApplication.translate("keeping", "%1 babies").replace("%1", str(count))


def sentence_case(words: str) -> str:
    """The same words as they begin a sentence."""
    return words[:1].upper() + words[1:]
