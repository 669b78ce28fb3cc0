"""The log file: small, with ids only; never names, notes or birth dates."""

import logging
from pathlib import Path

MEGABYTE = 1_000_000


def start_log(path: Path) -> None:
    """Log to ``path``; a log of more than 1 MB is put aside as ``.1`` first, so that there are two at most.

    A folder that cannot be written only means that nothing is logged.
    """
    root = logging.getLogger("companion")
    root.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > MEGABYTE:
            path.replace(path.with_name(path.name + ".1"))
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)


def log_nowhere() -> None:
    """For commands: what they have to say, they print."""
    logging.getLogger("companion").addHandler(logging.NullHandler())
