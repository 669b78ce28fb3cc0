"""What a handout says of a routine: both sides in one entry, sets, turns, and no caution twice."""

from dataclasses import replace

from companion.content.library import Library
from companion.domain.body import Side
from companion.domain.words import RoutineWords
from companion.handout.sheet import Sheet, amount, numbered, sheet_of


def sheet(routine: str, library: Library) -> Sheet:
    return sheet_of(library.routines[routine], library.strokes, library.words)


def test_both_sides_of_a_stroke_are_one_entry(library: Library) -> None:
    entries = sheet("full-body", library).entries
    assert len(entries) == 49
    glide = next(entry for entry in entries if entry.stroke == "hip-to-ankle-glide")
    assert glide.side is Side.RIGHT
    assert glide.dose == ("5 times", "4 seconds each", "on each leg")


def test_entries_are_numbered_from_one(library: Library) -> None:
    entries = sheet("first-massage", library).entries
    assert [entry.number for entry in entries] == list(range(1, 13))


def test_steps_that_go_together_on_one_side_are_told_so(library: Library) -> None:
    entries = sheet("first-massage", library).entries
    assert entries[3].first == (
        "Steps 4 to 6: all of them on baby’s right side first. Then again on the left.",
    )


def test_a_set_that_is_done_three_times_is_told_once(library: Library) -> None:
    entries = sheet("tummy-comfort", library).entries
    (first,) = [entry for entry in entries if "3 rounds" in " ".join(entry.first)]
    assert (first.stroke, first.first) == (
        "paddle-down",
        ("Steps 3 to 8: one after the other, 3 rounds in all.",),
    )


def test_what_is_only_for_babies_who_like_it_says_so(library: Library) -> None:
    optional = [
        entry.stroke for entry in sheet("tummy-comfort", library).entries if "Only if" in str(entry.first)
    ]
    assert optional == ["paddle-legs-up", "i-love-you", "bicycle"]


def test_turning_baby_over_and_back_is_told_before_the_step(library: Library) -> None:
    phrases = library.words.phrases
    first = {entry.stroke: entry.first for entry in sheet("full-body", library).entries}
    assert first["back-and-forth"] == (phrases["line.turn-over"],)
    assert first["arm-cross"] == (phrases["line.onto-back"],)


def test_a_long_routine_names_the_parts_of_the_body_and_a_short_one_does_not(library: Library) -> None:
    told = [entry.part for entry in sheet("full-body", library).entries if entry.part]
    assert told[:3] == ["Legs & feet", "Tummy", "Chest"]
    assert {entry.part for entry in sheet("bedtime", library).entries} == {""}


def test_the_chest_is_told_before_strokes_on_it(library: Library) -> None:
    first = {entry.words: entry.first for entry in sheet("first-massage", library).entries}
    assert first["swoop-to-bottom@on-chest"] == (library.words.phrases["line.onto-chest"],)


def test_a_hold_is_told_in_seconds_alone(library: Library) -> None:
    assert sheet("first-massage", library).entries[1].dose == ("45 seconds",)


def test_asking_has_no_dose_but_the_yes(library: Library) -> None:
    assert sheet("first-massage", library).entries[0].dose == ("Wait for a yes",)


def test_a_movement_tells_how_long_its_hold_is(library: Library) -> None:
    knees = next(e for e in sheet("full-body", library).entries if e.stroke == "knees-to-tummy")
    assert knees.dose == ("3 times", "15 seconds each", "hold for 10 of them")


def test_no_caution_is_told_twice(library: Library) -> None:
    for routine in library.routines.values():
        if not routine.locked:
            told = [caution for entry in sheet(routine.id, library).entries for caution in entry.cautions]
            assert len(told) == len(set(told))


def test_every_caution_of_every_stroke_but_asking_is_told(library: Library) -> None:
    entries = sheet("full-body", library).entries
    told = {caution for entry in entries for caution in entry.cautions}
    strokes = {entry.words for entry in entries} - {"permission"}
    assert told == {caution for key in strokes for caution in library.words.strokes[key].cautions}


def test_tummy_strokes_wait_longer_after_a_feed(library: Library) -> None:
    assert "45 minutes" in sheet("tummy-comfort", library).before[0]
    assert "30 minutes" in sheet("first-massage", library).before[0]


def test_clothes_may_stay_on_where_the_routine_says_so(library: Library) -> None:
    clothed = library.words.phrases["handout.before.clothed"]
    assert clothed in sheet("first-massage", library).before
    assert clothed not in sheet("full-body", library).before


def test_a_child_who_can_say_no_is_asked_in_words(library: Library) -> None:
    made = sheet("evening-legs", library)
    assert made.growing
    assert not any("feed" in line or "baby" in line.lower() for line in (*made.before, *made.stop))
    rub = next(entry for entry in made.entries if entry.stroke == "evening-leg-rub")
    assert rub.dose == ("2.5 minutes", "on each side")


def test_a_baby_rests_and_stops_by_its_cues(library: Library) -> None:
    made = sheet("first-massage", library)
    assert not made.growing
    assert made.stop == numbered(library.words.phrases, "rest.look")[1:]


def test_a_programme_brings_its_own_words(library: Library) -> None:
    routine = replace(library.routines["feet-anywhere"], id="mila-november")
    own = RoutineWords("Mila’s programme", "Feet.", "Mila.", "Anyone else.")
    made = sheet_of(routine, library.strokes, library.words, own)
    assert made.told is own


def test_numbered_phrases_come_in_the_order_of_their_numbers() -> None:
    phrases = {"a.10": "ten", "a.2": "two", "a.b": "no", "a": "no", "ab.1": "no"}
    assert numbered(phrases, "a") == ("two", "ten")


def test_whole_seconds_have_no_point() -> None:
    assert (amount(4.0), amount(1.5)) == ("4", "1.5")
