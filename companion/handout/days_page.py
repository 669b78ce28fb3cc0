"""The day and time chart as a document: two weeks at a glance, and below them each day in words."""

from collections.abc import Iterator

from companion.domain.day_card import DayCard, Doing, Stool
from companion.handout.days_chart import DaysChart, Key
from companion.handout.lettering import READING, UNBROKEN, Run, Text, Weight, text
from companion.handout.paper import Document, Item, heading
from companion.handout.pieces import Column, Piece
from companion.handout.press import Press
from companion.services.pictures import Row

DOINGS = (Doing.SLEEP, Doing.CONTENT, Doing.FEEDING, Doing.FUSSING, Doing.CRYING)


def days_document(rows: tuple[Row, ...], press: Press, *, nickname: str = "") -> Document:
    """The chart of these days, oldest first; there is at least one."""
    title = press.phrase("days.title")
    first, last = (press.day(rows[at].card.day, "handout.date") for at in (0, -1))
    period = press.phrase("report.period", first=first, last=last)
    named = f"{title}: {nickname}" if nickname else title
    head = Column(
        (
            text(named, press.ink.ink, 26, Weight.HEAVY, leading=1.15),
            text(period, press.ink.strong, 14, Weight.STRONG),
            text(press.phrase("days.about"), press.ink.soft),
        ),
        gap=1,
    )
    names = tuple(press.day(row.card.day, "days.name") for row in rows)
    keys = (
        *((doing, press.phrase(f"days.{doing}")) for doing in DOINGS),
        (None, press.phrase("days.massage")),
    )
    return Document(
        title=title,
        items=(
            Item(head),
            Item(DaysChart(rows, names, press.ink), 14.0),
            Item(Key(keys, press.ink), 4.0),
            *_told(rows, names, press),
            Item(text(press.phrase("report.honest"), press.ink.soft), 12.0),
        ),
        head=" · ".join(part for part in (title, nickname, period) if part),
        foot=press.stamp,
        page=press.words.phrases["handout.page"],
        ink=press.ink,
    )


def _told(rows: tuple[Row, ...], names: tuple[str, ...], press: Press) -> Iterator[Item]:
    known = [(name, told) for row, name in zip(rows, names, strict=True) if (told := _day(row, press))]
    if not known:
        yield Item(text(press.phrase("days.empty"), press.ink.ink, 13, Weight.STRONG), 10.0)
        return
    yield heading(press.phrase("days.words"), press.ink, above=10.0)
    for name, told in known:
        yield Item(_line(name, told, press), 2.0)


def _line(name: str, told: str, press: Press) -> Piece:
    head = Run(f"{name}  ", press.ink.strong, READING, Weight.STRONG)
    return Text((head, Run(told, press.ink.ink)))


def _day(row: Row, press: Press) -> str:
    """All that was noted of a day."""
    card = row.card
    parts = [_spent(doing, card, press) for doing in DOINGS if card.minutes(doing)]
    if row.massages:
        times = ", ".join(f"{minute // 60}:{minute % 60:02}" for minute in row.massages)
        parts.append(press.phrase("days.massages", times=times))
    if card.stools is not None:
        parts.append(press.phrase("days.stools", stools=_stools(card.stools, press)))
    if card.tummy_minutes is not None:
        parts.append(press.phrase("days.tummy", minutes=card.tummy_minutes))
    if card.wakes is not None:
        parts.append(press.phrase("days.wakes", times=card.wakes))
    kept = [part.replace(" ", UNBROKEN) for part in parts]
    return " · ".join([*kept, *([" ".join(card.feeding.split())] if card.feeding.strip() else [])])


def _spent(doing: Doing, card: DayCard, press: Press) -> str:
    hours, minutes = divmod(card.minutes(doing), 60)
    key = "days.spent" if hours else "days.spent-short"
    return press.phrase(key, doing=press.phrase(f"days.{doing}"), hours=hours, minutes=minutes)


def _stools(stools: tuple[Stool, ...], press: Press) -> str:
    counts = [
        f"{stools.count(stool)} {press.phrase(f'days.stool.{stool}')}" for stool in Stool if stool in stools
    ]
    return ", ".join(counts) or press.phrase("days.stool.none")
