"""What must hold for every combination of answers: no forbidden stroke, unknown is never bolder, reasons have words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from companion.domain.baby import Answer, BabyProfile, born_on
from companion.domain.body import Area, Side
from companion.domain.check import TodayCheck, Tummy, Vaccine
from companion.domain.clinic import CLINIC_PRESET, ClinicSettings
from companion.domain.fit import Fitting
from companion.domain.objections import Rulebook, is_still
from companion.domain.parts import LIMBS, Part
from companion.domain.safety import Verdict
from companion.domain.safety_words import sentence
from companion.domain.session import BabyState
from companion.domain.stroke import StrokeKind
from companion.domain.timed import Extent, Wish
from companion.domain.unlock import Unlock
from companion.domain.verdict import Situation
from tests.domain.safe import PLAYABLE, TODAY, baby, fitted, library, safety, safety_words, situation

ALWAYS = sorted(name for name, entry in safety().conditions.items() if entry.always)
LISTED = [name for name in ALWAYS if name != "preterm"]
"""Early birth is told by the weeks; a list that says otherwise would be two answers at odds."""
MOSTLY_FINE = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def mostly(fine: object, others: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """The fine answer fifteen times in sixteen, so that whole plans come up often."""
    return st.integers(0, 15).flatmap(lambda number: others if number == 0 else st.just(fine))


SKIN = st.none() | st.frozensets(st.sampled_from(list(Part)), max_size=2)
SHOTS = st.builds(
    Vaccine,
    st.none() | st.sampled_from(sorted(LIMBS)),
    st.none() | st.integers(0, 100),
    st.sampled_from(list(Answer)),
)
CHECKS = st.builds(
    TodayCheck,
    fever=mostly(Answer.NO, st.sampled_from(list(Answer))),
    unwell=mostly(Answer.NO, st.sampled_from(list(Answer))),
    tummy=mostly(Tummy.FINE, st.sampled_from(list(Tummy))),
    skin=mostly(frozenset[Part](), SKIN),
    navel_trouble=mostly(Answer.NO, st.sampled_from(list(Answer))),
    vaccines=mostly((), st.none() | st.lists(SHOTS, max_size=2).map(tuple)),
    fed_minutes=mostly(120, st.none() | st.integers(0, 90)),
    hungry=mostly(Answer.NO, st.sampled_from(list(Answer))),
    new_mark=mostly(Answer.NO, st.sampled_from(list(Answer))),
    jaundice=mostly(Answer.NO, st.sampled_from(list(Answer))),
    state=mostly(BabyState.QUIET_ALERT, st.none() | st.sampled_from(list(BabyState))),
    caregiver_well=mostly(Answer.YES, st.sampled_from(list(Answer))),
    flags=mostly(
        frozenset[str](), st.none() | st.frozensets(st.sampled_from(sorted(safety().signs)), max_size=1)
    ),
)
YES = st.builds(
    Unlock,
    therapist=st.just("Ana Roy"),
    given=st.just(TODAY),
    areas=st.frozensets(st.sampled_from(list(Area)), min_size=1),
    conditions=st.just(frozenset(ALWAYS)),
)
PROFILES = st.builds(
    BabyProfile,
    id=st.just("baby"),
    birth=st.none() | st.integers(0, 1200).map(lambda days: born_on(TODAY - timedelta(days=days))),
    weeks_early=mostly(0, st.none() | st.integers(0, 16)),
    navel_healed=st.sampled_from(list(Answer)),
    conditions=mostly((), st.none() | st.lists(st.sampled_from(LISTED), max_size=2, unique=True).map(tuple)),
    likes=st.just(("bicycle", "i-love-you")) | st.just(()),
    unlocks=st.just(()) | YES.map(lambda unlock: (unlock,)),
)
CLINICS = st.builds(
    ClinicSettings,
    vaccine_hours=st.sampled_from([48, 72]),
    vaccine_defers_whole_body=st.sampled_from([0, 1]),
    knees_hold=st.integers(5, 30),
    undressed_from_weeks=st.integers(4, 8),
)
SITUATIONS = st.builds(Situation, PROFILES, CHECKS, st.just(TODAY), CLINICS)
WISHES = st.builds(
    Wish,
    minutes=st.none() | st.integers(1, 30),
    extent=st.sampled_from([Extent.FULL, Extent.FULL, Extent.SHORT]),
)
ROUTINES = st.sampled_from(PLAYABLE)


def book_of(name: str, fitting: Fitting) -> Rulebook:
    areas = {block.area for block in library().routines[name].blocks} - {Area.CONTACT}
    return Rulebook(fitting.assessment, safety(), library().strokes, len(areas) >= 4)


@MOSTLY_FINE
@given(ROUTINES, SITUATIONS, WISHES)
def test_no_answers_lead_to_a_stroke_that_a_rule_forbids(name: str, where: Situation, wish: Wish) -> None:
    fitting = fitted(name, where, wish)
    assume(fitting.plan is not None)
    assert fitting.plan
    book = book_of(name, fitting)
    for step in fitting.plan.steps:
        assert book.objection(step) is None
        stroke = library().strokes[step.stroke]
        for finding in fitting.assessment.findings:
            forbids = finding.rule.forbids
            parts = forbids.parts | ({finding.part} if finding.part else set())
            touch = safety().touch_of(step.words)
            still = is_still(step) or step.kind is StrokeKind.ASK
            if not still or (forbids.holds and step.kind is not StrokeKind.ASK):
                assert not parts & (touch.touched(step.side) - touch.lifts_over)
                assert stroke.area not in forbids.areas
            if not still:
                assert stroke.ready_from(step.position) not in forbids.readiness
                assert not forbids.moving
    held = set(where.profile.conditions or ())
    for step in fitting.plan.steps:
        assert not held & set(library().strokes[step.stroke].avoid)


@MOSTLY_FINE
@given(ROUTINES, SITUATIONS, WISHES)
def test_no_plan_exists_past_not_today(name: str, where: Situation, wish: Wish) -> None:
    fitting = fitted(name, where, wish)
    assert (fitting.plan is None) is (fitting.verdict >= Verdict.NOT_TODAY)
    if fitting.assessment.verdict >= Verdict.GENTLE_TOUCH_ONLY:
        assert fitting.verdict >= fitting.assessment.verdict
    if fitting.plan is None:
        assert fitting.reasons
    else:
        assert fitting.assessment.verdict < Verdict.NOT_TODAY
        assert fitting.plan.steps


@MOSTLY_FINE
@given(ROUTINES, SITUATIONS, WISHES)
def test_everything_left_out_has_its_reason_in_words(name: str, where: Situation, wish: Wish) -> None:
    fitting = fitted(name, where, wish)
    words = library().words
    for reason in (*fitting.reasons, *fitting.no_oil, *fitting.assessment.reasons):
        told = sentence(reason, safety_words(), words)
        assert len(told) > 3
        assert "{" not in told
    assume(fitting.plan is not None)
    assert fitting.plan
    kept = {step.words for step in fitting.plan.steps}
    changed = {change.step.words for change in fitting.changes}
    assert {change.reason for change in fitting.changes} == set(fitting.plan.reasons)
    for step in (step for block in library().routines[name].blocks for step in block.steps):
        key = f"{step.stroke}@{step.variant}" if step.variant else step.stroke
        extra = step.optional and step.stroke not in where.profile.likes
        assert key in kept | changed or extra


@MOSTLY_FINE
@given(ROUTINES, SITUATIONS, WISHES)
def test_both_sides_get_the_same_unless_a_limb_is_left_out(name: str, where: Situation, wish: Wish) -> None:
    fitting = fitted(name, where, wish)
    assume(fitting.plan is not None)
    assume(not any(change.reason.about.startswith("part:") for change in fitting.changes))
    assert fitting.plan
    right, left = (
        Counter((s.words, s.times, s.seconds) for s in fitting.plan.steps if s.side is side)
        for side in (Side.RIGHT, Side.LEFT)
    )
    assert right == left


KNOWN_ANSWERS: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(("fever", "unwell", "navel_trouble", "hungry", "new_mark"), (Answer.YES, Answer.NO)),
    "jaundice": (Answer.YES, Answer.NO),
    "caregiver_well": (Answer.YES, Answer.NO),
    "tummy": (Tummy.FINE, Tummy.LATELY, Tummy.NOW),
    "skin": (frozenset(), frozenset({Part.FACE}), frozenset({Part.LEFT_LEG, Part.BACK}), frozenset(Part)),
    "vaccines": ((), (Vaccine(Part.LEFT_LEG, 24, Answer.NO),), (Vaccine(None, 50, Answer.YES),)),
    "fed_minutes": (5, 35, 90),
    "state": tuple(BabyState),
    "flags": (frozenset(), frozenset({"uneven"}), frozenset({"seizure"})),
}
KNOWN_FACTS: dict[str, tuple[object, ...]] = {
    "birth": tuple(born_on(TODAY - timedelta(weeks=weeks)) for weeks in (1, 5, 8, 20, 60, 200)),
    "weeks_early": (0, 3, 8, 16),
    "navel_healed": (Answer.YES, Answer.NO),
    "conditions": ((), ("umbilical-hernia",), ("hip-click",), ("hip-dysplasia", "fracture")),
}


def test_every_answer_of_the_check_is_compared_with_not_known() -> None:
    assert set(KNOWN_ANSWERS) == {field.name for field in fields(TodayCheck)}


def pairs(where: Situation) -> Iterator[tuple[Situation, Situation]]:
    """For each answer, each way in which it may be known, beside the same situation with it not known."""
    empty, blank = TodayCheck(), BabyProfile("baby")
    for name, values in KNOWN_ANSWERS.items():
        less = replace(where, check=replace(where.check, **{name: getattr(empty, name)}))
        yield from ((replace(where, check=replace(where.check, **{name: value})), less) for value in values)
    for name, values in KNOWN_FACTS.items():
        less = replace(where, profile=replace(where.profile, **{name: getattr(blank, name)}))
        yield from (
            (replace(where, profile=replace(where.profile, **{name: value})), less) for value in values
        )


def is_no_bolder(unknown: Fitting, known: Fitting) -> bool:
    """Whether the verdict is no better, no stroke is added or done more often, and no area is touched anew."""
    if unknown.assessment.verdict < known.assessment.verdict or unknown.verdict < known.verdict:
        return False
    if unknown.plan is None:
        return True
    if known.plan is None:
        return False
    often, mine = Counter[tuple[str, Side]](), Counter[tuple[str, Side]]()
    for step in known.plan.steps:
        often[step.words, step.side] += step.times
    for step in unknown.plan.steps:
        if not is_still(step):
            mine[step.words, step.side] += step.times
    areas = {step.area for step in unknown.plan.steps} <= {step.area for step in known.plan.steps}
    return mine <= often and areas and len(unknown.no_oil) >= min(1, len(known.no_oil))


@settings(MOSTLY_FINE, max_examples=40)
@given(ROUTINES, SITUATIONS, WISHES)
def test_an_unknown_answer_never_adds_a_stroke_or_betters_the_verdict(
    name: str, where: Situation, wish: Wish
) -> None:
    for known, unknown in pairs(where):
        assert is_no_bolder(fitted(name, unknown, wish), fitted(name, known, wish))


@pytest.mark.parametrize("name", PLAYABLE)
@pytest.mark.parametrize("clinic", [ClinicSettings(), CLINIC_PRESET])
def test_a_well_baby_never_gains_by_an_answer_that_is_not_known(name: str, clinic: ClinicSettings) -> None:
    for weeks in (1, 5, 8, 20, 60, 200):
        for known, unknown in pairs(situation(baby(weeks), clinic=clinic)):
            assert is_no_bolder(fitted(name, unknown), fitted(name, known))
