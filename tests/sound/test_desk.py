"""The mixing desk, sample by sample."""

from array import array
from collections.abc import Callable
from itertools import pairwise

import pytest

from companion.sound.desk import FADE, Channel, Clip, Desk
from companion.sound.device import RATE

MakeClip = Callable[..., Clip]


def mixed(desk: Desk, frames: int) -> "array[int]":
    heard = array("h")
    heard.frombytes(bytes(memoryview(desk.mix(frames)).cast("B")))
    return heard


def test_silence_is_exactly_as_long_as_asked() -> None:
    assert mixed(Desk(), 960) == array("h", bytes(1920))


def test_at_full_volume_a_sound_is_heard_unchanged_and_then_silence(clip: MakeClip) -> None:
    desk = Desk()
    desk.add(Channel.VOICE, clip(5000, 0.05))
    heard = mixed(desk, 1300)
    assert list(heard[:1200]) == [5000] * 1200
    assert list(heard[1200:]) == [0] * 100
    assert not desk.busy


@pytest.mark.parametrize(("volume", "level"), [(0.5, 2000), (0.1, 80), (2.0, 8000), (-1.0, 0)])
def test_volume_follows_the_ear_and_stays_within_its_bounds(
    clip: MakeClip, volume: float, level: int
) -> None:
    desk = Desk()
    desk.set_volume(Channel.CHIME, volume)
    desk.add(Channel.CHIME, clip(8000))
    assert abs(mixed(desk, 960)[0] - level) <= 1


def test_two_sounds_are_added_and_what_is_too_loud_is_held(clip: MakeClip) -> None:
    desk = Desk()
    desk.add(Channel.VOICE, clip(20_000, 0.02))
    desk.add(Channel.CHIME, clip(20_000, 0.04))
    heard = mixed(desk, 960)
    assert heard[0] == 32_767
    assert heard[700] == 20_000


def test_an_old_line_gives_way_to_a_new_one_within_thirty_milliseconds(clip: MakeClip) -> None:
    desk = Desk()
    desk.add(Channel.VOICE, clip(8000))
    mixed(desk, 960)
    desk.add(Channel.VOICE, clip(0))
    heard = mixed(desk, 960)
    assert FADE * 1000 == 30 * RATE
    assert not any(heard[FADE:])


def test_giving_way_makes_no_click(clip: MakeClip) -> None:
    desk = Desk()
    desk.add(Channel.VOICE, clip(8000))
    before = mixed(desk, 960)[-1]
    desk.fade_out(Channel.VOICE)
    heard = [before, *mixed(desk, 960)]
    assert max(abs(a - b) for a, b in pairwise(heard)) <= 8000 // FADE + 2


def test_a_change_of_volume_makes_no_click(clip: MakeClip) -> None:
    desk = Desk()
    desk.add(Channel.VOICE, clip(8000))
    before = mixed(desk, 960)[-1]
    desk.set_volume(Channel.VOICE, 0.3)
    heard = [before, *mixed(desk, 960)]
    assert heard[-1] == pytest.approx(720, abs=1)
    assert max(abs(a - b) for a, b in pairwise(heard)) <= 8000 // FADE + 2


def test_a_line_that_was_not_yet_heard_vanishes_without_a_trace(clip: MakeClip) -> None:
    desk = Desk()
    desk.add(Channel.VOICE, clip(8000))
    desk.fade_out(Channel.VOICE)
    assert not desk.busy
    assert not any(mixed(desk, 960))


def test_the_voice_does_not_silence_a_chime(clip: MakeClip) -> None:
    desk = Desk()
    desk.add(Channel.CHIME, clip(3000))
    mixed(desk, 960)
    desk.add(Channel.VOICE, clip(0))
    desk.fade_out(Channel.VOICE)
    assert mixed(desk, 960)[-1] == 3000


def test_chimes_that_wait_for_a_slow_device_do_not_pile_up(clip: MakeClip) -> None:
    desk, chime = Desk(), clip(3000)
    desk.add(Channel.CHIME, chime)
    desk.add(Channel.CHIME, chime)
    assert mixed(desk, 10)[0] == 3000


def test_a_sound_rings_on_while_it_is_struck_again(clip: MakeClip) -> None:
    desk, chime = Desk(), clip(3000)
    desk.add(Channel.CHIME, chime)
    mixed(desk, 10)
    desk.add(Channel.CHIME, chime)
    assert mixed(desk, 10)[0] == 6000


def test_a_cleared_desk_is_silent(clip: MakeClip) -> None:
    desk = Desk()
    desk.add(Channel.CHIME, clip())
    desk.clear()
    assert not any(mixed(desk, 10))


def test_a_clip_knows_its_length(clip: MakeClip) -> None:
    assert clip(seconds=0.25).seconds == 0.25
