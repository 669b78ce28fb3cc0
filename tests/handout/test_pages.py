"""Pieces are put on pages whole, headings stay with what they head, and columns end level."""

from hypothesis import given
from hypothesis import strategies as st

from companion.handout.pages import Measured, newspaper, paginate

HEIGHTS = st.lists(st.floats(1.0, 90.0), min_size=1, max_size=40)


def test_a_page_is_filled_to_its_last_point() -> None:
    assert paginate([Measured(50.0), Measured(40.0, above=10.0), Measured(5.0)], 100.0, 100.0) == [
        [0, 1],
        [2],
    ]


def test_the_air_above_a_piece_is_not_wanted_at_the_top_of_a_page() -> None:
    assert paginate([Measured(60.0), Measured(100.0, above=30.0)], 100.0, 100.0) == [[0], [1]]


def test_the_first_page_may_be_lower_than_the_others() -> None:
    assert paginate([Measured(50.0), Measured(50.0), Measured(50.0)], 60.0, 100.0) == [[0], [1, 2]]


def test_a_heading_goes_with_what_it_heads() -> None:
    pieces = [Measured(50.0), Measured(20.0, with_next=True), Measured(40.0)]
    assert paginate(pieces, 100.0, 100.0) == [[0], [1, 2]]


def test_a_piece_higher_than_a_page_stands_alone() -> None:
    assert paginate([Measured(10.0), Measured(300.0), Measured(10.0)], 100.0, 100.0) == [[0], [1], [2]]


def test_nothing_to_print_takes_no_page() -> None:
    assert paginate([], 100.0, 100.0) == []


@given(HEIGHTS)
def test_every_piece_is_on_one_page_in_order_and_fits(heights: list[float]) -> None:
    pages = paginate([Measured(height, above=5.0) for height in heights], 100.0, 120.0)
    assert [index for page in pages for index in page] == list(range(len(heights)))
    for number, page in enumerate(pages):
        used = sum(heights[index] for index in page) + 5.0 * (len(page) - 1)
        assert used <= (120.0 if number else 100.0) + 1e-6


def test_columns_run_down_the_left_and_then_down_the_right() -> None:
    (first, second) = newspaper([40.0] * 7, 10.0, 100.0, 100.0)
    assert (list(first.left), list(first.right)) == ([0, 1], [2, 3])
    assert (list(second.left), list(second.right)) == ([4, 5], [6])


def test_the_columns_of_the_last_page_end_level() -> None:
    (only,) = newspaper([10.0, 10.0, 10.0, 30.0], 0.0, 100.0, 100.0)
    assert (list(only.left), list(only.right)) == ([0, 1, 2], [3])


@given(HEIGHTS)
def test_columns_hold_every_piece_in_order_and_none_is_too_high(heights: list[float]) -> None:
    spreads = newspaper(heights, 4.0, 100.0, 140.0)
    assert [i for spread in spreads for part in (spread.left, spread.right) for i in part] == list(
        range(len(heights))
    )
    for number, spread in enumerate(spreads):
        for part in (spread.left, spread.right):
            used = sum(heights[i] for i in part) + 4.0 * max(0, len(part) - 1)
            assert used <= (140.0 if number else 100.0) + 1e-6
