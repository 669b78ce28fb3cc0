"""The shipped content, and a press that prints it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import companion
from companion.content.library import Library, load_library
from companion.domain.words import RoutineWords, StrokeWords, Words
from companion.handout.ink import read_ink
from companion.handout.lettering import load_lettering
from companion.handout.paper import PaperSize
from companion.handout.press import Press, stamp_of
from companion.paint.palette import Scheme, palette, read_colours

ROOT = Path(companion.__file__).resolve().parent.parent
THEMES = ROOT / "data" / "themes"
TODAY = date(2026, 11, 22)
MakePress = Callable[..., Press]


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(ROOT / "data", "en")


@pytest.fixture(scope="session")
def make_press(qapp: QApplication, library: Library) -> MakePress:
    """``make_press(size, mono=..., longer=...)``; ``longer`` makes every word that is printed 40 % longer."""
    load_lettering(ROOT / "media" / "fonts")
    colours = read_colours(THEMES / "figure.toml")

    def make(size: PaperSize = PaperSize.A4, *, mono: bool = False, longer: bool = False) -> Press:
        words = stretched(library.words) if longer else library.words
        scheme = Scheme.PRINT if mono else Scheme.DAY
        ink = read_ink(THEMES / "paper.toml", mono=mono)
        stamp = stamp_of(words, "1.2.3", TODAY)
        return Press(library.strokes, words, ink, palette(colours, scheme), stamp, size)

    return make


def stretched(words: Words) -> Words:
    """The same words as in a language that takes more room."""
    strokes = {key: _longer_stroke(stroke) for key, stroke in words.strokes.items()}
    routines = {
        key: RoutineWords(longer(one.title), longer(one.summary), longer(one.for_whom), longer(one.not_for))
        for key, one in words.routines.items()
    }
    patterns = ("handout.date", "report.bar.date", "report.note.date")
    phrases = {key: text if key in patterns else longer(text) for key, text in words.phrases.items()}
    return replace(words, strokes=strokes, routines=routines, phrases=phrases)


def _longer_stroke(stroke: StrokeWords) -> StrokeWords:
    cautions = tuple(longer(caution) for caution in stroke.cautions)
    alias = longer(stroke.alias) if stroke.alias else ""
    return replace(
        stroke, title=longer(stroke.title), alias=alias, line=longer(stroke.line), cautions=cautions
    )


def longer(text: str) -> str:
    """The text with 40 % more letters, in words as long as its own."""
    wanted = max(1, round(len(text) * 0.4))
    extra = "aeiou nelor "
    return text + " " + (extra * (wanted // len(extra) + 1))[:wanted].strip()
