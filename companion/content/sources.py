"""Where facts come from, for people: what each source key of ``data/evidence/sources.toml`` stands for."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from companion.content.problems import read_toml
from companion.domain.errors import CompanionError

FILE = "data/evidence/sources.toml"


def load_citations(data: Path) -> Mapping[str, str]:
    """Source key -> citation. Raises CompanionError "content-broken" (file, where, what)."""
    entries, problems = read_toml(data / "evidence" / "sources.toml", FILE)
    if problems:
        first = problems[0]
        raise CompanionError("content-broken", file=first.file, where=first.where, what=first.what)
    return MappingProxyType({key: str(entry["citation"]) for key, entry in entries.items()})
