"""The catalogue against the domain brief, row by row; the table is copied from it by hand."""

import pytest

from companion.content.library import Library
from companion.domain.body import Area, Position
from companion.domain.stroke import Evidence, Pressure, Readiness, StrokeKind

BRIEF = """
H1 permission 1x20 none -        | H2 resting-hands 1x20 none 0        | H3 touch-relaxation 1x20 each 1
H4 hand-hug 1x60 none 0          | H5 tummy-rest 1x30 none 0           | H6 side-carry 1x60 alternate 0
L1 hip-to-ankle-glide 5x4 each 2 | L2 hug-and-glide-leg 4x5 each 1-2   | L3 thumb-over-thumb 6x2 each 2
L4 toe-roll 5x2 each 1           | L5 under-toes 3x3 each 1-2          | L6 thumb-press 8x1 each 1-2
L7 top-of-foot 4x2 each 1        | L8 ankle-circles 4x2 each 1         | L9 ankle-to-hip-glide 5x4 each 2
L10 leg-roll 4x3 each 1          | L11 bottom-relaxer 4x3 both 2       | L12 leg-sweep 3x4 both 2
T1 paddle-down 6x3 none 1-2      | T2 paddle-legs-up 6x3 none 1-2      | T3 thumbs-to-sides 4x3 both 1
T4 sun-and-moon 6x4 none 1-2     | T5 i-love-you 3x9 none 1-2          | T6 walking-fingers 3x5 none 1
C1 heart-on-chest 4x4 both 1     | C2 butterfly 6x3 alternate 1        | C3 chest-sweep 3x4 both 1-2
A1 armpit-strokes 3x2 each 1     | A2 shoulder-to-wrist-glide 5x4 each 2 | A3 hug-and-glide-arm 4x5 each 1
A4 palm-and-fingers 5x2 each 1   | A5 top-of-hand 4x2 each 1           | A6 wrist-circles 4x2 each 1
A7 wrist-to-shoulder-glide 5x4 each 2 | A8 arm-roll 4x3 each 1         | A9 whole-body-sweep 3x5 both 1-2
F1 forehead-open-book 4x3 both 1 | F2 brow-strokes 4x3 both 1          | F3 nose-to-cheek 4x3 both 1
F4a smile-upper 3x2 both 1       | F4b smile-lower 3x2 both 1          | F5 jaw-circles 6x1.5 both 1
F6 ears-neck-chin 3x4 both 1     | B1 back-and-forth 3x8 none 1-2      | B2 swoop-to-bottom 5x3 none 2
B3 swoop-to-feet 5x4 none 2      | B4 back-circles 2x10 both 1-2       | B5 combing 5x3 none 1
M1 arm-cross 3x6 both 0-1        | M2 opposite-arm-and-leg 3x6 each 0-1 | M3 leg-cross 3x5 both 0-1
M4 bicycle 5x3 alternate 0-1     | M5 knees-to-tummy 3x15 both 0-1     | M6 knees-side-to-side 3x5 both 0-1
M7 long-legs 3x4 both 0-1        | M8 leg-lift-rhyme 4x4 both 0-1
"""
ROWS = [row.split() for line in BRIEF.strip().splitlines() for row in line.split("|")]

NOT_FROM_BIRTH = {
    Readiness.NAVEL_HEALED: "H5 T1 T2 T3 T4 T5 T6 M4 M5",
    Readiness.FOUR_WEEKS: "L2 A3 B1 B2 B3 B4 B5 M1 M2 M3 M6 M7",
    Readiness.HEAD_CONTROL: "M8",
    Readiness.MOBILE: "G1 G2 G3 G4 G5 G6",
}
ONE_HAND_ON_LEGS = {"L1", "L3", "L4", "L6", "L7", "L9", "L12"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_stroke_has_the_doses_of_the_brief(library: Library, row: list[str]) -> None:
    code, name, dose, side, firmness = row
    stroke = library.strokes[name]
    times, seconds = dose.split("x")
    pressure = tuple(Pressure(int(p)) for p in firmness.split("-") if p)
    assert (stroke.code, stroke.times, stroke.seconds) == (code, int(times), float(seconds))
    assert (stroke.laterality.value, stroke.pressure) == (side, pressure)


def test_the_catalogue_holds_the_brief_and_six_ways_of_growing_up(library: Library) -> None:
    growing = {"G1", "G2", "G3", "G4", "G5", "G6"}
    assert {stroke.code for stroke in library.strokes.values()} == {row[0] for row in ROWS} | growing


def test_strokes_are_ready_when_the_brief_says(library: Library) -> None:
    late = {code: ready for ready, codes in NOT_FROM_BIRTH.items() for code in codes.split()}
    wrong = {
        stroke.id: stroke.readiness
        for stroke in library.strokes.values()
        if stroke.readiness is not late.get(stroke.code, Readiness.BIRTH)
    }
    assert wrong == {}


def test_tummy_strokes_wait_for_the_navel_and_never_meet_a_baby_born_early(library: Library) -> None:
    tummy = [stroke for stroke in library.strokes.values() if stroke.area is Area.TUMMY]
    assert {(stroke.readiness, "preterm" in stroke.avoid) for stroke in tummy} == {
        (Readiness.NAVEL_HEALED, True)
    }


def test_the_back_is_for_newborns_only_on_a_chest(library: Library) -> None:
    back = [stroke for stroke in library.strokes.values() if stroke.area is Area.BACK]
    assert {stroke.ready_from(Position.ON_CHEST) for stroke in back} == {Readiness.BIRTH}
    assert {stroke.ready_from(Position.ON_TUMMY) for stroke in back} == {Readiness.FOUR_WEEKS}


def test_hips_in_question_are_never_crossed_or_straightened(library: Library) -> None:
    for name in ("leg-cross", "long-legs", "knees-to-tummy", "knees-side-to-side", "paddle-legs-up"):
        assert {"hip-dysplasia", "hip-harness"} <= set(library.strokes[name].avoid), name


def test_the_neck_and_the_side_carry_are_not_for_torticollis(library: Library) -> None:
    assert "torticollis" in library.strokes["ears-neck-chin"].avoid
    assert "torticollis" in library.strokes["side-carry"].avoid


def test_one_hand_is_enough_on_legs_where_the_brief_says(library: Library) -> None:
    legs = [stroke for stroke in library.strokes.values() if stroke.area is Area.LEGS]
    assert {stroke.code for stroke in legs if stroke.one_hand} == ONE_HAND_ON_LEGS


def test_strokes_are_offered_three_to_eight_times(library: Library) -> None:
    done_less = {"back-circles": (2, 8), "ears-neck-chin": (2, 8), "knees-to-tummy": (1, 8)}
    touches = {StrokeKind.STROKE, StrokeKind.MOVEMENT}
    ranges = {s.id: s.times_range for s in library.strokes.values() if s.kind in touches}
    assert ranges == {name: done_less.get(name, (3, 8)) for name in ranges}


def test_holds_are_done_once(library: Library) -> None:
    once = [
        s for s in library.strokes.values() if s.kind in {StrokeKind.ASK, StrokeKind.HOLD, StrokeKind.GROWING}
    ]
    assert {stroke.times_range for stroke in once} == {(1, 1)}


def test_knees_to_tummy_holds_ten_seconds_and_lets_go_for_five(library: Library) -> None:
    knees = library.strokes["knees-to-tummy"]
    assert (knees.hold_seconds, knees.seconds - knees.hold_seconds) == (10.0, 5.0)


def test_nothing_in_the_catalogue_is_said_to_be_sure(library: Library) -> None:
    assert {s.evidence for s in library.strokes.values()} <= {
        Evidence.CONVENTION,
        Evidence.VERY_LOW,
        Evidence.LOW,
    }


SECTIONS = {
    "one leg": ("L1 L2 L3 L4 L5 L6 L7 L8 L9 L10", 127),
    "one arm": ("A1 A2 A3 A4 A5 A6 A7 A8", 104),
    "chest": ("C1 C2 C3", 46),
    "face": ("F1 F2 F3 F4a F4b F5 F6", 69),
    "back": ("B1 B2 B3 B4 B5", 94),
}


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_takes_the_seconds_that_the_brief_gives_it(library: Library, section: str) -> None:
    codes, seconds = SECTIONS[section]
    lengths = {s.code: s.times * s.seconds for s in library.strokes.values()}
    assert sum(lengths[code] for code in codes.split()) == seconds
