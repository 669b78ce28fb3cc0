"""Cues during play: the palette that never blocks, the rest that begins at once, and what the cues suggest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from companion.domain.events import Cue, CueNoted, CueSeen, Event, StopReason
from companion.domain.player import Phase
from companion.ui.player.cue_palette import CuePalette
from companion.ui.player.cue_taker import LEAVES, STAYS
from companion.ui.player.stage import Stage
from tests.ui.walker import Walker

K = Qt.Key


@pytest.fixture
def playing(walker: Walker) -> Walker:
    """In the middle of the first glide on the right leg."""
    walker.begin()
    walker.reach_step(3, into=5.0)
    return walker


def told(walker: Walker) -> list[Event]:
    session = walker.presenter._playing.session
    return list(walker.house.journal.events(session))


def seen(walker: Walker) -> list[str]:
    return [event.cue for event in told(walker) if isinstance(event, CueSeen)]


def palette(walker: Walker) -> CuePalette:
    (found,) = walker.window.findChildren(CuePalette)
    return found


def test_enjoying_it_is_noted_and_offers_pictures_beside_the_massage(playing: Walker) -> None:
    before = playing.state.elapsed
    playing.click("Enjoying it")
    assert any(isinstance(event, CueNoted) and event.cue is Cue.ENJOYING for event in told(playing))
    assert playing.sees("Smiles")
    assert playing.phase is Phase.PLAYING
    playing.let_pass(1.0)
    assert playing.state.elapsed > before


def test_the_palette_never_lies_over_the_picture(playing: Walker) -> None:
    playing.key(K.Key_E)
    stage = next(stage for stage in playing.window.findChildren(Stage) if stage.isVisible())
    over = palette(playing)
    place = over.rect().translated(over.mapTo(playing.window, over.rect().topLeft()))
    picture = stage.rect().translated(stage.mapTo(playing.window, stage.rect().topLeft()))
    assert not place.intersects(picture)


def test_one_tap_notes_the_cue_with_its_second_and_its_stroke(playing: Walker) -> None:
    playing.click("Enjoying it")
    playing.click("Smiles")
    (noted,) = [event for event in told(playing) if isinstance(event, CueSeen)]
    assert noted.cue == "smiles"
    assert noted.moment == playing.state.index
    assert noted.at == pytest.approx(playing.state.at)
    assert "Noted: Smiles" in playing.reads()


def test_the_digits_pick_and_nought_turns_the_page(playing: Walker) -> None:
    playing.key(K.Key_E)
    playing.key(K.Key_2)
    assert seen(playing) == ["smiles"]
    playing.key(K.Key_0)
    playing.key(K.Key_1)
    assert seen(playing) == ["smiles", "giggles"]
    playing.key(K.Key_9)
    assert len(seen(playing)) == 2, "the second page has no ninth cue"


def test_digits_do_nothing_where_no_cues_are_offered(playing: Walker) -> None:
    playing.key(K.Key_1)
    assert seen(playing) == []
    assert playing.phase is Phase.PLAYING


def test_the_keys_of_play_stay_the_players_while_the_palette_is_up(playing: Walker) -> None:
    playing.key(K.Key_E)
    playing.key(K.Key_Space)
    assert playing.phase is Phase.PAUSED
    playing.key(K.Key_Space)
    playing.key(K.Key_PageDown)
    assert playing.state.moment.step == 4


def test_the_palette_goes_away_by_itself(playing: Walker) -> None:
    playing.key(K.Key_E)
    playing.let_pass(STAYS - 1.0)
    assert palette(playing).isVisible()
    playing.let_pass(2.0)
    assert not palette(playing).isVisible()


def test_the_palette_goes_sooner_once_a_cue_was_picked(playing: Walker) -> None:
    playing.key(K.Key_E)
    playing.key(K.Key_1)
    playing.let_pass(LEAVES + 0.5)
    assert not palette(playing).isVisible()


def test_escape_puts_the_palette_away_and_does_not_ask_to_finish(playing: Walker) -> None:
    playing.key(K.Key_E)
    playing.key(K.Key_Escape)
    assert not palette(playing).isVisible()
    assert not playing.sees("Finish here?")


def test_a_no_shows_resting_hands_and_a_breathing_circle_at_once(playing: Walker) -> None:
    playing.bounce(K.Key_S)
    assert playing.phase is Phase.RESTING
    assert playing.sees("Breathe slowly")
    assert playing.sees("Looks away")


def test_one_subtle_no_suggests_a_little_rest(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Looks away")
    assert "Baby may need a little break." in playing.reads()
    assert "10 to 20 seconds" in playing.reads()


def test_two_together_suggest_another_area_and_one_tap_goes_there(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.key(K.Key_1)
    playing.key(K.Key_3)
    assert "A few small signs at once mean no." in playing.reads()
    assert playing.find("Another area", QAbstractButton).property("kind") == "play"
    assert playing.house.voice.said[-1] == "phrase.say.cue.other-area"
    playing.click("Another area")
    playing.click("Baby’s chest")
    assert playing.phase is Phase.PLAYING


def test_a_clear_no_suggests_to_finish_and_is_praised(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Cries")
    assert "That is a clear no." in playing.reads()
    assert playing.find("Finish kindly", QAbstractButton).property("kind") == "play"
    playing.click("Finish kindly")
    assert "You listened." in playing.reads()
    assert playing.house.voice.said.count("phrase.say.you-listened") == 0, "it was said already"


def test_a_baby_that_fell_asleep_ends_as_asleep(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.key(K.Key_0)
    playing.click("Falls asleep")
    playing.click("Finish kindly")
    record = playing.house.journal.session("session-1")
    assert record is not None
    assert record.stop_reason is StopReason.BABY_ASLEEP


def test_a_cue_that_may_be_sleepiness_is_left_to_the_caregiver(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Yawns")
    assert "You know baby best." in playing.reads()


def test_a_sign_of_danger_opens_help_on_what_to_do_now(playing: Walker) -> None:
    playing.click("Baby says no")
    for _ in range(3):
        playing.key(K.Key_0)
    playing.click("Goes limp")
    assert playing.sees("Call 911 now")
    assert "Limp, or does not wake up." in playing.reads()
    playing.key(K.Key_Escape)
    assert playing.phase is Phase.RESTING
    assert playing.sees("Get help now")
    assert not playing.sees("Carry on")


def test_a_new_rest_asks_anew(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Cries")
    playing.click("Carry on")
    playing.click("Baby says no")
    assert "What is baby telling you?" in playing.reads()


def test_cues_are_remembered_when_a_session_is_carried_on(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Looks away")
    playing.click("Carry on")
    playing.let_pass(1.0)
    left = playing.house.journal.unfinished()
    playing.window.close()
    assert left is not None
    playing.window.show()
    playing.window.carry_on(left)
    playing.let_pass(30.0)
    playing.click("Baby says no")
    playing.click("Looks away")
    assert "Baby said a small no twice." in playing.reads()
