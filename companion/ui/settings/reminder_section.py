"""Settings of the reminder: none, at a time or after something that happens each day; and never in quiet hours."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from companion.domain.errors import CompanionError
from companion.domain.reminder import is_silent
from companion.domain.settings import Reminder, Settings
from companion.services.reminders import CalendarWords, calendar_file
from companion.ui.dates import locale_for
from companion.ui.places import Shell
from companion.ui.settings.clock_pick import ClockPick
from companion.ui.settings.reminder_words import reminder_words
from companion.ui.settings.sections import Section
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.forms import FormCard, leading, page_of
from companion.ui.widgets.text import Role, label, put


class ReminderSection(Section):
    """When to be reminded, and when never."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._make_fields()
        self._told = label("", Role.BODY, wrap=True)
        self._save = PillButton(shell.look, self.tr("Save for a calendar"), Kind.PLAIN)
        self._save.clicked.connect(self._ask_where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page_of(self._form(), self._calendar()))

    def _make_fields(self) -> None:
        look, locale = self._shell.look, locale_for(self._shell.context.words.language)
        self._anchor = Choices(
            look,
            self.tr("Remind me"),
            (
                (Reminder.OFF, self.tr("Never")),
                (Reminder.AT_TIME, self.tr("At a time")),
                (Reminder.AFTER_BATH, self.tr("After the bath")),
                (Reminder.AFTER_NAP, self.tr("After a nap")),
                (Reminder.AFTER_DIAPER, self.tr("After a diaper change")),
                (Reminder.BEFORE_BED, self.tr("Before bed")),
            ),
            lambda anchor: self._set(reminder=anchor),
        )
        self._when = ClockPick(
            look, self.tr("Reminder"), locale, lambda minute: self._set(reminder_minute=minute)
        )
        self._from = ClockPick(
            look, self.tr("Quiet from"), locale, lambda minute: self._set(quiet_from=minute)
        )
        self._until = ClockPick(
            look, self.tr("Quiet until"), locale, lambda minute: self._set(quiet_until=minute)
        )

    def _form(self) -> FormCard:
        honest = self.tr(
            "It comes once a day at the most, and not on a day with a massage. A day without one is fine too."
        )
        return FormCard(
            self._shell.look,
            self.tr("A gentle reminder"),
            ("", label(honest, Role.SOFT, wrap=True)),
            (self.tr("Remind me"), self._anchor),
            (self.tr("Usual time"), self._when),
            (self.tr("Quiet from"), self._from),
            (self.tr("Quiet until"), self._until),
            ("", self._told),
        )

    def _calendar(self) -> FormCard:
        where = self.tr(
            "It shows while the program is open. To be reminded on your phone too, save it as a calendar file."
        )
        told = where if self._shell.context.home.has_tray() else self._no_tray()
        return FormCard(
            self._shell.look,
            self.tr("On your phone"),
            ("", label(told, Role.BODY, wrap=True)),
            ("", leading(self._save)),
        )

    def refresh(self) -> None:
        """Show what is set."""
        settings = self._shell.context.settings.load()
        self._anchor.put(settings.reminder)
        self._when.put(settings.reminder_minute)
        self._from.put(settings.quiet_from)
        self._until.put(settings.quiet_until)
        on = settings.reminder is not Reminder.OFF
        silent = on and is_silent(settings)
        put(self._told, self.tr("This time is in your quiet hours, so no reminder comes.") if silent else "")
        self._told.setVisible(silent)
        self._when.setEnabled(on)
        self._save.setEnabled(on and not silent)

    def save_to(self, file: Path) -> None:
        """Write the calendar file; what stands in the way is told."""
        context = self._shell.context
        try:
            content = calendar_file(
                context.settings.load(),
                CalendarWords(*reminder_words()),
                context.clock.wall(),
                f"{context.new_id()}@infant-massage-companion",
            )
            context.home.keep_file(file, content)
        except CompanionError as error:
            self._shell.refuse(error)
            return
        put(self._told, self.tr("Saved as %1. Open it on your phone.").replace("%1", str(file)))
        self._told.show()

    def _no_tray(self) -> str:
        return self.tr(
            "This desktop has no tray, so the reminder shows in the window. "
            "To be reminded on your phone, save it as a calendar file."
        )

    def _ask_where(self) -> None:
        suggested = str(Path.home() / "massage.ics")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save for a calendar"), suggested, self.tr("Calendar (*.ics)")
        )
        if chosen:
            self.save_to(Path(chosen))

    def _set(self, **changes: object) -> None:
        settings: Settings = self._shell.context.settings.load()
        self._shell.wear(replace(settings, **changes))  # pyright: ignore[reportArgumentType]
        self.refresh()
