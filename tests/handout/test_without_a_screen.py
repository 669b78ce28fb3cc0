"""A handout needs no screen: a fresh process without one prints it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.handout.conftest import ROOT
from tests.handout.reading import pages_in

SCRIPT = """
import sys
from pathlib import Path
from companion.app.clocks import SystemClock
from companion.app.papers import Print, handout
from companion.app.paths import usual_paths
handout("evening-legs", Path(sys.argv[1]), usual_paths(), SystemClock(), Print())
"""


def test_a_handout_is_printed_where_there_is_no_screen(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    environment |= {"QT_QPA_PLATFORM": "xcb", "COMPANION_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(out)],
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    assert pages_in(out.read_bytes()) == 2
