"""The helper process ``python -m companion.sound.speak``: reads orders as JSON lines, writes spoken WAV files.

An order is ``{"text": ..., "out": path}``; the answer is ``{"made": path}`` or ``{"failed": kind of error}``. The
process ends with its input. It is the only part of the running program that loads hibari, onnxruntime and numpy.
"""

import contextlib
import json
import os
import sys
import wave
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO, cast

from companion.sound.device import RATE

KEPT = 200
"""How many spoken files are kept in the cache; the oldest go first."""

Reader = Callable[[str], bytes]
"""Turns text into mono 16-bit samples."""


def main() -> int:
    """Serve orders until the input ends."""
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)
    answers = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):
        serve(sys.stdin, answers, _load_reader)
    return 0


def serve(orders: Iterable[str], answers: TextIO, load: Callable[[], Reader]) -> None:
    """Answer each order with one line."""
    reader: Reader | None = None
    for line in orders:
        try:
            order = cast("dict[str, str]", json.loads(line))
            reader = reader or load()
            answer = {"made": str(_write(Path(order["out"]), reader(order["text"])))}
        except (ImportError, OSError, RuntimeError, ValueError, KeyError, TypeError) as error:
            answer = {"failed": type(error).__name__}
        print(json.dumps(answer), file=answers, flush=True)


def _load_reader() -> Reader:
    from companion.sound.reading import load_reading, pcm16  # noqa: PLC0415 - only when there is an order

    read = load_reading()
    return lambda text: pcm16(read(text))


def _write(out: Path, samples: bytes) -> Path:
    """Write a WAV file so that nobody ever sees half of it."""
    if not samples:
        raise ValueError("nothing to say")
    out.parent.mkdir(parents=True, exist_ok=True)
    half = out.with_suffix(".part")
    with wave.open(str(half), "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(RATE)
        wav.writeframes(samples)
    half.replace(out)
    _forget_oldest(out.parent)
    return out


def _forget_oldest(cache: Path) -> None:
    files = sorted(cache.glob("*.wav"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[KEPT:]:
        file.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
