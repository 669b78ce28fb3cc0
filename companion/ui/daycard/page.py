"""The day card: one day of one baby, drawn and counted; all of it may be left out."""

from datetime import date

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.day_card import DayCard, Doing
from companion.domain.errors import CompanionError
from companion.ui.daycard.book import Book
from companion.ui.daycard.brushes import Brushes
from companion.ui.daycard.counts import Counts
from companion.ui.daycard.strip import DayStrip, Drawn
from companion.ui.daycard.told import Nobody, baseline_told, summed
from companion.ui.diary.desk import Desk
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.glyphs import Glyph
from companion.ui.widgets.surfaces import scrolling, surface
from companion.ui.widgets.tabs import TabPage
from companion.ui.widgets.text import Role, label, put


class DayCardPage(TabPage):
    """A day, its strip and its counts. Each change is kept at once and can be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        context, look = desk.shell.context, desk.shell.look
        self._book = Book(context.day_cards, context.clock)
        self._babies: Choices[str] | None = None
        self._known: tuple[str, ...] = ()
        self._name = label("", Role.ROUTINE)
        self._strip = DayStrip(look)
        self._brushes = Brushes(look, self._take_brush)
        self._sums = label("", Role.BODY, wrap=True)
        self._hint = label("", Role.SOFT, wrap=True)
        self._before = PillButton(look, "", Kind.CLOSE, Glyph.BACK)
        self._after = PillButton(look, "", Kind.CLOSE, Glyph.NEXT)
        self._today = PillButton(look, self.tr("Today"), Kind.LINK)
        self._undo = PillButton(look, self.tr("Undo"), Kind.LINK)
        self._counts = Counts(look, self._change)
        self._nobody = Nobody(desk)
        self._day = self._lay_day()
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(40, 6, 40, 24)
        self._column.setSpacing(14)
        for part in (self._nobody, self._day, self._counts):
            self._column.addWidget(part)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))
        self._connect()

    def refresh(self) -> None:
        """Show the day that lies open, as it is kept now; at first today."""
        babies = tuple(baby for baby, known in self._desk.telling.babies.items() if not known.archived)
        self._lay_babies(babies)
        self._book.know(babies)
        for part in (self._day, self._counts):
            part.setVisible(bool(babies))
        self._nobody.setVisible(not babies)
        if not babies:
            return
        open_one = self._book.card.baby
        wanted = (open_one, self._desk.narrowed.baby, self._desk.shell.context.settings.load().baby)
        baby = next((one for one in wanted if one in babies), babies[0])
        self._open(baby, self._book.card.day if open_one else self._book.today())

    def take_back(self) -> bool:
        """Take the newest change of a day back."""
        try:
            undone = self._book.undo()
        except CompanionError as error:
            self._desk.shell.refuse(error)
            return True
        if undone:
            self._show()
        return undone

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is pointed at any more."""
        self._point("")
        super().hideEvent(event)

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._today.clicked.connect(lambda: self._open(self._book.card.baby, self._book.today()))
        self._undo.clicked.connect(self.take_back)
        self._strip.drawn.connect(self._draw)
        self._strip.pointed.connect(self._point)
        self._take_brush(Doing.CRYING)
        self._point("")

    def _lay_day(self) -> QFrame:
        frame = surface("card")
        self._before.setAccessibleName(self.tr("The day before"))
        self._after.setAccessibleName(self.tr("The day after"))
        self._today.setAccessibleName(self.tr("Go to today"))
        self._undo.setAccessibleName(self.tr("Undo the last change"))
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._before)
        top.addWidget(self._name, 1)
        for button in (self._undo, self._today, self._after):
            top.addWidget(button)
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 10, 16, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._brushes)
        column.addWidget(self._hint)
        column.addWidget(self._strip)
        column.addWidget(self._sums)
        return frame

    def _lay_babies(self, babies: tuple[str, ...]) -> None:
        if babies == self._known:
            return
        self._known = babies
        if self._babies is not None:
            self._babies.deleteLater()
            self._babies = None
        if len(babies) > 1:
            named = [(baby, self._desk.telling.baby(baby)) for baby in babies]
            self._babies = Choices(self._desk.shell.look, self.tr("Whose day"), named, self._choose)
            self._column.insertWidget(0, self._babies)

    def _choose(self, baby: str) -> None:
        self._open(baby, self._book.card.day)

    def _turn(self, days: int) -> None:
        try:
            self._book.turn(days)
        except CompanionError as error:
            self._desk.shell.refuse(error)
        self._show()

    def _open(self, baby: str, day: date) -> None:
        try:
            self._book.open(baby, day)
        except CompanionError as error:
            self._desk.shell.refuse(error)
            return
        self._show()

    def _take_brush(self, doing: Doing) -> None:
        self._brushes.put(doing)
        self._strip.take_brush(doing)

    def _draw(self, drawn: object) -> None:
        assert isinstance(drawn, Drawn)
        self._change(self._book.card.drawn(drawn.first, drawn.last, drawn.doing))

    def _change(self, changed: DayCard, typing: str = "") -> None:
        try:
            self._book.change(changed, typing)
        except CompanionError as error:
            self._desk.shell.refuse(error)
            if typing:
                return  # what was typed stays on the screen
        self._show()

    def _show(self) -> None:
        book, telling = self._book, self._desk.telling
        shown, today = book.card, book.today()
        if self._babies is not None:
            self._babies.put(shown.baby)
        put(self._name, telling.day(shown.day))
        self._after.setVisible(shown.day < today)
        self._today.setVisible(shown.day != today)
        self._undo.setVisible(book.can_undo)
        self._strip.show_card(shown, book.limit(), telling)
        put(self._sums, summed(shown))
        self._counts.show_card(shown, baseline_told(shown, *book.baseline()))

    def _point(self, told: str) -> None:
        usual = self.tr(
            "Choose what baby did, then draw over the hours. With keys: arrows, 1 to 5, and 0 to wipe out."
        )
        put(self._hint, told or usual)
