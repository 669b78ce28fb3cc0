"""Keys that somebody has taught: one deed each, and room for a few."""

from companion.domain.learned_keys import MOST, NO_KEYS, Deed, deed_of, forgotten, marks_of, taught


def test_a_key_does_what_it_was_taught_last_and_nothing_else() -> None:
    learned = taught(taught(NO_KEYS, Deed.NEXT, "k66"), Deed.BACK, "k66")
    assert deed_of(learned, "k66") is Deed.BACK
    assert marks_of(learned, Deed.NEXT) == ()
    assert deed_of(learned, "k67") is None


def test_keys_are_forgotten_one_by_one() -> None:
    learned = taught(taught(NO_KEYS, Deed.NEXT, "k66"), Deed.NEXT, "s115")
    assert marks_of(forgotten(learned, "k66"), Deed.NEXT) == ("s115",)
    assert forgotten(forgotten(learned, "k66"), "s115") == NO_KEYS


def test_the_oldest_key_gives_way() -> None:
    learned = NO_KEYS
    for number in range(MOST + 2):
        learned = taught(learned, Deed.REST, f"s{number}")
    assert marks_of(learned, Deed.REST) == tuple(f"s{number}" for number in range(2, MOST + 2))
