"""How the diary says things: days, lengths of time, strokes, endings and people, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from companion.domain.baby import Answer
from companion.domain.body import Area, Side
from companion.domain.events import Cue, StopReason
from companion.domain.family import Baby, Caregiver
from companion.domain.session import BabyState, SessionStatus
from companion.domain.words import Words
from companion.services.report import Why

STROKE = "stroke:"
"""How the routine of a single stroke is called (``stroke:toe-roll``)."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The content's words, the way of writing days, and the names of the family."""

    words: Words
    locale: QLocale
    babies: Mapping[str, Baby] = field(default_factory=dict[str, Baby])
    caregivers: Mapping[str, Caregiver] = field(default_factory=dict[str, Caregiver])

    def day(self, day: date) -> str:
        """Wednesday, 18 November 2026."""
        return self.locale.toString(_qdate(day), QLocale.FormatType.LongFormat)

    def short_day(self, day: date) -> str:
        """18 Nov 2026, in this order everywhere."""
        return self.locale.toString(_qdate(day), "d MMM yyyy")

    def month(self, day: date) -> str:
        """November 2026."""
        return self.locale.toString(_qdate(day), "MMMM yyyy")

    def short_month(self, day: date) -> str:
        """Nov."""
        return self.locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)

    def weekday(self, day: date) -> str:
        """Wed."""
        return self.locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)

    def time(self, at: datetime) -> str:
        """9:30 AM, or 09:30, as people here write it."""
        return self.locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)

    def routine(self, routine: str) -> str:
        """The title of a routine, or of the one stroke that was practised; the id of one that is not known any more."""
        if routine.startswith(STROKE):
            return self.stroke(routine.removeprefix(STROKE))
        told = self.words.routines.get(routine)
        return told.title if told else routine

    def stroke(self, words: str) -> str:
        """The title of a stroke by the key of its words; the key of one that is not known any more."""
        told = self.words.strokes.get(words) or self.words.strokes.get(words.partition("@")[0])
        return told.title if told else words

    def state(self, state: BabyState) -> str:
        """How the baby was."""
        return self.words.phrases.get(f"state.{int(state)}.name", "")

    def area(self, area: Area) -> str:
        """A part of the body."""
        return self.words.phrases.get(f"area.{area}", area)

    def side(self, side: Side) -> str:
        """The baby's right or left; "" where a stroke has no side."""
        return "" if side is Side.NONE else self.words.phrases.get(f"side.{side}", side)

    def why(self, why: Why) -> str:
        """Why a stroke was shortened or left out."""
        return self.words.phrases.get(f"report.why.{why}", why)

    def cue(self, cue: str, names: Mapping[str, str]) -> str:
        """A cue; ``names`` are those of the cue catalogue."""
        if cue in set(Cue):
            return self.words.phrases.get(f"report.cue.{cue}", cue)
        return names.get(cue, cue)

    def baby(self, baby: str) -> str:
        """What a baby is called; "" when nobody said which."""
        if not baby:
            return ""
        known = self.babies.get(baby)
        return (known.profile.nickname if known else "") or tr_baby()

    def caregiver(self, caregiver: str) -> str:
        """What a caregiver is called; "" when nobody said who."""
        if not caregiver:
            return ""
        known = self.caregivers.get(caregiver)
        return (known.name if known else "") or QCoreApplication.translate("diary", "A caregiver")


def tr_baby() -> str:
    """A baby without a nickname."""
    return QCoreApplication.translate("diary", "Baby")


def length(seconds: float) -> str:
    """45 s, 12 min, 1 h 5 min."""
    if seconds < 60:
        return QCoreApplication.translate("diary", "%1 s").replace("%1", str(round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return QCoreApplication.translate("diary", "%1 min").replace("%1", str(minutes))
    told = QCoreApplication.translate("diary", "%1 h %2 min") if minutes % 60 else _hours()
    return told.replace("%1", str(minutes // 60)).replace("%2", str(minutes % 60))


def _hours() -> str:
    return QCoreApplication.translate("diary", "%1 h")


def clock_length(seconds: float) -> str:
    """1:05, as a stopwatch shows it."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def massages(count: int) -> str:
    """1 massage, 12 massages."""
    if count == 1:
        return QCoreApplication.translate("diary", "1 massage")
    return QCoreApplication.translate("diary", "%1 massages").replace("%1", str(count))


def ending(status: SessionStatus, reason: StopReason | None) -> str:
    """How a session ended; no ending is a failure."""
    match status, reason:
        case SessionStatus.RUNNING, _:
            return QCoreApplication.translate("diary", "Not ended yet")
        case SessionStatus.FINISHED, _:
            return QCoreApplication.translate("diary", "Done to the end")
        case _, StopReason.BABY_SAID_NO:
            return QCoreApplication.translate("diary", "Baby said no, and you listened")
        case _, StopReason.BABY_ASLEEP:
            return QCoreApplication.translate("diary", "Baby fell asleep")
        case _, StopReason.INTERRUPTED:
            return QCoreApplication.translate("diary", "Something came up")
        case _:
            return QCoreApplication.translate("diary", "Ended early")


def answer(said: Answer) -> str:
    """Yes, no, or nothing said."""
    match said:
        case Answer.YES:
            return QCoreApplication.translate("diary", "Yes")
        case Answer.NO:
            return QCoreApplication.translate("diary", "No")
        case Answer.UNKNOWN:
            return QCoreApplication.translate("diary", "Not said")


def comfort(face: int) -> str:
    """How settled the baby seemed, 0 to 4."""
    return (
        QCoreApplication.translate("diary", "Very upset"),
        QCoreApplication.translate("diary", "A bit upset"),
        QCoreApplication.translate("diary", "In between"),
        QCoreApplication.translate("diary", "Settled"),
        QCoreApplication.translate("diary", "Very settled"),
    )[face]


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
