"""A film's sound and picture agree: in the file, and as libVLC plays it."""

import faulthandler
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from companion.app.film import FPS, SIZE, shoot
from companion.app.film_script import OPENING, script_of
from companion.app.paths import usual_paths
from companion.content.library import Library
from companion.domain.clip import ClipPhase
from companion.domain.plan import compile_plan
from companion.domain.settings import Settings
from companion.video.libvlc import LibVlc
from companion.video.player import VlcClipPlayer
from tests.film.conftest import SMALL, Made, untold
from tests.film.watching import change_after, levels, onset_after, picture_times, watched
from tests.video.conftest import SILENT, cue, until

NEAR = 0.1
"""Seconds that sound and picture may lie apart."""
BEFORE = 0.4
"""Seconds before a change in which nothing happens."""


@pytest.fixture(scope="module")
def vlc() -> Iterator[LibVlc]:
    library = LibVlc(SILENT)
    yield library
    library.close()


def test_each_change_of_the_picture_and_its_chime_come_when_the_script_says(short_film: Made) -> None:
    pictures, loud = list(picture_times(short_film.file)), levels(short_film.file)
    for at in short_film.changes:
        seen, heard = change_after(pictures, at - BEFORE), onset_after(loud, at - BEFORE)
        assert abs(seen - at) < 1 / FPS
        assert abs(heard - at) < NEAR
        assert abs(seen - heard) < NEAR


def test_the_film_plays_in_libvlc_with_sound_and_picture_together(short_film: Made, vlc: LibVlc) -> None:
    witness = watched(vlc, short_film.file, SMALL)
    assert witness.seen is not None
    assert witness.heard is not None
    assert abs(witness.seen - witness.heard) < NEAR


def test_the_film_plays_in_our_own_player(short_film: Made, vlc: LibVlc, qtbot: QtBot) -> None:
    player = VlcClipPlayer(vlc)
    player.load(cue(short_film.file, short_film.length, SMALL, start=short_film.length - 0.5, loop=False))
    until(qtbot, lambda: player.state().phase is ClipPhase.ENDED)
    assert player.state().error is None
    assert player.frame() is not None
    player.close()


@pytest.mark.soak
def test_the_whole_first_massage_stays_together_to_its_end(
    library: Library, vlc: LibVlc, tmp_path: Path
) -> None:
    faulthandler.cancel_dump_traceback_later()  # it takes minutes, and may
    plan = compile_plan(library.routines["first-massage"], library.strokes)
    script, out = script_of(plan, library, Settings()), tmp_path / "first-massage.mp4"
    began = monotonic()
    made = shoot(script, out, usual_paths(tmp_path), untold)
    took = monotonic() - began
    pictures, loud = list(picture_times(out)), levels(out)
    begun = [OPENING + moment.start for moment in script.timeline.moments if moment.length > 0]
    apart = [
        (onset_after(loud, at - 0.05) - at, at)
        for at in begun
        if max(loud[round(at * 100) - 30 : round(at * 100) - 2]) < 150
    ]
    assert len(apart) > 10
    assert max(abs(gap) for gap, _ in apart) < NEAR
    end = OPENING + script.timeline.length
    assert abs(change_after(pictures, end - BEFORE) - end) < NEAR
    last = watched(vlc, out, SIZE, start=end - 2.0)
    assert last.seen is not None
    assert last.heard is not None
    far = max(abs(gap) for gap, _ in apart)
    print(f"{made.seconds:.0f} s of film, {made.size / 1e6:.1f} MB, made in {took:.0f} s")
    print(
        f"{len(apart)} sounds at most {far * 1000:.0f} ms off; libVLC {last.seen - last.heard:+.3f} s at the end"
    )
