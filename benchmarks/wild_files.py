"""Ten thousand files that might be routines: python -m benchmarks.wild_files [HOW MANY]. Tells time and memory."""

import resource
import sys
import time
from collections import Counter
from pathlib import Path

from companion.content.library import load_library
from companion.content.own import read_own
from companion.content.own_writing import own_toml
from companion.domain.own_routine import Shelf
from tests.content.wild_files import wild_file

MANY = 10_000


def main() -> None:
    """Read them all; anything but a routine or problems in words ends this with a traceback."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    library = load_library(Path(__file__).resolve().parents[1] / "data", "en")
    shelf, told = Shelf(library.strokes, library.routines), Counter[str]()
    read_own(wild_file(0), "wild.toml", shelf, library.words.phrases)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    slowest, began = 0.0, time.monotonic()
    for seed in range(count):
        content, at = wild_file(seed), time.monotonic()
        result = read_own(content, "wild.toml", shelf, library.words.phrases)
        slowest = max(slowest, time.monotonic() - at)
        assert (result.own is None) == bool(result.problems), seed
        told["read" if result.own else "refused"] += 1
        if result.own:
            again = read_own(own_toml(result.own, library.strokes).encode(), "wild.toml", shelf, {})
            assert again.own == result.own, seed
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    spent = time.monotonic() - began
    print(
        f"{count} files in {spent:.1f} s: {dict(told)}; slowest {slowest * 1000:.0f} ms; {grown / 1024:.1f} MiB more"
    )


if __name__ == "__main__":
    main()
