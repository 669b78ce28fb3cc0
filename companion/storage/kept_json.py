"""Reads a JSON object that we keep; a file that holds none is put aside under a dated name, never written over."""

import json
import logging
from pathlib import Path
from typing import cast

from companion.domain.clock import Clock
from companion.storage.files import dated_name, sync_folder

log = logging.getLogger(__name__)

LARGEST = 16 * 1024**2
"""Bytes that such a file may have."""


def read_kept(file: Path, clock: Clock) -> dict[str, object] | None:
    """What the file holds; None when there is none, or none that can be read. Never raises."""
    try:
        with file.open("rb") as opened:
            text = opened.read(LARGEST).decode("utf-8-sig")
        stored: object = json.loads(text)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        log.warning("%s cannot be read: %s", file.name, type(error).__name__)
        stored = None
    if isinstance(stored, dict):
        return cast("dict[str, object]", stored)
    _put_aside(file, clock)
    return None


def _put_aside(file: Path, clock: Clock) -> None:
    try:
        kept = dated_name(file, "broken", clock.wall().date())
        file.rename(kept)
        sync_folder(file.parent)
    except OSError as error:
        log.warning("%s could not be kept aside: %s", file.name, error.strerror)
    else:
        log.warning("%s is kept as %s", file.name, kept.name)
