"""What a caregiver names as different becomes today's check; what is left stays fine."""

from dataclasses import fields

import pytest

from companion.domain.baby import Answer
from companion.domain.check import ALL_FINE, TodayCheck, Vaccine
from companion.domain.differences import Differences, Topic, shots, still_holds, topics_for
from companion.domain.parts import Part
from companion.domain.safety import Verdict
from companion.domain.session import BabyState
from companion.domain.verdict import assess
from tests.domain.safe import baby, safety, situation


def test_nothing_named_is_all_fine() -> None:
    assert Differences().check == ALL_FINE


def test_the_topics_are_all_that_the_check_asks() -> None:
    assert len(Topic) == len(fields(TodayCheck))
    for topic in Topic:
        assert Differences().toggled(topic).check != ALL_FINE


@pytest.mark.parametrize("topic", list(Topic))
def test_a_topic_that_is_only_named_limits_the_day(topic: Topic) -> None:
    check = Differences().toggled(topic).check
    assert assess(situation(check=check), safety()).verdict > Verdict.GO


@pytest.mark.parametrize("topic", list(Topic))
def test_a_topic_taken_back_is_fine_again_and_forgotten(topic: Topic) -> None:
    told = Differences().with_answer(topic, getattr(ALL_FINE, field_of(topic)))
    back = told.toggled(topic)
    assert back.check == ALL_FINE
    assert back.toggled(topic) == Differences().toggled(topic)


def field_of(topic: Topic) -> str:
    changed = [
        field.name
        for field in fields(TodayCheck)
        if getattr(Differences().toggled(topic).check, field.name) != getattr(ALL_FINE, field.name)
    ]
    assert len(changed) == 1
    return changed[0]


def test_an_answer_names_its_topic() -> None:
    told = Differences().with_answer(Topic.STATE, BabyState.DROWSY)
    assert told.check.state is BabyState.DROWSY
    assert told.answer(Topic.STATE) is BabyState.DROWSY
    assert told.answer(Topic.FEVER) is Answer.NO


def test_a_healed_navel_is_not_asked_about() -> None:
    assert Topic.NAVEL not in topics_for(baby())
    assert Topic.NAVEL in topics_for(baby(navel_healed=Answer.NO))
    assert Topic.NAVEL in topics_for(baby(navel_healed=Answer.UNKNOWN))


def test_each_limb_has_its_own_shot() -> None:
    told = shots([Part.RIGHT_LEG, Part.LEFT_LEG], 24, Answer.NO)
    assert told == (Vaccine(Part.LEFT_LEG, 24, Answer.NO), Vaccine(Part.RIGHT_LEG, 24, Answer.NO))


def test_a_shot_in_no_limb_that_was_named_may_be_in_any() -> None:
    assert shots([], None, Answer.UNKNOWN) == (Vaccine(None, None, Answer.UNKNOWN),)


def test_a_feed_lies_further_back_when_an_answer_is_used_again() -> None:
    check = Differences().with_answer(Topic.FED, 10).check
    assert still_holds(check, 25.9).fed_minutes == 35


def test_a_feed_that_nobody_knows_of_stays_unknown() -> None:
    assert still_holds(Differences().with_answer(Topic.FED, None).check, 30).fed_minutes is None


@pytest.mark.parametrize("minutes", [-1, 61])
def test_an_old_answer_is_not_used_again(minutes: float) -> None:
    with pytest.raises(ValueError, match="minutes ago"):
        still_holds(ALL_FINE, minutes)
