"""Settings for the clinic: questions on which sources disagree, each with its range, sources and careful start."""

from collections.abc import Sequence
from dataclasses import fields, replace

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from companion.domain.clinic import CAREFUL, CLINIC_PRESET, ClinicRange, ClinicSettings, careful
from companion.ui.places import Shell
from companion.ui.settings.sections import Section
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.forms import FormCard, leading, note_card, page_of
from companion.ui.widgets.picks import Pick
from companion.ui.widgets.text import Role, label

FEW = 12
"""From so many possible values on they are offered in steps."""


class ClinicSection(Section):
    """Closed until someone opens it: these values belong to the clinic."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._fields: dict[str, Pick[int] | Choices[int]] = {}
        told = self.tr(
            "Sources disagree on some questions. We start with a careful choice for each. "
            "Change one only when your clinic asks for it."
        )
        self._open = PillButton(shell.look, self.tr("For the clinic: open these values"), Kind.PLAIN)
        self._open.clicked.connect(self._show_values)
        self._gate = note_card(
            label(self.tr("For the clinic"), Role.HEADING, wrap=True),
            label(told, Role.BODY, wrap=True),
            leading(self._open),
        )
        self._values = QWidget()
        self._column = QVBoxLayout(self._values)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._values.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page_of(self._gate, self._values))

    def refresh(self) -> None:
        """Show the values that count."""
        context = self._shell.context
        settings = careful(context.settings.load().clinic, context.safety().clinic)
        for name, field in self._fields.items():
            field.put(getattr(settings, name))

    def _show_values(self) -> None:
        if not self._fields:
            for field in fields(ClinicSettings):
                self._column.addWidget(self._card(field.name))
            self._column.addWidget(self._presets())
        self._values.show()
        self._open.hide()
        self.refresh()

    def _card(self, name: str) -> QFrame:
        context = self._shell.context
        key = name.replace("_", "-")
        words = context.safety_words().clinic[key]
        allowed = context.safety().clinic[key]
        field = self._field(name, words.title, allowed)
        self._fields[name] = field
        told = self.tr("%1 From %2 to %3; we start at %4. Sources: %5.")
        for place, part in enumerate(
            (
                words.line,
                str(allowed.lowest),
                str(allowed.highest),
                str(allowed.default),
                self._cited(allowed),
            ),
            1,
        ):
            told = told.replace(f"%{place}", part)
        if allowed.highest == 1:
            told = self.tr("%1 At home we start with no, in a clinic with yes. Sources: %2.")
            told = told.replace("%1", words.line).replace("%2", self._cited(allowed))
        return FormCard(
            self._shell.look, "", (words.title, field), ("", label(told, Role.SOFT, wrap=True)), widest=420
        )

    def _cited(self, allowed: ClinicRange) -> str:
        known = self._shell.context.start.citations()
        return "; ".join(known.get(source, source) for source in allowed.sources)

    def _field(self, name: str, title: str, allowed: ClinicRange) -> Pick[int] | Choices[int]:
        def keep(value: int) -> None:
            self._set(replace(self._settings(), **{name: value}))

        if allowed.highest == 1:
            return Choices(self._shell.look, title, ((0, self.tr("No")), (1, self.tr("Yes"))), keep)
        options = [(value, str(value)) for value in steps_of(allowed)]
        return Pick(self._shell.look, title, options, keep)

    def _presets(self) -> QWidget:
        home = PillButton(self._shell.look, self.tr("Back to the careful values"), Kind.PLAIN)
        home.clicked.connect(lambda: self._set(CAREFUL))
        clinic = PillButton(self._shell.look, self.tr("What a clinic starts from"), Kind.PLAIN)
        clinic.clicked.connect(lambda: self._set(CLINIC_PRESET))
        return leading(home, clinic)

    def _settings(self) -> ClinicSettings:
        return self._shell.context.settings.load().clinic

    def _set(self, clinic: ClinicSettings) -> None:
        self._shell.wear(replace(self._shell.context.settings.load(), clinic=clinic))
        self.refresh()


def steps_of(allowed: ClinicRange) -> Sequence[int]:
    """The values to pick from: each of a few, else steps of five or twelve, with both ends and the careful one."""
    span = allowed.highest - allowed.lowest
    step = 1 if span <= FEW else 12 if allowed.lowest % 12 == 0 and span % 12 == 0 else 5
    values = {*range(allowed.lowest, allowed.highest + 1, step), allowed.highest, allowed.default}
    return sorted(values)
