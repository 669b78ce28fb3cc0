"""The handout of a routine as a document: what to know first, each step with its figure, and when to get help."""

from collections.abc import Sequence

from companion.handout.figure import whole_baby
from companion.handout.lettering import READING, Run, Text, Weight, points, text
from companion.handout.paper import Document, Item, pages_of
from companion.handout.pieces import Cell, Column, Panel, Piece, Row, Space
from companion.handout.press import ROOMS, Press, Room
from companion.handout.sheet import Sheet, numbered
from companion.handout.steps import step_columns, step_rows

TWO_PAGES = 2


def routine_document(sheet: Sheet, press: Press) -> Document:
    """The handout with the most room that takes two pages, or else as few pages as it can."""
    best: tuple[int, Document] | None = None
    for room in ROOMS:
        document = _document(sheet, press, room)
        pages = pages_of(document, press.size)
        if best is None or pages < best[0]:
            best = pages, document
        if pages <= TWO_PAGES:
            break
    assert best is not None
    return best[1]


def _document(sheet: Sheet, press: Press, room: Room) -> Document:
    top = (
        Item(_title(sheet, press, room)),
        Item(_boxes(sheet, press, room), room.air),
        Item(
            text(press.phrase("handout.steps"), press.ink.strong, 15, Weight.HEAVY), room.air, with_next=True
        ),
    )
    steps = (
        step_columns(sheet.entries, press, room, top)
        if room.columns
        else step_rows(sheet.entries, press, room)
    )
    return Document(
        title=sheet.told.title,
        items=(*top, *steps, Item(_help(press, room), room.air + 4)),
        head=sheet.told.title,
        foot=press.stamp,
        page=press.words.phrases["handout.page"],
        ink=press.ink,
    )


def _title(sheet: Sheet, press: Press, room: Room) -> Piece:
    shortest, longest = sheet.minutes
    minutes = press.phrase("handout.minutes", shortest=shortest, longest=longest)
    title = (
        Run(sheet.told.title + "   ", press.ink.ink, 30, Weight.HEAVY),
        Run(minutes, press.ink.strong, 14, Weight.STRONG),
    )
    summary = (
        Run(sheet.told.summary + "  ", press.ink.ink, READING),
        Run(press.phrase("handout.sure") + " ", press.ink.strong, READING, Weight.STRONG),
        Run(press.phrase(f"evidence.{sheet.evidence}"), press.ink.soft, READING),
    )
    words = Column((Text(title, leading=1.15), Text(summary, leading=room.leading)), gap=2, centred=True)
    if not room.baby or sheet.growing:
        return words
    baby = whole_baby(press.palette, press.ink.line, room.baby)
    return Row((Cell(words), Cell(baby, room.baby * 0.9)), gap=18)


def _boxes(sheet: Sheet, press: Press, room: Room) -> Piece:
    """For whom and not for whom, what to see to before, and when to stop."""
    ink, leading = press.ink, room.leading
    before = points(sheet.before, ink.ink, ink.mark, leading=leading)
    stop = points(sheet.stop, ink.ink, ink.warn, leading=leading)
    leads = "handout.growing.stop" if sheet.growing else "handout.stop"
    fine = (
        (press.phrase("handout.for"), text(sheet.told.for_whom, ink.ink, leading=leading)),
        (press.phrase("handout.before"), before),
    )
    care = (
        (press.phrase("handout.not-for"), text(sheet.told.not_for, ink.ink, leading=leading)),
        (press.phrase(leads), stop),
    )
    return Row(
        (
            Cell(_box(fine, ink.pale, ink.line, ink.strong)),
            Cell(_box(care, ink.warn_pale, ink.warn_line, ink.warn)),
        ),
        gap=10,
    )


def _box(parts: Sequence[tuple[str, Piece]], fill: str, edge: str, colour: str) -> Piece:
    pieces: list[Piece] = []
    for title, piece in parts:
        pieces += [Space(4)] if pieces else []
        pieces += [text(title, colour, 13, Weight.HEAVY), piece]
    return Panel(Column(tuple(pieces), gap=1), fill, edge)


def _help(press: Press, room: Room) -> Piece:
    ink = press.ink
    call = (
        Run(press.phrase("help.call") + ": ", ink.warn, READING, Weight.STRONG),
        Run(" ".join(numbered(press.words.phrases, "help.call")), ink.ink),
    )
    now = Column((*_signs("help.now", press, room), Space(5), *_whom_to_call(press, room)))
    today = Column(_signs("help.today", press, room))
    body = Column(
        (
            text(press.phrase("handout.help"), ink.warn, 15, Weight.HEAVY),
            Row((Cell(now), Cell(today)), gap=16),
            Space(2),
            Text(call, leading=room.leading),
        ),
        gap=2,
    )
    return Panel(body, ink.warn_pale, ink.warn_line, padding=(12, 8), pen=1.2)


def _signs(key: str, press: Press, room: Room) -> tuple[Piece, ...]:
    lines = numbered(press.words.phrases, key)
    signs = points(lines, press.ink.ink, press.ink.warn, gap=0.0, leading=room.leading)
    return text(press.phrase(key), press.ink.warn, 13, Weight.HEAVY), signs


def _whom_to_call(press: Press, room: Room) -> tuple[Piece, ...]:
    ink = press.ink
    keys = ("emergency", "nurse", "nurse.tollfree")
    emergency, nurse, free = (press.phrase(f"help.number.{key}") for key in keys)
    numbers = press.phrase("handout.numbers", emergency=emergency, nurse=nurse, free=free)
    crying = (
        Run(press.phrase("handout.crying") + " ", ink.ink),
        Run(press.phrase("handout.shake"), ink.ink, READING, Weight.HEAVY),
    )
    return (
        Text(crying, leading=room.leading),
        Space(5),
        text(numbers, ink.warn, 13, Weight.STRONG),
        text(press.phrase("help.number.where"), ink.soft, leading=room.leading),
    )
