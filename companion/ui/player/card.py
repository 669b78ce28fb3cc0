"""The words beside the picture: what to do, how long, how often, how firmly, how slowly, and what comes next."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from companion.domain.stroke import Pressure
from companion.domain.words import Words
from companion.ui.pictures import Artist
from companion.ui.player.pressure import PressureInset
from companion.ui.player.view import Card, Dose, Mode, PlayerView
from companion.ui.theme import Look
from companion.ui.widgets.dots import Dots
from companion.ui.widgets.ring import Ring, RingView
from companion.ui.widgets.text import FittedText, Role, label, put

RING_SHARE = 0.3
BESIDE_RING = 292
CARE_FROM, ALIAS_FROM, INSET_FROM = 520, 400, 560
"""Heights of the card, in design pixels, from which the caution, the other name and the pressure are shown."""


class StepCard(QWidget):
    """The right-hand column of the player."""

    def __init__(self, look: Look, words: Words, artist: Artist) -> None:
        super().__init__()
        self._look = look
        self._area = label("", Role.EYEBROW_TEAL)
        self._title = FittedText(look, 46, 26, weight=800, lines=1)
        self._alias = label("", Role.SOFT)
        self._line = FittedText(look, 27, 17, weight=600, lines=3)
        self._ring = Ring(look)
        self._dose = DoseRows(look, words)
        self._inset = PressureInset(look, artist)
        self._care = FittedText(look, 17, 15, lines=2)
        self._next = NextCard()
        keeps_room = self._dose.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self._dose.setSizePolicy(keeps_room)
        middle = QHBoxLayout()
        middle.setSpacing(28)
        middle.addWidget(self._ring)
        middle.addWidget(self._dose, 1)
        beside = QHBoxLayout()
        beside.setSpacing(18)
        beside.addWidget(self._inset)
        beside.addWidget(self._care, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area)
        column.addWidget(self._title)
        column.addWidget(self._alias)
        column.addSpacing(12)
        column.addWidget(self._line)
        column.addSpacing(14)
        column.addLayout(middle)
        column.addStretch(1)
        column.addLayout(beside)
        column.addStretch(1)
        column.addWidget(self._next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the ring shrinks, and what can be done without goes."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Larger type leaves less room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def _make_room(self) -> None:
        height = self.height()
        self._ring.fit(min(round(height * RING_SHARE), height - self._look.px(BESIDE_RING)))
        self._care.setVisible(height >= self._look.px(CARE_FROM))
        self._inset.setVisible(self._inset.is_wanted and height >= self._look.px(INSET_FROM))
        self._alias.setVisible(height >= self._look.px(ALIAS_FROM))

    @property
    def seams(self) -> tuple[int, ...]:
        """Heights at which something may be laid over the lower part without cutting a line, the lowest first."""
        return self._ring.y() - 8, self._line.y() - 6, 0

    def set_captions(self, shown: bool) -> None:
        """Whether the instruction is written."""
        self._line.setVisible(shown)

    def show_part(self, view: PlayerView) -> None:
        """Take a new state."""
        self._show_card(view.card)
        self._ring.show_part(RingView(view.share, *self._ring_words(view)))
        self._dose.setVisible(view.mode is not Mode.ASKING)
        self._dose.show_part(view.dose)
        self._show_pressure(view)
        self._next.show_part(view.next_title, view.next_part)

    def _show_pressure(self, view: PlayerView) -> None:
        firmness = 0 if view.mode is Mode.ASKING else view.dose.firmness
        wanted = self._inset.is_wanted
        pressure = Pressure(firmness - 1) if firmness else None
        self._inset.show_part(view.scene, pressure, view.t, view.dose.pressure)
        if self._inset.is_wanted is not wanted:
            self._make_room()

    def _show_card(self, card: Card) -> None:
        put(self._area, card.area.upper())
        self._title.put(card.title)
        alias = self.tr("also called %1").replace("%1", card.alias) if card.alias else ""
        put(self._alias, alias)
        self._line.put(card.line)
        self._care.put(card.care)

    def _ring_words(self, view: PlayerView) -> tuple[str, str]:
        match view.mode:
            case Mode.WAITING:
                return "…", self.tr("your word")
            case Mode.LEADING_IN:
                return str(view.seconds), self.tr("get ready")
            case _ if view.seconds >= 100:
                minutes, seconds = divmod(view.seconds, 60)
                return f"{minutes}:{seconds:02d}", self.tr("minutes")
            case _ if view.seconds == 1:
                return "1", self.tr("second")
            case _:
                return str(view.seconds), self.tr("seconds")


class DoseRows(QWidget):
    """Count, pressure and pace, each with its word before it."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._phrases = words.phrases
        self._count = Row(look, self.tr("Stroke"))
        self._pressure = Row(look, self.tr("Pressure"))
        self._pace = Row(look, self.tr("Pace"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(1)
        for row in (self._count, self._pressure, self._pace):
            column.addWidget(row)
        column.addStretch(1)

    def show_part(self, dose: Dose) -> None:
        """Take a new state."""
        counted = dose.total > 0
        of = self.tr("%1 of %2").replace("%1", str(dose.done)).replace("%2", str(dose.total))
        self._count.put(of if counted else "", "", dose.done, dose.total)
        self._pressure.put(dose.pressure, dose.pressure_short, dose.firmness, 3 if dose.firmness else 0)
        pattern = self._phrases.get("pace.hold" if dose.hold else "pace.seconds", "")
        pace = pattern.format(pace=dose.pace, seconds=f"{dose.seconds:g}")
        self._pace.put(pace, dose.pace, 0, 0)


class Row(QWidget):
    """A soft word, a strong one, and dots; hidden while it has nothing to say. The short words are for
    where the long ones find no room."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._name = label(name, Role.SOFT)
        self._value = label("", Role.STRONG)
        self._dots = Dots(look)
        self._told: tuple[str, str, int, int] | None = None
        self._value.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._value.setMinimumWidth(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._name)
        row.addWidget(self._value)
        row.addWidget(self._dots)
        row.addStretch(1)

    def put(self, words: str, short: str, filled: int, total: int) -> None:
        """Show this, if it differs from what is shown."""
        if (words, short, filled, total) == self._told:
            return
        self._told = (words, short, filled, total)
        self._dots.put(filled, total)
        self._value.setAccessibleName(words)
        self.setVisible(bool(words))
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room may call for other words."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        if self._told is None:
            return
        words, short, _, total = self._told
        room = self.width() - self._name.sizeHint().width() - 10
        dots = self._dots.sizeHint().width() + 7 if total else 0
        wide = self._value.fontMetrics().horizontalAdvance
        chosen = short if short and wide(words) > room - dots else words
        put(self._value, chosen)
        self._dots.setVisible(total > 0 and wide(chosen) <= room - dots)
        self._name.setVisible(wide(chosen) <= room)


class NextCard(QFrame):
    """What comes after this step."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "next")
        self._word = label(self.tr("Next"), Role.EYEBROW)
        self._title = label("", Role.BODY)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 22, 0)
        row.setSpacing(16)
        row.addWidget(self._word)
        row.addWidget(self._title, 1)
        self.setMinimumHeight(56)

    def show_part(self, title: str, part: str) -> None:
        """The coming step's title, and its part of the body where that changes."""
        put(self._title, f"{title} · {part}" if title and part else title or self.tr("All done"))
