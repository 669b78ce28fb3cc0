"""A session from Begin to the diary, through the real window, by clicks and by doing nothing."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPlainTextEdit

from companion.domain.errors import CompanionError
from companion.domain.events import StopReason
from companion.domain.player import Phase
from companion.domain.session import BabyState, SessionStatus
from companion.domain.settings import Advance, Settings
from companion.ui.places import Page
from companion.ui.player.stage import Stage
from tests.fakes import MORNING, ManualClock, MemorySettings
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.walker import Walker

SESSION = "session-1"


@pytest.fixture
def playing(walker: Walker) -> Walker:
    """In the middle of the first glide on the right leg."""
    walker.begin()
    walker.reach_step(3, into=5.0)
    return walker


def test_a_whole_massage_runs_with_no_touch_at_all(walker: Walker) -> None:
    walker.begin()
    walker.let_pass(20 * 60)
    assert walker.sees("Save")
    record = walker.house.journal.session(SESSION)
    assert record is not None
    assert record.status is SessionStatus.FINISHED
    assert all(step.seconds > 0 for step in record.steps[1:])


def test_a_step_is_told_in_title_instruction_count_and_pace(playing: Walker) -> None:
    words = playing.reads()
    for told in ("Hip-to-ankle glide", "Hold the ankle.", "2 of 3", "Baby’s right leg", "4 seconds each"):
        assert told in words


def test_what_comes_next_is_shown(playing: Walker) -> None:
    assert "Thumb over thumb" in playing.reads()


def test_the_lead_in_shows_what_is_to_come(walker: Walker) -> None:
    walker.begin()
    assert "get ready" in walker.reads()
    assert "Ask baby first" in walker.reads()


def test_the_yes_of_the_baby_goes_on_at_once(walker: Walker) -> None:
    walker.begin()
    walker.reach_step(0, into=3.0)
    walker.click("Yes, baby is ready")
    assert walker.state.moment.step == 1


def test_not_now_ends_kindly_and_is_praised(walker: Walker) -> None:
    walker.begin()
    walker.reach_step(0, into=3.0)
    walker.click("Not now")
    assert "You listened." in walker.reads()
    record = walker.house.journal.session(SESSION)
    assert record is not None
    assert record.stop_reason is StopReason.BABY_SAID_NO


def test_a_moment_that_waits_offers_a_big_go_on(open_house: OpenHouse) -> None:
    walker = open_house(House(settings=MemorySettings(Settings(advance=Advance.BY_HAND))))
    walker.begin()
    walker.reach_step(3, into=20.0)
    assert walker.state.waiting
    walker.click("Go on")
    assert walker.state.moment.step == 4


def test_space_gives_the_word_that_a_moment_waits_for(open_house: OpenHouse) -> None:
    walker = open_house(House(settings=MemorySettings(Settings(advance=Advance.BY_HAND))))
    walker.begin()
    walker.reach_step(3, into=20.0)
    walker.key(Qt.Key.Key_Space)
    assert walker.state.moment.step == 4


def test_baby_says_no_rests_and_says_what_to_look_for(playing: Walker) -> None:
    playing.click("Baby says no")
    words = playing.reads()
    assert "Hands rest" in words
    for told in ("What is baby telling you?", "Looks away", "Cries", "call 911 now"):
        assert told in words
    playing.click("Carry on")
    assert playing.phase is Phase.PLAYING
    assert playing.state.moment.step == 3


def test_the_clock_stands_still_while_hands_rest(playing: Walker) -> None:
    before = playing.state.elapsed
    playing.click("Baby says no")
    playing.let_pass(60.0)
    assert playing.state.elapsed == before


def test_another_area_goes_on_there(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Another area")
    playing.click("Baby’s chest")
    step = playing.presenter._playing.plan.steps[playing.state.moment.step]
    assert step.area == "chest"
    assert playing.phase is Phase.PLAYING


def test_finishing_from_a_rest_is_praised_as_listening(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Finish kindly")
    assert "You listened." in playing.reads()


def test_finishing_by_choice_is_praised_too(playing: Walker) -> None:
    playing.click("Finish")
    for _ in range(3):
        playing.key(Qt.Key.Key_Tab)
    playing.key(Qt.Key.Key_Return)
    assert "A short massage counts too." in playing.reads()


def test_get_help_is_one_tap_away_and_pauses_meanwhile(playing: Walker) -> None:
    playing.click("Get help")
    assert "911" in playing.reads()
    assert playing.phase is Phase.PAUSED
    playing.click("Close")
    assert playing.phase is Phase.PLAYING


def test_help_during_a_pause_does_not_start_play(playing: Walker) -> None:
    playing.key(Qt.Key.Key_Space)
    playing.click("Get help")
    playing.click("Close")
    assert playing.phase is Phase.PAUSED


def test_pace_is_changed_in_play_and_remembered(playing: Walker) -> None:
    playing.click("Adjust")
    playing.click("Pace: Slower")
    assert playing.state.pace == 1.25
    assert playing.phase is Phase.PLAYING
    assert playing.house.settings.load().pace == 1.25
    assert "5 seconds each" in playing.reads()


def test_captions_can_be_hidden_in_play(playing: Walker) -> None:
    playing.click("Adjust")
    playing.click("Captions: Hidden")
    assert "Hold the ankle." not in playing.reads()


def test_the_voice_can_be_switched_off_in_play(playing: Walker) -> None:
    playing.click("Voice on")
    said = len(playing.house.voice.said)
    playing.let_pass(60.0)
    assert len(playing.house.voice.said) == said
    assert playing.sees("Voice off")
    assert not playing.house.settings.load().voice_on


def test_a_machine_that_slept_is_told_in_a_sentence(playing: Walker) -> None:
    step = playing.state.moment.step
    playing.sleep_machine(3600.0)
    assert playing.phase is Phase.PAUSED
    assert playing.state.moment.step == step
    assert "The computer slept" in playing.reads()


def test_nothing_ticks_and_nothing_is_painted_in_a_pause(playing: Walker, qtbot: object) -> None:
    playing.key(Qt.Key.Key_Space)
    counter = Paints()
    for widget in playing.window.findChildren(Stage):
        widget.installEventFilter(counter)
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    counter.paints = 0
    playing.let_pass(5.0)
    QApplication.processEvents()
    assert not playing.presenter.is_ticking
    assert counter.paints == 0


class Paints(QObject):
    """Counts paintings."""

    paints = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.paints += 1
        return False


def test_closing_the_window_in_the_middle_loses_nothing(playing: Walker, open_house: OpenHouse) -> None:
    where = playing.state.position
    playing.window.close()
    later = House(clock=ManualClock(wall=MORNING + timedelta(days=1)), journal=playing.house.journal)
    walker = open_house(later)
    assert "Yesterday at" in walker.reads()
    assert "Hip-to-ankle glide" in walker.reads()
    walker.click("Carry on")
    assert "Is baby still well?" in walker.reads()
    walker.click("Yes, carry on")
    assert walker.state.moment.step == 3
    assert walker.state.position.moment == where.moment


def test_a_session_left_a_moment_ago_goes_on_at_the_second_without_a_question(playing: Walker) -> None:
    before = playing.state
    playing.window.close()
    playing.window.show()
    playing.window.go(Page.TODAY)
    assert "Carry on with First massage?" in playing.reads()
    playing.click("Carry on")
    assert (playing.state.index, playing.state.elapsed) == (before.index, pytest.approx(before.elapsed))


def test_much_later_something_different_leads_to_the_check_and_keeps_what_was_done(
    playing: Walker, open_house: OpenHouse
) -> None:
    playing.window.close()
    house = playing.house
    assert isinstance(house.clock, ManualClock)
    house.clock.advance(3 * 3600)
    walker = open_house(house)
    walker.click("Carry on")
    walker.click("Something is different")
    record = house.journal.session(SESSION)
    assert record is not None
    assert record.status is SessionStatus.INTERRUPTED
    assert walker.sees("All fine today")


def test_a_clock_that_was_put_back_asks_once_more(playing: Walker, open_house: OpenHouse) -> None:
    playing.window.close()
    earlier = House(clock=ManualClock(wall=MORNING - timedelta(days=1)), journal=playing.house.journal)
    walker = open_house(earlier)
    walker.click("Carry on")
    assert walker.sees("Is baby still well?")


def test_a_session_left_unfinished_can_be_kept_as_it_is(playing: Walker, open_house: OpenHouse) -> None:
    playing.window.close()
    walker = open_house(House(journal=playing.house.journal))
    walker.click("Keep it as it is")
    assert not walker.sees("Carry on")
    record = walker.house.journal.session(SESSION)
    assert record is not None
    assert record.status is SessionStatus.INTERRUPTED


def test_a_full_disk_pauses_and_trying_again_goes_on(playing: Walker) -> None:
    playing.house.journal.broken = CompanionError("disk-full")
    playing.let_pass(3.0)
    assert "The disk is full" in playing.reads()
    assert playing.phase is Phase.PAUSED
    playing.house.journal.broken = None
    playing.click("Try again")
    assert playing.phase is Phase.PLAYING
    assert "The disk is full" not in playing.reads()


def test_a_diary_that_cannot_be_opened_is_told_and_tried_again(walker: Walker) -> None:
    walker.house.journal.broken = CompanionError("disk-full")
    walker.begin()
    assert "The disk is full" in walker.reads()
    walker.house.journal.broken = None
    walker.click("Try again")
    assert walker.phase is Phase.PLAYING


def test_a_disk_that_stays_full_is_told_again(playing: Walker) -> None:
    playing.house.journal.broken = CompanionError("disk-full")
    playing.let_pass(3.0)
    playing.click("Try again")
    assert "The disk is full" in playing.reads()
    assert playing.phase is Phase.PAUSED


def test_the_wrap_up_saves_how_baby_was_and_a_note(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Finish kindly")
    playing.click("Before: Quiet and alert")
    playing.click("Now: Drowsy")
    playing.find("A note", QPlainTextEdit).setPlainText("Loved the feet.")
    playing.click("Save")
    record = playing.house.journal.session(SESSION)
    assert record is not None
    assert record.reflection.before is BabyState.QUIET_ALERT
    assert record.reflection.after is BabyState.DROWSY
    assert record.reflection.note == "Loved the feet."
    assert playing.sees("Begin")


def test_a_face_pressed_again_is_taken_back(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Finish kindly")
    playing.click("Before: Crying")
    playing.click("Before: Crying")
    playing.click("Save")
    record = playing.house.journal.session(SESSION)
    assert record is not None
    assert record.reflection.before is None


def test_the_wrap_up_can_be_skipped(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Finish kindly")
    playing.click("Skip")
    assert playing.sees("Begin")


def test_a_wrap_up_that_cannot_be_saved_is_told(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Finish kindly")
    playing.house.journal.broken = CompanionError("disk-full")
    playing.click("Save")
    assert "The disk is full" in playing.reads()


def test_the_week_shows_what_was_done(playing: Walker) -> None:
    playing.click("Baby says no")
    playing.click("Finish kindly")
    playing.click("Skip")
    assert "1 massage" in playing.reads()
    assert playing.sees("Wednesday")


def test_a_notice_of_the_sound_is_quiet_and_stops_nothing(playing: Walker) -> None:
    playing.window.tell(CompanionError("no-sound"))
    assert playing.phase is Phase.PLAYING
    assert "No sound came out" in playing.reads()
