"""The report for a therapist as a document: some weeks at a glance, from what the family noted."""

from collections.abc import Iterator, Mapping

from companion.domain.session import BabyState
from companion.domain.words import routine_title
from companion.handout.charts import Bar, Bars, Pair, Pairs
from companion.handout.lettering import READING, UNBROKEN, Run, Text, Weight, text
from companion.handout.paper import Document, Item, heading
from companion.handout.pieces import Cell, Column, Panel, Piece, Row, Space
from companion.handout.press import Press
from companion.services.report import LeftOut, Note, ReportSummary, Week

MOST_STROKES = 8
MOST_CUES = 10
LONGEST_NOTE = 900
NAMES = 138.0
COUNTS = 104.0
CHART = 320.0


def report_document(
    summary: ReportSummary, press: Press, *, nickname: str = "", cue_names: Mapping[str, str] | None = None
) -> Document:
    """The report. ``cue_names`` are the words for the cues of the catalogue, by id."""
    title = press.phrase("report.title")
    period = _period(summary, press)
    return Document(
        title=title,
        items=(
            Item(_head(summary, press, nickname, period)),
            *(_empty(press) if summary.is_empty else _told(summary, press, cue_names or {})),
            Item(text(press.phrase("report.honest"), press.ink.soft), 12.0),
        ),
        head=" · ".join(part for part in (title, nickname, period) if part),
        foot=press.stamp,
        page=press.words.phrases["handout.page"],
        ink=press.ink,
    )


def _head(summary: ReportSummary, press: Press, nickname: str, period: str) -> Piece:
    title = press.phrase("report.title")
    named = f"{title}: {nickname}" if nickname else title
    pieces: list[Piece] = [
        text(named, press.ink.ink, 26, Weight.HEAVY, leading=1.15),
        text(period, press.ink.strong, 14, Weight.STRONG),
        text(press.phrase("report.about"), press.ink.soft),
    ]
    if summary.practice:
        pieces.append(text(press.phrase("report.practice", times=summary.practice), press.ink.soft))
    return Column(tuple(pieces), gap=1)


def _period(summary: ReportSummary, press: Press) -> str:
    first, last = press.day(summary.first, "handout.date"), press.day(summary.last, "handout.date")
    return press.phrase("report.period", first=first, last=last)


def _empty(press: Press) -> tuple[Item, ...]:
    body = Column(
        (
            text(press.phrase("report.empty"), press.ink.ink, 16, Weight.HEAVY),
            text(press.phrase("report.empty.kind"), press.ink.ink, 13),
        ),
        gap=4,
    )
    return (Item(Panel(body, press.ink.pale, press.ink.line, padding=(16, 14)), 18.0),)


def _told(summary: ReportSummary, press: Press, cue_names: Mapping[str, str]) -> Iterator[Item]:
    yield Item(_facts(summary, press), 12.0)
    yield heading(press.phrase("report.weeks"), press.ink)
    yield Item(_weeks(summary, press), 2.0)
    yield from _states(summary, press)
    yield from _strokes(summary, press)
    yield from _cues(summary, press, cue_names)
    yield from _notes(summary, press)


def _facts(summary: ReportSummary, press: Press) -> Piece:
    """What is asked first, in large numbers."""
    tiles = [
        (str(summary.sessions), press.phrase("report.sessions")),
        (str(round(summary.seconds / 60)), press.phrase("report.minutes")),
        (str(summary.days), press.phrase("report.days")),
    ]
    if summary.goal is not None:
        met = press.phrase("report.of", part=summary.met, whole=len(summary.weeks))
        minutes = f"{summary.goal.minutes:g}"
        tiles.append((met, press.phrase("report.goal", minutes=minutes, days=summary.goal.days)))
    row = Row(tuple(Cell(_tile(number, words, press)) for number, words in tiles), gap=8)
    did = ", ".join(_routine(routine, times, press) for routine, times in summary.routines)
    return Column((row, Text((Run(did, press.ink.ink),))), gap=4)


def _routine(routine: str, times: int, press: Press) -> str:
    """A routine with its count; one that is not known any more goes by its id."""
    return press.phrase("report.cue", cue=routine_title(press.words, routine), times=times)


def _tile(number: str, words: str, press: Press) -> Piece:
    column = Column(
        (
            text(number, press.ink.strong, 22, Weight.HEAVY, leading=1.15),
            text(words, press.ink.ink, leading=1.2),
        )
    )
    return Panel(column, press.ink.pale, press.ink.line)


def _weeks(summary: ReportSummary, press: Press) -> Piece:
    confident = any(week.confidence is not None for week in summary.weeks)
    bars = tuple(_bar(week, summary, press, confident=confident) for week in summary.weeks)
    keys = ["report.weeks.key", *(["report.weeks.confidence"] if confident else [])]
    pieces: list[Piece] = [text(" ".join(press.phrase(key) for key in keys), press.ink.soft)]
    if summary.goal is not None:
        told = press.phrase("report.weeks.goal", minutes=f"{summary.goal.minutes:g}")
        pieces.append(text(told, press.ink.soft))
    return Column((*pieces, Space(3), Bars(bars, press.ink)))


def _bar(week: Week, summary: ReportSummary, press: Press, *, confident: bool) -> Bar:
    minutes = press.phrase("report.bar", minutes=round(week.seconds / 60))
    under = [press.day(week.first, "report.bar.date"), press.phrase("report.bar.times", times=week.sessions)]
    if summary.goal is not None:
        under.append(press.phrase("report.bar.days", part=week.days_met, whole=summary.goal.days))
    if confident:
        told = "–" if week.confidence is None else str(week.confidence)
        under.append(press.phrase("report.bar.confidence", confidence=told))
    return Bar(week.seconds / 60, minutes, tuple(under))


def _states(summary: ReportSummary, press: Press) -> Iterator[Item]:
    """How the baby was before and after, side by side, and the changes that were noted most."""
    if not summary.changes:
        return
    pairs = tuple(
        Pair(
            press.phrase(f"state.{int(state)}.name"),
            sum(change.times for change in summary.changes if change.before is state),
            sum(change.times for change in summary.changes if change.after is state),
        )
        for state in BabyState
    )
    heads = press.phrase("report.before"), press.phrase("report.after")
    often = [
        _change_words(change.before, change.after, change.times, press) for change in summary.changes[:3]
    ]
    beside = Column(
        (
            text(press.phrase("report.often"), press.ink.soft),
            *(text(line, press.ink.ink) for line in often),
            *_comfort(summary, press),
            *_oil(summary, press),
        ),
        gap=2,
        centred=True,
    )
    yield heading(press.phrase("report.states"), press.ink)
    yield Item(Row((Cell(Pairs(pairs, heads, press.ink), CHART), Cell(beside)), gap=16), 2.0)


def _change_words(before: BabyState, after: BabyState, times: int, press: Press) -> str:
    names = [press.phrase(f"state.{int(state)}.name") for state in (before, after)]
    return press.phrase("report.change", before=names[0], after=names[1], times=times)


def _comfort(summary: ReportSummary, press: Press) -> tuple[Piece, ...]:
    told = [
        press.phrase("report.comfort.face", face=face, times=times)
        for face, times in enumerate(summary.comforts)
        if times
    ]
    if not told:
        return ()
    return (
        Space(4),
        text(press.phrase("report.comfort"), press.ink.soft),
        text(", ".join(told), press.ink.ink),
    )


def _oil(summary: ReportSummary, press: Press) -> tuple[Piece, ...]:
    used, unused = summary.oil
    return (text(press.phrase("report.oil", used=used, unused=unused), press.ink.ink),) if used else ()


def _strokes(summary: ReportSummary, press: Press) -> Iterator[Item]:
    yield heading(press.phrase("report.strokes"), press.ink)
    endings = [press.phrase("report.finished", times=summary.finished)]
    endings += [_ending(reason, times, press) for reason, times in summary.stopped]
    yield Item(text("  ·  ".join(endings), press.ink.ink), 2.0, with_next=bool(summary.left_out))
    if not summary.left_out:
        yield Item(text(press.phrase("report.strokes.all"), press.ink.ink), 2.0)
        return
    for one in summary.left_out[:MOST_STROKES]:
        yield Item(_left_out(one, press), 3.0)
    if (more := len(summary.left_out) - MOST_STROKES) > 0:
        yield Item(text(press.phrase("report.strokes.more", count=more), press.ink.soft), 2.0)


def _ending(reason: str, times: int, press: Press) -> str:
    told = press.phrase("report.ending", why=press.phrase(f"report.why.{reason}"), times=times)
    return told.replace(" ", UNBROKEN)


def _left_out(one: LeftOut, press: Press) -> Piece:
    words = press.words.strokes.get(one.stroke)
    counts = [press.phrase("report.left-out", skipped=one.skipped, planned=one.planned)]
    if one.shortened:
        counts.append(press.phrase("report.shortened", shortened=one.shortened))
    told = ", ".join(part.replace(" ", UNBROKEN) for part in counts)
    why = ", ".join(_ending(reason, times, press) for reason, times in one.why)
    title = words.title if words else one.stroke
    return Row(
        (
            Cell(text(title, press.ink.ink, READING, Weight.STRONG), NAMES),
            Cell(text(told, press.ink.ink), COUNTS),
            Cell(text(why, press.ink.soft)),
        ),
        gap=10,
    )


def _cues(summary: ReportSummary, press: Press, names: Mapping[str, str]) -> Iterator[Item]:
    if not summary.cues and not summary.rests:
        return
    yield heading(press.phrase("report.cues"), press.ink)
    told = [
        press.phrase("report.cue", cue=_cue_name(cue, press, names), times=times)
        for cue, times in summary.cues[:MOST_CUES]
    ]
    if summary.rests:
        told.append(press.phrase("report.cue", cue=press.phrase("report.rests"), times=summary.rests))
    half = (len(told) + 1) // 2
    columns = (told[:half], told[half:])
    cells = tuple(Cell(Column(tuple(text(line, press.ink.ink) for line in part))) for part in columns)
    yield Item(Row(cells, gap=16), 2.0)


def _cue_name(cue: str, press: Press, names: Mapping[str, str]) -> str:
    return names.get(cue) or press.words.phrases.get(f"report.cue.{cue}") or cue


def _notes(summary: ReportSummary, press: Press) -> Iterator[Item]:
    if not summary.notes:
        return
    yield heading(press.phrase("report.notes"), press.ink)
    for number, note in enumerate(summary.notes):
        yield Item(_note(note, press), 6.0 if number else 2.0)


def _note(note: Note, press: Press) -> Piece:
    day = press.day(note.at.date(), "report.note.date")
    told = " ".join(_short(part, press) for part in (note.text, note.reaction) if part)
    head = Run(f"{day}  ", press.ink.strong, READING, Weight.STRONG)
    return Text((head, Run(told, press.ink.ink)))


def _short(note: str, press: Press) -> str:
    """The note in one paragraph, cut where it would fill the page: the diary has all of it."""
    plain = " ".join(note.split())
    return plain if len(plain) <= LONGEST_NOTE else plain[:LONGEST_NOTE] + press.phrase("report.note.cut")
