"""Lead-ins leave room for what is said in them."""

from dataclasses import replace

from companion.domain.plan import SessionPlan
from companion.services.narration import lead_ins
from tests.domain.play import ASK, GLIDE, HOLD
from tests.fakes import words_for

LONG = " ".join(["word"] * 20)


def test_a_lead_in_lasts_as_long_as_its_words_and_a_breath() -> None:
    plan = SessionPlan("test", (GLIDE,))
    words = words_for(plan)
    told = replace(words, strokes={GLIDE.words: replace(words.strokes[GLIDE.words], say_first=LONG)})
    assert lead_ins(plan, told, 6.0) == (10.0,)


def test_short_words_leave_the_lead_in_as_the_caregiver_set_it() -> None:
    plan = SessionPlan("test", (ASK, GLIDE, HOLD))
    assert lead_ins(plan, words_for(plan), 6.0) == (6.0, 6.0, 6.0)


def test_a_reminder_needs_only_half_a_lead_in() -> None:
    plan = SessionPlan("test", (GLIDE, HOLD, replace(GLIDE, block=3)))
    assert lead_ins(plan, words_for(plan), 8.0) == (8.0, 8.0, 4.0)


def test_no_lead_in_means_none_for_any_step() -> None:
    plan = SessionPlan("test", (ASK, GLIDE))
    assert lead_ins(plan, words_for(plan), 0.0) == (0.0, 0.0)


def test_a_step_without_words_has_the_usual_lead_in() -> None:
    plan = SessionPlan("test", (GLIDE,))
    words = replace(words_for(plan), strokes={}, phrases={})
    assert lead_ins(plan, words, 6.0) == (6.0,)
