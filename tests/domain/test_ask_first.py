"""What needs a clinician's yes before any routine (brief 4.3), what that yes covers, and locked routines."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.baby import Answer
from companion.domain.body import Area
from companion.domain.safety import Verdict
from companion.domain.unlock import TherapistDose, Unlock, newest
from companion.domain.verdict import areas_allowed, assess
from tests.domain.safe import TODAY, TUMMY, agreed, baby, fitted, safety, situation, strokes_in, today

ASK_FIRST = [
    "preterm",
    "nicu-graduate",
    "heart-condition",
    "breathing-condition",
    "recent-surgery",
    "abdominal-surgery",
    "tube-or-stoma",
    "shunt",
    "tracheostomy",
    "bleeding-disorder",
    "leukaemia",
    "fracture",
    "bone-fragility",
    "hip-dysplasia",
    "hip-harness",
    "hip-click",
    "brachial-plexus-injury",
    "clavicle-fracture",
    "seizures",
    "hypotonia",
    "hypertonia",
    "spinal-dimple",
    "myelomeningocele",
    "tumour-or-clot",
    "inguinal-hernia",
    "severe-reflux",
    "severe-eczema",
    "flat-head",
    "torticollis",
    "central-line",
    "joint-laxity",
    "clubfoot-or-cast",
    "chest-wound",
    "nasal-tube",
]


@pytest.mark.parametrize("condition", ASK_FIRST)
def test_no_routine_before_a_clinicians_yes(condition: str) -> None:
    found = assess(situation(baby(conditions=(condition,))), safety())
    assert found.verdict is Verdict.NOT_TODAY
    reason = found.blocking[0]
    assert (reason.key, reason.about) == ("check.ask-first", f"condition:{condition}")
    assert reason.source == "PT.com, CUH"


@pytest.mark.parametrize("condition", ASK_FIRST)
def test_not_being_sure_of_it_asks_for_a_yes_too(condition: str) -> None:
    found = assess(situation(baby(weeks_early=None, unsure=(condition,))), safety())
    assert found.verdict is Verdict.NOT_TODAY
    assert ("check.ask-first.unknown", f"condition:{condition}") in {(r.key, r.about) for r in found.blocking}


def test_a_yes_that_knows_of_the_doubt_is_enough() -> None:
    profile = baby(unsure=("hip-click",), unlocks=(agreed("hip-click", areas=frozenset({Area.ARMS})),))
    assert assess(situation(profile), safety()).areas == {Area.ARMS, Area.CONTACT}


def test_the_list_of_conditions_to_ask_about_is_complete() -> None:
    listed = {name for name, entry in safety().conditions.items() if entry.always and entry.ask_first}
    assert listed == set(ASK_FIRST)


@pytest.mark.parametrize("condition", ASK_FIRST)
def test_a_yes_that_knows_the_condition_opens_its_areas_only(condition: str) -> None:
    profile = baby(conditions=(condition,), unlocks=(agreed(condition, areas=frozenset({Area.FACE})),))
    found = assess(situation(profile), safety())
    assert found.areas == {Area.FACE, Area.CONTACT}
    assert found.verdict is Verdict.GO_WITH_CHANGES
    fitting = fitted("first-massage", situation(profile))
    assert fitting.plan is None
    assert "blocked.nothing-left" in {reason.key for reason in fitting.reasons}


def test_what_the_yes_does_not_name_is_left_out_with_its_reason() -> None:
    yes = agreed("heart-condition", areas=frozenset({Area.LEGS}))
    profile = baby(conditions=("heart-condition",), unlocks=(yes,))
    fitting = fitted("first-massage", situation(profile))
    assert "hip-to-ankle-glide" in strokes_in(fitting)
    assert "heart-on-chest" not in strokes_in(fitting)
    assert fitting.verdict is Verdict.GO_WITH_CHANGES
    assert ("left-out.not-agreed", "area:chest") in {(r.key, r.about) for r in fitting.reasons}


def test_sweeps_lift_over_a_tummy_that_is_not_agreed_to() -> None:
    yes = agreed("heart-condition", areas=frozenset(Area) - {Area.TUMMY})
    profile = baby(conditions=("heart-condition",), unlocks=(yes,))
    fitting = fitted("full-body", situation(profile))
    assert {"chest-sweep", "whole-body-sweep"} <= strokes_in(fitting)
    assert not TUMMY & strokes_in(fitting)
    assert ("lift.not-agreed", "stroke:chest-sweep") in {(r.key, r.about) for r in fitting.reasons}


def test_a_yes_that_did_not_know_of_a_new_condition_does_not_count() -> None:
    profile = baby(conditions=("fracture", "heart-condition"), unlocks=(agreed("heart-condition"),))
    assert assess(situation(profile), safety()).verdict is Verdict.NOT_TODAY


def test_a_condition_that_we_do_not_know_needs_a_yes() -> None:
    found = assess(situation(baby(conditions=("something-rare",))), safety())
    assert found.verdict is Verdict.NOT_TODAY


def test_a_navel_hernia_needs_no_yes_but_spares_the_tummy() -> None:
    fitting = fitted("full-body", situation(baby(conditions=("umbilical-hernia",))))
    assert fitting.verdict is Verdict.GO_WITH_CHANGES
    assert not (TUMMY | {"tummy-rest", "knees-to-tummy"}) & strokes_in(fitting)
    assert ("lift.tummy-guarded", "stroke:chest-sweep") in {(r.key, r.about) for r in fitting.reasons}


def test_a_list_that_nobody_answered_is_one_question_and_no_session() -> None:
    found = assess(situation(baby(conditions=None)), safety())
    assert found.verdict is Verdict.NOT_TODAY
    assert [reason.key for reason in found.blocking] == ["check.conditions-unread.unknown"]
    assert found.open_questions[0] == "conditions"
    assert found.title == "check-first"


def test_a_known_early_birth_is_asked_about_even_when_the_list_is_not_answered() -> None:
    found = assess(situation(baby(30, conditions=None, weeks_early=8)), safety())
    assert {reason.key for reason in found.blocking} == {"check.conditions-unread.unknown", "check.ask-first"}


def test_unknown_weeks_early_count_as_born_early() -> None:
    found = assess(situation(baby(weeks_early=None)), safety())
    assert [(r.key, r.about) for r in found.blocking] == [("check.ask-first.unknown", "condition:preterm")]
    assert found.open_questions[0] == "weeks-early"


@pytest.mark.parametrize(
    "changed",
    [
        {"therapist": "  "},
        {"given": TODAY + timedelta(days=1)},
        {"areas": frozenset[Area]()},
        {"withdrawn": TODAY},
    ],
)
def test_an_incomplete_future_or_withdrawn_yes_does_not_count(changed: dict[str, object]) -> None:
    yes = replace(agreed("seizures"), **changed)  # pyright: ignore[reportArgumentType]
    profile = baby(conditions=("seizures",), unlocks=(yes,))
    assert newest(profile.unlocks, TODAY) is None
    assert areas_allowed(situation(profile), safety()) == frozenset()


def test_the_newest_yes_counts_and_a_later_withdrawal_does_not_yet() -> None:
    old = replace(agreed("seizures"), given=TODAY - timedelta(days=90))
    new = replace(agreed("seizures", areas=frozenset({Area.BACK})), withdrawn=TODAY + timedelta(days=1))
    profile = baby(conditions=("seizures",), unlocks=(new, old))
    assert areas_allowed(situation(profile), safety()) == {Area.BACK, Area.CONTACT}


def early(*areas: Area) -> dict[str, object]:
    return {"weeks_early": 8, "unlocks": (agreed("preterm", areas=frozenset(areas)),)}


def test_born_early_has_no_tummy_strokes_without_a_yes_to_the_tummy() -> None:
    others = tuple(area for area in Area if area is not Area.TUMMY)
    assert fitted("full-body", situation(baby(30, **early(*others)))).plan is None
    bedtime = fitted("bedtime", situation(baby(30, **early(*others))))
    assert bedtime.plan


def test_a_yes_to_every_area_lifts_what_an_early_birth_keeps_out() -> None:
    fitting = fitted("tummy-comfort", situation(baby(30, **early(*Area))))
    assert "paddle-down" in strokes_in(fitting)


def test_a_yes_does_not_lift_what_a_hip_problem_keeps_out() -> None:
    profile = baby(conditions=("hip-click",), unlocks=(agreed("hip-click"),))
    fitting = fitted("full-body", situation(profile))
    assert "opposite-arm-and-leg" not in strokes_in(fitting)
    assert "paddle-legs-up" not in strokes_in(fitting)
    reasons = {(reason.key, reason.source) for reason in fitting.reasons}
    assert ("left-out.condition:hip-click", "AAP-SW") in reasons


@pytest.mark.parametrize("routine", ["still-touch", "torticollis", "repositioning"])
def test_a_locked_routine_stays_locked_without_its_own_yes(routine: str) -> None:
    fitting = fitted(routine)
    assert fitting.plan is None
    assert fitting.verdict is Verdict.NOT_TODAY
    assert fitting.title == "not-this"
    assert [(r.key, r.about) for r in fitting.blocked] == [("blocked.locked", f"routine:{routine}")]


def opening(routine: str, *doses: TherapistDose, areas: frozenset[Area] = frozenset(Area)) -> Unlock:
    return Unlock("Ana Roy, PT", TODAY, areas, frozenset({"preterm", "torticollis"}), routine, doses)


def test_a_therapists_unlock_opens_one_routine_with_the_therapists_doses() -> None:
    doses = (TherapistDose("permission", 1, 20.0), TherapistDose("hand-hug", 1, 300.0))
    profile = baby(4, weeks_early=8, unlocks=(opening("still-touch", *doses),))
    fitting = fitted("still-touch", situation(profile))
    assert fitting.plan
    assert [(step.words, step.seconds) for step in fitting.plan.steps] == [
        ("permission", 20.0),
        ("hand-hug", 300.0),
    ]
    assert {reason.key for reason in fitting.plan.reasons} == {"left-out.no-dose"}
    assert fitted("first-massage", situation(profile)).plan is None
    assert fitted("torticollis", situation(profile)).plan is None


def test_an_unlock_without_doses_leaves_nothing_to_do() -> None:
    profile = baby(conditions=("torticollis",), unlocks=(opening("torticollis"),))
    fitting = fitted("torticollis", situation(profile))
    assert fitting.plan is None
    assert fitting.title == "not-this"
    assert [reason.key for reason in fitting.blocked] == ["blocked.nothing-left"]


def test_a_fever_stops_an_unlocked_routine_too() -> None:
    doses = (TherapistDose("hand-hug", 1, 300.0),)
    profile = baby(4, weeks_early=8, unlocks=(opening("still-touch", *doses),))
    fitting = fitted("still-touch", situation(profile, today(fever=Answer.YES)))
    assert fitting.plan is None
