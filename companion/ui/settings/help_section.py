"""Settings of help: where the family lives, and the numbers that it calls."""

from dataclasses import replace

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QVBoxLayout

from companion.domain.help import HelpChoice, HelpNumbers, help_numbers
from companion.domain.settings import Settings
from companion.ui.dates import locale_for
from companion.ui.places import Shell
from companion.ui.settings.languages import Languages, has_choice
from companion.ui.settings.sections import Section
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.forms import FormCard, Line, leading, note_card, page_of
from companion.ui.widgets.text import Role, label, put

LONGEST = 60


class HelpSection(Section):
    """A region ready-made, and each number to change; the language where there is more than one."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._make_fields()
        self._missing = note_card(
            label(self.tr("Put in your emergency number"), Role.HEADING, wrap=True),
            label(
                self.tr("No number is known for where you live. Put in the one for an ambulance."),
                Role.BODY,
                wrap=True,
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page_of(self._missing, self._form()))

    def _make_fields(self) -> None:
        look = self._shell.look
        regions = self._shell.context.safety().regions
        names = {
            "manitoba": self.tr("Manitoba"),
            "canada": self.tr("Elsewhere in Canada"),
            "elsewhere": self.tr("Another country"),
        }
        self._region = Choices(
            look,
            self.tr("Where you live"),
            [(name, names.get(name, name)) for name in regions],
            self._live,
        )
        self._emergency = self._line(self.tr("Emergency number"), "emergency")
        self._nurse = self._line(self.tr("Nurse line"), "nurse")
        self._crisis = self._line(self.tr("Crisis line for parents"), "crisis")
        self._clinic = Line(
            self.tr("Your clinic or doctor"), self._call_clinic, most=LONGEST, hint=self.tr("Number and name")
        )
        self._told = label("", Role.SOFT, wrap=True)
        self._again = PillButton(look, self.tr("Use the ready-made numbers again"), Kind.LINK)
        self._again.clicked.connect(self._take_ready_made)
        self._right = PillButton(look, self.tr("They are still right"), Kind.PLAIN)
        self._right.clicked.connect(self._confirm)

    def _form(self) -> FormCard:
        shell = self._shell
        language = [(self.tr("Language"), Languages(shell))] if has_choice(shell) else []
        return FormCard(
            shell.look,
            self.tr("Numbers to call"),
            *language,
            (self.tr("Where you live"), self._region),
            (self.tr("Emergency"), self._emergency),
            (self.tr("Nurse line"), self._nurse),
            (self.tr("Crisis line for parents"), self._crisis),
            (self.tr("Your clinic or doctor"), self._clinic),
            ("", self._told),
            ("", leading(self._right, self._again)),
        )

    def refresh(self) -> None:
        """Show the numbers that count."""
        choice = self._choice()
        numbers = self._numbers(choice)
        self._region.put(numbers.region)
        self._emergency.put(numbers.emergency)
        self._nurse.put(", ".join(numbers.nurse))
        self._crisis.put(numbers.crisis)
        self._clinic.put(choice.clinic)
        self._missing.setVisible(not numbers.emergency)
        today = self._shell.context.clock.wall().date()
        self._again.setVisible(choice.own)
        self._right.setVisible(numbers.due(today))
        put(self._told, self._verified(numbers))

    def _verified(self, numbers: HelpNumbers) -> str:
        several = self.tr("Several numbers? Put a comma between them.")
        if numbers.verified is None:
            return self.tr("Call each number once, so that you know it is right. %1").replace("%1", several)
        day = QDate(numbers.verified.year, numbers.verified.month, numbers.verified.day)
        locale = locale_for(self._shell.context.words.language)
        told = self.tr("Last checked on %1. Look again once a year. %2")
        return told.replace("%1", locale.toString(day, QLocale.FormatType.LongFormat)).replace("%2", several)

    def _line(self, name: str, field: str) -> Line:
        return Line(name, lambda words: self._put_own(field, words), most=LONGEST)

    def _choice(self) -> HelpChoice:
        return self._shell.context.settings.load().help

    def _numbers(self, choice: HelpChoice) -> HelpNumbers:
        return help_numbers(choice, self._shell.context.safety().regions)

    def _live(self, region: str) -> None:
        """Another place has other numbers: what was put in for the last one does not count there."""
        self._keep(HelpChoice(region=region, clinic=self._choice().clinic))

    def _put_own(self, field: str, words: str) -> None:
        choice = self._own(self._choice())
        self._keep(replace(choice, **{field: words.strip()}, verified=self._today()))

    def _own(self, choice: HelpChoice) -> HelpChoice:
        """The same numbers as the family's own, to change them one by one."""
        if choice.own:
            return choice
        now = self._numbers(choice)
        return replace(
            choice, own=True, emergency=now.emergency, nurse=", ".join(now.nurse), crisis=now.crisis
        )

    def _call_clinic(self, words: str) -> None:
        self._keep(replace(self._choice(), clinic=words.strip()))

    def _take_ready_made(self) -> None:
        self._live(self._choice().region)

    def _confirm(self) -> None:
        self._keep(replace(self._own(self._choice()), verified=self._today()))

    def _today(self) -> str:
        return self._shell.context.clock.wall().date().isoformat()

    def _keep(self, choice: HelpChoice) -> None:
        settings: Settings = self._shell.context.settings.load()
        self._shell.wear(replace(settings, help=choice))
        self.refresh()
