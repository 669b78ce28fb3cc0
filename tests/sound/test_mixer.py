"""The mixer with a hand-cranked device, with the library's null device, and with none."""

import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import miniaudio
import pytest

from companion.sound.desk import Channel, Clip
from companion.sound.device import Output, Pull, open_backends
from companion.sound.mixer import NO_SOUND, Mixer

WAIT = 10.0
MakeClip = Callable[..., Clip]


@contextmanager
def closing(mixer: Mixer) -> Generator[Mixer]:
    try:
        yield mixer
    finally:
        mixer.close()


class NullDevice:
    """The library's own silent device, which takes samples in real time on a thread of its own."""

    def __init__(self) -> None:
        self._real = open_backends([miniaudio.Backend.NULL])
        self.stop_callback: Callable[[], None] | None = None
        self.closed = threading.Event()
        self.asked = threading.Event()

    def start(self, callback_generator: Pull) -> None:
        self._real.start(self._overheard(callback_generator))

    def _overheard(self, pull: Pull) -> Pull:
        relay = self._relay(pull)
        next(relay)
        return relay

    def _relay(self, pull: Pull) -> Pull:
        frames = yield b""
        while True:
            self.asked.set()
            frames = yield pull.send(frames)

    def close(self) -> None:
        self._real.close()
        self.closed.set()


def test_a_mixer_that_nobody_uses_opens_nothing_and_starts_no_thread(shelf: Any, notices: Any) -> None:
    before = threading.active_count()
    Mixer(notices, shelf.open).close()
    assert threading.active_count() == before
    assert shelf.asked == 0


def test_the_device_is_opened_with_the_first_sound_and_off_the_calling_thread(
    notices: Any, device: Any, clip: MakeClip, settle: Any
) -> None:
    threads: list[str] = []

    def open_device() -> Output:
        threads.append(threading.current_thread().name)
        return device

    with closing(Mixer(notices, open_device, lost_after=600)) as mixer:
        mixer.play(Channel.CHIME, clip(4000))
        settle(mixer)
        assert threads == ["sound"]
        assert device.turn(0.04)[0] == 4000


def test_the_null_device_of_the_real_library_plays_a_sound_to_its_end_and_is_let_go(
    notices: Any, clip: MakeClip
) -> None:
    devices: list[NullDevice] = []

    def open_device() -> Output:
        devices.append(NullDevice())
        return devices[-1]

    with closing(Mixer(notices, open_device, rest_after=0.1)) as mixer:
        opened = threading.Event()
        mixer.play(Channel.VOICE, clip(seconds=0.1))
        mixer.submit(opened.set)
        assert opened.wait(WAIT)
        assert devices[0].asked.wait(WAIT)
        assert devices[0].closed.wait(WAIT)
    assert notices.told == []


def test_closing_in_the_middle_of_a_line_lets_the_device_go(
    mixer: Mixer, device: Any, clip: MakeClip, settle: Any
) -> None:
    mixer.play(Channel.VOICE, clip(seconds=5))
    settle(mixer)
    device.turn(0.04)
    mixer.close()
    assert device.closed.is_set()


def test_closing_twice_and_playing_afterwards_does_nothing(mixer: Mixer, shelf: Any, clip: MakeClip) -> None:
    mixer.close()
    mixer.close()
    mixer.play(Channel.VOICE, clip())
    assert shelf.asked == 0


def test_without_a_device_one_notice_is_given_and_nothing_raises(
    notices: Any, clip: MakeClip, settle: Any
) -> None:
    missing = next(b for b in miniaudio.Backend if b not in miniaudio.get_enabled_backends())
    with closing(Mixer(notices, lambda: open_backends([missing]), retry_after=0.0)) as mixer:
        for _ in range(3):
            mixer.play(Channel.CHIME, clip())
            settle(mixer)
    assert notices.told == [NO_SOUND]


def test_without_a_device_nothing_is_audible_for_a_while(
    notices: Any, shelf: Any, clip: MakeClip, settle: Any
) -> None:
    shelf.left.clear()
    with closing(Mixer(notices, shelf.open)) as mixer:
        assert mixer.audible(Channel.VOICE)
        mixer.play(Channel.VOICE, clip())
        settle(mixer)
        assert mixer.silent
        assert not mixer.audible(Channel.VOICE)
        mixer.play(Channel.VOICE, clip())
        settle(mixer)
    assert shelf.asked == 1


def test_a_device_that_cannot_be_started_counts_as_none(notices: Any, clip: MakeClip, settle: Any) -> None:
    class Stuck(NullDevice):
        def start(self, callback_generator: Pull) -> None:
            raise miniaudio.MiniaudioError("failed to start audio device", -1)

    with closing(Mixer(notices, Stuck)) as mixer:
        mixer.play(Channel.VOICE, clip())
        settle(mixer)
    assert notices.told == [NO_SOUND]


def test_headphones_that_come_back_are_heard_again(
    notices: Any, shelf: Any, device: Any, clip: MakeClip, settle: Any
) -> None:
    shelf.left.clear()
    with closing(Mixer(notices, shelf.open, retry_after=0.0, lost_after=600)) as mixer:
        mixer.play(Channel.VOICE, clip())
        settle(mixer)
        shelf.left.append(device)
        mixer.play(Channel.VOICE, clip(4000))
        settle(mixer)
        assert device.turn(0.04)[0] == 4000
    assert notices.told == [NO_SOUND]


def test_when_the_plug_is_pulled_the_next_device_goes_on_where_the_sound_was(
    mixer: Mixer, shelf: Any, device: Any, second_device: Any, notices: Any, clip: MakeClip, settle: Any
) -> None:
    shelf.left.append(second_device)
    mixer.play(Channel.VOICE, clip(4000, seconds=1.0))
    settle(mixer)
    device.turn(0.4)
    device.pull_the_plug()
    settle(mixer)
    heard = second_device.turn(1.0)
    assert device.closed.is_set()
    assert sum(1 for sample in heard if sample) == round(0.6 * 24_000)
    assert notices.told == []


def test_when_the_plug_is_pulled_and_nothing_else_is_there_one_notice_is_given(
    mixer: Mixer, device: Any, notices: Any, clip: MakeClip, settle: Any
) -> None:
    mixer.play(Channel.VOICE, clip())
    settle(mixer)
    device.turn(0.04)
    device.pull_the_plug()
    settle(mixer)
    assert notices.told == [NO_SOUND]
    assert device.closed.is_set()


def test_a_device_that_goes_away_in_a_silence_is_missed_only_when_it_is_needed(
    mixer: Mixer, shelf: Any, device: Any, second_device: Any, notices: Any, clip: MakeClip, settle: Any
) -> None:
    mixer.play(Channel.CHIME, clip(seconds=0.04))
    settle(mixer)
    device.turn(0.4)
    device.pull_the_plug()
    settle(mixer)
    shelf.left.append(second_device)
    mixer.play(Channel.CHIME, clip(4000))
    settle(mixer)
    assert second_device.turn(0.04)[0] == 4000
    assert notices.told == []


def test_a_device_that_no_longer_asks_for_samples_is_replaced(
    shelf: Any, device: Any, second_device: Any, notices: Any, clip: MakeClip
) -> None:
    second_opened = threading.Event()

    def open_device() -> Output:
        if shelf.asked == 1:
            second_opened.set()
        return shelf.open()

    shelf.left.append(second_device)
    with closing(Mixer(notices, open_device, lost_after=0.05)) as mixer:
        started = threading.Event()
        mixer.play(Channel.VOICE, clip(seconds=60))
        mixer.submit(started.set)
        assert started.wait(WAIT)
        device.turn(0.04)
        assert second_opened.wait(WAIT)


def test_a_device_that_never_asks_for_samples_counts_as_none(
    shelf: Any, device: Any, notices: Any, clip: MakeClip
) -> None:
    with closing(Mixer(notices, shelf.open, lost_after=0.05)) as mixer:
        mixer.play(Channel.VOICE, clip())
        assert notices.came.wait(WAIT)
        assert device.closed.is_set()
    assert notices.told == [NO_SOUND]


def test_what_is_turned_down_to_nothing_needs_no_device(
    mixer: Mixer, shelf: Any, clip: MakeClip, settle: Any
) -> None:
    mixer.set_volume(Channel.TICK, 0.0)
    mixer.play(Channel.TICK, clip())
    settle(mixer)
    assert shelf.asked == 0


def test_a_job_that_fails_is_reported_and_the_next_one_still_runs(mixer: Mixer, settle: Any) -> None:
    reported = threading.Event()
    usual = threading.excepthook
    threading.excepthook = lambda _: reported.set()
    try:
        mixer.submit(lambda: 1 // 0)  # type: ignore[arg-type, return-value]
        assert reported.wait(WAIT)
    finally:
        threading.excepthook = usual
    settle(mixer)


@pytest.mark.parametrize("count", [1, 20])
def test_many_sounds_at_once_never_exceed_full_scale(
    mixer: Mixer, device: Any, clip: MakeClip, settle: Any, count: int
) -> None:
    for _ in range(count):
        mixer.play(Channel.CHIME, clip(30_000))
    settle(mixer)
    assert max(device.turn(0.08)) <= 32_767


def test_without_the_sound_library_one_notice_is_given(
    monkeypatch: pytest.MonkeyPatch, mixer: Mixer, shelf: Any, notices: Any, clip: MakeClip, settle: Any
) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    mixer.play(Channel.VOICE, clip())
    settle(mixer)
    assert notices.told == [NO_SOUND]
    assert shelf.asked == 0


def test_a_plug_that_is_pulled_twice_is_one_loss(
    mixer: Mixer, shelf: Any, device: Any, second_device: Any, notices: Any, clip: MakeClip, settle: Any
) -> None:
    shelf.left.append(second_device)
    mixer.play(Channel.VOICE, clip(4000, seconds=1.0))
    settle(mixer)
    device.turn(0.04)
    lost = device.stop_callback
    lost()
    lost()
    settle(mixer)
    assert second_device.turn(0.04)[0] == 4000
    assert not second_device.closed.is_set()
    assert notices.told == []
