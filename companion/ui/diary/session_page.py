"""The page of one session: all that is known of it, the ways to correct it, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from companion.domain.errors import CompanionError
from companion.services.entries import bring_back, take_out
from companion.ui.diary import session_cards as cards
from companion.ui.diary.desk import Desk
from companion.ui.diary.session_view import SessionView, read_session
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.surfaces import scrolling
from companion.ui.widgets.text import Role, label

WIDEST = 1040


class SessionPage(QWidget):
    """One session. ``closed``: back to the diary; ``edit_asked`` and ``taken_out`` carry its id."""

    closed = Signal()
    edit_asked = Signal(str)
    taken_out = Signal(str)

    def __init__(self, desk: Desk, session: str) -> None:
        super().__init__()
        self._desk = desk
        self._session = session
        self._scroll: QScrollArea | None = None
        self._can_undo = False
        look = desk.shell.look
        back = PillButton(look, self.tr("Back to the diary"), Kind.LINK, Glyph.BACK)
        self._undo = PillButton(look, self.tr("Undo the last change"), Kind.LINK)
        correct = PillButton(look, self.tr("Correct"), Kind.PLAIN)
        self._remove = PillButton(look, self.tr("Take out"), Kind.PLAIN)
        self._remove.setToolTip(self.tr("Takes it out of the diary. You can undo this."))
        self._back_in = PillButton(look, self.tr("Bring it back"), Kind.SMALL)
        actions = QWidget()
        row = Flow(actions)
        for action in (self._undo, correct, self._remove, self._back_in):
            row.addWidget(action)
        top = QHBoxLayout()
        top.setContentsMargins(26, 16, 34, 4)
        top.addWidget(back)
        top.addStretch(1)
        top.addWidget(actions)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        back.clicked.connect(self.closed)
        correct.clicked.connect(lambda: self.edit_asked.emit(self._session))
        self._remove.clicked.connect(self._take_out)
        self._back_in.clicked.connect(self._bring_back)
        self._undo.clicked.connect(self.take_back)

    def refresh(self) -> None:
        """Show the session as it stands now."""
        try:
            view = read_session(self._desk.shell.context, self._session)
        except CompanionError as error:
            self._desk.shell.refuse(error)
            return
        self._undo.setVisible(view.can_undo)
        self._remove.setVisible(not view.told.removed)
        self._back_in.setVisible(view.told.removed)
        self._can_undo = view.can_undo
        fresh = scrolling(self._page(view))
        if self._scroll is not None:
            self._column.removeWidget(self._scroll)
            self._scroll.deleteLater()
        self._scroll = fresh
        self._column.addWidget(fresh, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; the arrows and the page keys scroll."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in SCROLLS and self._scroll is not None:
            bar = self._scroll.verticalScrollBar()
            step = bar.pageStep() if SCROLLS[key] in {-2, 2} else self._desk.shell.look.px(60)
            bar.setValue(bar.value() + (step if SCROLLS[key] > 0 else -step))
        else:
            super().keyPressEvent(event)

    def _page(self, view: SessionView) -> QWidget:
        shell, telling, record = self._desk.shell, self._desk.telling, view.record
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 6, 40, 26)
        column.setSpacing(14)
        day, time = telling.day(record.started.date()), telling.time(record.started)
        when = label(f"{day} · {time}", Role.LEAD_SOFT, wrap=True)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(label(telling.routine(record.routine), Role.GREETING, wrap=True))
        head.addWidget(when)
        for words in self._marks(view):
            head.addWidget(label(words, Role.EYEBROW_TEAL, wrap=True))
        column.addLayout(head)
        for card in (
            cards.facts_card(shell, view, telling),
            cards.note_card(view),
            cards.course_card(shell, view, telling),
            cards.strokes_card(view, telling),
            cards.reasons_card(view),
            cards.history_card(view, telling),
        ):
            if card is not None:
                card.setMaximumWidth(shell.look.px(WIDEST))
                column.addWidget(card)
        column.addStretch(1)
        return page

    def _marks(self, view: SessionView) -> list[str]:
        """What is special about it."""
        record = view.record
        told = [self.tr("Taken out of the diary")] if view.told.removed else []
        told += [self.tr("Practice on a doll. It does not count as a massage.")] if record.practice else []
        if record.by_hand:
            told.append(self.tr("Written down later"))
        if record.edits:
            told.append(self.tr("Corrected. All that was said before is kept below."))
        return told

    def take_back(self) -> bool:
        """Take the newest correction back; False when there is none."""
        if not self._can_undo:
            return False
        try:
            self._desk.shell.context.entries.undo(self._session)
        except CompanionError as error:
            self._desk.shell.refuse(error)
        else:
            self.refresh()
        return True

    def _take_out(self) -> None:
        try:
            take_out(self._desk.shell.context.entries, self._session)
        except CompanionError as error:
            self._desk.shell.refuse(error)
            return
        self.taken_out.emit(self._session)

    def _bring_back(self) -> None:
        try:
            bring_back(self._desk.shell.context.entries, self._session)
        except CompanionError as error:
            self._desk.shell.refuse(error)
            return
        self.refresh()


SCROLLS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -2, Qt.Key.Key_PageDown: 2}
"""Keys that scroll: one step, or (2) a page."""
