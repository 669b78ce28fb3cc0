"""Keeps tables that were found to be in order, so that a start without changes reads one file and checks nothing."""

import json
import logging
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from companion.content.tables import Tables, content_files

log = logging.getLogger(__name__)

FORMAT = 1
"""To be raised when the formats or the checks at loading change."""


def read_kept(cache: Path, data: Path, language: str) -> Tables | None:
    """The kept tables, or None when there are none or a data file has changed since."""
    try:
        kept: Any = json.loads(_file(cache, language).read_bytes())
        if kept["stamp"] != _stamp(data, language):
            return None
        return Tables(**kept["tables"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.info("kept content is of no use and is made again: %s", type(error).__name__)
        return None


def keep(tables: Tables, cache: Path, data: Path, language: str) -> None:
    """Keep tables that are in order; does nothing where the cache cannot be written."""
    facts: dict[str, Any] = {**asdict(tables), "broken": [], "broken_words": [], "unread": []}
    text = json.dumps({"stamp": _stamp(data, language), "tables": facts}, separators=(",", ":"))
    file = _file(cache, language)
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        cache.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    except OSError as error:
        log.info("content is not kept for the next start: %s", error.strerror)


def _file(cache: Path, language: str) -> Path:
    return cache / f"content-{language}.json"


def _stamp(data: Path, language: str) -> list[Any]:
    """Changes whenever a data file does: which files there are, how long, and when they were written."""
    files = [
        [path.relative_to(data).as_posix(), stat.st_mtime_ns, stat.st_size]
        for path, stat in ((path, path.stat()) for path in content_files(data, language))
    ]
    return [FORMAT, str(data.resolve()), files]
