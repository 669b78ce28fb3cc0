"""What is laid over a demonstration: the map of keys, the strokes to go to, where the family looks, and the hints."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.ui.input.key_grid import key_grid
from companion.ui.stage_show.controls import ClockRow, FilmRow, Looks
from companion.ui.stage_show.displays import HERE, Display
from companion.ui.stage_show.hints import Hints, NoteField
from companion.ui.stage_show.keys import key_rows
from companion.ui.stage_show.view import ShowView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import PlayerButton
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.text import Role, label


class ShowKeySheet(Sheet):
    """The live map of keys, clickers and pedals."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, self.tr("Keys, clickers and pedals"), widest=860)
        self.body.addLayout(key_grid(look, key_rows(), (32, 6)))
        told = self.tr("Media keys work too. While you write a note, a clicker still goes on.")
        self.body.addWidget(label(told, Role.SOFT, wrap=True))


class StrokeSheet(Sheet):
    """All strokes of the basket; ``chosen`` carries the number of the one to go to."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget, titles: Sequence[str], at: int) -> None:
        super().__init__(look, parent, self.tr("Go to a stroke"), widest=860)
        options = [(number, f"{number + 1}  {title}") for number, title in enumerate(titles)]
        choices = Choices(look, self.tr("Stroke"), options, self.chosen.emit, PlayerButton)
        choices.put(at)
        self.body.addWidget(choices)


class DisplaySheet(Sheet):
    """Where the family looks; ``chosen`` carries a display's identity, or HERE."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget, others: Sequence[Display], now: str) -> None:
        super().__init__(look, parent, self.tr("Where does the family look?"), widest=760)
        options = [(display.identity, display.title) for display in others]
        options.append((HERE, self.tr("At this window")))
        choices = Choices(look, self.tr("Display"), options, self.chosen.emit, PlayerButton)
        choices.put(now)
        self.body.addWidget(choices)
        told = (
            self.tr("The display is known again the next time you plug it in.")
            if others
            else self.tr("No other display is plugged in. One that you plug in now is used at once.")
        )
        self.body.addWidget(label(told, Role.SOFT, wrap=True))


class HintSheet(Sheet):
    """All that the presenter's page has, for the one-screen way; ``asked`` carries a Show or a Desk."""

    asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, self.tr("For you"), widest=560, aside=True)
        self._clock = ClockRow(look)
        self._film = FilmRow(look)
        self._looks = Looks(look)
        self._hints = Hints(look)
        self.notes = NoteField(look)
        for part in (self._clock, self._film, self._looks, self._hints, self.notes):
            self.body.addWidget(part)
        for part in (self._clock, self._film, self._looks):
            part.asked.connect(self.asked)

    def show_view(self, view: ShowView) -> None:
        """Show this instant."""
        self._clock.show_part(view)
        self._film.show_part(view)
        self._looks.show_part(view)
        self._hints.put(view.card)
