"""Every key of a demonstration does what its map says, pressed at the window; bounces and held keys count once."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from companion.domain.body import Side
from companion.domain.demonstration import Show
from companion.ui.help.sheet import HelpSheet
from companion.ui.stage_show.keys import KEY_MAP, Asked, Desk, asked_by, key_rows
from companion.ui.stage_show.sheets import DisplaySheet, ShowKeySheet, StrokeSheet
from tests.clip_fakes import a_clip
from tests.ui.clinic.show import Therapist

NONE = Qt.KeyboardModifier.NoModifier
Check = Callable[[Therapist], bool]


def help_is_open(who: Therapist) -> bool:
    return any(sheet.isVisible() for sheet in who.walker.window.findChildren(HelpSheet))


DOES: dict[Asked, Check] = {
    Show.NEXT: lambda who: who.show.at == 4,
    Show.BACK: lambda who: who.show.at == 2,
    Show.BLANK: lambda who: who.show.blank and who.family.view.is_blank,
    Show.FREEZE: lambda who: who.show.frozen,
    Show.SLOWER: lambda who: who.show.pace == 1.25,
    Show.QUICKER: lambda who: who.show.pace == 0.85,
    Show.USUAL_PACE: lambda who: who.show.pace == 1.0,
    Show.OTHER_SIDE: lambda who: who.show.item.side is Side.LEFT,
    Show.FACING: lambda who: who.show.sight.facing,
    Show.MIRROR: lambda who: who.show.sight.mirrored,
    Show.LEFT_HANDED: lambda who: who.show.sight.left_handed,
    Show.CLOSER: lambda who: who.show.sight.near,
    Show.CLOCK: lambda who: who.show.timed,
    Show.CLOCK_BACK: lambda who: who.show.elapsed(who.director._clock.now()) == 0.0,
    Desk.KEYS: lambda who: isinstance(who.director.screen.sheet, ShowKeySheet),
    Desk.STROKES: lambda who: isinstance(who.director.screen.sheet, StrokeSheet),
    Desk.DISPLAY: lambda who: isinstance(who.director.screen.sheet, DisplaySheet),
    Desk.FILM: lambda who: who.walker.sees("Show drawing"),
    Desk.NOTES: lambda who: who.walker.window.focusWidget() is who.walker.find("Notes"),
    Desk.HELP: help_is_open,
    Desk.LEAVE: lambda who: who.place.director is None and who.walker.sees("Carry on"),
}


def test_each_key_of_the_map_works_at_the_window(therapist: Therapist) -> None:
    therapist.walker.house.films.shelf.listed = (a_clip("hip-to-ankle-glide"),)
    therapist.begin()
    for asked, key in ((binding.asked, key) for binding in KEY_MAP for key in binding.keys):
        if therapist.place.director is None:
            therapist.walker.click("Carry on")
        bring_back(therapist)
        therapist.key(key)
        assert DOES[asked](therapist), (asked, key)


def bring_back(who: Therapist) -> None:
    """The fourth stroke, on the right, lit, moving, with nothing over it."""
    for sheet in who.walker.window.findChildren(HelpSheet):
        if sheet.isVisible():
            sheet.close_by_hand()
    director = who.director
    director.screen.close_sheet()
    director._go_to(3)
    switched = (
        (who.show.item.side is Side.LEFT, Show.OTHER_SIDE),
        (who.show.timed, Show.CLOCK),
        (who.show.sight.facing, Show.FACING),
        (who.show.sight.mirrored, Show.MIRROR),
        (who.show.sight.left_handed, Show.LEFT_HANDED),
        (who.show.sight.near, Show.CLOSER),
    )
    for asked in [Show.USUAL_PACE, *(asked for on, asked in switched if on)]:
        director.act(asked)


def test_every_press_of_the_map_is_tested() -> None:
    assert {binding.asked for binding in KEY_MAP} == set(DOES) == {*Show, *Desk}


def test_no_key_does_two_things() -> None:
    counted = Counter(key for binding in KEY_MAP for key in binding.keys)
    assert [key for key, times in counted.items() if times > 1] == []


def test_the_map_is_shown_as_it_is(therapist: Therapist) -> None:
    therapist.begin()
    therapist.key(Qt.Key.Key_Question)
    words = therapist.walker.reads()
    for name, keys in key_rows():
        assert name in words
        assert keys in words
    therapist.key(Qt.Key.Key_PageDown)
    assert therapist.director.screen.sheet is None
    assert therapist.show.at == 0, "a press that nobody can see the effect of only takes the map away"


def test_a_chord_and_an_unknown_key_ask_for_nothing() -> None:
    assert asked_by(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier) is None
    assert asked_by(Qt.Key.Key_Q, NONE) is None
    assert asked_by(0x1234567, NONE) is None


def test_a_bounce_and_a_held_key_count_once(therapist: Therapist) -> None:
    therapist.begin()
    therapist.key(Qt.Key.Key_PageDown)
    therapist.walker.bounce(Qt.Key.Key_PageDown)
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_PageDown, NONE, "", autorep=True)
    therapist.walker.let_pass(1.0)
    QApplication.sendEvent(therapist.director.screen, held)
    assert therapist.show.at == 1


def test_a_clicker_goes_on_while_a_note_is_written(therapist: Therapist) -> None:
    therapist.begin()
    therapist.key(Qt.Key.Key_E, Qt.Key.Key_B, Qt.Key.Key_Period, Qt.Key.Key_PageDown)
    assert therapist.show.at == 1
    assert not therapist.show.blank
    therapist.key(Qt.Key.Key_Escape)
    assert therapist.place.director is not None, "Escape ends the writing first"
    therapist.key(Qt.Key.Key_B)
    assert therapist.show.blank


def test_a_start_button_begins_and_carries_on(alone: Therapist) -> None:
    alone.place.setFocus()
    alone.key(Qt.Key.Key_F5, Qt.Key.Key_PageDown, Qt.Key.Key_Escape)
    assert alone.place.director is None
    alone.key(Qt.Key.Key_F5)
    assert alone.show.at == 1
