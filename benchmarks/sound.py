"""What voice and chimes cost: the caller's time, time until heard, share of a core, memory, and new words.

Uses the sound library's null device, which takes samples in real time like any other.
"""

import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from companion.sound.chimes import ShippedChimes
from companion.sound.device import Output, Pull, open_backends
from companion.sound.mixer import Mixer
from companion.sound.narration import read_manifest
from companion.sound.speech import Speech
from companion.sound.voice import NarrationVoice

MEDIA = Path(__file__).resolve().parents[1] / "media"
ENGLISH = MEDIA / "narration" / "en"
CALLS = 200
LISTEN = 3.0
PATIENCE = 60.0


class Listener:
    """The null device; tells when the first sample that is not silence comes out."""

    def __init__(self) -> None:
        import miniaudio

        self._real = open_backends([miniaudio.Backend.NULL])
        self.stop_callback: Callable[[], None] | None = None
        self.heard = threading.Event()

    def start(self, callback_generator: Pull) -> None:
        relay = self._relay(callback_generator)
        next(relay)
        self._real.start(relay)

    def close(self) -> None:
        self._real.close()

    def _relay(self, pull: Pull) -> Pull:
        frames = yield b""
        while True:
            samples = pull.send(frames)
            if not self.heard.is_set() and any(bytes(memoryview(samples).cast("B"))):
                self.heard.set()
            frames = yield samples


def tell(name: str, **figures: float) -> None:
    print(json.dumps({"name": name, **{key: round(value, 3) for key, value in figures.items()}}), flush=True)


def resident() -> float:
    """MiB that this process holds, shared pages counted in proportion; 0 where the system does not tell."""
    try:
        rollup = Path("/proc/self/smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024


def settle(mixer: Mixer) -> None:
    for _ in range(2):
        done = threading.Event()
        mixer.submit(done.set)
        assert done.wait(PATIENCE)


def main() -> int:
    listeners: list[Listener] = []

    def open_device() -> Output:
        listeners.append(Listener())
        return listeners[-1]

    texts = json.loads((ENGLISH / "manifest.json").read_text("utf-8"))
    assert texts and read_manifest(ENGLISH)
    with tempfile.TemporaryDirectory() as cache:
        before = resident()
        mixer = Mixer(print, open_device)
        speech = Speech(Path(cache), print)
        voice = NarrationVoice(ENGLISH, mixer, speech)
        chimes = ShippedChimes(MEDIA / "chimes", mixer)
        try:
            first_sound(mixer, chimes, listeners)
            callers_time(voice, chimes, mixer)
            while_playing(mixer, chimes, before)
            new_words(speech)
        finally:
            voice.close()
            mixer.close()
    return 0


def first_sound(mixer: Mixer, chimes: ShippedChimes, listeners: list[Listener]) -> None:
    """From the call to the first sample: library, device and decoding included the first time."""
    started = time.perf_counter()
    chimes.play("change")
    settle(mixer)
    assert listeners[0].heard.wait(PATIENCE)
    cold = time.perf_counter() - started
    time.sleep(1.5)  # let it ring out
    listeners[0].heard.clear()
    started = time.perf_counter()
    chimes.play("half")
    assert listeners[0].heard.wait(PATIENCE)
    tell("sound.first", cold_ms=cold * 1e3, warm_ms=(time.perf_counter() - started) * 1e3)


def callers_time(voice: NarrationVoice, chimes: ShippedChimes, mixer: Mixer) -> None:
    """What a press costs the screen's thread."""
    spent: list[float] = []
    for i in range(CALLS):
        started = time.perf_counter()
        voice.hush()
        chimes.play("tick" if i % 2 else "change")
        spent.append(time.perf_counter() - started)
    settle(mixer)
    spent.sort()
    tell("sound.call", p95_ms=spent[int(len(spent) * 0.95)] * 1e3, worst_ms=spent[-1] * 1e3)


def while_playing(mixer: Mixer, chimes: ShippedChimes, before: float) -> None:
    """Share of one core with a line and a chime at usual volumes, and memory."""
    from companion.sound.desk import Channel, Clip
    from companion.sound.device import decoded

    longest = max(ENGLISH.glob("*.ogg"), key=lambda file: file.stat().st_size)
    samples = decoded(longest)
    assert samples is not None
    mixer.set_volume(Channel.VOICE, 0.9)
    chimes.set_volumes(0.5, 0.3)
    started, cpu = time.perf_counter(), time.process_time()
    mixer.play(Channel.VOICE, Clip(samples))
    chimes.play("end")
    time.sleep(LISTEN)
    share = (time.process_time() - cpu) / (time.perf_counter() - started)
    tell("sound.playing", core_percent=share * 100, memory_mib=resident() - before)


def new_words(speech: Speech) -> None:
    """Words that are not shipped: the first text starts the helper process, the others do not."""
    spent: list[float] = []
    for text in ("Hello, Rosalind.", "Now the other leg, Rosalind.", "All done, Rosalind. Thank you."):
        done = threading.Event()
        started = time.perf_counter()
        speech.fetch(text, lambda _file, done=done: done.set())
        assert done.wait(PATIENCE)
        spent.append(time.perf_counter() - started)
    tell("sound.new_words", first_ms=spent[0] * 1e3, later_ms=max(spent[1:]) * 1e3)


if __name__ == "__main__":
    sys.exit(main())
