"""The cue catalogue (brief 3.2) and what cues suggest (3.3), row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.body import Area
from companion.domain.cues import Advice, NotedCue, Strength, Suggestion, suggest
from companion.domain.events import StopReason
from tests.domain.safe import safety

YES_CLEAR = "eyes-on-you smiles coos reaches turns-to-voice smooth-kicking giggles"
YES_SUBTLE = "face-brightens eyes-widen brows-raised open-hands feeding-sounds stillness hands-to-mouth"
NO_CLEAR = (
    "cries fusses arches turns-body-away pushes-away coughs spits-up changes-colour falls-asleep crawls-off"
)
NO_SUBTLE = (
    "looks-away yawns hiccups sneezes frowns tongue-out lips-pressed hands-to-head fists fingers-splayed "
    "stiff-legs jittery fast-breath whimpers startles"
)
DANGER = "blue-or-grey gags limp breath-stops chokes"


def noted(*cues: tuple[float, str] | tuple[float, str, Area]) -> list[NotedCue]:
    return [NotedCue(cue[0], cue[1], cue[2] if len(cue) == 3 else Area.LEGS) for cue in cues]


def suggestion(*cues: tuple[float, str] | tuple[float, str, Area]) -> Suggestion:
    return suggest(noted(*cues), safety().cues)


@pytest.mark.parametrize(
    ("ids", "yes", "strength"),
    [
        (YES_CLEAR, True, Strength.POTENT),
        (YES_SUBTLE, True, Strength.SUBTLE),
        (NO_CLEAR, False, Strength.POTENT),
        (NO_SUBTLE, False, Strength.SUBTLE),
        (DANGER, False, Strength.DANGER),
    ],
)
def test_the_catalogue_holds_each_cue_of_the_list(ids: str, yes: bool, strength: Strength) -> None:
    found = [cue.id for cue in safety().cues.values() if (cue.yes, cue.strength) == (yes, strength)]
    assert sorted(found) == sorted(ids.split())


def test_cues_that_may_be_self_calming_are_for_the_caregiver_to_judge() -> None:
    assert {cue.id for cue in safety().cues.values() if cue.ask} == {"hands-to-mouth", "hiccups", "yawns"}


def test_nothing_noted_is_carry_on() -> None:
    assert suggest([], safety().cues) == Suggestion(Advice.CARRY_ON, "no-cues")


@pytest.mark.parametrize("cue", [*YES_CLEAR.split(), *YES_SUBTLE.split()])
def test_every_yes_is_carry_on(cue: str) -> None:
    found = suggestion((10, cue))
    assert (found.advice, found.reason, found.cues) == (Advice.CARRY_ON, "yes", (cue,))


@pytest.mark.parametrize("cue", NO_SUBTLE.split())
def test_one_subtle_no_is_a_rest_of_ten_to_twenty_seconds(cue: str) -> None:
    found = suggestion((10, cue))
    assert (found.advice, found.reason, found.rest) == (Advice.REST, "one-subtle-no", (10, 20))
    assert found.judge is (cue in {"yawns", "hiccups"})
    assert "FIT" in found.sources


def test_baby_comes_back_and_it_goes_on_slower() -> None:
    found = suggestion((10, "looks-away"), (25, "eyes-on-you"))
    assert (found.advice, found.reason) == (Advice.CARRY_ON, "back-with-you")


@pytest.mark.parametrize("second", [10.0, 20.0, 30.0])
def test_two_subtle_cues_together_end_the_area(second: float) -> None:
    found = suggestion((10, "looks-away"), (second, "frowns"))
    assert (found.advice, found.reason) == (Advice.OTHER_AREA, "together")
    assert found.cues == ("looks-away", "frowns")
    assert found.stop is StopReason.BABY_SAID_NO


def test_the_same_cue_tapped_twice_at_once_is_one_cue() -> None:
    assert suggestion((10, "looks-away"), (12, "looks-away")).advice is Advice.REST


@pytest.mark.parametrize("times", [(10, 60), (10, 60, 120)])
def test_a_subtle_no_that_returns_ends_the_area(times: tuple[float, ...]) -> None:
    found = suggestion(*((at, "looks-away") for at in times))
    assert (found.advice, found.reason) == (Advice.OTHER_AREA, "came-back")


def test_an_area_that_has_ended_is_not_opened_again_by_a_smile() -> None:
    found = suggestion((10, "looks-away"), (60, "looks-away"), (90, "smiles"))
    assert found.advice is Advice.OTHER_AREA


def test_another_area_starts_anew() -> None:
    found = suggestion((10, "looks-away"), (60, "looks-away"), (90, "looks-away", Area.FACE))
    assert found.advice is Advice.REST
    assert suggestion((10, "looks-away"), (60, "smiles", Area.FACE)).advice is Advice.CARRY_ON


def test_only_cues_to_be_judged_leave_the_judging_to_the_caregiver() -> None:
    assert suggestion((10, "yawns"), (12, "hiccups")).judge
    assert not suggestion((10, "yawns"), (12, "frowns")).judge


@pytest.mark.parametrize("cue", NO_CLEAR.split())
def test_one_clear_no_ends_the_session_kindly(cue: str) -> None:
    found = suggestion((10, cue), (20, "smiles"))
    asleep = cue == "falls-asleep"
    assert (found.advice, found.reason) == (Advice.FINISH, "asleep" if asleep else "clear-no")
    assert found.stop is (StopReason.BABY_ASLEEP if asleep else StopReason.BABY_SAID_NO)


@pytest.mark.parametrize("cue", DANGER.split())
def test_a_sign_of_danger_is_stop_and_get_help(cue: str) -> None:
    found = suggestion((5, "cries"), (10, cue), (20, "smiles"))
    assert (found.advice, found.reason, found.cues) == (Advice.GET_HELP, "danger", (cue,))


NOTED = st.lists(
    st.builds(
        NotedCue,
        st.floats(0, 1200, allow_nan=False),
        st.sampled_from(
            [*YES_CLEAR.split(), *YES_SUBTLE.split(), *NO_CLEAR.split(), *NO_SUBTLE.split(), *DANGER.split()]
        ),
        st.sampled_from([Area.LEGS, Area.CHEST, Area.FACE]),
    ),
    max_size=8,
)


@given(NOTED)
def test_the_order_of_taking_notes_does_not_matter_unless_at_the_same_moment(cues: list[NotedCue]) -> None:
    moments = {cue.at for cue in cues}
    shuffled = sorted(cues, key=lambda cue: -cue.at)
    if len(moments) == len(cues):
        assert suggest(cues, safety().cues) == suggest(shuffled, safety().cues)


@given(NOTED)
def test_a_no_never_makes_the_advice_bolder(cues: list[NotedCue]) -> None:
    order = list(Advice)
    area = max(cues, key=lambda cue: cue.at).area if cues else Area.LEGS
    before = suggest(cues, safety().cues)
    after = suggest([*cues, NotedCue(2000, "looks-away", area)], safety().cues)
    assert order.index(after.advice) >= order.index(before.advice)
    assert after.advice is not Advice.CARRY_ON
