"""The steps of a handout on paper: each with its figure, its dose, what to do and what to take care of."""

from collections.abc import Iterator, Sequence

from companion.domain.stroke import Pressure
from companion.handout.figure import figure_of
from companion.handout.lettering import READING, UNBROKEN, Run, Text, Weight, text, width_of
from companion.handout.pages import newspaper
from companion.handout.paper import HEAD, Item, room_of
from companion.handout.pieces import Cell, Column, Divider, Dots, Panel, Piece, Row
from companion.handout.press import Press, Room
from companion.handout.sheet import Entry

GUTTER = 22.0
PART = 14.0
SHARED = 84.0
"""Points up to which a part of the dose leaves room for the pressure beside it."""


def step_rows(entries: Sequence[Entry], press: Press, room: Room) -> Iterator[Item]:
    """One step a row, its words beside the figure."""
    for number, entry in enumerate(entries):
        wide, tall = room.figure
        figure = figure_of(entry, press.strokes, press.palette, press.ink.line, tall)
        title = Text((*_title(entry, press, room), *_alias(entry, press, before="   ")), leading=1.2)
        dose = Row((Cell(_dose(entry.dose, press)), *_pressure(entry, press)), gap=8)
        paragraphs = (_line(entry, press), _care(entry, press))
        words = (Text(runs, leading=room.leading) for runs in paragraphs if runs)
        column = Column((title, dose, *words), gap=(room.leading - 1.2) * 20, centred=True)
        row = Row((Cell(figure, wide), Cell(column)), gap=12)
        yield Item(_with_first(entry, row, press), room.air if number else 4.0)


def step_columns(entries: Sequence[Entry], press: Press, room: Room, top: Sequence[Item]) -> Iterator[Item]:
    """Steps in two columns, most of the words below the figure; ``top`` is what stands above them on the first page."""
    width, height = room_of(press.size)
    above = sum(item.piece.height(width) + item.above for item in top) - top[0].above
    half = (width - GUTTER) / 2
    cards = [_with_first(entry, _card(entry, press, room), press) for entry in entries]
    heights = [card.height(half) for card in cards]
    for number, spread in enumerate(newspaper(heights, room.air, height - above - 4.0, height - HEAD)):
        left, right = (
            Column(tuple(cards[i] for i in part), room.air) for part in (spread.left, spread.right)
        )
        row = Row((Cell(left), Cell(Divider(press.ink.faint), GUTTER), Cell(right)), gap=0)
        yield Item(row, room.air if number else 4.0)


def _card(entry: Entry, press: Press, room: Room) -> Piece:
    wide, tall = room.figure
    figure = figure_of(entry, press.strokes, press.palette, press.ink.line, tall)
    alias = _alias(entry, press, before="")
    beside = Column(
        (
            Text(_title(entry, press, room), leading=1.1),
            *((Text(alias, leading=1.15),) if alias else ()),
            *_dose_and_pressure(entry, press),
        ),
        gap=1.5,
        centred=True,
    )
    care = _care(entry, press)
    below = (*_line(entry, press), *((Run("  ", press.ink.ink), *care) if care else ()))
    top = Row((Cell(figure, wide), Cell(beside)), gap=9)
    return Column((top, Text(below, leading=room.leading)), gap=3)


def _with_first(entry: Entry, piece: Piece, press: Press) -> Piece:
    """The step below the name of the part of the body that begins, and what comes first on a band."""
    strong = press.ink.strong
    pieces: list[Piece] = []
    if entry.part:
        pieces.append(text(entry.part, strong, PART, Weight.HEAVY, leading=1.1))
    if entry.first:
        lines = tuple(text(line, strong, READING, Weight.STRONG, leading=1.2) for line in entry.first)
        pieces.append(Panel(Column(lines), press.ink.pale, padding=(8, 3), radius=6))
    return Column((*pieces, piece), gap=4) if pieces else piece


def _title(entry: Entry, press: Press, room: Room) -> tuple[Run, ...]:
    number = Run(f"{entry.number}  ", press.ink.mark, room.title, Weight.HEAVY)
    return number, Run(entry.title, press.ink.ink, room.title, Weight.HEAVY)


def _alias(entry: Entry, press: Press, *, before: str) -> tuple[Run, ...]:
    if not entry.alias:
        return ()
    return (Run(before + press.phrase("handout.alias", alias=entry.alias), press.ink.soft),)


def _line(entry: Entry, press: Press) -> tuple[Run, ...]:
    return (Run(entry.line, press.ink.ink),)


def _care(entry: Entry, press: Press) -> tuple[Run, ...]:
    if not entry.cautions:
        return ()
    head = Run(press.phrase("handout.care") + " ", press.ink.warn, READING, Weight.STRONG)
    return head, Run(" ".join(entry.cautions), press.ink.warn)


def _dose_and_pressure(entry: Entry, press: Press) -> tuple[Piece, ...]:
    """Dose and pressure one under the other; what is left of the dose after two parts shares the pressure's line."""
    pressure = tuple(cell.piece for cell in _pressure(entry, press))
    rest = entry.dose[2:]
    wide = width_of(_joined(rest), weight=Weight.STRONG)
    if not (rest and pressure) or wide > SHARED:
        return (_dose(entry.dose, press), *pressure)
    shared = Row((Cell(_dose(rest, press), wide + 1), Cell(pressure[0])), gap=8)
    return _dose(entry.dose[:2], press), shared


def _dose(parts: Sequence[str], press: Press) -> Piece:
    """Parts of the dose in one line or two; none of them is broken."""
    return text(_joined(parts), press.ink.strong, READING, Weight.STRONG, leading=1.2)


def _joined(parts: Sequence[str]) -> str:
    return f"{UNBROKEN}· ".join(part.replace(" ", UNBROKEN) for part in parts)


def _pressure(entry: Entry, press: Press) -> tuple[Cell, ...]:
    if not entry.pressure:
        return ()
    firmest = int(max(entry.pressure))
    dots = Dots(firmest + 1, len(Pressure), press.ink.mark)
    short = text(press.phrase(f"pressure.p{firmest}.short"), press.ink.soft, leading=1.2)
    return (Cell(Row((Cell(dots, 32.0), Cell(short)), gap=6), 104.0),)
