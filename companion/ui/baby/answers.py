"""Two questions about a birth that are asked in more than one place: when it was, and whether it was early."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.baby import (
    EARLIEST_BIRTH,
    FULL_TERM,
    PRETERM_FROM,
    Answer,
    Birth,
    born_in,
    born_on,
)
from companion.domain.safety_words import QuestionWords
from companion.ui.places import Shell
from companion.ui.theme import Look
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.picks import DayPick, Pick

YEARS_BACK = 18


class BirthField(QWidget):
    """The day or the month of a birth; ``picked`` is called with it, or with None when it was taken away."""

    def __init__(self, shell: Shell, picked: Callable[[Birth | None], None]) -> None:
        super().__init__()
        from companion.ui.dates import locale_for  # noqa: PLC0415

        self._picked = picked
        self._today = shell.context.clock.wall().date()
        named = (self.tr("Born: day"), self.tr("Born: month"), self.tr("Born: year"))
        years = range(self._today.year, self._today.year - YEARS_BACK, -1)
        self._day = DayPick(shell.look, named, years, locale_for(shell.context.words.language), self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._day)

    def put(self, birth: Birth | None) -> None:
        """Show when the baby was born; a choice that is not finished yet stays when nothing is known."""
        if birth is None:
            if self._day.value() is not None:
                self._day.put(None)
            return
        known = birth.earliest == birth.latest
        self._day.put((birth.earliest.year, birth.earliest.month, birth.earliest.day if known else 0))

    def clear(self) -> None:
        """Show nothing, an unfinished choice neither."""
        self._day.put(None)

    def birth(self) -> Birth | None:
        """The birth as it is shown."""
        return birth_of(self._day.value())

    def _tell(self, day: tuple[int, int, int] | None) -> None:
        self._picked(birth_of(day))


def birth_of(day: tuple[int, int, int] | None) -> Birth | None:
    """A birth from year, month and day (0: only the month is known)."""
    if day is None:
        return None
    year, month, number = day
    return born_in(year, month) if number == 0 else born_on(born_in(year, month).earliest.replace(day=number))


class EarlyField(QWidget):
    """Whether the baby was born early, and at how many weeks. ``picked`` is called with the weeks early, 0 for a
    baby that was not, and None where that is not known (yet)."""

    def __init__(self, look: Look, words: QuestionWords, picked: Callable[[int | None], None]) -> None:
        super().__init__()
        self._picked = picked
        self._answer: Answer | None = None
        answers = words.answers
        self._choices: Choices[Answer | None] = Choices(
            look,
            words.ask,
            (
                (Answer.NO, answers["no"]),
                (Answer.YES, answers["yes"]),
                (Answer.UNKNOWN, answers["unknown"]),
            ),
            self._answered,
        )
        weeks = self.tr("%1 weeks of pregnancy")
        options = [
            (FULL_TERM - week, weeks.replace("%1", str(week)))
            for week in range(FULL_TERM - PRETERM_FROM, FULL_TERM - EARLIEST_BIRTH - 1, -1)
        ]
        self._weeks = Pick(look, self.tr("Weeks of pregnancy at birth"), options, self._told)
        self._weeks.setPlaceholderText(self.tr("How many weeks?"))
        self._weeks.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._choices)
        column.addWidget(self._weeks)

    def put(self, weeks_early: int | None) -> None:
        """Show this; a "yes" without its weeks stays as it is while they are not known."""
        if weeks_early is None and self._answer is Answer.YES and self._weeks.value() is None:
            return
        if weeks_early is None:
            self._show(Answer.UNKNOWN, None)
        elif weeks_early < PRETERM_FROM:
            self._show(Answer.NO, None)
        else:
            self._show(Answer.YES, min(weeks_early, EARLIEST_BIRTH))

    def clear(self) -> None:
        """Show no answer at all."""
        self._show(None, None)

    def _show(self, answer: Answer | None, weeks: int | None) -> None:
        self._answer = answer
        self._choices.put(answer)
        self._weeks.put(weeks)
        self._weeks.setVisible(answer is Answer.YES)

    def _answered(self, answer: Answer | None) -> None:
        self._show(answer, None)
        self._picked(0 if answer is Answer.NO else None)

    def _told(self, weeks: int) -> None:
        self._picked(weeks)
