"""The handout of every routine says all there is to say, fits its paper, and is sharp on any printer."""

import numpy as np
import pytest

from companion.content.library import Library
from companion.domain.errors import CompanionError
from companion.handout.paper import PaperSize, pdf
from companion.handout.press import Press
from companion.handout.routine_page import routine_document
from companion.handout.sheet import numbered, sheet_of
from tests.handout.conftest import MakePress
from tests.handout.reading import fonts_of, inked_edges, looks, pages_in, pictures_in, text_of

ROUTINES = (
    *("first-massage", "full-body", "tummy-comfort", "constipation-comfort", "bedtime", "face"),
    *("feet-anywhere", "evening-legs", "back-and-tummy-time"),
)
EDGE = 24
"""Points along each edge that stay white: printers cannot reach them."""


def printed(routine: str, library: Library, press: Press) -> bytes:
    sheet = sheet_of(library.routines[routine], press.strokes, press.words)
    return pdf(routine_document(sheet, press), press.size)


def test_every_routine_that_needs_no_therapist_is_tried_here(library: Library) -> None:
    assert {name for name, one in library.routines.items() if not one.locked} == set(ROUTINES)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("routine", ROUTINES)
def test_a_handout_holds_every_step_and_leaves_its_margins_white(
    routine: str, size: PaperSize, library: Library, make_press: MakePress
) -> None:
    press = make_press(size)
    made = printed(routine, library, press)
    text = text_of(made)
    for entry in sheet_of(library.routines[routine], press.strokes, press.words).entries:
        for words in (f"{entry.number} {entry.title}", entry.line, *entry.dose, *entry.cautions):
            assert " ".join(words.split()) in text
    for page in looks(made):
        assert inked_edges(page, EDGE) == []
        assert page.shape[:2] == pytest.approx((size.points[1], size.points[0]), abs=1.5)


@pytest.mark.parametrize("routine", ROUTINES)
def test_words_that_are_half_as_long_again_still_fit(
    routine: str, library: Library, make_press: MakePress
) -> None:
    press = make_press(PaperSize.LETTER, longer=True)
    made = printed(routine, library, press)
    text = text_of(made)
    for entry in sheet_of(library.routines[routine], press.strokes, press.words).entries:
        assert entry.title in text
    assert all(inked_edges(page, EDGE) == [] for page in looks(made))


@pytest.mark.parametrize(
    "routine",
    ["first-massage", "constipation-comfort", "face", "feet-anywhere", "evening-legs", "back-and-tummy-time"],
)
def test_a_short_routine_fits_on_one_sheet_of_a4(
    routine: str, library: Library, make_press: MakePress
) -> None:
    assert pages_in(printed(routine, library, make_press())) <= 2


def test_the_full_body_takes_six_pages_and_not_sixty_eight_figures(
    library: Library, make_press: MakePress
) -> None:
    made = printed("full-body", library, make_press())
    assert pages_in(made) <= 6
    assert "page 6 of 6" in text_of(made)


def test_help_permission_and_stopping_are_on_every_handout(library: Library, make_press: MakePress) -> None:
    press = make_press()
    phrases = press.words.phrases
    text = text_of(printed("feet-anywhere", library, press))
    for key in ("help.now", "help.today", "help.call"):
        assert phrases[key] in text
        assert all(sign in text for sign in numbered(phrases, key))
    assert phrases["handout.shake"] in text
    assert phrases["help.number.nurse"] in text
    assert all(line in text for line in numbered(phrases, "handout.before"))
    assert all(line in text for line in numbered(phrases, "rest.look")[1:])
    told = press.words.routines["feet-anywhere"]
    assert all(words in text for words in (told.title, told.summary, told.for_whom, told.not_for))


def test_program_version_date_and_what_it_is_not_stand_on_each_page(
    library: Library, make_press: MakePress
) -> None:
    made = printed("first-massage", library, make_press())
    stamp = "Infant Massage Companion 1.2.3 · 22 November 2026 · Education, not a diagnosis."
    assert text_of(made).count(stamp) == pages_in(made)


def test_the_typeface_is_inside_the_file(library: Library, make_press: MakePress) -> None:
    fonts = fonts_of(printed("first-massage", library, make_press()))
    assert fonts
    assert all(inside and "Nunito" in name for name, inside in fonts)


def test_figures_are_lines_and_not_dots(library: Library, make_press: MakePress) -> None:
    assert pictures_in(printed("first-massage", library, make_press())) == 0


def test_black_and_white_has_no_hue_at_all(library: Library, make_press: MakePress) -> None:
    for page in looks(printed("first-massage", library, make_press(mono=True))):
        spread = page.max(axis=2).astype(int) - page.min(axis=2)
        assert spread.max() <= 2


def test_every_step_has_a_figure_of_its_own(library: Library, make_press: MakePress) -> None:
    """Skin and mat fill many places: one a step at least."""
    (first, *_) = looks(printed("evening-legs", library, make_press()))
    mat = np.all(np.abs(first.astype(int) - (0xE8, 0xEE, 0xE3)) < 8, axis=2)
    assert mat.sum() > 1000


def test_the_same_handout_twice_looks_and_reads_the_same(library: Library, make_press: MakePress) -> None:
    one, two = (printed("evening-legs", library, make_press()) for _ in range(2))
    assert text_of(one) == text_of(two)
    assert all(np.array_equal(a, b) for a, b in zip(looks(one), looks(two), strict=True))


def test_a_locked_routine_is_not_handed_out(library: Library) -> None:
    with pytest.raises(CompanionError) as told:
        sheet_of(library.routines["torticollis"], library.strokes, library.words)
    assert told.value.key == "routine-locked"
