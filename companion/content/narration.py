"""Which lines are spoken, by id, and whether the shipped voice still says what the words say."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from companion.content.problems import Problem, Table, is_table
from companion.domain.spoken import text_hash
from companion.domain.words import Words

__all__ = ["narration_problems", "spoken_lines", "text_hash"]

NONE: Mapping[str, str] = MappingProxyType({})


SPOKEN = ("say.", "help.crying.")
"""How keys of phrases begin that are spoken: what is for the voice alone, and the plan for crying."""


def spoken_lines(words: Words, safety: Mapping[str, str] = NONE) -> Mapping[str, str]:
    """Line id -> text for every line that can be rendered beforehand; ``safety`` are the phrases of safety.

    ``stroke.<id>.first``, ``.again`` and ``.other`` (``stroke.<id>@<variant>.first`` for a variant), and
    ``phrase.<key>`` for each phrase that is spoken. Texts with ``{placeholders}`` are left out:
    they are only known when they are spoken.
    """
    told = _lines(words, {**words.phrases, **safety})
    return MappingProxyType({line: text for line, text in told if text and "{" not in text})


def _lines(words: Words, phrases: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, told in words.strokes.items():
        yield f"stroke.{key}.first", told.say_first
        yield f"stroke.{key}.again", told.say_again
        yield f"stroke.{key}.other", told.say_other_side
    for key, text in phrases.items():
        if key.startswith(SPOKEN):
            yield f"phrase.{key}", text


def narration_problems(words: Words, media: Path, safety: Mapping[str, str] = NONE) -> list[Problem]:
    """Lines with no sound, with a sound that says something else, and sounds that no line asks for."""
    folder = media / "narration" / words.language
    shown = f"media/narration/{words.language}/manifest.json"
    try:
        read: object = json.loads((folder / "manifest.json").read_bytes())
    except FileNotFoundError:
        return [Problem(shown, "the file", "it is missing: run companion narrate")]
    except (OSError, ValueError) as error:
        return [Problem(shown, "the file", f"it cannot be read: {error}")]
    if not is_table(read):
        return [Problem(shown, "the file", "it must hold one table of lines")]
    manifest = read
    told = spoken_lines(words, safety)
    problems = [
        Problem(shown, line, what)
        for line, text in told.items()
        if (what := _wrong(manifest, line, text, folder))
    ]
    return problems + [
        Problem(shown, line, "no words ask for this line") for line in manifest if line not in told
    ]


def _wrong(manifest: Table, line: str, text: str, folder: Path) -> str:
    entry = manifest.get(line)
    if not is_table(entry):
        return "the line is missing: run companion narrate"
    if entry.get("text_hash") != text_hash(text):
        return "the words have changed since it was spoken: run companion narrate"
    return "" if (folder / f"{line}.ogg").is_file() else "its sound file is missing: run companion narrate"
