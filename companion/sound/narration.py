"""The manifest of shipped lines: which file says which text, and how long it takes."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

log = logging.getLogger(__name__)

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """One rendered line: the fingerprint of what it says (``domain.spoken.text_hash``) and its length."""

    text_hash: str
    seconds: float


def line_file(folder: Path, line: str) -> Path:
    """Where a line's sound lies."""
    return folder / f"{line}.ogg"


def read_manifest(folder: Path) -> dict[str, ShippedLine]:
    """The lines shipped in this folder by id; empty, with a line in the log, when there are none to be read."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        log.warning("the list of shipped lines in %s cannot be read: %s", folder.name, error)
        return {}
    if not isinstance(told, dict):
        return {}
    lines = ((line, _shipped(entry)) for line, entry in cast("dict[str, object]", told).items())
    return {line: shipped for line, shipped in lines if shipped is not None}


def write_manifest(folder: Path, lines: Mapping[str, ShippedLine]) -> None:
    """Write the list, one line of text per entry, sorted by id."""
    rows = (
        f"{json.dumps(line)}: {json.dumps({'text_hash': s.text_hash, 'seconds': s.seconds})}"
        for line, s in sorted(lines.items())
    )
    (folder / MANIFEST).write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def _shipped(entry: object) -> ShippedLine | None:
    match entry:
        case {"text_hash": str(fingerprint), "seconds": float() | int() as seconds}:
            return ShippedLine(fingerprint, float(seconds))
        case _:
            return None
