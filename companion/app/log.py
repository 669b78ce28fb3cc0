"""The log file: small, rotating, with ids only; never names, notes or birth dates."""

import logging
import logging.handlers
from pathlib import Path

MEGABYTE = 1_000_000


def start_log(path: Path) -> None:
    """Log to ``path`` (three files of 1 MB at most); an unwritable folder only means that nothing is logged."""
    root = logging.getLogger("companion")
    root.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=MEGABYTE, backupCount=2, encoding="utf-8"
        )
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)


def log_nowhere() -> None:
    """For commands: what they have to say, they print."""
    logging.getLogger("companion").addHandler(logging.NullHandler())
