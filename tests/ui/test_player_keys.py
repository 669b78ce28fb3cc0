"""Keys, clickers, pedals and taps in the player, through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from companion.domain.events import Cue, CueNoted
from companion.domain.player import Phase
from tests.ui.walker import Walker

K = Qt.Key


@pytest.fixture
def playing(walker: Walker) -> Walker:
    """In the middle of the first glide on the right leg."""
    walker.begin()
    walker.reach_step(3, into=5.0)
    return walker


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_Return, K.Key_F5, K.Key_MediaTogglePlayPause])
def test_the_obvious_key_pauses_and_goes_on(playing: Walker, key: Qt.Key) -> None:
    playing.key(key)
    assert playing.phase is Phase.PAUSED
    playing.key(key)
    assert playing.phase is Phase.PLAYING


@pytest.mark.parametrize("key", [K.Key_Right, K.Key_PageDown, K.Key_Down, K.Key_N, K.Key_MediaNext])
def test_a_clicker_goes_on_to_the_next_step(playing: Walker, key: Qt.Key) -> None:
    playing.key(key)
    assert playing.state.moment.step == 4


@pytest.mark.parametrize("key", [K.Key_Left, K.Key_PageUp, K.Key_Up, K.Key_P, K.Key_Backspace])
def test_a_clicker_goes_back_to_the_start_of_the_step(playing: Walker, key: Qt.Key) -> None:
    playing.key(key)
    assert playing.state.moment.step == 3
    assert playing.state.moment.is_lead_in


def test_a_bouncing_clicker_counts_once(playing: Walker) -> None:
    playing.key(K.Key_PageDown)
    playing.bounce(K.Key_PageDown)
    assert playing.state.moment.step == 4


def test_two_different_keys_do_not_count_as_a_bounce(playing: Walker) -> None:
    playing.key(K.Key_PageDown)
    playing.bounce(K.Key_Space)
    assert playing.phase is Phase.PAUSED


def test_a_held_key_counts_once(playing: Walker) -> None:
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, K.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", autorep=True
    )
    playing.let_pass(0.3)
    playing.window.keyPressEvent(held)
    assert playing.state.moment.step == 3


@pytest.mark.parametrize("key", [K.Key_B, K.Key_Period])
def test_the_black_screen_key_rests_and_carries_on(playing: Walker, key: Qt.Key) -> None:
    playing.key(key)
    assert playing.phase is Phase.RESTING
    playing.key(key)
    assert playing.phase is Phase.PLAYING


def test_next_goes_on_from_a_rest_in_the_same_step(playing: Walker) -> None:
    playing.key(K.Key_B)
    playing.key(K.Key_PageDown)
    assert playing.phase is Phase.PLAYING
    assert playing.state.moment.step == 3


def test_s_says_that_baby_says_no(playing: Walker) -> None:
    session = playing.presenter._playing.session
    playing.key(K.Key_S)
    assert playing.phase is Phase.RESTING
    noted = [event for event in playing.house.journal.events(session) if isinstance(event, CueNoted)]
    assert [event.cue for event in noted] == [Cue.SAYS_NO]


def test_e_notes_that_baby_is_enjoying_it(playing: Walker) -> None:
    session = playing.presenter._playing.session
    playing.key(K.Key_E)
    assert any(isinstance(event, CueNoted) for event in playing.house.journal.events(session))
    assert playing.phase is Phase.PLAYING


def test_plus_asks_for_more_of_this(playing: Walker) -> None:
    before = playing.state.length
    playing.key(K.Key_Plus)
    assert playing.state.length > before


def test_r_does_the_step_again(playing: Walker) -> None:
    playing.key(K.Key_R)
    assert playing.state.elapsed == 0.0


def test_escape_asks_once_and_the_obvious_key_keeps_going(playing: Walker) -> None:
    playing.key(K.Key_Escape)
    assert playing.sees("Finish here?")
    assert playing.phase is Phase.PAUSED
    playing.key(K.Key_Space)
    assert not playing.sees("Finish here?")
    assert playing.phase is Phase.PLAYING


def test_escape_twice_never_loses_a_session(playing: Walker) -> None:
    playing.key(K.Key_Escape)
    playing.key(K.Key_Escape)
    assert playing.phase is Phase.PLAYING


def test_a_start_button_that_sends_escape_then_f5_goes_on(playing: Walker) -> None:
    playing.key(K.Key_Escape)
    playing.key(K.Key_F5)
    assert playing.phase is Phase.PLAYING


def test_next_under_a_sheet_moves_nothing(playing: Walker) -> None:
    playing.key(K.Key_Escape)
    playing.key(K.Key_PageDown)
    assert playing.state.moment.step == 3


def test_space_is_not_stolen_by_a_focused_button(playing: Walker) -> None:
    finish = playing.find("Finish", QAbstractButton)
    finish.setFocus(Qt.FocusReason.TabFocusReason)
    playing.key(K.Key_Space)
    assert playing.phase is Phase.PAUSED
    assert not playing.sees("Finish here?")


def test_enter_presses_the_button_that_tab_led_to(playing: Walker) -> None:
    playing.find("Baby says no", QAbstractButton).setFocus(Qt.FocusReason.TabFocusReason)
    playing.key(K.Key_Return)
    assert playing.phase is Phase.RESTING


def test_enter_after_a_click_pauses_and_does_not_click_again(playing: Walker) -> None:
    playing.click("Skip")
    playing.key(K.Key_Return)
    assert playing.state.moment.step == 4
    assert playing.phase is Phase.PAUSED


def test_tab_walks_through_the_controls(playing: Walker) -> None:
    playing.key(K.Key_Tab)
    focused = playing.window.focusWidget()
    assert isinstance(focused, QAbstractButton)


def test_a_tap_on_the_picture_pauses(playing: Walker) -> None:
    playing.tap_picture()
    assert playing.phase is Phase.PAUSED


def test_the_middle_button_pauses_wherever_it_lands(playing: Walker) -> None:
    playing.tap_picture(Qt.MouseButton.MiddleButton)
    assert playing.phase is Phase.PAUSED


def test_the_question_mark_shows_the_live_map(playing: Walker) -> None:
    playing.key(K.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    words = playing.reads()
    assert "Pause, or go on" in words
    assert "PgDown" in words


def test_keys_of_the_system_are_left_alone(playing: Walker) -> None:
    playing.key(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert playing.phase is Phase.PLAYING


def test_keys_still_count_when_nothing_has_the_focus(playing: Walker) -> None:
    focused = playing.window.focusWidget()
    assert focused is not None
    focused.clearFocus()
    playing.key(K.Key_Space)
    assert playing.phase is Phase.PAUSED


def test_a_whole_session_runs_on_page_down_page_up_and_the_dot(walker: Walker) -> None:
    walker.begin()
    presses = 0
    while walker.window._flow.presenter is not None and presses < 200:
        walker.key(K.Key_PageDown)
        presses += 1
        if presses == 5:
            walker.key(K.Key_Period)
            walker.key(K.Key_Period)
            walker.key(K.Key_PageUp)
    assert walker.sees("Save")
