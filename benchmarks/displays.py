"""Knows how to borrow a screen: Xvfb, when it is there."""

import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager

SIZE = "1280x800x24"


@contextmanager
def virtual_screen() -> Generator[str | None]:
    """A screen of our own as a DISPLAY name, or None where Xvfb is missing."""
    if not shutil.which("Xvfb"):
        yield None
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
