"""Whatever is said of a session can be taken back, and two diaries agree whatever order they are laid together in."""

import itertools
from datetime import timedelta

import pytest

from companion.domain.entry import BEGUN, WRAP_UP, Revision, Told, current, standing
from tests.fakes import MORNING


def said(name: str, minutes: int, note: str) -> Revision:
    return Revision(name, MORNING + timedelta(minutes=minutes), Told(baby=note))


BEGINNING = said(BEGUN, 0, "begun")
FIRST = said(WRAP_UP, 1, "first")
SECOND = said("b", 2, "second")


def taken_back(name: str, minutes: int) -> Revision:
    return Revision(f"undo {name}", MORNING + timedelta(minutes=minutes), undoes=name)


def test_what_is_said_last_counts_in_whatever_order_it_arrives() -> None:
    for order in itertools.permutations((BEGINNING, FIRST, SECOND)):
        assert current(order).baby == "second"


def test_a_change_that_is_taken_back_leaves_the_one_before() -> None:
    assert current((BEGINNING, FIRST, SECOND, taken_back("b", 3))).baby == "first"


def test_changes_can_be_taken_back_one_after_the_other() -> None:
    taken = (taken_back("b", 3), taken_back(WRAP_UP, 4))
    assert current((BEGINNING, FIRST, SECOND, *taken)).baby == "begun"
    assert standing((BEGINNING, FIRST, SECOND, *taken)) == (BEGINNING,)


def test_the_beginning_cannot_be_taken_back() -> None:
    assert current((BEGINNING, taken_back(BEGUN, 3))).baby == "begun"


def test_changes_of_one_moment_have_one_order() -> None:
    other = said("c", 2, "other")
    assert current((SECOND, other)) == current((other, SECOND))


def test_a_session_of_which_nothing_was_told_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing was told"):
        current(())
