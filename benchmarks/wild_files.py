"""Ten thousand files that might be routines: python -m benchmarks.wild_files [HOW MANY]. Tells time and memory."""

import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from companion.content.library import load_library
from companion.content.own import read_own
from companion.content.own_writing import own_toml
from companion.domain.own_routine import Shelf
from tests.content.wild_files import wild_file

MANY = 10_000
MEASURED = 20
"""Of so many files the memory of one is measured."""


def main() -> None:
    """Read them all; anything but a routine or problems in words ends this with a traceback."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    library = load_library(Path(__file__).resolve().parents[1] / "data", "en")
    shelf, told = Shelf(library.strokes, library.routines), Counter[str]()
    read_own(wild_file(0), "wild.toml", shelf, library.words.phrases)
    slowest, most, began = 0.0, 0, time.monotonic()
    for seed in range(count):
        content, at = wild_file(seed), time.monotonic()
        result = read_own(content, "wild.toml", shelf, library.words.phrases)
        slowest = max(slowest, time.monotonic() - at)
        assert (result.own is None) == bool(result.problems), seed
        if seed % MEASURED == 0:
            most = max(most, _memory(content, shelf, library.words.phrases))
        told["read" if result.own else "refused"] += 1
        if result.own:
            again = read_own(own_toml(result.own, library.strokes).encode(), "wild.toml", shelf, {})
            assert again.own == result.own, seed
    spent = time.monotonic() - began
    counted = f"{count} files in {spent:.1f} s: {dict(told)}"
    print(f"{counted}; slowest {slowest * 1000:.0f} ms, {most / 1024:.0f} KiB at most")


def _memory(content: bytes, shelf: Shelf, sentences: Mapping[str, str]) -> int:
    """Bytes that are taken at most while a file is read."""
    tracemalloc.start()
    read_own(content, "wild.toml", shelf, sentences)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    main()
