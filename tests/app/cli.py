"""The program as a process of its own, in a home that is clean."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def companion(home: Path, *words: str, prelude: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run ``companion WORDS`` with its data in ``home``; ``prelude`` is Python that runs first."""
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    code = f"{prelude}\nimport sys\nfrom companion.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-P", "-c", code, *words],
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "COMPANION_HOME": str(home),
            "HOME": str(home / "user"),
            **more,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
