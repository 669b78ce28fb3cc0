"""How a session is made shorter: always in the same order, both sides alike, the centre last."""

from collections import Counter
from itertools import pairwise

import pytest

from companion.domain.body import Area, Side
from companion.domain.dose import FEWEST, SHORT_HOLD, Portions, Tempo, fitted, length, portions, versions
from companion.domain.plan import compile_plan
from companion.domain.stroke import StrokeKind
from tests.domain.safe import PLAYABLE, library, safety


def whole(name: str) -> Portions:
    routine = library().routines[name]
    return portions(compile_plan(routine, library().strokes), routine)


def all_versions(name: str) -> list[Portions]:
    return list(versions(whole(name), library().strokes, frozenset(safety().essentials)))


@pytest.mark.parametrize("name", PLAYABLE)
def test_each_version_is_no_longer_than_the_one_before_and_keeps_less(name: str) -> None:
    found = all_versions(name)
    for longer, shorter in pairwise(found):
        before = {(item.group, item.step.side): item.step for item in longer}
        assert length(shorter, Tempo()) <= length(longer, Tempo())
        for item in shorter:
            step = before[item.group, item.step.side]
            assert item.step.times <= step.times
            assert item.step.seconds <= step.seconds


@pytest.mark.parametrize("name", PLAYABLE)
def test_both_sides_are_alike_in_every_version(name: str) -> None:
    for version in all_versions(name):
        sides = {
            side: Counter((item.group, item.step.times) for item in version if item.step.side is side)
            for side in (Side.RIGHT, Side.LEFT)
        }
        assert sides[Side.RIGHT] == sides[Side.LEFT]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("full-body", {"permission", "hip-to-ankle-glide", "hand-hug@cuddle"}),
        ("first-massage", {"permission", "hand-hug", "hip-to-ankle-glide", "hand-hug@cuddle"}),
        ("tummy-comfort", {"permission", "tummy-rest", "paddle-down", "hand-hug@cuddle"}),
        ("evening-legs", {"evening-leg-rub"}),
    ],
)
def test_the_first_stroke_of_the_main_area_stays_with_asking_and_holding(name: str, kept: set[str]) -> None:
    assert {item.step.words for item in all_versions(name)[-1]} == kept


def test_holds_become_short_before_any_stroke_is_cut() -> None:
    first, second = all_versions("bedtime")[:2]
    assert {item.step.times for item in first} == {item.step.times for item in second}
    assert max(item.step.seconds for item in second if item.step.kind is StrokeKind.HOLD) <= SHORT_HOLD


def test_repetitions_go_down_to_three_before_a_round_is_dropped() -> None:
    found = all_versions("tummy-comfort")
    first_with_two_rounds = next(v for v in found if max(item.round for item in v) == 1)
    assert {i.step.times for i in first_with_two_rounds if i.step.stroke == "paddle-down"} == {FEWEST}


def test_less_central_strokes_go_before_essential_ones() -> None:
    essentials = set(safety().essentials)
    for version in all_versions("full-body"):
        areas = {item.step.area for item in version}
        if Area.FACE not in areas:
            moving = {i.step.stroke for i in version if i.step.kind not in {StrokeKind.ASK, StrokeKind.HOLD}}
            assert moving <= essentials


def test_the_fullest_version_that_fits_is_chosen() -> None:
    items = whole("bedtime")
    assert fitted(items, 10_000, library().strokes, safety().essentials, Tempo()) == items
    shorter = fitted(items, 420, library().strokes, safety().essentials, Tempo())
    assert length(shorter, Tempo()) <= 420
    assert shorter in all_versions("bedtime")


def test_no_items_have_no_length() -> None:
    assert length((), Tempo()) == 0.0


def test_a_slower_pace_and_longer_lead_ins_take_longer() -> None:
    items = whole("bedtime")
    usual = length(items, Tempo())
    assert length(items, Tempo(lead_in=10.0)) == usual + 4.0 * len(items)
    strokes = sum(item.step.length for item in items if item.step.kind is StrokeKind.STROKE)
    assert length(items, Tempo(pace=1.5)) == pytest.approx(usual + strokes / 2)


def test_asking_and_holding_alone_cannot_get_shorter_than_their_short_holds() -> None:
    contact = tuple(item for item in whole("bedtime") if item.step.area is Area.CONTACT)
    found = list(versions(contact, library().strokes, frozenset()))
    assert len(found) == 2
    assert [item.step.words for item in found[-1]] == ["permission", "hand-hug@cuddle"]
