"""The form for a massage that was given without the program, and for corrections: all of it optional but the day."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.errors import CompanionError
from companion.ui.diary.answers import Answers
from companion.ui.diary.desk import Desk
from companion.ui.diary.done_steps import DoneSteps
from companion.ui.diary.draft import Draft, of_routine, on_wall, open_routines, save, with_done
from companion.ui.diary.telling import length
from companion.ui.diary.when import When
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.surfaces import card, scrolling
from companion.ui.widgets.text import Role, label, put

WIDEST = 980


class EntryForm(QWidget):
    """Writes or corrects one entry. ``saved`` carries its id; ``left`` the draft of which nothing was kept.

    ``before`` is the entry as it stood, ``draft`` as the form begins with it.
    """

    left = Signal(object)
    saved = Signal(str)

    def __init__(self, desk: Desk, before: Draft, draft: Draft) -> None:
        super().__init__()
        self._desk = desk
        self._before = before
        self._draft = draft
        self._steps: DoneSteps | None = None
        look, telling, clock = desk.shell.look, desk.telling, desk.shell.context.clock
        self._when = When(look, telling, draft.started, clock.wall().date())
        self._routine = self._routines()
        self._answers = Answers(desk, draft.told, with_doll=draft.is_new)
        self._sum = label("", Role.SOFT, wrap=True)
        self._more = PillButton(look, self.tr("Not all of it was done"), Kind.LINK)
        self._more.setProperty("flush", True)
        self._done = QVBoxLayout()
        self._lay_out()
        self._show_sum()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._more.clicked.connect(self._open_steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves without keeping anything; Ctrl+Enter saves."""
        key, mods = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and mods & Qt.KeyboardModifier.ControlModifier:
            self._save()
        else:
            super().keyPressEvent(event)

    def _routines(self) -> Choices[str] | None:
        if not self._draft.is_new:
            return None
        telling, context = self._desk.telling, self._desk.shell.context
        options = [(routine.id, telling.routine(routine.id)) for routine in open_routines(context)]
        made = Choices(self._desk.shell.look, self.tr("Which massage"), options, self._choose_routine)
        made.put(self._draft.plan.routine)
        return made

    def _lay_out(self) -> None:
        look = self._desk.shell.look
        is_new = self._draft.is_new
        title = self.tr("Write a massage down") if is_new else self.tr("Correct this entry")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 24, 40, 20)
        column.setSpacing(14)
        column.addWidget(label(title, Role.GREETING, wrap=True))
        if self._routine is not None:
            column.addWidget(card(label(self.tr("Which massage?"), Role.HEADING), self._routine))
        else:
            column.addWidget(label(self._desk.telling.routine(self._draft.plan.routine), Role.LEAD_SOFT))
        column.addWidget(card(label(self.tr("When did it begin?"), Role.HEADING), self._when))
        what = QWidget()
        self._done.setContentsMargins(0, 0, 0, 0)
        what.setLayout(self._done)
        self._done.addWidget(self._sum)
        self._done.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card(label(self.tr("What was done?"), Role.HEADING), what))
        column.addWidget(self._answers)
        column.addStretch(1)
        for at in range(column.count()):
            item = column.itemAt(at)
            inside = item.widget() if item else None
            if inside is not None:
                inside.setMaximumWidth(look.px(WIDEST))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(page), 1)
        outer.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        look = self._desk.shell.look
        keep = PillButton(look, self.tr("Save"), Kind.PRIMARY)
        leave = PillButton(look, self.tr("Leave it"), Kind.LINK)
        row = QHBoxLayout()
        row.setContentsMargins(40, 10, 40, 16)
        row.setSpacing(12)
        row.addWidget(keep)
        row.addWidget(leave)
        row.addStretch(1)
        keep.clicked.connect(self._save)
        leave.clicked.connect(self._leave)
        return row

    def _choose_routine(self, routine: str) -> None:
        self._draft = of_routine(self._draft, routine, self._desk.shell.context)
        if self._steps is not None:
            self._done.removeWidget(self._steps)
            self._steps.hide()
            self._steps.deleteLater()
            self._steps = None
            self._more.show()
        self._show_sum()

    def _open_steps(self) -> None:
        draft = self._draft
        self._steps = DoneSteps(self._desk.shell.look, draft.plan, draft.steps, self._desk.telling)
        self._steps.changed.connect(self._show_sum)
        self._done.addWidget(self._steps)
        self._more.hide()

    def _now(self) -> Draft:
        """The draft as the form shows it."""
        draft, now = self._draft, self._desk.shell.context.clock.wall()
        day, at = self._when.day(), self._when.time()
        began = draft.started
        if (day, at) != (began.date(), began.time().replace(second=0, microsecond=0)):
            began = on_wall(day, at, now)
        steps = draft.steps if self._steps is None else with_done(draft, self._steps.done())
        return replace(draft, started=began, steps=steps, told=self._answers.told())

    def _show_sum(self) -> None:
        steps = self._now().steps
        touch = length(sum(step.seconds for step in steps))
        put(self._sum, self.tr("%1 of touch").replace("%1", touch))

    def _leave(self) -> None:
        self.left.emit(self._now())

    def _save(self) -> None:
        try:
            session = save(self._before, self._now(), self._desk.shell.context)
        except CompanionError as error:
            self._desk.shell.refuse(error)
            return
        self.saved.emit(session)
