"""A routine fitted to a baby, a day and the time there is (brief 2.13, 2.1 to 2.10, 4.6, 4.7)."""

import pytest

from companion.domain.baby import Answer
from companion.domain.body import Area, Side
from companion.domain.changes import ChangeKind
from companion.domain.check import Tummy, Vaccine
from companion.domain.clinic import CLINIC_PRESET, ClinicSettings, within
from companion.domain.dose import Tempo
from companion.domain.errors import CompanionError
from companion.domain.offers import offers
from companion.domain.parts import Part
from companion.domain.safety import Verdict
from companion.domain.session import BabyState
from companion.domain.stroke import Pressure, StrokeKind
from companion.domain.timed import Extent, Wish
from companion.domain.timeline import build
from tests.domain.safe import (
    PLAYABLE,
    TUMMY,
    baby,
    fitted,
    library,
    safety,
    sentences,
    situation,
    strokes_in,
    today,
)


def minutes(fitting: object) -> float:
    plan = getattr(fitting, "plan", None)
    return build(plan).length / 60 if plan else 0.0


def test_a_well_baby_gets_the_whole_routine_and_no_reason() -> None:
    fitting = fitted("bedtime")
    assert fitting.verdict is Verdict.GO
    assert fitting.reasons == ()
    assert fitting.no_oil == ()
    assert not fitting.clothed
    assert fitting.title == "go"


@pytest.mark.parametrize("routine", PLAYABLE)
@pytest.mark.parametrize(
    ("weeks", "cap"), [(1, 5), (2, 10), (5, 10), (6, 15), (12, 15), (13, 25), (30, 25), (60, 15), (200, 15)]
)
def test_no_session_is_longer_than_the_age_allows(routine: str, weeks: int, cap: int) -> None:
    assert minutes(fitted(routine, situation(baby(weeks)))) <= cap


def test_a_shorter_session_says_how_old_the_baby_is() -> None:
    fitting = fitted("full-body", situation(baby(8)))
    assert "Shorter today: 8 weeks old." in sentences(fitting)
    reason = next(reason for reason in fitting.reasons if reason.key == "shorter.age")
    assert (reason.about, reason.source) == ("weeks:8", "DESIGN")


def test_the_newborn_has_holds_legs_and_back_only() -> None:
    fitting = fitted("first-massage", situation(baby(1), today()))
    areas = (
        {step.area for step in fitting.plan.steps if step.pressure != (Pressure.P0,)}
        if fitting.plan
        else set()
    )
    assert areas <= {Area.CONTACT, Area.LEGS, Area.BACK}
    assert fitting.clothed
    face = fitted("face", situation(baby(1)))
    assert face.verdict is Verdict.GENTLE_TOUCH_ONLY
    assert strokes_in(face) == {"permission", "resting-hands@head", "hand-hug@cuddle"}
    assert "Face strokes, still hands only: under 2 weeks old." in sentences(face)


@pytest.mark.parametrize(
    ("routine", "too_young", "old_enough"),
    [("full-body", 5, 6), ("bedtime", 5, 6), ("constipation-comfort", 4, 5), ("evening-legs", 155, 156)],
)
def test_a_routine_waits_for_its_age(routine: str, too_young: int, old_enough: int) -> None:
    young = fitted(routine, situation(baby(too_young)))
    assert young.plan is None
    assert young.title == "not-this"
    assert [reason.key for reason in young.blocked] == ["blocked.too-young"]
    assert fitted(routine, situation(baby(old_enough))).plan


@pytest.mark.parametrize("healed", [Answer.NO, Answer.UNKNOWN])
def test_tummy_strokes_wait_for_the_navel(healed: Answer) -> None:
    fitting = fitted("full-body", situation(baby(20, navel_healed=healed)))
    assert not (TUMMY | {"knees-to-tummy"}) & strokes_in(fitting)
    why = "navel not healed" if healed is Answer.NO else "we do not know if the navel has healed"
    told = sentences(fitting)
    assert f"Tummy strokes left out: {why}." in told
    assert f"Chest-to-feet sweep, hands lifted over the tummy: {why}." in told
    assert f"Warm hand on tummy, over clothes only: {why}." in told
    assert {"chest-sweep", "whole-body-sweep", "tummy-rest"} <= strokes_in(fitting)


def test_tummy_comfort_is_not_for_an_open_navel() -> None:
    fitting = fitted("tummy-comfort", situation(baby(navel_healed=Answer.NO)))
    assert fitting.plan is None
    assert fitting.title == "not-this"
    assert "Tummy strokes left out: navel not healed." in sentences(fitting)


def test_a_sore_navel_keeps_even_a_still_hand_off_the_tummy() -> None:
    fitting = fitted("full-body", situation(check=today(navel_trouble=Answer.YES)))
    assert "tummy-rest" not in strokes_in(fitting)


@pytest.mark.parametrize(("limb", "other"), [(Part.LEFT_LEG, Side.RIGHT), (Part.RIGHT_LEG, Side.LEFT)])
def test_a_leg_with_a_vaccine_is_left_alone(limb: Part, other: Side) -> None:
    check = today(vaccines=(Vaccine(limb, 24, Answer.NO),))
    fitting = fitted("first-massage", situation(check=check))
    assert fitting.plan
    legs = [step for step in fitting.plan.steps if step.area is Area.LEGS]
    assert {step.side for step in legs} == {other}
    name = "Left leg" if limb is Part.LEFT_LEG else "Right leg"
    assert f"{name} left out: vaccine there yesterday." in sentences(fitting)


def test_an_arm_with_a_vaccine_leaves_the_feet_as_they_are() -> None:
    fitting = fitted(
        "feet-anywhere", situation(check=today(vaccines=(Vaccine(Part.LEFT_ARM, 1, Answer.NO),)))
    )
    assert fitting.verdict is Verdict.GO
    assert fitting.changes == ()


def test_in_the_clinic_a_vaccine_turns_whole_body_sessions_into_still_hands() -> None:
    check = today(vaccines=(Vaccine(Part.LEFT_ARM, 1, Answer.NO),))
    whole = fitted("full-body", situation(check=check, clinic=CLINIC_PRESET))
    assert whole.verdict is Verdict.GENTLE_TOUCH_ONLY
    assert whole.plan
    assert {step.kind.value for step in whole.plan.steps} == {"ask", "hold"}
    feet = fitted("feet-anywhere", situation(check=check, clinic=CLINIC_PRESET))
    assert feet.verdict is Verdict.GO


def test_sore_skin_is_not_touched_and_gets_no_oil() -> None:
    fitting = fitted("full-body", situation(check=today(skin=frozenset({Part.FACE, Part.TUMMY}))))
    assert Area.FACE not in {step.area for step in fitting.plan.steps} if fitting.plan else False
    assert "tummy-rest" not in strokes_in(fitting)
    assert "chest-sweep" in strokes_in(fitting)
    assert "Face left out: the skin is sore there." in sentences(fitting)
    assert "no-oil.skin" in {reason.key for reason in fitting.no_oil}


@pytest.mark.parametrize("fed", [30, 44])
def test_tummy_strokes_and_movements_wait_45_minutes_after_a_feed(fed: int) -> None:
    fitting = fitted("full-body", situation(check=today(fed_minutes=fed)))
    assert fitting.plan
    kinds = {step.area for step in fitting.plan.steps if step.stroke != "tummy-rest"}
    assert not kinds & {Area.TUMMY, Area.MOVEMENTS}
    assert "Gentle moves left out: fed less than 45 minutes ago." in sentences(fitting)
    assert fitted("feet-anywhere", situation(check=today(fed_minutes=fed))).verdict is Verdict.GO


def test_an_upset_tummy_is_left_alone_for_48_hours() -> None:
    fitting = fitted("full-body", situation(check=today(tummy=Tummy.LATELY)))
    assert not (TUMMY | {"tummy-rest", "knees-to-tummy"}) & strokes_in(fitting)


def test_a_sleepy_baby_gets_still_hands_and_never_lies_on_the_tummy() -> None:
    fitting = fitted("bedtime", situation(check=today(state=BabyState.DROWSY)))
    assert fitting.verdict is Verdict.GENTLE_TOUCH_ONLY
    assert strokes_in(fitting) == {
        "permission",
        "resting-hands@legs",
        "resting-hands@chest",
        "resting-hands@hands",
        "resting-hands@head",
        "hand-hug@cuddle",
    }
    assert "Back strokes left out: baby is sleepy." in sentences(fitting)


def test_a_sleepy_baby_loses_the_hold_on_the_tummy_as_well() -> None:
    fitting = fitted("back-and-tummy-time", situation(check=today(state=BabyState.DROWSY)))
    assert fitting.plan
    assert {step.position.value for step in fitting.plan.steps} == {"on-back", "on-chest", "held"}


def test_a_busy_baby_gets_feet_and_play_and_half_the_time() -> None:
    fitting = fitted("full-body", situation(baby(20), today(state=BabyState.ACTIVE_ALERT)))
    assert minutes(fitting) <= 12.5
    feet = {"thumb-over-thumb", "toe-roll", "under-toes", "thumb-press", "top-of-foot", "ankle-circles"}
    moving = (
        {step.stroke for step in fitting.plan.steps if step.pressure != (Pressure.P0,)}
        if fitting.plan
        else set()
    )
    assert moving - {"permission"} <= feet | {"arm-cross", "opposite-arm-and-leg", "knees-to-tummy"}
    assert "Shorter today: baby is busy and wriggly." in sentences(fitting)


def test_under_six_weeks_pressure_is_light_but_firm() -> None:
    fitting = fitted("feet-anywhere", situation(baby(5)))
    assert fitting.plan
    assert Pressure.P2 not in {level for step in fitting.plan.steps for level in step.pressure}
    assert "Light but firm touch only: baby is still very young." in sentences(fitting)
    assert fitted("feet-anywhere", situation(baby(6))).changes == ()


def test_lying_on_the_tummy_waits_until_baby_tolerates_being_undressed() -> None:
    young = fitted("back-and-tummy-time", situation(baby(5)))
    assert "Back strokes on the tummy left out: baby is not ready for it yet." in sentences(young)
    assert "swoop-to-bottom@on-chest" in strokes_in(young)
    at_four = fitted("back-and-tummy-time", situation(baby(5), clinic=ClinicSettings(undressed_from_weeks=4)))
    assert "combing" in strokes_in(at_four)


@pytest.mark.parametrize(
    ("weeks", "routine", "reasons"),
    [
        (4, "first-massage", {"no-oil.clothed", "no-oil.too-young-for-oil"}),
        (20, "first-massage", {"no-oil.clothed"}),
        (20, "full-body", set[str]()),
    ],
)
def test_oil_is_left_out_in_the_first_month_and_over_clothes(
    weeks: int, routine: str, reasons: set[str]
) -> None:
    assert {reason.key for reason in fitted(routine, situation(baby(weeks))).no_oil} == reasons


@pytest.mark.parametrize("hold", [5, 10, 30])
def test_the_clinic_sets_how_long_knees_are_held(hold: int) -> None:
    fitting = fitted("tummy-comfort", situation(clinic=ClinicSettings(knees_hold=hold)))
    assert fitting.plan
    held = {step.seconds for step in fitting.plan.steps if step.stroke == "knees-to-tummy"}
    assert held == {hold + 5.0}
    assert fitting.verdict is Verdict.GO
    assert ("set.hold" in {reason.key for reason in fitting.reasons}) is (hold != 10)


def test_clinic_settings_stay_in_their_ranges() -> None:
    ranges = safety().clinic
    assert within(ClinicSettings(), ranges) == ClinicSettings()
    with pytest.raises(CompanionError, match="clinic-value-out-of-range"):
        within(ClinicSettings(vaccine_hours=24), ranges)
    with pytest.raises(CompanionError, match="clinic-value-out-of-range"):
        within(ClinicSettings(knees_hold=31), ranges)


@pytest.mark.parametrize("wanted", [3, 5, 8, 12])
def test_a_session_fits_the_minutes_there_are(wanted: int) -> None:
    fitting = fitted("full-body", wish=Wish(minutes=wanted))
    assert 0 < minutes(fitting) <= wanted
    assert f"Shorter today: you have {wanted} minutes." in sentences(fitting)
    assert fitting.verdict is Verdict.GO


def test_a_slow_pace_does_not_break_the_cap_for_the_age() -> None:
    wish = Wish(tempo=Tempo(pace=1.5))
    fitting = fitted("bedtime", situation(baby(8)), wish)
    assert fitting.plan
    strokes = sum(step.length for step in fitting.plan.steps if step.kind is StrokeKind.STROKE)
    assert minutes(fitting) + strokes / 2 / 60 <= 15


def test_what_fits_the_minutes_is_offered_once_each() -> None:
    known = library()
    found = offers(known.routines["full-body"], known.strokes, safety(), situation(), Wish(minutes=10))
    assert [offer.wish.extent for offer in found[:2]] == [Extent.FULL, Extent.SHORT]
    assert {offer.wish.area for offer in found[2:]} >= {Area.LEGS, Area.ARMS, Area.FACE, Area.BACK}
    assert all(0 < offer.seconds <= 600 for offer in found)
    plans = [offer.fitting.plan for offer in found]
    assert len({plan.steps for plan in plans if plan}) == len(plans)


def test_nothing_is_offered_when_there_is_no_massage_today() -> None:
    known = library()
    ill = situation(check=today(fever=Answer.YES))
    assert offers(known.routines["bedtime"], known.strokes, safety(), ill, Wish()) == ()


def test_a_routine_of_one_area_is_not_offered_as_one_area() -> None:
    known = library()
    found = offers(known.routines["feet-anywhere"], known.strokes, safety(), situation(), Wish())
    assert [offer.wish.extent for offer in found] == [Extent.FULL, Extent.SHORT]


def test_too_little_time_is_said_and_not_overrun() -> None:
    fitting = fitted("full-body", wish=Wish(minutes=1))
    assert fitting.plan is None
    assert [reason.key for reason in fitting.blocked] == ["blocked.no-time"]
    assert "You have 1 minutes, and that is too short." in sentences(fitting)


def test_the_short_one_is_about_half() -> None:
    whole, short = fitted("bedtime"), fitted("bedtime", wish=Wish(extent=Extent.SHORT))
    assert 0.3 * minutes(whole) <= minutes(short) <= 0.5 * minutes(whole)
    assert "Shorter today: you chose the short one." in sentences(short)


def test_one_area_keeps_asking_and_the_cuddle() -> None:
    fitting = fitted("full-body", wish=Wish(extent=Extent.ONE_AREA, area=Area.ARMS))
    assert fitting.plan
    assert {step.area for step in fitting.plan.steps} == {Area.CONTACT, Area.ARMS}
    assert "Shorter today: you chose only arm and hand strokes." in sentences(fitting)


def test_extra_steps_come_in_when_baby_likes_them() -> None:
    assert "bicycle" not in strokes_in(fitted("tummy-comfort"))
    liked = fitted("tummy-comfort", situation(baby(likes=("bicycle",))))
    assert "bicycle" in strokes_in(liked)
    assert "i-love-you" not in strokes_in(liked)


def test_the_fixed_dose_of_tummy_comfort_is_kept_while_there_is_time() -> None:
    fitting = fitted("tummy-comfort", wish=Wish(minutes=8))
    assert fitting.plan
    assert sum(step.stroke == "knees-to-tummy" for step in fitting.plan.steps) == 6
    shorter = fitted("tummy-comfort", wish=Wish(minutes=5))
    assert shorter.plan
    assert sum(step.stroke == "knees-to-tummy" for step in shorter.plan.steps) in {2, 4}


def test_the_side_to_begin_with_is_a_wish() -> None:
    fitting = fitted("feet-anywhere", wish=Wish(side_first=Side.LEFT))
    assert fitting.plan
    assert next(step.side for step in fitting.plan.steps if step.side is not Side.NONE) is Side.LEFT


def test_every_change_has_its_step_and_a_reason_of_its_kind() -> None:
    fitting = fitted("full-body", situation(baby(8, navel_healed=Answer.NO)))
    assert {change.kind for change in fitting.changes} >= {
        ChangeKind.LEFT_OUT,
        ChangeKind.SHORTER,
        ChangeKind.LIFT,
    }
    for change in fitting.changes:
        assert change.reason.key.startswith(f"{change.kind}.")
        assert change.reason.source
