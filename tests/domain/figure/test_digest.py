"""No drawing changes by accident: what moved since the digest was written is told, stroke by stroke."""

from .digest import digest, moved, read


def test_no_shape_moved_since_the_digest_was_written() -> None:
    found = moved(read(), digest())
    assert not found, "\n".join(
        [*found, "If this was meant: python -m tests.domain.figure.digest, and look at the sheet."]
    )


def test_a_change_is_told_with_the_part_and_how_far_it_moved() -> None:
    before = {"a right": {"3.0.mat": (0, 0, 9, 9, 4, 4, 0, 2), "3.1.hand.left": (1, 1, 5, 5, 3, 3, 0, 4)}}
    now = {"a right": {"3.0.mat": (0, 0, 9, 9, 4, 4, 0, 2), "3.1.hand.left": (4, 1, 8, 5, 6, 3, 0, 4)}}
    assert moved(before, now) == ["a right: hand.left moved by 3 units"]
    assert moved(before, before) == []


def test_a_change_within_the_tolerance_is_not_told() -> None:
    before = {"a right": {"3.0.hand.left": (1, 1, 5, 5, 3, 3, 0, 4)}}
    assert moved(before, {"a right": {"3.0.hand.left": (2, 1, 6, 5, 4, 3, 0, 4)}}) == []


def test_what_came_went_or_has_other_shapes_is_told() -> None:
    before = {"old right": {}, "a right": {"3.0.dot": (1, 1, 2, 2, 1, 1, 0, 2), "3.1.path": (0, 1)}}
    now = {"new right": {}, "a right": {"3.0.dot": (1, 1, 2, 2, 1, 1, 0, 3)}}
    assert moved(before, now) == [
        "a right: dot has another number of shapes; path came or went, or lies in another place of the order",
        "new right: is new",
        "old right: is gone",
    ]
