"""Every choreography that stands in data/strokes, read as the program reads it."""

from functools import cache
from pathlib import Path

from companion.content.figure_format import choreography
from companion.content.problems import read_toml
from companion.domain.body import Side
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.figure import hand_states
from companion.domain.figure.performance import HandState

STROKES = Path(__file__).parents[3] / "data" / "strokes"
SIDES = (Side.RIGHT, Side.LEFT)
INSTANTS = tuple(k / 60 for k in range(60))


@cache
def authored() -> dict[str, Choreography]:
    """Name, with @variant where it has one, to choreography."""
    found: dict[str, Choreography] = {}
    for file in sorted(STROKES.glob("*.toml")):
        for stroke, entry in read_toml(file, file.name)[0].items():
            tables = {stroke: entry.get("figure")} | {
                f"{stroke}@{v}": t for v, t in entry.get("figures", {}).items()
            }
            found |= {name: choreography(table, name) for name, table in tables.items() if table}
    return found


@cache
def performed(name: str, side: Side) -> tuple[tuple[HandState, ...], ...]:
    """The hands at sixty instants of a loop."""
    return tuple(hand_states(authored()[name], side, phase) for phase in INSTANTS)
