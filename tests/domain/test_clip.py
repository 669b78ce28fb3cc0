"""Clips are trimmed inside their film, named in one tidy line, and refused when no computer could play them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.clip import (
    LARGEST,
    LONGEST,
    LONGEST_TITLE,
    SHORTEST,
    fitted,
    refusal,
    tidy,
    title_from,
    trimmed,
)
from tests.clip_fakes import A_FILM, a_clip

SECONDS = st.floats(-100, 100)


@given(start=SECONDS, end=SECONDS, whole=st.floats(0.05, 60))
def test_a_trim_always_lies_inside_the_film_and_leaves_something(
    start: float, end: float, whole: float
) -> None:
    clip = trimmed(a_clip(film=replace(A_FILM, seconds=whole)), start, end)
    assert 0 <= clip.start < clip.end <= whole
    assert clip.seconds >= min(SHORTEST, whole) - 1e-9


def test_a_trim_that_fits_is_kept_as_it_is() -> None:
    clip = trimmed(a_clip(), 2.0, 5.5)
    assert (clip.start, clip.end, clip.seconds) == (2.0, 5.5, 3.5)


def test_a_slow_clip_plays_at_half_the_pace() -> None:
    assert (a_clip().rate, a_clip(slow=True).rate) == (1.0, 0.5)


@pytest.mark.parametrize(
    ("film", "key"),
    [
        (replace(A_FILM, size=LARGEST + 1), "clip-too-large"),
        (replace(A_FILM, width=7680, height=4320), "clip-too-detailed"),
        (replace(A_FILM, seconds=LONGEST + 1), "clip-too-long"),
        (replace(A_FILM, seconds=4e9), "clip-too-long"),
    ],
)
def test_a_film_that_is_too_much_is_refused(film: object, key: str) -> None:
    refused = refusal(film, "film.mp4")  # pyright: ignore[reportArgumentType]
    assert refused is not None
    assert refused.key == key


def test_an_ordinary_film_is_not_refused() -> None:
    assert refusal(A_FILM, "film.mp4") is None
    assert refusal(replace(A_FILM, width=2160, height=3840), "film.mp4") is None


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("IMG_2031_legs.MOV", "IMG 2031 legs"),
        ("no suffix", "no suffix"),
        (".mp4", ".mp4"),
        ("two\nlines\u202e.mp4", "two lines"),
        ("x" * 300 + ".mp4", "x" * (LONGEST_TITLE - 1) + "…"),
    ],
)
def test_a_title_comes_from_the_name_of_the_file(name: str, title: str) -> None:
    assert title_from(name) == title


@given(st.text(max_size=400))
def test_tidy_text_is_one_short_visible_line(text: str) -> None:
    line = tidy(text, 40)
    assert len(line) <= 40
    assert line == line.strip()
    assert all(sign.isprintable() for sign in line)


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_frames_are_even_and_never_larger_than_asked(width: int, height: int) -> None:
    wide, high = fitted(width, height, 1280, 720)
    assert 2 <= wide <= 1280
    assert 2 <= high <= 720
    assert wide % 2 == high % 2 == 0


def test_a_small_film_keeps_its_size_and_a_large_one_its_shape() -> None:
    assert fitted(640, 360, 1280, 720) == (640, 360)
    assert fitted(3840, 2160, 1280, 720) == (1280, 720)
    assert fitted(1080, 1920, 1280, 720) == (404, 720)
