"""The days of a baby while they are written: the one that lies open, what is kept at once, and the way back."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from companion.domain.clock import Clock
from companion.domain.day_card import BLOCK_MINUTES, BLOCKS, DayCard, baseline
from companion.services.ports import DayCards


class Book:
    """One day lies open. Each change is kept before it is shown; all may raise CompanionError."""

    def __init__(self, cards: DayCards, clock: Clock) -> None:
        self._cards = cards
        self._clock = clock
        self._past: list[tuple[DayCard, str]] = []
        self._drawn: dict[date, DayCard] = {}
        self.card = DayCard("", date.min)

    @property
    def can_undo(self) -> bool:
        """Whether anything was changed here."""
        return bool(self._past)

    def know(self, babies: Collection[str]) -> None:
        """Begin anew with what is kept now: of other babies nothing can be taken back any more."""
        self._drawn = {}
        self._past = [(card, typing) for card, typing in self._past if card.baby in babies]

    def open(self, baby: str, day: date) -> None:
        """Open a day, as it is kept now; one that is still to come opens today."""
        day = min(day, self.today())
        if baby != self.card.baby:
            self._drawn = {}
        known = self._cards.cards_between(baby, date.min, date.max) if not self._drawn else ()
        self._drawn |= {card.day: card for card in known}
        self.card = self._cards.card(baby, day)

    def turn(self, days: int) -> None:
        """Open the day so many days on."""
        if date.min + timedelta(days=31) < self.card.day:
            self.open(self.card.baby, self.card.day + timedelta(days=days))

    def change(self, card: DayCard, typing: str = "") -> None:
        """Keep the day as it is told now. Letters typed one after another into one field (``typing``) are one step."""
        if card == self.card:
            return
        self._cards.keep_card(card)
        last, field = self._past[-1] if self._past else (None, "")
        same = last is not None and (last.baby, last.day) == (card.baby, card.day)
        if not (typing and typing == field and same):
            self._past.append((self.card, typing))
        self._take(card)

    def undo(self) -> bool:
        """Take the newest change back, and open its day; False when there is none."""
        if not self._past:
            return False
        card, _ = self._past[-1]
        self._cards.keep_card(card)
        self._past.pop()
        if card.baby != self.card.baby:
            self.open(card.baby, card.day)
        self._take(card)
        return True

    def today(self) -> date:
        """The day that the wall shows."""
        return self._clock.wall().date()

    def limit(self) -> int:
        """The last quarter of an hour of the open day that has begun."""
        now: datetime = self._clock.wall()
        if self.card.day < now.date():
            return BLOCKS - 1
        return (now.hour * 60 + now.minute) // BLOCK_MINUTES

    def baseline(self) -> tuple[int, float | None]:
        """How many days of this baby were drawn, and minutes of crying and fussing a day over the first seven."""
        drawn = [card for card in self._drawn.values() if card.is_drawn]
        return len(drawn), baseline(drawn)

    def _take(self, card: DayCard) -> None:
        self.card = card
        self._drawn[card.day] = card
