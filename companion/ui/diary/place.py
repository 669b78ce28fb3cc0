"""The diary as a place of the window: its strip of pages, and over it the page of one session or a form."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from companion.domain.entry_list import EVERYTHING, Filter
from companion.domain.errors import CompanionError
from companion.ui.dates import locale_for
from companion.ui.diary.lists import Lists
from companion.ui.diary.pages import pages
from companion.ui.diary.steps_back import StepsBack
from companion.ui.diary.telling import Telling
from companion.ui.places import Place, Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from companion.ui.diary.draft import Draft
    from companion.ui.diary.entry_form import EntryForm
    from companion.ui.diary.session_page import SessionPage


class DiaryPlace(Place):
    """The diary; it is the ``Desk`` of its pages."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.lists = Lists(shell)
        self.narrowed = EVERYTHING
        self.telling = Telling(shell.context.words, locale_for(shell.context.words.language))
        self._page: SessionPage | None = None
        self._form: EntryForm | None = None
        self._came_from_elsewhere = False
        self._stack = QStackedWidget()
        self._tabs = Tabs(shell.look, self.tr("Diary"))
        self._steps_back = StepsBack(shell.look, self._undone, shell.refuse)
        write = PillButton(shell.look, self.tr("Write one down"), Kind.PLAIN)
        therapist = PillButton(shell.look, self.tr("For my therapist"), Kind.PLAIN)
        self._tabs.add_action(write)
        self._tabs.add_action(therapist)
        for title, make in pages():
            self._tabs.add(title, lambda make=make: make(self))
        self._stack.addWidget(self._tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._steps_back)
        self._undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._undo_key.activated.connect(self._undo)
        write.clicked.connect(lambda: self.write_one(None))
        therapist.clicked.connect(self._open_report)

    def refresh(self) -> None:
        """Show what is known now. Who comes from elsewhere finds the page that was open; who presses "Diary" while the
        diary is shown is led to the overview, unless something is being written."""
        self._know_family()
        if self._form is not None:
            return
        if self._page is not None and self._came_from_elsewhere:
            self._page.refresh()
        else:
            self._show_overview()
        self._came_from_elsewhere = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Somebody goes elsewhere."""
        self._came_from_elsewhere = True
        super().hideEvent(event)

    def tell(self, words: str) -> bool:
        """Take a quiet sentence from the window."""
        self._steps_back.tell(words)
        return True

    def narrow(self, narrowed: Filter) -> None:
        """Narrow lists and calendar from now on."""
        self.narrowed = narrowed
        self._tabs.refresh()

    def open_entry(self, session: str) -> None:
        """Show the page of a session."""
        from companion.ui.diary.session_page import SessionPage  # noqa: PLC0415 - when wanted

        page = SessionPage(self, session)
        page.closed.connect(self._show_overview)
        page.edit_asked.connect(self.correct)
        page.taken_out.connect(self._taken_out)
        self._lay(page)
        self._page = page
        page.refresh()

    def write_one(self, day: date | None = None) -> None:
        """Show the form for a massage that was given without the program."""
        from companion.ui.diary.draft import fresh  # noqa: PLC0415 - when wanted

        self._know_family()
        self._write(lambda: fresh(self.shell.context, day))

    def correct(self, session: str) -> None:
        """Show the form that corrects a session."""
        from companion.ui.diary.draft import existing  # noqa: PLC0415 - when wanted

        self._write(lambda: existing(self.shell.context, session))

    def _write(self, begun: "Callable[[], Draft]") -> None:
        try:
            draft = begun()
        except CompanionError as error:
            self.shell.refuse(error)
            return
        self._lay_form(draft, draft)

    def _lay_form(self, before: "Draft", draft: "Draft") -> None:
        from companion.ui.diary.entry_form import EntryForm  # noqa: PLC0415 - when wanted

        form = EntryForm(self, before, draft)
        form.left.connect(partial(self._left, before))
        form.saved.connect(partial(self._written, before))
        self._lay(form)
        self._form = form
        self._steps_back.hide()

    def _left(self, before: "Draft", draft: "Draft") -> None:
        """Nothing was kept; what had been written can be brought back."""
        if draft != before:
            back = partial(self._lay_form, before, draft)
            self._steps_back.add(self.tr("That was not saved."), back)
        self._show_after(before)

    def _written(self, before: "Draft", session: str) -> None:
        from companion.services.entries import take_out  # noqa: PLC0415

        entries = self.shell.context.entries
        if before.is_new:
            self._steps_back.add(self.tr("It is in the diary."), lambda: take_out(entries, session))
        self._show_after(before)

    def _show_after(self, before: "Draft") -> None:
        """Back to where the form was opened."""
        if before.is_new:
            self._show_overview()
        else:
            self.open_entry(before.session)

    def _taken_out(self, session: str) -> None:
        entries = self.shell.context.entries
        self._steps_back.add(self.tr("Taken out of the diary."), lambda: entries.undo(session))
        self._show_overview()

    def _show_overview(self) -> None:
        if self._lift():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # keys, Ctrl+Z above all, are for the diary
        self._tabs.refresh()

    def _undo(self) -> None:
        """A correction of the session or a change of the page that is shown comes first, then what was done last."""
        shown = self._page or self._tabs.page()
        if self._form is None and not (shown is not None and shown.take_back()):
            self._steps_back.take()

    def _undone(self) -> None:
        if self._form is None:
            self._show_overview()

    def _open_report(self) -> None:
        from companion.ui.papers.sheet import ReportSheet  # noqa: PLC0415 - when wanted

        sheet = ReportSheet(self.shell, tuple(self.telling.babies.values()), self.narrowed.baby)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def _know_family(self) -> None:
        context = self.shell.context
        try:
            babies = {baby.id: baby for baby in context.families.babies()}
            people = {person.id: person for person in context.families.caregivers()}
        except CompanionError as error:
            self.shell.refuse(error)
            return
        self.telling = Telling(self.telling.words, self.telling.locale, babies, people)

    def _lay(self, page: QWidget) -> None:
        self._lift()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def _lift(self) -> bool:
        """Take away what lies over the overview; False when nothing did."""
        lay_over = self._page is not None or self._form is not None
        for page in (self._page, self._form):
            if page is not None:
                self._stack.removeWidget(page)
                page.deleteLater()
        self._page, self._form = None, None
        return lay_over
