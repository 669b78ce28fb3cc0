"""The routine editor: from a new routine to one that is played, by mouse and by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from companion.content.own import read_own_file
from companion.ui.editor.opening import edit_routine, look_at, save_to
from companion.ui.editor.step_list import Row, StepList
from companion.ui.places import Page
from tests.fakes import ManualClock
from tests.ui.baby.hands import pick, write
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.real_house import real_house
from tests.ui.walker import Walker

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editing(walker: Walker) -> Walker:
    """Somebody who has begun a new routine."""
    walker.window.go(Page.ROUTINES)
    walker.click("New routine")
    return walker


def steps(walker: Walker) -> list[str]:
    rows = walker.find("Steps", StepList)
    found = [rows.item(at).data(Qt.ItemDataRole.UserRole) for at in range(rows.count())]
    return [row.title for row in found if isinstance(row, Row)]


def add(walker: Walker, *names: str) -> None:
    for name in names:
        walker.click("Add a stroke")
        walker.click(f"Add {name}")


def press(walker: Walker, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = ALT) -> None:
    qtbot.keyClick(walker.find("Steps", StepList), key, modifiers)


def test_a_new_routine_asks_first_and_ends_still(editing: Walker) -> None:
    assert steps(editing) == ["Ask baby first", "Hand hug"]
    assert "Full " in editing.reads()


def test_strokes_are_added_before_the_still_hands_at_the_end(editing: Walker) -> None:
    add(editing, "Toe roll", "Leg sweep")
    editing.click("Add a rest")
    assert steps(editing) == ["Ask baby first", "Toe roll", "Leg sweep", "Resting hands on legs", "Hand hug"]


def test_steps_move_by_keys_and_are_taken_back_and_again(editing: Walker, qtbot: QtBot) -> None:
    add(editing, "Toe roll", "Leg sweep")
    press(editing, qtbot, Qt.Key.Key_Up)
    assert steps(editing)[1:3] == ["Leg sweep", "Toe roll"]
    press(editing, qtbot, Qt.Key.Key_Z, CTRL)
    assert steps(editing)[1:3] == ["Toe roll", "Leg sweep"]
    press(editing, qtbot, Qt.Key.Key_Y, CTRL)
    assert steps(editing)[1:3] == ["Leg sweep", "Toe roll"]
    press(editing, qtbot, Qt.Key.Key_Up)
    assert steps(editing)[0] == "Ask baby first"
    press(editing, qtbot, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert "Leg sweep" not in steps(editing)


def test_a_step_is_dragged_to_another_place(editing: Walker) -> None:
    add(editing, "Toe roll", "Leg sweep")
    rows = editing.find("Steps", StepList)
    rows.setCurrentRow(2)

    class Dropped(QDropEvent):
        def source(self) -> StepList:
            return rows

    rect = rows.visualItemRect(rows.item(1))
    place = QPointF(rect.center().x(), rect.top() + 2)
    buttons = Qt.MouseButton.LeftButton
    rows.dropEvent(
        Dropped(place, Qt.DropAction.MoveAction, QMimeData(), buttons, Qt.KeyboardModifier.NoModifier)
    )
    assert steps(editing)[1:3] == ["Leg sweep", "Toe roll"]


def test_the_length_follows_every_change(editing: Walker, qtbot: QtBot) -> None:
    before = editing.reads()
    add(editing, "Toe roll")
    pick(editing, qtbot, "How many times", "8")
    after = editing.reads()
    assert "Legs & feet · 8 × 2 s · right, then left" not in before
    assert [line for line in before.split("\n") if line.startswith("Full")] != [
        line for line in after.split("\n") if line.startswith("Full")
    ]


def test_what_the_rules_say_stands_in_the_way_and_is_put_right(editing: Walker, qtbot: QtBot) -> None:
    add(editing, "Toe roll")
    rows = editing.find("Steps", StepList)
    rows.setCurrentRow(2)
    press(editing, qtbot, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert "End with still hands or a hug." in editing.reads()
    assert not editing.find("Save", QAbstractButton).isEnabled()
    editing.click("Put it right")
    assert steps(editing)[-1] == "Hand hug"
    assert editing.find("Save", QAbstractButton).isEnabled()


def test_advice_does_not_stand_in_the_way(editing: Walker) -> None:
    editing.click("Add a stroke")
    editing.click("Area: Tummy")
    editing.click("Add Walking fingers")
    assert "waits until the navel has healed" in editing.reads()
    assert editing.find("Save", QAbstractButton).isEnabled()


def test_a_routine_is_named_kept_and_played_with_its_own_words(editing: Walker, qtbot: QtBot) -> None:
    editing.find("Steps", StepList).setCurrentRow(1)
    write(editing, qtbot, "Name", "Moon time")
    write(editing, qtbot, "Own words", "Sing the moon song.")
    editing.click("Hear it")
    assert editing.house.voice.texts[-1] == "Sing the moon song."
    editing.click("Save")
    editing.click("Back")
    assert "“Moon time” is kept with your routines." in editing.reads()
    editing.click("Begin Moon time")
    editing.all_fine()
    editing.reach_step(1)
    assert "Sing the moon song." in editing.house.voice.texts


def test_leaving_with_changes_asks_once_and_may_keep_them(editing: Walker) -> None:
    add(editing, "Toe roll")
    editing.click("Back")
    editing.click("Keep editing")
    assert steps(editing)[1] == "Toe roll"
    editing.click("Back")
    editing.click("Save and leave")
    assert [own.title for own in editing.house.own.all()] == ["Our massage"]


def test_leaving_without_changes_or_without_saving_keeps_nothing(editing: Walker) -> None:
    editing.click("Back")
    editing.click("New routine")
    add(editing, "Toe roll")
    editing.click("Back")
    editing.click("Leave without saving")
    assert editing.house.own.all() == ()


def test_a_copy_of_ours_is_kept_beside_it(walker: Walker) -> None:
    walker.window.go(Page.ROUTINES)
    card = walker.window.findChildren(QAbstractButton)
    next(one for one in card if one.accessibleName() == "Make First massage your own").click()
    assert walker.find("Name", QLineEdit).text() == "Our First massage"
    walker.click("Save")
    walker.click("Back")
    assert walker.sees("Begin Our First massage")
    assert walker.sees("Begin First massage")


def test_a_routine_is_put_aside_and_brought_back(editing: Walker) -> None:
    editing.click("Save")
    editing.click("Back")
    buttons = editing.window.findChildren(QAbstractButton)
    next(one for one in buttons if one.accessibleName() == "Put Our massage aside").click()
    assert not editing.sees("Begin Our massage")
    editing.click("Bring it back")
    assert editing.sees("Begin Our massage")


def test_a_routine_goes_to_another_house_in_a_file(
    editing: Walker, open_house: OpenHouse, tmp_path: Path
) -> None:
    editing.click("Save")
    editing.click("Back")
    own = editing.house.own
    file = tmp_path / "ours.massage.toml"
    save_to(editing.window, own.all()[0].id, file)
    assert f"Saved as {file}" in editing.reads()
    other = open_house(House())
    kept: list[str] = []
    for _ in range(2):
        look_at(other.window, file, lambda own: kept.append(own.id))
        assert "2 steps" in other.reads()
        other.click("Keep it")
    assert kept == ["our-massage", "our-massage-2"]
    look_at(other.window, file, lambda own: kept.append(own.id))
    other.click("Leave it")
    assert len(kept) == 2


def test_a_file_that_is_none_of_ours_is_refused_in_words(walker: Walker, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text("nonsense", encoding="utf-8")
    look_at(walker.window, file, lambda _own: None)
    assert "cannot be used as a routine" in walker.reads()


def test_sides_positions_and_rounds_are_set_for_the_part(editing: Walker, qtbot: QtBot) -> None:
    add(editing, "Toe roll", "Hip-to-ankle glide")
    pick(editing, qtbot, "Sides", "All of one side first")
    pick(editing, qtbot, "Rounds of this part", "2")
    rows = editing.find("Steps", StepList)
    assert "one side first · 2 rounds" in rows.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    pick(editing, qtbot, "Move on", "When I say")
    assert editing.find("Move on", QComboBox).currentText() == "When I say"


def test_what_the_editor_keeps_passes_the_check_and_is_there_after_a_restart(
    editing: Walker, tmp_path: Path
) -> None:
    add(editing, "Toe roll")
    editing.click("Save")
    own = editing.house.own
    folder = tmp_path / "home" / "routines"
    folder.mkdir(parents=True)
    own.hand_over("our-massage", folder / "our-massage.toml")
    assert read_own_file(folder / "our-massage.toml", "x", own.shelf, {}).problems == ()
    (folder / "broken.toml").write_text("x", encoding="utf-8")
    for _ in range(2):
        with real_house(tmp_path / "home", ManualClock()) as (app, context):
            assert "our-massage" in [routine.id for routine in context.routines]
            assert context.words.routines["our-massage"].title == "Our massage"
            assert [notice.key for notice in app.notices.take()] == ["own-routine-left-out"]
        (folder / "broken.toml").write_text("y", encoding="utf-8")


def test_an_own_routine_is_changed_again(editing: Walker) -> None:
    editing.click("Save")
    editing.click("Back")
    presenter = edit_routine(editing.window, "our-massage", lambda _own: None)
    assert presenter is not None
    add(editing, "Toe roll")
    editing.click("Save")
    assert len(editing.house.own.all()) == 1
    assert edit_routine(editing.window, "nobody", lambda _own: None) is None
