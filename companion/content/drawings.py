"""Knows a stroke's choreographies by variant and builds each one when it is first asked for."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from companion.content.problems import Table

if TYPE_CHECKING:
    from companion.domain.figure.choreography import Choreography


class Choreographies(Mapping[str, "Choreography"]):
    """Variant -> choreography, "" being the plain stroke. Building one raises CompanionError when it is broken;
    ``library`` builds all of them once before it trusts the files."""

    def __init__(self, tables: Mapping[str, Table], where: str) -> None:
        self._tables = tables
        self._where = where
        self._built: dict[str, Choreography] = {}

    def __getitem__(self, variant: str) -> "Choreography":
        if variant not in self._built:
            from companion.content.figure_format import choreography  # noqa: PLC0415 - not needed to start

            self._built[variant] = choreography(self._tables[variant], self._place(variant))
        return self._built[variant]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def _place(self, variant: str) -> str:
        return f"{self._where}.figures.{variant}" if variant else f"{self._where}.figure"


def drawings_of(stroke: str, entry: Table) -> Choreographies:
    """The choreographies that stand in a stroke's table."""
    plain: dict[str, Table] = {"": entry["figure"]} if entry.get("figure") else {}
    return Choreographies(plain | entry.get("figures", {}), stroke)
