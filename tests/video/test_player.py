"""A clip plays through the real libVLC: pictures come, go round, slow down, jump, and stop when they should."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from companion.domain.clip import ClipPhase
from companion.video.libvlc import LibVlc
from companion.video.player import VlcClipPlayer
from tests.video.conftest import cue, until
from tests.video.films import LEFT_HALF, RIGHT_HALF, Recipe, make_film
from tests.video.watching import Watcher, colour_at, is_near, share_shown


def has_frame(player: VlcClipPlayer) -> bool:
    return player.frame() is not None


def stand_at(qtbot: QtBot, player: VlcClipPlayer, share: float) -> None:
    """Wait until the picture of this share of the film is shown."""

    def shown() -> bool:
        frame = player.frame()
        return frame is not None and abs(share_shown(frame) - share) < 0.08

    until(qtbot, shown)


@pytest.mark.parametrize("kind", ["h264", "vp9"])
def test_a_film_comes_as_pictures_in_its_own_colours(
    kind: str, qtbot: QtBot, player: VlcClipPlayer, request: pytest.FixtureRequest
) -> None:
    player.load(cue(request.getfixturevalue(kind)))
    until(qtbot, lambda: has_frame(player))
    frame = player.frame()
    assert frame is not None
    assert (frame.width, frame.height) == (1280, 720)
    assert is_near(colour_at(frame, 0.02, 0.99), LEFT_HALF)
    assert is_near(colour_at(frame, 0.98, 0.99), RIGHT_HALF)


@pytest.mark.parametrize("kind", ["h264", "vp9"])
def test_a_film_goes_round_and_round(
    kind: str, qtbot: QtBot, player: VlcClipPlayer, request: pytest.FixtureRequest
) -> None:
    watcher = Watcher(player)
    player.load(cue(request.getfixturevalue(kind)))
    until(qtbot, lambda: watcher.rounds >= 1)
    assert max(watcher.shares) > 0.9
    assert player.state().phase is ClipPhase.PLAYING


def test_a_trimmed_film_shows_only_its_part(h264: Path, qtbot: QtBot, player: VlcClipPlayer) -> None:
    watcher = Watcher(player)
    player.load(cue(h264, start=0.6, end=1.4))
    until(qtbot, lambda: watcher.rounds >= 2 or len(watcher.shares) > 90)
    after_strays = watcher.shares[3:]  # libVLC may show pictures from the very beginning first
    assert min(after_strays) > 0.25
    assert max(after_strays) < 0.78


def test_half_speed_takes_twice_as_long(h264: Path, qtbot: QtBot, player: VlcClipPlayer) -> None:
    watcher = Watcher(player)
    player.load(cue(h264, rate=0.5))
    until(qtbot, lambda: bool(watcher.shares))
    from time import monotonic

    began = monotonic()
    until(qtbot, lambda: watcher.shares[-1] > 0.5)
    assert monotonic() - began > 1.5  # a second at its own pace


def test_a_paused_film_stands_and_goes_on(h264: Path, qtbot: QtBot, player: VlcClipPlayer) -> None:
    player.load(cue(h264))
    until(qtbot, lambda: has_frame(player) and player.state().phase is ClipPhase.PLAYING)
    player.pause()
    until(qtbot, lambda: player.state().phase is ClipPhase.PAUSED)
    player.play()
    until(qtbot, lambda: player.state().phase is ClipPhase.PLAYING)
    assert player.state().error is None


def test_a_film_can_begin_paused_on_its_first_picture(
    h264: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    player.load(cue(h264, start=1.0, end=2.0, paused=True))
    stand_at(qtbot, player, 0.5)
    assert player.state().phase in {ClipPhase.PAUSED, ClipPhase.LOADING}


def test_seeking_in_a_paused_film_shows_that_very_picture(
    h264: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    player.load(cue(h264, paused=True))
    stand_at(qtbot, player, 0.0)
    player.seek(1.5)
    stand_at(qtbot, player, 0.75)
    player.seek(0.5)
    stand_at(qtbot, player, 0.25)
    assert abs(player.state().at - 0.5) < 0.1


def test_a_film_that_is_not_looped_ends_and_can_be_played_again(
    h264: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    player.load(cue(h264, start=1.4, end=2.0, loop=False))
    until(qtbot, lambda: player.state().phase is ClipPhase.ENDED)
    player.play()
    until(qtbot, lambda: player.state().phase is ClipPhase.PLAYING)
    assert has_frame(player)


def test_sound_can_be_turned_on_where_the_film_stands(
    h264: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    player.load(cue(h264, paused=True))
    stand_at(qtbot, player, 0.0)
    player.seek(1.0)
    stand_at(qtbot, player, 0.5)
    player.set_muted(False)
    until(qtbot, lambda: player.state().phase is not ClipPhase.LOADING)
    stand_at(qtbot, player, 0.5)
    assert player.state().error is None


def test_whoever_leafs_through_films_sees_the_last_one(
    h264: Path, vp9: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    for _ in range(6):
        player.load(cue(vp9))
        player.load(cue(h264, start=1.0, paused=True))
    stand_at(qtbot, player, 0.5)
    assert player.state().phase is not ClipPhase.FAILED


def test_the_last_picture_stays_until_the_next_film_has_one(
    h264: Path, vp9: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    seen: list[bool] = []
    player.load(cue(h264))
    until(qtbot, lambda: has_frame(player))
    player.listen(lambda: seen.append(has_frame(player)))
    player.load(cue(vp9, start=1.0, paused=True))
    stand_at(qtbot, player, 0.5)
    assert seen
    assert all(seen)


def test_a_film_of_1080_lines_is_scaled_and_shows_no_margin(
    reel: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    file = make_film(reel / "1080.mp4", Recipe(seconds=0.3, size=(1920, 1080), audio=None))
    player.load(cue(file, 0.3, (1920, 1080)))
    until(qtbot, lambda: has_frame(player))
    frame = player.frame()
    assert frame is not None
    assert (frame.width, frame.height) == (1280, 720)
    assert is_near(colour_at(frame, 0.0, 1.0), LEFT_HALF)
    assert is_near(colour_at(frame, 1.0, 1.0), RIGHT_HALF)


def test_a_film_that_was_taken_away_is_told(tmp_path: Path, qtbot: QtBot, player: VlcClipPlayer) -> None:
    player.load(cue(tmp_path / "gone"))
    until(qtbot, lambda: player.state().phase is ClipPhase.FAILED)
    error = player.state().error
    assert error is not None
    assert error.key == "clip-missing"


def test_a_film_that_turned_to_noise_is_given_up(tmp_path: Path, qtbot: QtBot, vlc: LibVlc) -> None:
    player = VlcClipPlayer(vlc, patience=0.5)
    noise = tmp_path / "noise"
    noise.write_bytes(b"\x00\x00\x00\x18ftypisom" + bytes(range(256)) * 64)
    player.load(cue(noise))
    until(qtbot, lambda: player.state().phase is ClipPhase.FAILED)
    error = player.state().error
    assert error is not None
    assert error.key == "clip-unplayable"
    player.close()


def test_unloading_leaves_no_picture_and_no_later_one(
    h264: Path, qtbot: QtBot, player: VlcClipPlayer
) -> None:
    player.load(cue(h264))
    until(qtbot, lambda: has_frame(player))
    player.unload()
    assert player.frame() is None
    player.load(replace(cue(h264), paused=True))
    stand_at(qtbot, player, 0.0)


def test_closing_while_a_film_loads_ends_quietly(h264: Path, qtbot: QtBot, vlc: LibVlc) -> None:
    calls: list[int] = []
    for _ in range(3):
        player = VlcClipPlayer(vlc)
        player.load(cue(h264))
        player.listen(lambda: calls.append(1))
        player.close()
        assert player.frame() is None
    assert calls == []
