"""What to demonstrate: a routine, an area, or a basket of single strokes, and for how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.body import Area
from companion.domain.demonstration import Item, of_area, of_routine, of_strokes
from companion.domain.routine import Routine
from companion.domain.stroke import Stroke
from companion.domain.words import Words, routine_title
from companion.ui.theme import Look
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.text import Role, label
from companion.ui.widgets.toggles import Toggles

MINUTES = (0, 5, 10, 15, 20, 30)
"""How long a demonstration may be planned to last; 0 leaves the end open."""


class Source(Enum):
    """Where the strokes come from."""

    ROUTINE = auto()
    AREA = auto()
    BASKET = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """What was chosen: what it is called, its strokes in order, and the planned seconds (0: open)."""

    title: str
    basket: tuple[Item, ...]
    seconds: float


class Chooser(QWidget):
    """``changed`` carries a Wish each time another one was chosen."""

    changed = Signal(object)

    def __init__(
        self, look: Look, routines: Sequence[Routine], strokes: Mapping[str, Stroke], words: Words
    ) -> None:
        super().__init__()
        self._routines = {routine.id: routine for routine in routines if not routine.locked}
        self._strokes = strokes
        self._words = words
        self._source = Source.ROUTINE
        self._routine = next(iter(self._routines), "")
        self._area = Area.LEGS
        self._chosen: dict[Area, tuple[str, ...]] = {}
        self._minutes = 0
        titles = [(name, routine_title(words, name)) for name in self._routines]
        areas = [(area, words.phrases.get(f"area.{area}", area)) for area in Area]
        self._sources = Choices(
            look,
            self.tr("What do you want to show?"),
            (
                (Source.ROUTINE, self.tr("A routine")),
                (Source.AREA, self.tr("One area")),
                (Source.BASKET, self.tr("Single strokes")),
            ),
            self._take_source,
        )
        self._routine_choice = Choices(look, self.tr("Routine"), titles, self._take_routine)
        self._area_choice = Choices(look, self.tr("Area"), areas, self._take_area)
        self._pages: Mapping[Source, QWidget] = {
            Source.ROUTINE: self._routine_choice,
            Source.AREA: self._area_choice,
            Source.BASKET: self._basket(look, areas),
        }
        lengths = [(m, self.tr("%1 min").replace("%1", str(m)) if m else self.tr("Open")) for m in MINUTES]
        self._length = Choices(look, self.tr("Time"), lengths, self._take_minutes)
        self._lay_out()
        self._sources.put(self._source)
        self._routine_choice.put(self._routine)
        self._area_choice.put(self._area)
        self._length.put(self._minutes)
        self._fit_pages()

    def wish(self) -> Wish:
        """What is chosen just now."""
        match self._source:
            case Source.ROUTINE:
                routine = self._routines.get(self._routine)
                basket = of_routine(routine, self._strokes) if routine else ()
                title = routine_title(self._words, self._routine)
            case Source.AREA:
                basket = of_area(self._area, self._strokes)
                title = self._words.phrases.get(f"area.{self._area}", self._area)
            case Source.BASKET:
                basket = of_strokes(
                    (name for names in self._chosen.values() for name in names), self._strokes
                )
                title = self.tr("Demonstration")
        return Wish(title, basket, self._minutes * 60.0)

    def _take_source(self, source: Source) -> None:
        self._source = source
        self._fit_pages()
        self._tell()

    def _take_routine(self, routine: str) -> None:
        self._routine = routine
        self._tell()

    def _take_area(self, area: Area) -> None:
        self._area = area
        self._tell()

    def _take_strokes(self, area: Area, chosen: tuple[str, ...]) -> None:
        self._chosen = {**self._chosen, area: chosen}
        self._chosen = {each: self._chosen[each] for each in Area if each in self._chosen}
        self._tell()

    def _take_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.wish())

    def _fit_pages(self) -> None:
        """Only what belongs to the chosen source takes room."""
        for source, page in self._pages.items():
            page.setVisible(source is self._source)

    def _basket(self, look: Look, areas: Sequence[tuple[Area, str]]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for area, name in areas:
            options = [
                (stroke.id, self._words.strokes[stroke.id].title)
                for stroke in self._strokes.values()
                if stroke.area is area and stroke.id in self._words.strokes
            ]
            column.addWidget(label(name, Role.STRONG))
            column.addWidget(Toggles(look, name, options, partial(self._take_strokes, area)))
            column.addSpacing(6)
        return page

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("What do you want to show?"), Role.HEADING, wrap=True))
        column.addWidget(self._sources)
        column.addSpacing(4)
        for page in self._pages.values():
            column.addWidget(page)
        column.addSpacing(6)
        column.addWidget(label(self.tr("How long do you have?"), Role.HEADING, wrap=True))
        column.addWidget(self._length)
