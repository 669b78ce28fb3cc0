"""What a caregiver hears, and when."""

from dataclasses import replace

import pytest

from companion.domain.body import Area, Position, Side
from companion.domain.events import StopReason
from companion.domain.settings import Advance, Settings
from companion.domain.stroke import StrokeKind
from companion.domain.words import StrokeWords
from tests.domain.play import ASK, GLIDE, HOLD, SOLE, TURNED
from tests.fakes import a_step, first_massage, words_for
from tests.services.stage import Stage, without

CALM = Settings(lead_in=6.0)
AT_ONCE = Settings(lead_in=0.0)
LEFT = replace(GLIDE, side=Side.LEFT)


def test_the_whole_first_massage_is_told_in_order() -> None:
    stage = Stage(*first_massage().steps).begin().wait(420)
    assert stage.said == [
        "welcome",
        "permission.first",
        "wait-for-yes",
        "hand-hug.first",
        "half-way",
        "all-done",
        "resting-hands@legs.first",
        "hip-to-ankle-glide.first",
        "last-one",
        "thumb-over-thumb.first",
        "ankle-to-hip-glide.first",
        "last-one",
        "hip-to-ankle-glide.other",
        "last-one",
        "thumb-over-thumb.other",
        "ankle-to-hip-glide.other",
        "last-one",
        "leg-sweep.first",
        "last-one",
        "all-done",
        "resting-hands@chest.first",
        "heart-on-chest.first",
        "last-one",
        "all-done",
        "resting-hands@hands.first",
        "onto-chest",
        "swoop-to-bottom@on-chest.first",
        "last-one",
        "all-done",
        "hand-hug@cuddle.first",
        "half-way",
        "finished",
    ]


def test_the_caption_is_what_is_said_with_the_voice_on_or_off() -> None:
    loud, silent = Stage(GLIDE).begin(), Stage(GLIDE, settings=Settings(voice_on=False)).begin()
    assert loud.playback.caption == silent.playback.caption == "First hip-to-ankle-glide."
    assert loud.voice.texts == ["First hip-to-ankle-glide."]
    assert (silent.voice.said, silent.voice.prepared) == ([], [])


def test_the_voice_can_be_switched_in_play() -> None:
    stage = Stage(GLIDE, SOLE).begin()
    stage.playback.set_voice_on(False)
    assert stage.voice.speaking == ""
    stage.wait(20)
    assert stage.said == ["hip-to-ankle-glide.first"]
    stage.playback.set_voice_on(True)
    stage.wait(20)
    assert stage.said[1:] == ["finished"]


def test_without_a_lead_in_the_line_is_said_as_the_touch_begins() -> None:
    stage = Stage(ASK, GLIDE, LEFT, settings=AT_ONCE).begin()
    assert stage.heard_since() == ["permission.first"]
    stage.wait(30)
    assert stage.heard_since() == ["wait-for-yes", "hip-to-ankle-glide.first"]
    stage.chimed_since()
    stage.wait(12)
    assert stage.heard_since() == ["last-one", "hip-to-ankle-glide.other"]
    assert stage.chimed_since() == ["tick", "tick", "other-side"]


def test_the_next_line_is_prepared_ahead() -> None:
    stage = Stage(GLIDE, SOLE).begin()
    assert stage.voice.prepared[-1] == "stroke.thumb-over-thumb.first"
    stage.wait(20)
    assert stage.voice.prepared[-1] == "phrase.say.finished"


def test_a_stroke_that_comes_again_has_a_shorter_line() -> None:
    stage = Stage(GLIDE, SOLE, GLIDE).begin().wait(34)
    assert stage.said == [
        "hip-to-ankle-glide.first",
        "last-one",
        "thumb-over-thumb.first",
        "hip-to-ankle-glide.again",
    ]


def test_the_same_stroke_in_another_block_is_not_the_other_side() -> None:
    stage = Stage(GLIDE, replace(LEFT, block=7)).begin().wait(19)
    assert stage.said[-1] == "hip-to-ankle-glide.again"


@pytest.mark.parametrize(
    ("position", "lines"),
    [
        (Position.ON_CHEST, ["onto-chest", "swoop-to-bottom.first"]),
        (Position.ON_TUMMY, ["turn-over", "swoop-to-bottom.first"]),
        (Position.HELD, ["swoop-to-bottom.first"]),
    ],
)
def test_turning_over_is_told_by_where_baby_goes(position: Position, lines: list[str]) -> None:
    stage = Stage(GLIDE, replace(TURNED, position=position)).begin().wait(17)
    stage.heard_since()
    stage.wait(1 + 20 + 6)
    assert stage.heard_since() == lines


def test_turning_back_is_told_too() -> None:
    stage = Stage(TURNED, GLIDE).begin().wait(18)
    assert stage.said[-1] == "onto-back"


def test_long_holds_are_told_when_half_is_over_and_short_ones_are_not() -> None:
    short = replace(HOLD, seconds=20.0)
    stage = Stage(short, HOLD).begin().wait(26)
    stage.heard_since()
    stage.chimed_since()
    stage.wait(3 + 22)  # the same hold again needs only half a lead-in
    assert stage.heard_since() == []
    assert stage.chimed_since() == ["change"]
    stage.wait(1)
    assert stage.heard_since() == ["half-way"]
    assert stage.chimed_since() == ["half"]
    stage.wait(10)
    assert stage.heard_since() == []


def test_an_aside_does_not_cut_a_line_that_is_being_spoken() -> None:
    plan = Stage(HOLD).plan
    words = words_for(plan)
    long_line = " ".join(["word"] * 60)
    long_words = replace(words, strokes={"hand-hug": replace(words.strokes["hand-hug"], say_first=long_line)})
    stage = Stage(HOLD, settings=AT_ONCE, words=long_words).begin().wait(24)
    assert stage.said == ["hand-hug.first"]
    assert "half" in stage.chimes.played


def test_the_last_of_quick_or_few_or_endless_strokes_is_not_told() -> None:
    quick, few = replace(SOLE, times=6), replace(GLIDE, times=2)
    assert "last-one" not in Stage(quick, few).begin().wait(33).said
    by_hand = Stage(GLIDE, settings=Settings(advance=Advance.BY_HAND)).begin().wait(17)
    assert "last-one" not in by_hand.said


def test_one_sound_is_heard_at_a_time_the_most_telling_one() -> None:
    stage = Stage(GLIDE, LEFT).begin().wait(18)
    assert stage.chimed_since() == ["change", "change", "tick", "tick", "other-side"]
    stage.wait(18)
    assert stage.chimed_since() == ["change", "tick", "tick", "end"]


def test_a_rest_is_told_and_later_what_to_look_for() -> None:
    stage = Stage(HOLD).begin().wait(20)
    stage.heard_since()
    stage.playback.baby_says_no()
    assert stage.heard_since() == ["rest"]
    stage.wait(9)
    assert stage.heard_since() == []
    stage.wait(30)
    assert stage.heard_since() == ["rest-look"]
    stage.playback.carry_on()
    assert stage.heard_since() == ["carry-on"]


def test_carrying_on_at_another_area_tells_its_stroke() -> None:
    stage = Stage(HOLD, GLIDE).begin().wait(20)
    stage.playback.rest()
    stage.heard_since()
    stage.playback.carry_on(2)
    assert stage.heard_since() == ["hip-to-ankle-glide.first"]


def test_a_pause_is_silent_and_a_line_that_it_cut_is_said_again() -> None:
    stage = Stage(GLIDE).begin().wait(0.5)
    stage.heard_since()
    stage.playback.pause()
    assert stage.voice.speaking == ""
    stage.wait(100)
    assert stage.heard_since() == []
    stage.playback.resume()
    assert stage.heard_since() == ["hip-to-ankle-glide.first"]


def test_a_pause_after_the_line_says_nothing_when_play_goes_on() -> None:
    stage = Stage(GLIDE).begin().wait(5)
    stage.heard_since()
    stage.playback.pause()
    stage.playback.resume()
    assert stage.heard_since() == []


def test_moving_in_a_pause_is_told_when_play_goes_on() -> None:
    stage = Stage(GLIDE, SOLE).begin().wait(8)
    stage.heard_since()
    stage.playback.pause()
    stage.playback.next()
    assert stage.heard_since() == []
    stage.playback.resume()
    assert stage.heard_since() == ["thumb-over-thumb.first"]


def test_a_machine_that_slept_says_so() -> None:
    stage = Stage(GLIDE).begin().wait(5)
    stage.heard_since()
    stage.clock.advance(600)
    stage.playback.tick()
    assert stage.heard_since() == ["slept"]


def test_repeating_a_step_tells_it_again() -> None:
    stage = Stage(GLIDE).begin().wait(12)
    stage.heard_since()
    stage.playback.repeat()
    assert stage.heard_since() == ["hip-to-ankle-glide.again"]


def test_a_jump_into_a_touch_tells_its_stroke() -> None:
    stage = Stage(GLIDE, SOLE).begin().wait(8)
    stage.heard_since()
    stage.playback.jump(3)
    assert stage.heard_since() == ["thumb-over-thumb.first"]


def test_going_back_to_the_welcome_does_not_greet_twice() -> None:
    stage = Stage(ASK, GLIDE).begin().wait(8)
    stage.heard_since()
    stage.playback.back()
    assert stage.heard_since() == []


def test_a_stop_because_baby_said_no_is_praised_and_any_other_is_silent() -> None:
    listened, stopped = Stage(GLIDE).begin().wait(8), Stage(GLIDE).begin().wait(1)
    listened.playback.stop(StopReason.BABY_SAID_NO)
    assert listened.said[-1] == "you-listened"
    stopped.playback.pause()
    stopped.playback.stop(StopReason.CAREGIVER)
    assert stopped.said == ["hip-to-ankle-glide.first"]
    assert stopped.voice.speaking == ""


@pytest.mark.parametrize("key", ["welcome", "all-done", "half-way", "rest", "finished", "last-one", "slept"])
def test_a_phrase_that_is_missing_breaks_nothing(key: str) -> None:
    steps = (ASK, GLIDE, replace(HOLD, area=Area.CONTACT))
    words = without(words_for(Stage(*steps).plan), f"say.{key}")
    stage = Stage(*steps, words=words).begin().wait(45)
    stage.playback.rest()
    stage.wait(15)
    stage.playback.carry_on()
    stage.clock.advance(60)
    stage.playback.tick()
    stage.playback.resume()
    stage.wait(100)
    assert stage.playback.state().over
    assert key not in stage.said


def test_strokes_without_words_are_silent_and_missing_lines_use_a_fuller_one() -> None:
    nothing = replace(words_for(Stage(GLIDE).plan), strokes={})
    assert Stage(GLIDE, words=nothing).begin().said == []
    only_first = StrokeWords("", "", "", "", (), "Do it.", "", "")
    words = replace(nothing, strokes={"hip-to-ankle-glide": only_first})
    assert Stage(GLIDE, LEFT, words=words).begin().wait(18).said[-1] == "hip-to-ankle-glide.first"
    empty = replace(only_first, say_first="")
    words = replace(nothing, strokes={"hip-to-ankle-glide": empty})
    assert Stage(GLIDE, words=words).begin().said == []


def test_a_step_of_a_game_is_told_like_a_stroke() -> None:
    game = a_step("back-drawing", kind=StrokeKind.GROWING)
    assert Stage(game).begin().said == ["back-drawing.first"]
