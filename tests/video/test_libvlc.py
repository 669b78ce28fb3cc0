"""Without libVLC one sentence tells how to get it, and nothing else is harmed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from companion.domain.errors import CompanionError
from companion.video.libvlc import LibVlc
from tests.architecture.sources import ROOT

ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from companion.domain.clip import ClipPhase
from companion.domain.errors import CompanionError
from companion.services.clip_ports import Cue, MusicChoice
from companion.video.inspection import VlcFilmInspector
from companion.video.libvlc import LibVlc
from companion.video.music import VlcMusic
from companion.video.player import VlcClipPlayer

app = QCoreApplication([])
library, told = LibVlc(), []
try:
    VlcFilmInspector(library).inspect(Path("film"), "film")
except CompanionError as error:
    told.append(error.key)
player = VlcClipPlayer(library)
player.listen(lambda: app.quit() if player.state().phase is ClipPhase.FAILED else None)
player.load(Cue(Path("film"), (2, 2), 1.0, 0.0, 1.0))
app.exec()
told.append(player.state().error.key)
player.close()
music = VlcMusic(library, lambda error: told.append(error.key))
music.play(MusicChoice((Path(sys.argv[1]),), 0.5))
music.close()
library.close()
print(*told)
"""


def asked(tmp_path: Path, **environment: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-P", "-c", ASK, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout.strip()


def test_a_machine_without_the_library_is_told_everywhere(tmp_path: Path) -> None:
    told = asked(tmp_path, PYTHON_VLC_LIB_PATH=str(tmp_path / "libvlc.so.5"))
    assert told == "no-libvlc no-libvlc no-libvlc"


def test_a_library_of_another_make_is_told_too(tmp_path: Path) -> None:
    other = tmp_path / "libvlc.so.5"
    other.write_bytes(b"\x7fELF and nothing more")
    assert asked(tmp_path, PYTHON_VLC_LIB_PATH=str(other)) == "no-libvlc no-libvlc no-libvlc"


def test_a_closed_library_gives_no_instance_any_more() -> None:
    library = LibVlc()
    library.close()
    with pytest.raises(CompanionError) as caught:
        library.instance()
    assert caught.value.key == "no-libvlc"
