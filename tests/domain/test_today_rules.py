"""Every rule of today's check (brief 4.1, 4.2, 3.1): what was answered, the verdict, the reason, the source."""

import pytest

from companion.domain.baby import Answer
from companion.domain.check import TodayCheck, Tummy, Vaccine
from companion.domain.clinic import CLINIC_PRESET, ClinicSettings
from companion.domain.help import HelpLevel
from companion.domain.parts import Part
from companion.domain.safety import Verdict
from companion.domain.session import BabyState
from companion.domain.verdict import assess
from tests.domain.safe import baby, safety, situation, today

GO, CHANGES, GENTLE, NOT_TODAY, HELP = Verdict
LEG = Part.LEFT_LEG

TABLE = [
    # Fever of 38.0 °C or more, or unwell
    ({"fever": Answer.YES}, NOT_TODAY, "fever", "PT.com"),
    ({"unwell": Answer.YES}, NOT_TODAY, "unwell", "CUH"),
    # Vomiting or diarrhoea; no tummy strokes until 48 hours clear
    ({"tummy": Tummy.NOW}, NOT_TODAY, "vomiting-now", "PT.com"),
    ({"tummy": Tummy.LATELY}, CHANGES, "vomiting-lately", "PT.com"),
    # Skin: avoid the area
    ({"skin": frozenset({Part.BACK})}, CHANGES, "skin", "CUH"),
    # Navel
    ({"navel_trouble": Answer.YES}, CHANGES, "navel-trouble", "IAIM-H"),
    # Vaccine
    ({"vaccines": (Vaccine(LEG, 2, Answer.NO),)}, CHANGES, "vaccine-today", "PHAC"),
    ({"vaccines": (Vaccine(LEG, 24, Answer.NO),)}, CHANGES, "vaccine-yesterday", "TBB"),
    ({"vaccines": (Vaccine(LEG, 60, Answer.YES),)}, CHANGES, "vaccine-sore", "RPB"),
    # Just fed
    ({"fed_minutes": 10}, NOT_TODAY, "just-fed", "MEDCASES"),
    ({"fed_minutes": 29}, NOT_TODAY, "just-fed", "MEDCASES"),
    ({"fed_minutes": 30}, CHANGES, "fed-for-tummy", "MEDCASES"),
    ({"fed_minutes": 44}, CHANGES, "fed-for-tummy", "MEDCASES"),
    # Asleep, crying, hungry, and the other states
    ({"state": BabyState.DEEP_SLEEP}, NOT_TODAY, "asleep", "CUH"),
    ({"state": BabyState.LIGHT_SLEEP}, NOT_TODAY, "asleep", "PHYSP"),
    ({"state": BabyState.DROWSY}, GENTLE, "drowsy", "MOJO-S"),
    ({"state": BabyState.ACTIVE_ALERT}, CHANGES, "active-alert", "PHYSP"),
    ({"state": BabyState.CRYING}, NOT_TODAY, "crying", "CUH"),
    ({"hungry": Answer.YES}, NOT_TODAY, "hungry", "CUH"),
    # A new swelling or bruise, jaundice, the caregiver
    ({"new_mark": Answer.YES}, NOT_TODAY, "new-mark", "PT.com"),
    ({"jaundice": Answer.YES}, NOT_TODAY, "jaundice", "PT.com"),
    ({"caregiver_well": Answer.NO}, NOT_TODAY, "caregiver-unwell", "TPO"),
]

UNKNOWN = [
    ({"fever": Answer.UNKNOWN}, NOT_TODAY, "fever.unknown"),
    ({"unwell": Answer.UNKNOWN}, NOT_TODAY, "unwell.unknown"),
    ({"tummy": Tummy.UNKNOWN}, NOT_TODAY, "vomiting-now.unknown"),
    ({"skin": None}, NOT_TODAY, "skin-unread.unknown"),
    ({"navel_trouble": Answer.UNKNOWN}, CHANGES, "navel-trouble.unknown"),
    ({"vaccines": None}, CHANGES, "vaccine-today.unknown"),
    ({"fed_minutes": None}, NOT_TODAY, "just-fed.unknown"),
    ({"state": None}, NOT_TODAY, "state-unread.unknown"),
    ({"hungry": Answer.UNKNOWN}, NOT_TODAY, "hungry.unknown"),
    ({"new_mark": Answer.UNKNOWN}, NOT_TODAY, "new-mark.unknown"),
    ({"jaundice": Answer.UNKNOWN}, NOT_TODAY, "jaundice.unknown"),
    ({"caregiver_well": Answer.UNKNOWN}, NOT_TODAY, "caregiver-unwell.unknown"),
    ({"flags": None}, HELP, "signs-unread.unknown"),
]


def test_all_fine_is_go_with_no_reason() -> None:
    verdict = assess(situation(), safety())
    assert verdict.verdict is GO
    assert verdict.reasons == verdict.blocking == ()
    assert verdict.help is None
    assert verdict.title == "go"
    assert not verdict.soon


@pytest.mark.parametrize(("answers", "verdict", "reason", "source"), TABLE)
def test_each_answer_has_its_verdict_reason_and_source(
    answers: dict[str, object], verdict: Verdict, reason: str, source: str
) -> None:
    found = assess(situation(check=today(**answers)), safety())
    assert found.verdict is verdict
    told = {told.key: told for told in found.reasons}
    assert source in told[f"check.{reason}"].source.split(", ")
    assert found.open_questions == ()


@pytest.mark.parametrize(("answers", "verdict", "reason"), UNKNOWN)
def test_an_answer_that_is_not_known_is_taken_as_the_worst(
    answers: dict[str, object], verdict: Verdict, reason: str
) -> None:
    found = assess(situation(check=today(**answers)), safety())
    assert found.verdict is verdict
    assert f"check.{reason}" in {told.key for told in found.reasons}
    assert len(found.open_questions) == 1
    if verdict >= NOT_TODAY:
        assert found.title == "check-first"


def test_no_answer_at_all_is_never_a_session() -> None:
    found = assess(situation(check=TodayCheck()), safety())
    assert found.verdict is HELP
    assert found.help is HelpLevel.CALL
    assert found.title == "check-first"


def test_the_worst_of_several_verdicts_counts_and_all_are_told() -> None:
    check = today(fever=Answer.YES, state=BabyState.DROWSY, skin=frozenset({LEG}))
    found = assess(situation(check=check), safety())
    assert found.verdict is NOT_TODAY
    assert [reason.key for reason in found.reasons] == ["check.fever", "check.drowsy", "check.skin"]
    assert [reason.key for reason in found.blocking] == ["check.fever"]


@pytest.mark.parametrize("answers", [{"fed_minutes": 5}, {"hungry": Answer.YES}, {"state": BabyState.CRYING}])
def test_what_may_soon_be_over_is_not_just_yet(answers: dict[str, object]) -> None:
    found = assess(situation(check=today(**answers)), safety())
    assert found.soon
    assert found.title == "not-yet"


def test_a_fever_is_not_over_soon() -> None:
    found = assess(situation(check=today(fever=Answer.YES, hungry=Answer.YES)), safety())
    assert not found.soon
    assert found.title == "not-today"


@pytest.mark.parametrize(
    ("hours", "sore", "clinic", "reason"),
    [
        (0, Answer.NO, 48, "vaccine-today"),
        (23, Answer.NO, 48, "vaccine-today"),
        (47, Answer.NO, 48, "vaccine-yesterday"),
        (48, Answer.NO, 48, ""),
        (48, Answer.NO, 72, "vaccine-lately"),
        (71, Answer.YES, 72, "vaccine-lately"),
        (72, Answer.NO, 72, ""),
        (500, Answer.YES, 48, "vaccine-sore"),
        (500, Answer.UNKNOWN, 48, "vaccine-sore.unknown"),
        (None, Answer.NO, 48, "vaccine-today.unknown"),
    ],
)
def test_a_limb_waits_for_the_hours_and_until_it_is_not_sore(
    hours: int | None, sore: Answer, clinic: int, reason: str
) -> None:
    check = today(vaccines=(Vaccine(LEG, hours, sore),))
    found = assess(situation(check=check, clinic=ClinicSettings(vaccine_hours=clinic)), safety())
    keys = [told.key for told in found.reasons]
    assert keys == ([f"check.{reason}"] if reason else [])
    assert {told.about for told in found.reasons} <= {"part:left-leg"}


def test_a_vaccine_in_an_unknown_limb_spares_all_four() -> None:
    found = assess(situation(check=today(vaccines=(Vaccine(None, 1, Answer.NO),))), safety())
    assert {told.about for told in found.reasons} == {
        "part:left-arm",
        "part:right-arm",
        "part:left-leg",
        "part:right-leg",
    }


def test_the_clinic_preset_defers_whole_body_sessions_as_well() -> None:
    check = today(vaccines=(Vaccine(LEG, 1, Answer.NO),))
    at_home = assess(situation(check=check), safety())
    in_clinic = assess(situation(check=check, clinic=CLINIC_PRESET), safety())
    assert "check.vaccine-whole-body" not in {reason.key for reason in at_home.reasons}
    assert "check.vaccine-whole-body" in {reason.key for reason in in_clinic.reasons}


@pytest.mark.parametrize(
    ("healed", "reason"), [(Answer.NO, "navel-open"), (Answer.UNKNOWN, "navel-open.unknown")]
)
def test_a_navel_that_has_not_healed_changes_the_session(healed: Answer, reason: str) -> None:
    found = assess(situation(baby(navel_healed=healed)), safety())
    assert found.verdict is CHANGES
    assert [told.key for told in found.reasons] == [f"check.{reason}"]
