"""Turns tables of the right shape into the domain's strokes, routines and words."""

from collections.abc import Mapping
from types import MappingProxyType

from companion.content.drawings import drawings_of
from companion.content.problems import Table
from companion.content.tables import Tables
from companion.domain.body import Area, Position
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.settings import Advance
from companion.domain.stroke import Evidence, Laterality, Pressure, Readiness, Stroke, StrokeKind
from companion.domain.words import RoutineWords, StrokeWords, Words

PRESSURES = {"p0": Pressure.P0, "p1": Pressure.P1, "p2": Pressure.P2}


def strokes_of(tables: Tables) -> Mapping[str, Stroke]:
    """All strokes by id."""
    return MappingProxyType({stroke: stroke_of(stroke, entry) for stroke, entry in tables.strokes.items()})


def stroke_of(stroke: str, entry: Table) -> Stroke:
    """One stroke from its table."""
    return Stroke(
        id=stroke,
        code=entry["code"],
        area=Area(entry["area"]),
        kind=StrokeKind(entry["kind"]),
        positions=tuple(Position(name) for name in entry["positions"]),
        laterality=Laterality(entry["laterality"]),
        hands=entry["hands"],
        pressure=_pressure(entry["pressure"]),
        seconds=float(entry["seconds"]),
        times=entry["times"],
        times_range=(entry["times_range"][0], entry["times_range"][1]),
        readiness=Readiness(entry["readiness"]),
        one_hand=entry["one_hand"],
        avoid=tuple(entry["avoid"]),
        evidence=Evidence(entry["evidence"]),
        sources=tuple(entry["sources"]),
        choreographies=drawings_of(stroke, entry),
        hold_seconds=float(entry.get("hold_seconds", 0.0)),
        readiness_at={Position(at): Readiness(when) for at, when in entry.get("readiness_at", {}).items()},
        laterality_at={at: Laterality(how) for at, how in entry.get("laterality_at", {}).items()},
        variants=tuple(entry.get("variants", ())),
    )


def routines_of(tables: Tables, strokes: Mapping[str, Stroke]) -> Mapping[str, Routine]:
    """All routines by id; steps take what they leave out from their stroke. Raises KeyError: unknown stroke."""
    return MappingProxyType({name: routine_of(entry, strokes) for name, entry in tables.routines.items()})


def routine_of(entry: Table, strokes: Mapping[str, Stroke]) -> Routine:
    """One routine from its file. Raises KeyError when a step names an unknown stroke."""
    locked: bool = entry["locked"]
    return Routine(
        id=entry["id"],
        minutes=(entry["minutes"][0], entry["minutes"][1]),
        locked=locked,
        blocks=tuple(_block(block, strokes, locked=locked) for block in entry["block"]),
        evidence=Evidence(entry["evidence"]),
        sources=tuple(entry["sources"]),
        from_weeks=entry["from_weeks"],
        avoid=tuple(entry["avoid"]),
        clothed=entry.get("clothed", False),
    )


def words_of(tables: Tables, language: str) -> Words:
    """All words; variants take what they leave out from the plain stroke. Raises KeyError: no plain stroke."""
    plain = tables.stroke_words
    return Words(
        language=language,
        strokes=MappingProxyType({key: _stroke_words(plain, key) for key in plain}),
        routines=MappingProxyType(
            {key: RoutineWords(**entry) for key, entry in tables.routine_words.items()}
        ),
        phrases=MappingProxyType(tables.phrases),
        messages=MappingProxyType(tables.messages),
    )


def _block(block: Table, strokes: Mapping[str, Stroke], *, locked: bool) -> Block:
    return Block(
        area=Area(block["area"]),
        position=Position(block["position"]),
        sides=BlockSides(block["sides"]),
        steps=tuple(_step(step, strokes[step["stroke"]], locked=locked) for step in block["steps"]),
        rounds=block.get("rounds", 1),
    )


def _step(step: Table, stroke: Stroke, *, locked: bool) -> RoutineStep:
    """Locked steps have no doses at all, whatever the stroke's usual ones are."""
    return RoutineStep(
        stroke=stroke.id,
        times=0 if locked else step.get("times", stroke.times),
        seconds=0.0 if locked else float(step.get("seconds", stroke.seconds)),
        pressure=_pressure(step["pressure"]) if "pressure" in step else stroke.pressure,
        variant=step.get("variant", ""),
        optional=step.get("optional", False),
        advance=Advance(step["advance"]) if "advance" in step else None,
    )


def _stroke_words(words: Mapping[str, Table], key: str) -> StrokeWords:
    entry = words[key]
    plain = words[key.partition("@")[0]]
    return StrokeWords(
        title=entry["title"],
        alias=entry.get("alias", plain["alias"]),
        line=entry["line"],
        purpose=entry.get("purpose", plain["purpose"]),
        cautions=tuple(entry.get("cautions", plain["cautions"])),
        say_first=entry["say_first"],
        say_again=entry["say_again"],
        say_other_side=entry.get("say_other_side", ""),
    )


def _pressure(names: list[str]) -> tuple[Pressure, ...]:
    return tuple(PRESSURES[name] for name in names)
