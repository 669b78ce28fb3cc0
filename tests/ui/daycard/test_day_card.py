"""A day is drawn with a finger or with keys, kept at once, and taken back; nothing that was told is lost."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from companion.domain.day_card import DayCard, Doing, Stool
from companion.ui.daycard.strip import DayStrip
from companion.ui.places import Page
from tests.ui.diary.reader import EVENING, Reader

TODAY = EVENING.date()
YESTERDAY = date(2026, 11, 18)
STRIP = "The day in quarters of an hour"


def card(reader: Reader, baby: str = "mila", day: date = TODAY) -> DayCard:
    return reader.app.day_cards.card(baby, day)


def strip(reader: Reader) -> DayStrip:
    return reader.find(STRIP, DayStrip)


def drag(reader: Reader, first: int, last: int) -> None:
    """Draw from one quarter of an hour to another with the mouse."""
    shown, left = strip(reader), Qt.MouseButton.LeftButton
    begin, end = (shown._box(at, at).center().toPoint() for at in (first, last))
    QTest.mousePress(shown, left, pos=begin)
    QTest.mouseMove(shown, end)
    QTest.mouseRelease(shown, left, pos=end)
    QApplication.processEvents()


def test_a_drag_over_the_hours_is_kept_at_once(reader: Reader) -> None:
    reader.family().open("Day card").click("Draw with: Sleep")
    drag(reader, 20, 51)
    drawn = card(reader)
    assert drawn.minutes(Doing.SLEEP) == 32 * 15
    assert drawn.blocks[19] is Doing.UNKNOWN
    assert "Sleep 8 h" in reader.reads()


def test_a_drag_never_reaches_the_hours_to_come(reader: Reader) -> None:
    reader.family().open("Day card")
    drag(reader, 70, 95)
    assert card(reader).minutes(Doing.CRYING) == 5 * 15
    reader.click("The day before")
    drag(reader, 90, 95)
    assert card(reader, day=YESTERDAY).minutes(Doing.CRYING) == 6 * 15


def test_keys_draw_a_stretch_and_wipe_it_out(reader: Reader) -> None:
    reader.family().open("Day card")
    shown = strip(reader)
    shown.setFocus()
    reader.press(Qt.Key.Key_Home, shown).press(Qt.Key.Key_Up, shown)
    reader.press(Qt.Key.Key_Right, shown, Qt.KeyboardModifier.ShiftModifier)
    reader.press(Qt.Key.Key_4, shown).press(Qt.Key.Key_Return, shown)
    drawn = card(reader)
    assert (drawn.minutes(Doing.FUSSING), drawn.minutes(Doing.CRYING)) == (30, 15)
    reader.press(Qt.Key.Key_Left, shown).press(Qt.Key.Key_0, shown)
    assert card(reader).minutes(Doing.CRYING) == 0


def test_the_strip_says_in_words_what_it_shows(reader: Reader) -> None:
    reader.family().app.day_cards.keep_card(DayCard("mila", TODAY).drawn(4, 7, Doing.FEEDING))
    reader.open("Day card")
    assert "1:00\u202fAM – 2:00\u202fAM Feeding" in strip(reader).accessibleDescription()


def test_what_was_drawn_is_taken_back_step_by_step(reader: Reader) -> None:
    reader.family().open("Day card")
    drag(reader, 0, 3)
    drag(reader, 8, 9)
    reader.undo()
    assert card(reader).minutes(Doing.CRYING) == 60
    reader.click("Undo the last change")
    assert not card(reader).is_drawn
    assert not reader.sees("Undo the last change")


def test_undo_leads_back_to_the_day_that_was_changed(reader: Reader) -> None:
    reader.family().open("Day card").click("The day before")
    drag(reader, 0, 3)
    reader.click("Go to today").click("Whose day: Noah").click("Undo the last change")
    assert "Wednesday, November 18, 2026" in reader.reads()
    assert not card(reader, day=YESTERDAY).is_drawn


def test_each_baby_has_days_of_its_own(reader: Reader) -> None:
    reader.family().open("Day card").click("Whose day: Noah")
    drag(reader, 0, 3)
    assert card(reader, "noah").is_drawn
    assert not card(reader, "mila").is_drawn


def test_stools_are_told_in_words_none_or_not_at_all(reader: Reader) -> None:
    reader.family().open("Day card").click("No stool this day")
    assert card(reader).stools == ()
    reader.click("One more: Loose").click("One more: Loose").click("One more: Hard")
    assert card(reader).stools == (Stool.LOOSE, Stool.LOOSE, Stool.HARD)
    assert "Hard × 1 · Loose × 2" in reader.reads()
    reader.click("Say nothing about stools")
    assert card(reader).stools is None


def test_tummy_time_and_wakes_are_counted_and_may_stay_unsaid(reader: Reader) -> None:
    reader.family().open("Day card")
    reader.click("Tummy time: more").click("Tummy time: more").click("Awake at night: more")
    assert (card(reader).tummy_minutes, card(reader).wakes) == (1, 0)
    reader.click("Awake at night: less")
    assert card(reader).wakes is None


def test_each_letter_of_the_feeding_notes_is_kept_and_they_are_one_step_back(reader: Reader) -> None:
    reader.family().open("Day card").click("Tummy time: more")
    written = reader.find("Feeding notes", QPlainTextEdit)
    QTest.keyClicks(written, "At 6: short")
    assert card(reader).feeding == "At 6: short"
    reader.click("Undo the last change")
    assert (card(reader).feeding, card(reader).tummy_minutes) == ("", 0)
    assert written.toPlainText() == ""


def test_the_first_seven_days_are_told_beside_this_one(reader: Reader) -> None:
    reader.family()
    for number in range(1, 7):
        drawn = DayCard("mila", date(2026, 11, number)).drawn(0, 3, Doing.CRYING)
        reader.app.day_cards.keep_card(drawn)
    reader.open("Day card")
    assert "Shown once 7 days are drawn. So far: 6." in reader.reads()
    drag(reader, 0, 10)
    assert "1 h 15 min a day over the first seven days. This day: 2 h 45 min." in reader.reads()


def test_without_a_baby_the_page_leads_to_one(reader: Reader) -> None:
    reader.open("Day card").click("To your baby")
    assert reader.window._screens.currentWidget() is reader.window._made[Page.BABY]


def test_a_press_on_one_quarter_draws_that_one_alone(reader: Reader) -> None:
    reader.family().open("Day card")
    place = strip(reader)._box(30, 30).center().toPoint()
    QTest.mouseClick(strip(reader), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert [at for at, doing in enumerate(card(reader).blocks) if doing is Doing.CRYING] == [30]
