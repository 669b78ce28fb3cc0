"""What the handout of a routine says: one entry a stroke with both sides in it, and what goes before and after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from companion.domain.body import Area, Position, Side
from companion.domain.errors import CompanionError
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.stroke import Evidence, Laterality, Pressure, Stroke, StrokeKind
from companion.domain.words import RoutineWords, Words

MINUTES_FROM = 120.0
"""Seconds from which on a hold is told in minutes."""
MANY = 20
"""Entries from which on a handout is told part by part of the body."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered step. ``first`` are words that come before it (turn baby over, do a set three times);
    ``dose`` are short lines; ``cautions`` leaves out what an entry before has told already, and those of
    asking, which ``Sheet.before`` tells. ``part`` is the part of the body that begins here, in a long handout."""

    number: int
    stroke: str
    variant: str
    area: Area
    position: Position
    side: Side
    seconds: float
    pressure: tuple[Pressure, ...]
    kind: StrokeKind
    title: str
    alias: str
    line: str
    first: tuple[str, ...]
    dose: tuple[str, ...]
    cautions: tuple[str, ...]
    part: str = ""

    @property
    def words(self) -> str:
        """Key of its words (``resting-hands@chest``)."""
        return f"{self.stroke}@{self.variant}" if self.variant else self.stroke


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a handout says about a routine, in order. ``growing``: it is for a child who can say no in words;
    ``stop`` says what shows that the baby or child wants a rest."""

    routine: str
    told: RoutineWords
    minutes: tuple[int, int]
    evidence: Evidence
    growing: bool
    before: tuple[str, ...]
    stop: tuple[str, ...]
    entries: tuple[Entry, ...]


def sheet_of(
    routine: Routine, strokes: Mapping[str, Stroke], words: Words, told: RoutineWords | None = None
) -> Sheet:
    """The handout of a routine; ``told`` replaces the routine's own words (a therapist's programme has its own).

    Raises CompanionError ``routine-locked``: only a therapist may hand out a routine that has no doses.
    """
    if routine.locked:
        raise CompanionError("routine-locked", name=routine.id)
    growing = any(block.area is Area.GROWING for block in routine.blocks)
    phrases = words.phrases
    return Sheet(
        routine.id,
        told or words.routines[routine.id],
        routine.minutes,
        routine.evidence,
        growing,
        numbered(phrases, "handout.growing.before") if growing else _before(routine, words),
        numbered(phrases, "handout.growing.stop") if growing else numbered(phrases, "rest.look")[1:],
        tuple(_said_once(_by_area(tuple(_entries(routine, strokes, words)), words))),
    )


def numbered(phrases: Mapping[str, str], key: str) -> tuple[str, ...]:
    """The phrases ``key.1``, ``key.2`` and so on, in order."""
    found = {int(name.removeprefix(f"{key}.")): name for name in phrases if _is_numbered(name, key)}
    return tuple(phrases[found[number]] for number in sorted(found))


def amount(value: float) -> str:
    """A number of seconds as it is written: ``4``, ``1.5``."""
    return f"{value:g}"


def _is_numbered(name: str, key: str) -> bool:
    return name.startswith(f"{key}.") and name.removeprefix(f"{key}.").isdigit()


def _before(routine: Routine, words: Words) -> tuple[str, ...]:
    """What to see to before beginning; tummy strokes want a longer time after a feed (brief section 1.3)."""
    tummy = any(block.area is Area.TUMMY for block in routine.blocks)
    phrases = words.phrases
    feed = "handout.before.fed-tummy" if tummy else "handout.before.fed"
    clothed = (phrases["handout.before.clothed"],) if routine.clothed else ()
    return phrases[feed], *numbered(phrases, "handout.before"), *clothed


def _entries(routine: Routine, strokes: Mapping[str, Stroke], words: Words) -> Iterator[Entry]:
    number = 0
    lying: Position | None = None
    for block in routine.blocks:
        turn = _turn(lying, block.position, words)
        lying = block.position
        last = number + len(block.steps)
        for place, step in enumerate(block.steps):
            number += 1
            first = (*turn, *_set(block, number, last, words)) if place == 0 else ()
            if step.optional:
                first = (*first, words.phrases["handout.optional"])
            yield _entry(number, block, step, strokes[step.stroke], first, words)


def _turn(before: Position | None, now: Position, words: Words) -> tuple[str, ...]:
    """How the baby is moved, where the position changes."""
    if before is None or before is now:
        return ()
    line = {
        Position.ON_TUMMY: "line.turn-over",
        Position.ON_CHEST: "line.onto-chest",
        Position.ON_BACK: "line.onto-back",
    }.get(now)
    came_from_back = before in {Position.HELD, Position.ANY} and now is Position.ON_BACK
    return (words.phrases[line],) if line and not came_from_back else ()


def _set(block: Block, first: int, last: int, words: Words) -> tuple[str, ...]:
    """How steps of a block belong together."""
    if first == last:
        return ()
    found: list[str] = []
    if block.sides is BlockSides.EACH:
        found.append(words.phrases["handout.set.each"].format(first=first, last=last))
    if block.rounds > 1:
        found.append(words.phrases["handout.set.rounds"].format(first=first, last=last, rounds=block.rounds))
    return tuple(found)


def _entry(
    number: int, block: Block, step: RoutineStep, stroke: Stroke, first: tuple[str, ...], words: Words
) -> Entry:
    said = words.strokes[f"{step.stroke}@{step.variant}" if step.variant else step.stroke]
    each = block.sides is BlockSides.EACH or stroke.laterality_of(step.variant) is Laterality.EACH
    return Entry(
        number=number,
        stroke=step.stroke,
        variant=step.variant,
        area=block.area,
        position=block.position,
        side=Side.RIGHT if each else Side.NONE,
        seconds=step.seconds,
        pressure=step.pressure,
        kind=stroke.kind,
        title=said.title,
        alias="" if said.alias.lower() == said.title.lower() else said.alias,
        line=said.line,
        first=first,
        dose=_dose(step, stroke, block.area if each else None, words),
        cautions=() if stroke.kind is StrokeKind.ASK else said.cautions,
    )


def _dose(step: RoutineStep, stroke: Stroke, each: Area | None, words: Words) -> tuple[str, ...]:
    phrases = words.phrases
    seconds = amount(step.seconds)
    if stroke.kind is StrokeKind.ASK:
        return (phrases["handout.dose.ask"],)
    if step.times == 1 and step.seconds >= MINUTES_FROM:
        lines = [phrases["handout.dose.minutes"].format(minutes=amount(round(step.seconds / 60, 1)))]
    elif step.times == 1:
        lines = [phrases["handout.dose.once"].format(seconds=seconds)]
    else:
        lines = [
            phrases["handout.dose.times"].format(times=step.times),
            phrases["handout.dose.seconds"].format(seconds=seconds),
        ]
    if stroke.hold_seconds:
        lines.append(phrases["handout.dose.hold"].format(seconds=amount(stroke.hold_seconds)))
    if each is not None:
        lines.append(phrases.get(f"handout.each.{each}", phrases["handout.each"]))
    return tuple(lines)


def _by_area(entries: tuple[Entry, ...], words: Words) -> Iterator[Entry]:
    """The same entries; where there are many, the first of each part of the body says which part comes now."""
    before: Area | None = None
    for entry in entries:
        is_new = len(entries) >= MANY and entry.area not in {before, Area.CONTACT}
        before = entry.area
        yield replace(entry, part=words.phrases[f"area.{entry.area}"]) if is_new else entry


def _said_once(entries: Iterator[Entry]) -> Iterator[Entry]:
    """The same entries; a caution stands only where it comes first."""
    said = set[str]()
    for entry in entries:
        yield replace(entry, cautions=tuple(caution for caution in entry.cautions if caution not in said))
        said |= set(entry.cautions)
