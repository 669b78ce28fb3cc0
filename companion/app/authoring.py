"""The authors' tools: checking the content with a reading grade, and making the voice for changed lines."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from companion.app.paths import Paths
from companion.content.check import check_content
from companion.content.library import load_library
from companion.content.narration import spoken_lines
from companion.content.problems import Problem
from companion.content.safety import load_safety_words


@dataclass(frozen=True, slots=True)
class Narrated:
    """How many lines were made, kept and removed."""

    rendered: int
    kept: int
    removed: int


def content_problems(paths: Paths) -> list[Problem]:
    """All problems of the shipped content; the reading grade is checked where textstat is installed."""
    return check_content(paths.data, paths.media, reading_grade=_reading_grade())


def narrate(paths: Paths, language: str = "en") -> Narrated:
    """Render the spoken lines that changed. Needs the developers' packages (soundfile)."""
    from companion.sound.render import render_narration  # noqa: PLC0415

    def progress(done: int, count: int, line: str) -> None:
        sys.stderr.write(f"\r{done}/{count} {line:<60}")

    lines = spoken_lines(
        load_library(paths.data, language).words, load_safety_words(paths.data, language).phrases
    )
    report = render_narration(lines, paths.media / "narration" / language, progress)
    return Narrated(len(report.rendered), report.kept, len(report.removed))


def _reading_grade() -> Callable[[str], float] | None:
    try:
        from textstat import textstat  # pyright: ignore # noqa: PLC0415 - developers only, untyped
    except ImportError:
        return None
    return textstat.flesch_kincaid_grade
