"""The cue catalogue (brief 3.2) and what cues suggest (3.3), row by row."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.body import Area
from companion.domain.cues import (
    PAGE,
    SIGNS,
    Advice,
    NotedCue,
    Strength,
    Suggestion,
    noted_cues,
    palette,
    suggest,
)
from companion.domain.events import Cue, StopReason
from companion.domain.help import HelpLevel
from tests.domain.play import GLIDE, SOLE, Play
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


RULES = [
    # brief 3.3: what is noted (second, cue) -> advice, reason, and what belongs to it
    ("1 subtle no: still hands, 10 to 20 s", [(10, "looks-away")], Advice.REST, "one-subtle-no"),
    ("returns to you: go on, slower", [(10, "frowns"), (25, "smiles")], Advice.CARRY_ON, "back-with-you"),
    ("2 subtle together: end the area", [(10, "fists"), (15, "frowns")], Advice.OTHER_AREA, "together"),
    (
        "a gaze away alone may be a rest",
        [(10, "looks-away"), (11, "looks-away")],
        Advice.REST,
        "one-subtle-no",
    ),
    ("returns twice: end the area", [(10, "frowns"), (60, "fists")], Advice.OTHER_AREA, "came-back"),
    ("1 potent no: end the session", [(10, "arches")], Advice.FINISH, "clear-no"),
    ("asleep: end the session", [(10, "falls-asleep")], Advice.FINISH, "asleep"),
    ("colour change: emergency", [(10, "blue-or-grey")], Advice.GET_HELP, "danger"),
    ("gagging: emergency", [(10, "gags")], Advice.GET_HELP, "danger"),
    ("limp: emergency", [(10, "limp")], Advice.GET_HELP, "danger"),
    ("breath pause: emergency", [(10, "breath-stops")], Advice.GET_HELP, "danger"),
    ("danger is above a clear no", [(5, "limp"), (10, "cries")], Advice.GET_HELP, "danger"),
    ("hands to the mouth may calm: ask", [(10, "hands-to-mouth")], Advice.CARRY_ON, "yes"),
    ("hiccups may be sleepiness: ask", [(10, "hiccups")], Advice.REST, "one-subtle-no"),
    ("engagement: more", [(10, "smiles")], Advice.CARRY_ON, "yes"),
]


@pytest.mark.parametrize(("rule", "cues", "advice", "reason"), RULES, ids=[row[0] for row in RULES])
def test_each_rule_says_what_to_do_why_and_by_whose_word(
    rule: str, cues: list[tuple[float, str]], advice: Advice, reason: str
) -> None:
    found = suggestion(*cues)
    assert (found.advice, found.reason) == (advice, reason)
    assert found.rest == ((10, 20) if advice is Advice.REST else (0, 0))
    ends = advice in {Advice.OTHER_AREA, Advice.FINISH, Advice.GET_HELP}
    assert (found.stop is not None) is ends
    assert found.judge is (rule == "hiccups may be sleepiness: ask")
    assert set(found.sources) == {"FIT", "GOK", "CHOC", "TT", "TPO"}


def test_the_palette_offers_every_cue_once_nine_at_a_time_and_danger_last() -> None:
    for yes in (True, False):
        pages = palette(safety().cues, yes=yes)
        assert all(len(page) <= PAGE for page in pages)
        offered = [cue for page in pages for cue in page]
        assert sorted(cue.id for cue in offered) == sorted(
            cue.id for cue in safety().cues.values() if cue.yes is yes
        )
        danger = [cue.strength is Strength.DANGER for page in pages for cue in page]
        assert danger == sorted(danger)


def test_the_first_page_of_noes_has_subtle_and_clear_ones() -> None:
    first = palette(safety().cues, yes=False)[0]
    assert {cue.strength for cue in first} == {Strength.SUBTLE, Strength.POTENT}


def test_each_sign_of_danger_says_what_to_do_at_once() -> None:
    assert sorted(SIGNS) == sorted(DANGER.split())
    assert all(safety().signs[sign].level is HelpLevel.NOW for sign in SIGNS.values())


def test_cues_are_told_with_the_area_that_was_massaged() -> None:
    play = Play(GLIDE, replace(SOLE, area=Area.FACE)).to(1, 5)
    play.do(play.player.see("looks-away"))
    play.do(play.player.note(Cue.SAYS_NO))
    play.wait(20)
    play.do(play.player.see("frowns"))
    found = noted_cues(play.events, play.timeline, play.plan)
    assert [(note.cue, note.area) for note in found] == [("looks-away", Area.LEGS), ("frowns", Area.FACE)]
    assert found[0].at == play.timeline.moments[1].start + 5


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
