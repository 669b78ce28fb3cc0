"""Routines that somebody puts together: what follows from their strokes, what the rules say, how they are edited."""

from dataclasses import replace
from pathlib import Path

import pytest

from companion.content.library import load_library
from companion.domain import editing
from companion.domain.body import Area, Position
from companion.domain.editing import Draft, DraftStep
from companion.domain.errors import CompanionError
from companion.domain.own_routine import Shelf, derived, phrases_of, words_of
from companion.domain.own_rules import Weight, findings, may_be_kept, rule_sentence, seconds_range
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.stroke import Evidence, Pressure
from companion.domain.undo import MOST, Undo

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    library = load_library(ROOT / "data", "en")
    return Shelf(library.strokes, library.routines)


def bare(blocks: tuple[Block, ...]) -> Routine:
    """A routine of which nothing is known but its blocks."""
    return Routine("", (1, 1), locked=False, blocks=blocks, evidence=Evidence.CONVENTION, sources=())


def row(shelf: Shelf, *names: str) -> Draft:
    """A draft of these strokes (``stroke`` or ``stroke@variant``), in order."""
    steps: list[DraftStep] = []
    for name in names:
        stroke, _, variant = name.partition("@")
        steps.append(editing.draft_step(shelf.strokes[stroke], shelf, variant, steps))
    return Draft("Ours", tuple(steps))


def found(shelf: Shelf, draft: Draft) -> dict[str, int]:
    """Key -> step of all that the rules say."""
    routine = Routine(
        "",
        (1, 1),
        locked=False,
        blocks=editing.blocks_of(draft.steps),
        evidence=Evidence.CONVENTION,
        sources=(),
    )
    return {finding.key: finding.step for finding in findings(routine, shelf)}


PLAIN = ("permission", "hand-hug", "hip-to-ankle-glide", "leg-sweep", "hand-hug")


def test_a_new_routine_asks_first_ends_still_and_may_be_kept(shelf: Shelf) -> None:
    draft = editing.new_draft("Ours", shelf)
    assert [step.words for step in draft.steps] == ["permission", "hand-hug"]
    assert found(shelf, draft) == {}


@pytest.mark.parametrize("name", ["first-massage", "full-body", "tummy-comfort", "evening-legs"])
def test_a_copy_of_ours_is_for_no_more_babies_and_says_the_same(shelf: Shelf, name: str) -> None:
    ours = shelf.routines[name]
    own = editing.own_of(replace(editing.copy_of(ours, "Copy"), id="copy"), shelf)
    assert own.routine.blocks == ours.blocks
    assert set(ours.avoid) <= set(own.routine.avoid)
    assert own.routine.from_weeks >= ours.from_weeks
    assert may_be_kept(findings(own.routine, shelf))
    assert editing.draft_of(own).steps == editing.copy_of(ours, "").steps


def test_strokes_bring_their_age_and_their_conditions_without_a_routine_of_ours(shelf: Shelf) -> None:
    tummy = editing.own_of(row(shelf, "permission", "walking-fingers", "hand-hug"), shelf)
    assert {"preterm", "fever"} <= set(tummy.routine.avoid)
    child = editing.own_of(row(shelf, "ask-wait-stop", "back-drawing", "resting-hands"), shelf)
    assert child.routine.from_weeks == 156
    unused = editing.own_of(row(shelf, "permission", "long-legs", "hand-hug"), shelf)
    assert unused.routine.from_weeks == 0
    assert unused.routine.evidence is Evidence.CONVENTION


def test_an_unknown_stroke_brings_nothing(shelf: Shelf) -> None:
    step = replace(row(shelf, "hand-hug").steps[0], step=RoutineStep("nonsense", 1, 20.0, ()))
    routine = Routine(
        "x", (1, 1), locked=False, blocks=editing.blocks_of([step]), evidence=Evidence.CONVENTION, sources=()
    )
    with pytest.raises(CompanionError, match="stroke-unknown"):
        derived(routine, shelf)


def test_words_and_phrases_of_an_own_routine_are_found_by_its_id(shelf: Shelf) -> None:
    draft = editing.with_say(
        replace(row(shelf, *PLAIN), id="ours", note="After the bath."), "hand-hug", "Sing."
    )
    own = editing.own_of(draft, shelf)
    assert phrases_of(own) == {"own.ours.hand-hug": "Sing."}
    assert words_of(own, "you", "nobody").summary == "After the bath."
    assert editing.with_say(draft, "hand-hug", "").say == {}
    assert editing.own_of(editing.with_say(draft, "toe-roll", "Not in it."), shelf).say == {
        "hand-hug": "Sing."
    }


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("times", {"times": 9}),
        ("firm", {"pressure": (Pressure.P2, Pressure.P2 + 1)}),
        ("quick", {"seconds": 1.0}),
        ("quick", {"seconds": float("nan")}),
        ("slow", {"seconds": 60.0}),
        ("variant", {"variant": "nowhere"}),
        ("unknown", {"stroke": "nonsense"}),
    ],
)
def test_a_dose_out_of_range_must_be_changed(shelf: Shelf, key: str, change: dict[str, object]) -> None:
    draft = row(shelf, *PLAIN)
    step = draft.steps[2]
    done = replace(step.step, **change)  # pyright: ignore[reportArgumentType]
    assert found(shelf, editing.changed(draft, 2, replace(step, step=done)))[key] == 2


@pytest.mark.parametrize(
    ("names", "key", "step"),
    [
        (("hand-hug", "leg-sweep", "hand-hug"), "ask-first", 0),
        (("permission", "leg-sweep"), "still-last", 1),
        (("permission", "hand-hug", "permission", "hand-hug"), "ask-once", 2),
        (("permission", "side-carry"), "therapist", 1),
        (("permission", *(["leg-sweep"] * 80), "hand-hug"), "many", -1),
        (("permission", "leg-sweep", "hand-hug"), "settle", 1),
        (("permission", "hand-hug", "i-love-you", "leg-sweep", "hand-hug"), "gentle-start", 2),
        (("permission", "hand-hug", "leg-sweep", "chest-sweep", "leg-sweep", "hand-hug"), "area-again", 4),
        (("permission", "hand-hug", "i-love-you", "hand-hug"), "ready-r1", 2),
        (("permission", "hand-hug", "leg-lift-rhyme", "hand-hug"), "ready-r3", 2),
    ],
)
def test_the_rules_tell_what_must_and_what_should_be_changed(
    shelf: Shelf, names: tuple[str, ...], key: str, step: int
) -> None:
    assert found(shelf, row(shelf, *names))[key] == step


def test_a_routine_of_nothing_has_neither_asking_nor_an_end(shelf: Shelf) -> None:
    assert found(shelf, Draft("", ())) == {"ask-first": -1, "still-last": -1}


def test_an_hour_is_the_most_and_half_of_it_is_told(shelf: Shelf) -> None:
    draft = row(shelf, "permission", "hand-hug", "leg-sweep", "hand-hug")
    long = [replace(draft.steps[1], step=replace(draft.steps[1].step, seconds=300.0))]
    assert "longish" in found(shelf, replace(draft, steps=(draft.steps[0], *(long * 6), *draft.steps[1:])))
    assert "long" in found(shelf, replace(draft, steps=(draft.steps[0], *(long * 13), *draft.steps[1:])))


def test_turning_baby_often_is_told(shelf: Shelf) -> None:
    draft = row(
        shelf,
        "permission",
        "hand-hug",
        "leg-sweep",
        "swoop-to-feet",
        "leg-sweep",
        "swoop-to-feet",
        "hand-hug",
    )
    assert "turns" in found(shelf, draft)


def test_a_stroke_is_not_done_where_baby_does_not_lie_for_it(shelf: Shelf) -> None:
    draft = row(shelf, *PLAIN)
    step = replace(draft.steps[2], position=Position.ON_TUMMY)
    assert found(shelf, editing.changed(draft, 2, step))["position"] == 2
    each = editing.regrouped(draft, 3, sides=BlockSides.EACH)
    assert found(shelf, each)["both-sides"] == 3
    again = editing.regrouped(draft, 0, rounds=2)
    assert found(shelf, again)["ask-once"] == 0


def test_only_a_must_stands_in_the_way(shelf: Shelf) -> None:
    routine = shelf.routines["full-body"]
    told = findings(routine, shelf)
    assert {finding.weight for finding in told} == {Weight.ADVICE}
    assert may_be_kept(told)


def test_a_rule_is_told_with_names_in_the_place_of_ids(shelf: Shelf) -> None:
    finding = replace(findings(bare(()), shelf)[0], key="times", about={"stroke": "leg-sweep", "low": 3})
    sentences = {"own-rule.times": "{stroke}: {low} times"}
    assert rule_sentence(finding, sentences, {"leg-sweep": "Leg sweep"}) == "Leg sweep: 3 times"
    assert rule_sentence(finding, {}) == "times"


def test_holds_have_a_range_of_their_own(shelf: Shelf) -> None:
    assert seconds_range(shelf.strokes["hand-hug"]) == (5.0, 300.0)
    assert seconds_range(shelf.strokes["leg-sweep"]) == (3.0, 16.0)


def test_steps_move_but_nothing_comes_before_the_asking(shelf: Shelf) -> None:
    draft = row(shelf, *PLAIN)
    up = editing.moved(draft, 3, 2)
    assert [step.words for step in up.steps][2:4] == ["leg-sweep", "hip-to-ankle-glide"]
    assert editing.moved(draft, 3, -5).steps[1].words == "leg-sweep"
    assert editing.moved(draft, 3, 99).steps[-1].words == "leg-sweep"
    assert editing.moved(draft, 0, 3) is draft
    assert editing.moved(row(shelf, "hand-hug", "leg-sweep"), 1, 0).steps[0].words == "leg-sweep"


def test_steps_are_added_and_taken_out_but_the_asking_stays(shelf: Shelf) -> None:
    draft = row(shelf, *PLAIN)
    more = editing.added(draft, editing.rest_step(draft.steps[:3], shelf), 0)
    assert more.steps[1].words == "resting-hands@legs"
    assert editing.removed(more, 1).steps == draft.steps
    assert editing.removed(draft, 0) is draft


def test_a_rest_lies_where_the_hands_were(shelf: Shelf) -> None:
    back = editing.rest_step(row(shelf, "swoop-to-feet").steps, shelf)
    assert (back.words, back.position, back.area) == ("resting-hands@back", Position.ON_TUMMY, Area.BACK)
    assert editing.rest_step((), shelf).words == "resting-hands"


def test_a_stroke_lies_as_baby_lies_where_it_can(shelf: Shelf) -> None:
    held = replace(row(shelf, "hand-hug").steps[0], position=Position.HELD)
    assert editing.draft_step(shelf.strokes["arm-roll"], shelf, near=[held]).position is Position.HELD
    assert editing.draft_step(shelf.strokes["leg-sweep"], shelf, near=[held]).position is Position.ON_BACK
    assert editing.draft_step(shelf.strokes["whats-on-top"], shelf).position is Position.ON_BACK
    anywhere = replace(held, position=Position.ANY)
    assert (
        editing.draft_step(shelf.strokes["back-drawing"], shelf, near=[anywhere]).position
        is Position.ON_TUMMY
    )


def test_a_block_lies_and_turns_as_one(shelf: Shelf) -> None:
    draft = editing.copy_of(shelf.routines["first-massage"], "Copy")
    assert editing.block_at(draft, 4) == (3, 6)
    assert editing.may_take_sides(draft, 4, shelf.strokes)
    assert not editing.may_take_sides(draft, 0, shelf.strokes)
    once = editing.regrouped(draft, 4, sides=BlockSides.ONCE)
    assert {step.sides for step in once.steps[3:6]} == {BlockSides.ONCE}
    with pytest.raises(IndexError):
        editing.block_at(draft, 99)


def test_what_is_missing_is_put_right(shelf: Shelf) -> None:
    right = editing.put_right(row(shelf, "leg-sweep", "permission", "toe-roll"), shelf)
    assert [step.words for step in right.steps] == ["permission", "leg-sweep", "toe-roll", "hand-hug"]
    assert editing.put_right(right, shelf) == right
    assert [step.words for step in editing.put_right(Draft("", ()), shelf).steps] == [
        "permission",
        "hand-hug",
    ]


def test_steps_are_taken_back_and_taken_again() -> None:
    undo = Undo(0).then(1).then(1).then(2)
    assert undo.past == (0, 1)
    assert undo.undone().now == 1
    assert undo.undone().redone() == undo
    assert undo.undone().then(5).redone().now == 5
    assert Undo(0).undone() == Undo(0)


def test_so_many_steps_can_be_taken_back() -> None:
    undo = Undo(0)
    for number in range(1, MOST + 50):
        undo = undo.then(number)
    assert len(undo.past) == MOST
