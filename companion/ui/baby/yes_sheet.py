"""Putting in a clinician's yes: who, when, for what, for which parts, and how often where a routine is locked."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from companion.domain.body import Area
from companion.domain.family import Baby
from companion.domain.routine import Routine
from companion.domain.unlock import TherapistDose, Unlock
from companion.ui.baby.household import Household
from companion.ui.baby.yes import named
from companion.ui.dates import locale_for
from companion.ui.places import Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.forms import FormCard, Line, leading
from companion.ui.widgets.picks import DayPick, Pick
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label, put
from companion.ui.widgets.toggles import Toggles

TIMES = (2, 3, 4, 5, 6, 8, 10)
SECONDS = (5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300)
"""What a therapist may set for a step: how often, and how long each time."""

YEARS_BACK = 3


@dataclass(frozen=True, slots=True)
class DoseFields:
    """Where the dose of one step is put in."""

    stroke: str
    variant: str
    times: Pick[int]
    seconds: Pick[int]


class YesSheet(Sheet):
    """A form on a sheet; it closes when the yes was kept."""

    def __init__(self, shell: Shell, household: Household, baby: Baby) -> None:
        super().__init__(shell.look, shell.over, self.tr("A clinician’s yes"), widest=860)
        self._shell = shell
        self._household = household
        self._baby = baby
        self._routine: Routine | None = None
        self._doses: list[DoseFields] = []
        self._dose_card: QWidget | None = None
        self._make_fields()
        known = household.asking(baby)
        told = self.tr("They know of: %1").replace("%1", named(shell, known)) if known else ""
        self._known = label(told, Role.BODY, wrap=True)
        self._known.setVisible(bool(known))
        form = FormCard(
            shell.look,
            "",
            (self.tr("What for"), self._for),
            (self.tr("Who said yes"), self._name),
            (self.tr("When"), self._day),
            (self.tr("Which parts"), self._areas),
            ("", self._known),
        )
        form.setProperty("surface", "plain")
        self.body.addWidget(form)
        save = PillButton(shell.look, self.tr("Keep this yes"), Kind.PRIMARY)
        save.clicked.connect(self._save)
        self._missing = label("", Role.STRONG, wrap=True)
        self.body.addWidget(self._missing)
        self.body.addWidget(leading(save))
        self._name.setFocus()

    def _make_fields(self) -> None:
        context, look = self._shell.context, self._shell.look
        locked = [
            (routine.id, context.words.routines[routine.id].title)
            for routine in context.routines
            if routine.locked and routine.id in context.words.routines
        ]
        self._for = Choices(
            look, self.tr("What for"), (("", self.tr("Massage in general")), *locked), self._is_for
        )
        self._for.put("")
        self._name = Line(self.tr("Who said yes"), lambda _name: None, hint=self.tr("Name and role"))
        today = context.clock.wall().date()
        named_parts = (self.tr("Given: day"), self.tr("Given: month"), self.tr("Given: year"))
        years = range(today.year, today.year - YEARS_BACK, -1)
        self._day = DayPick(look, named_parts, years, locale_for(context.words.language), lambda _day: None)
        self._day.put((today.year, today.month, today.day))
        areas = [
            (area, context.words.phrases.get(f"area.{area}", area))
            for area in Area
            if area is not Area.CONTACT
        ]
        self._areas = Toggles(look, self.tr("Which parts"), areas, lambda _areas: None)

    def _is_for(self, routine: str) -> None:
        self._for.put(routine)
        self._routine = next((one for one in self._shell.context.routines if one.id == routine), None)
        if self._dose_card is not None:
            self._dose_card.hide()
            self._dose_card.deleteLater()
            self._dose_card = None
        self._doses = []
        if self._routine is not None:
            self._areas.put(block.area for block in self._routine.blocks)
            self._dose_card = self._dose_form(self._routine)
            self.body.insertWidget(1, self._dose_card)
            self._dose_card.show()

    def _dose_form(self, routine: Routine) -> FormCard:
        words = self._shell.context.words.strokes
        rows: list[tuple[str, QWidget]] = []
        for block in routine.blocks:
            for step in block.steps:
                key = f"{step.stroke}@{step.variant}" if step.variant else step.stroke
                title = words[key].title if key in words else step.stroke
                fields = self._dose_fields(step.stroke, step.variant, title)
                self._doses.append(fields)
                rows.append((title, leading(fields.times, fields.seconds)))
        card = FormCard(self._shell.look, self.tr("How often, as your therapist set it"), *rows)
        card.setProperty("surface", "plain")
        return card

    def _dose_fields(self, stroke: str, variant: str, title: str) -> DoseFields:
        look = self._shell.look
        often = [(0, self.tr("Not done")), (1, self.tr("Once"))]
        often += [(number, self.tr("%1 times").replace("%1", str(number))) for number in TIMES]
        long = [(number, self.tr("%1 seconds").replace("%1", str(number))) for number in SECONDS]
        times = Pick(look, self.tr("%1: how often").replace("%1", title), often, lambda _n: None)
        seconds = Pick(look, self.tr("%1: how long").replace("%1", title), long, lambda _n: None)
        times.put(0)
        seconds.put(SECONDS[4])
        return DoseFields(stroke, variant, times, seconds)

    def _save(self) -> None:
        unlock = self._unlock()
        if unlock is None:
            put(self._missing, self.tr("Choose the day, month and year on which they said yes."))
            return
        if self._household.note_yes(self._baby, unlock):
            self.close_by_hand()

    def _unlock(self) -> Unlock | None:
        day = self._day.value()
        if day is None or day[2] == 0:
            return None
        areas = frozenset(self._areas.values())
        if self._routine is not None:
            areas |= {block.area for block in self._routine.blocks}
        doses = tuple(
            TherapistDose(one.stroke, one.times.value() or 0, float(one.seconds.value() or 0), one.variant)
            for one in self._doses
            if one.times.value()
        )
        return Unlock(
            therapist=self._name.text(),
            given=date(*day),
            areas=areas,
            conditions=frozenset(self._household.asking(self._baby)),
            routine=self._routine.id if self._routine is not None else "",
            doses=doses,
        )
