"""The routines against section 2 of the domain brief, step by step."""

import pytest

from companion.content.library import Library
from companion.domain.body import Side
from companion.domain.plan import PlannedStep, compile_plan
from companion.domain.routine import Routine
from companion.domain.settings import Settings
from companion.domain.stroke import StrokeKind
from companion.services.diary import laid_out

RIGHT, LEFT, NONE = Side.RIGHT, Side.LEFT, Side.NONE

FIRST_MASSAGE = [
    ("permission", NONE, 1, 30),
    ("hand-hug", NONE, 1, 45),
    ("resting-hands@legs", NONE, 1, 20),
    ("hip-to-ankle-glide", RIGHT, 3, 4),
    ("thumb-over-thumb", RIGHT, 4, 2),
    ("ankle-to-hip-glide", RIGHT, 3, 4),
    ("hip-to-ankle-glide", LEFT, 3, 4),
    ("thumb-over-thumb", LEFT, 4, 2),
    ("ankle-to-hip-glide", LEFT, 3, 4),
    ("leg-sweep", NONE, 3, 4),
    ("resting-hands@chest", NONE, 1, 15),
    ("heart-on-chest", NONE, 3, 4),
    ("resting-hands@hands", NONE, 1, 15),
    ("swoop-to-bottom@on-chest", NONE, 3, 3),
    ("hand-hug@cuddle", NONE, 1, 60),
]


def planned(library: Library, routine: str) -> tuple[PlannedStep, ...]:
    return compile_plan(library.routines[routine], library.strokes).steps


def codes(library: Library, routine: str) -> str:
    return " ".join(
        library.strokes[step.stroke].code for step in planned(library, routine) if step.side is not LEFT
    )


def touch(library: Library, routine: str) -> float:
    return sum(step.length for step in planned(library, routine) if step.kind is not StrokeKind.ASK)


def test_first_massage_is_the_brief_step_by_step(library: Library) -> None:
    steps = [(step.words, step.side, step.times, step.seconds) for step in planned(library, "first-massage")]
    assert steps == FIRST_MASSAGE


def test_first_massage_adds_up_to_about_five_minutes(library: Library) -> None:
    assert touch(library, "first-massage") == 252
    assert sum(step.length for step in planned(library, "first-massage")) == 282


def test_the_full_body_adds_up_to_the_sum_of_the_brief(library: Library) -> None:
    asking, turning = 60, 75
    assert touch(library, "full-body") + asking + turning == 1163
    assert planned(library, "full-body")[0].length == asking


def test_a_set_of_tummy_comfort_takes_92_seconds_and_is_done_three_times(library: Library) -> None:
    block = library.routines["tummy-comfort"].blocks[1]
    assert (block.rounds, sum(step.times * step.seconds for step in block.steps)) == (3, 92.0)


def test_tummy_comfort_relaxes_both_legs_at_once(library: Library) -> None:
    relaxing = [step for step in planned(library, "tummy-comfort") if step.stroke == "touch-relaxation"]
    assert [step.side for step in relaxing] == [NONE] * 6


def test_what_is_optional_comes_in_only_when_asked_for(library: Library) -> None:
    routine = library.routines["tummy-comfort"]
    usual = {step.stroke for step in compile_plan(routine, library.strokes).steps}
    more = {step.stroke for step in compile_plan(routine, library.strokes, with_optional=True).steps}
    assert more - usual == {"paddle-legs-up", "i-love-you", "bicycle"}


ORDERS = {
    "full-body": "H1 H2 L1 L2 L3 L4 L5 L6 L7 L8 L9 L10 L11 L12 H5 T1 T2 T3 T4 T5 T6 C1 C2 C3"
    " A1 A2 A3 A4 A5 A6 A7 A8 A9 F1 F2 F3 F4a F4b F5 F6 B1 B2 B3 B4 B5 M1 M2 M5 H4",
    "tummy-comfort": "H1 H5" + " T1 M5 H3 T4 M5 H3" * 3 + " H4",
    "constipation-comfort": "H1 H5 T1 T4 T5 M4 M5 T6 H4",
    "bedtime": "H1 H2 L1 L3 L9 L12 C1 A2 A4 F1 F2 B2 B3 B5 H4",
    "face": "H1 H2 F1 F2 F3 F4a F4b F5 F6 H4",
    "feet-anywhere": "H1 H2 L3 L4 L5 L6 L7 L8 L12 H2",
    "evening-legs": "G6 H2 G4 H2",
    "back-and-tummy-time": "H1 H2 B2 B1 B2 B3 B4 B5 H4",
}


@pytest.mark.parametrize("routine", ORDERS)
def test_a_routine_goes_in_the_order_of_the_brief(library: Library, routine: str) -> None:
    assert codes(library, routine) == ORDERS[routine]


def test_face_comfort_has_the_counts_of_the_brief(library: Library) -> None:
    counts = {library.strokes[s.stroke].code: s.times for s in planned(library, "face") if s.area == "face"}
    assert counts == {"H2": 1, "F1": 3, "F2": 3, "F3": 4, "F4a": 3, "F4b": 3, "F5": 6, "F6": 2}


def test_strokes_at_bedtime_are_slow(library: Library) -> None:
    strokes = [step for step in planned(library, "bedtime") if step.kind is StrokeKind.STROKE]
    assert {step.seconds for step in strokes} == {5.0, 6.0}


def test_nothing_at_bedtime_touches_the_tummy_or_moves_the_limbs(library: Library) -> None:
    assert {"tummy", "movements"}.isdisjoint(step.area for step in planned(library, "bedtime"))


def test_both_sides_get_the_same_in_every_open_routine(library: Library) -> None:
    for name, routine in library.routines.items():
        if not routine.locked:
            done = {
                side: [(s.words, s.length) for s in planned(library, name) if s.side is side]
                for side in (RIGHT, LEFT)
            }
            assert done[RIGHT] == done[LEFT], name


def test_evening_legs_are_for_children_of_three_or_more(library: Library) -> None:
    assert library.routines["evening-legs"].from_weeks == 3 * 52


def test_still_touch_never_strokes(library: Library) -> None:
    steps = [step.stroke for block in library.routines["still-touch"].blocks for step in block.steps]
    assert {library.strokes[stroke].kind for stroke in steps} == {StrokeKind.ASK, StrokeKind.HOLD}


def test_the_minutes_that_people_are_told_hold_for_the_usual_settings(library: Library) -> None:
    too_long = {
        routine.id: (routine.minutes, length / 60)
        for routine in library.routines.values()
        if not routine.locked
        and not routine.minutes[0] - 1
        <= (length := told_minutes(library, routine)) / 60
        <= routine.minutes[1]
    }
    assert too_long == {}


def told_minutes(library: Library, routine: Routine) -> float:
    return laid_out(compile_plan(routine, library.strokes), library.words, Settings()).length
