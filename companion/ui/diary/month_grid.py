"""The days of a month in weeks: what was done on each, to be gone through by click or by arrow keys."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QSizePolicy, QWidget

from companion.ui.diary.month_view import NOTHING, DaySum, MonthView, months_on
from companion.ui.diary.telling import Telling, length, massages
from companion.ui.theme import Look
from companion.ui.widgets.text import Role, label, put

CELL, LEAST = 62, 46
WEEKS = 6
MOST_DOTS = 3
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class DayCell(QAbstractButton):
    """One day: its number, a dot for each massage, and its minutes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._done = NOTHING
        self._is_today = False
        self._is_past = True
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_part(self, day: date, done: DaySum, today: date) -> None:
        """Take a new state."""
        self.setText(str(day.day))
        self._done = done
        self._is_today = day == today
        self._is_past = day <= today
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the number and what was done."""
        return QSize(self._look.px(CELL), self._look.px(CELL))

    def minimumSizeHint(self) -> QSize:
        """Large enough to touch."""
        return QSize(LEAST, max(LEAST, self._look.px(LEAST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are the month's: a button would take them for itself."""
        if Qt.Key(event.key()) in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, number, dots and minutes."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        done = self._done.massages > 0
        ground = theme.teal_pale if done else theme.sand if self.underMouse() else theme.card
        painter.setBrush(QColor(ground))
        painter.setPen(self._edge())
        painter.drawRoundedRect(box, 14, 14)
        painter.setPen(QColor(theme.ink if self._is_past else theme.soft))
        painter.setFont(self._look.font(17, 800 if done or self._is_today else 600))
        if self._done.is_empty:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
            return
        roomy = box.height() >= self._look.px(56)
        upper = QRectF(box.left(), box.top() + box.height() * 0.08, box.width(), box.height() * 0.44)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self.text())
        self._draw_dots(painter, box.left() + box.width() / 2, box.top() + box.height() * 0.6)
        if roomy and done:
            painter.setPen(QColor(theme.teal_deep))
            painter.setFont(self._look.font(12, 700))
            lower = QRectF(box.left(), box.top() + box.height() * 0.68, box.width(), box.height() * 0.26)
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, length(self._done.seconds))

    def _edge(self) -> QPen:
        theme = self._look.theme
        if self.hasFocus():
            return QPen(QColor(theme.focus), 3)
        if self.isChecked():
            return QPen(QColor(theme.teal), 2.5)
        if self._is_today:
            return QPen(QColor(theme.sun), 3)
        return QPen(Qt.PenStyle.NoPen)

    def _draw_dots(self, painter: QPainter, middle: float, y: float) -> None:
        """Filled for massages, open for practice on a doll."""
        filled = min(self._done.massages, MOST_DOTS)
        total = min(filled + self._done.practised, MOST_DOTS + 1)
        radius = self._look.px(3.2)
        step = radius * 3
        for number in range(total):
            at = QPointF(middle + (number - (total - 1) / 2) * step, y)
            painter.setPen(QPen(QColor(self._look.theme.teal), 1.6))
            painter.setBrush(
                QColor(self._look.theme.teal) if number < filled else QColor(self._look.theme.card)
            )
            painter.drawEllipse(at, radius, radius)


class MonthGrid(QWidget):
    """Weeks of days; ``chosen`` carries the date that was gone to, which may lie in another month."""

    chosen = Signal(object)

    def __init__(self, look: Look, first_weekday: int) -> None:
        super().__init__()
        self._look = look
        self._view: MonthView | None = None
        self._names: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for column in range(7):
            name = label("", Role.EYEBROW)
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name, 0, column)
            grid.setColumnStretch(column, 1)
            self._names.append(name)
        self._first_weekday = first_weekday
        self._cells = [[DayCell(look) for _ in range(7)] for _ in range(WEEKS)]
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                cell.clicked.connect(lambda _=False, r=row, c=column: self._clicked(r, c))
                grid.addWidget(cell, row + 1, column)

    def show_view(self, view: MonthView, telling: Telling) -> None:
        """Take a new state."""
        had_focus = any(cell.hasFocus() for cells in self._cells for cell in cells)
        self._view = view
        for column, name in enumerate(self._names):
            weekday = (self._first_weekday + column) % 7 + 1
            put(name, telling.locale.standaloneDayName(weekday, QLocale.FormatType.ShortFormat))
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                day = view.weeks[row][column] if row < len(view.weeks) else None
                cell.setVisible(day is not None)
                if day is not None:
                    self._show_day(cell, day, view, telling)
                    if had_focus and day == view.chosen:
                        cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_day(self) -> None:
        """The keys go to the chosen day."""
        for cells in self._cells:
            for cell in cells:
                if cell.isChecked() and not cell.isHidden():
                    cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through days, PageUp and PageDown through months, Home and End to the month's ends."""
        key = Qt.Key(event.key())
        if self._view is None:
            return
        day = self._view.chosen
        if key in STEPS:
            self.chosen.emit(day + timedelta(days=STEPS[key]))
        elif key in MONTHS:
            self.chosen.emit(months_on(day, MONTHS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            first = day.replace(day=1)
            last = months_on(first, 1) - timedelta(days=1)
            self.chosen.emit(first if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def _show_day(self, cell: DayCell, day: date, view: MonthView, telling: Telling) -> None:
        done = view.days.get(day, NOTHING)
        cell.show_part(day, done, view.today)
        cell.setAccessibleName(telling.day(day))
        cell.setAccessibleDescription(self.told(done))
        is_chosen = day == view.chosen
        cell.setChecked(is_chosen)
        cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)

    def told(self, done: DaySum) -> str:
        """A day in words; "" for one of which nothing was noted."""
        parts = [massages(done.massages), length(done.seconds)] if done.massages else []
        if done.practised:
            parts.append(self.tr("%1 on a doll").replace("%1", str(done.practised)))
        return " · ".join(parts)

    def _clicked(self, row: int, column: int) -> None:
        if self._view is None or row >= len(self._view.weeks):
            return
        day = self._view.weeks[row][column]
        if day is not None:
            self.chosen.emit(day)
