"""What the family sees and what the presenter sees, by clicks; displays come and go; nothing of it is lost."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from companion.domain.demonstration import Show, begin, of_strokes
from companion.domain.errors import CompanionError
from companion.domain.settings import ThemeChoice
from companion.ui.stage_show.audience import WordsPanel, words_room
from companion.ui.stage_show.displays import HERE
from companion.ui.stage_show.view import ShowComposer, clock_words
from tests.ui.clinic.conftest import OpenClinic
from tests.ui.clinic.show import Therapist


def test_an_area_is_shown_with_points_mistakes_safety_and_a_question(therapist: Therapist) -> None:
    therapist.begin("What do you want to show?: One area", "Area: Tummy")
    therapist.key(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    words = therapist.walker.reads()
    assert "Sun and moon" in words
    assert "Up on baby’s right, across, down on baby’s left." in words
    assert "it is always clockwise" in words
    assert "Wait until the navel is dry and healed." in words
    assert "Which side of baby do you come down on?" in words
    assert "Next: I Love You" in words


def test_a_basket_holds_what_was_tapped(alone: Therapist) -> None:
    alone.walker.click("What do you want to show?: Single strokes")
    assert not alone.walker.find("Begin demonstration").isEnabled()
    alone.begin("Legs & feet: Toe roll", "Back: Combing")
    assert [item.stroke for item in alone.show.basket] == ["toe-roll", "combing"]


def test_the_family_sees_title_line_and_direction_and_nothing_else(therapist: Therapist) -> None:
    therapist.begin("What do you want to show?: One area", "Area: Legs & feet")
    told = therapist.family.view.panel.accessibleName()
    assert told.startswith("Hip-to-ankle glide. Hold the ankle.")
    assert told.endswith("From hip to ankle")
    assert "tickle" not in told


SIZES = ((1920, 1080), (3840, 2160), (1280, 720), (1024, 768), (1080, 1920))


def test_the_line_can_be_read_from_four_metres(alone: Therapist) -> None:
    """Type of a 27th of the height is 25 mm high on a 55 inch display: 21 minutes of arc at 4 m."""
    context = alone.walker.window.context
    composer = ShowComposer(context.words, context.strokes, context.clinic.teaching())
    for width, height in SIZES:
        panel = WordsPanel(alone.walker.window.look)
        panel.resize(words_room(QSize(width, height)).size())
        for item in of_strokes(context.strokes, context.strokes):
            panel.put(composer.view(begin((item,), 0.0), 0.0).card.family)
            assert panel.line_pixels() >= min(width, height) / 27, (item.words, width, height)


def test_no_frame_between_two_strokes_is_empty(therapist: Therapist) -> None:
    therapist.begin()
    for _ in range(4):
        therapist.director._prepare()
        therapist.director.act(Show.NEXT)
        image = therapist.family.view.figure.grab().toImage()
        middle = {image.pixel(image.width() // 2, y) for y in range(0, image.height(), 7)}
        assert len(middle) > 3, therapist.show.item.words


def test_the_next_picture_is_painted_ahead(therapist: Therapist) -> None:
    therapist.begin()
    therapist.director._prepare()
    figure = therapist.family.view.figure
    ahead = figure._kept[-1]
    therapist.key(Qt.Key.Key_PageDown)
    figure.grab()
    assert ahead in figure._kept, "it was used as it was"


def test_the_mouse_of_the_presenter_is_a_light_for_the_family(therapist: Therapist, qtbot: QtBot) -> None:
    therapist.begin()
    small, large = therapist.director.screen.presenter.figure, therapist.family.view.figure
    before = large.grab().toImage()
    qtbot.mouseMove(small, QPoint(small.width() // 2, small.height() // 2))
    spot = therapist.show.spot
    assert spot is not None
    assert (small.place_of(spot) - small.rect().center()).manhattanLength() < 4
    assert (large.place_of(spot) - large.rect().center()).manhattanLength() < 4
    assert large.grab().toImage() != before
    therapist.director._point(None)
    assert therapist.show.spot is None


def test_frozen_the_pictures_stand_still(therapist: Therapist) -> None:
    therapist.begin("What do you want to show?: One area", "Area: Legs & feet")
    therapist.walker.let_pass(1.0)
    therapist.walker.click("Freeze")
    first = therapist.family.view.figure.grab().toImage()
    therapist.walker.let_pass(1.3)
    therapist.director.tick()
    assert therapist.family.view.figure.grab().toImage() == first
    therapist.walker.click("Go on")
    therapist.walker.let_pass(1.3)
    therapist.director.tick()
    assert therapist.family.view.figure.grab().toImage() != first


def test_strokes_of_the_tummy_are_never_mirrored(therapist: Therapist) -> None:
    therapist.begin("What do you want to show?: One area", "Area: Tummy")
    therapist.director._go_to(3)
    plain = therapist.family.view.figure.grab().toImage()
    therapist.director.act(Show.FREEZE)
    therapist.key(Qt.Key.Key_M)
    assert therapist.family.view.figure.grab().toImage() == plain
    assert therapist.walker.sees("Frozen. Not mirrored: this stroke has one direction.")
    assert not therapist.walker.find("Mirror").isEnabled()


def test_the_clock_is_started_by_hand_and_counts_down(therapist: Therapist) -> None:
    therapist.begin("Time: 5 min")
    assert "5:00 left" in therapist.walker.reads()
    therapist.walker.click("Start clock")
    therapist.walker.let_pass(65)
    therapist.director.tick()
    assert "1:05" in therapist.walker.reads()
    assert "3:55 left" in therapist.walker.reads()
    therapist.walker.let_pass(300)
    therapist.director.tick()
    assert "1:05 over" in therapist.walker.reads()
    assert clock_words(-12) == "+0:12"


def test_a_display_that_is_pulled_out_leaves_the_demonstration_here(therapist: Therapist) -> None:
    therapist.begin()
    therapist.key(Qt.Key.Key_PageDown)
    therapist.plugs.plug(plugged=False)
    assert therapist.director.family.window is None
    assert therapist.director.screen.is_one_screen
    assert therapist.show.at == 1
    therapist.key(Qt.Key.Key_PageDown)
    therapist.plugs.plug(plugged=True)
    assert therapist.family.isVisible()
    assert therapist.family.view.panel.accessibleName().startswith("Resting hands on legs")
    assert not therapist.director.screen.is_one_screen


def test_one_display_is_shared_and_the_strip_has_what_is_needed(alone: Therapist) -> None:
    alone.begin()
    assert alone.director.screen.is_one_screen
    alone.walker.click("Next")
    assert alone.show.at == 1
    alone.walker.click("Darken")
    assert alone.director.screen.one_screen.family.is_blank
    alone.walker.click("Light up")
    alone.walker.click("Hints")
    assert "KEEP IT SAFE" in alone.walker.reads()
    alone.key(Qt.Key.Key_PageDown)
    assert alone.show.at == 2, "the hints leave the keys alone"
    alone.walker.click("Back to the clinic")
    assert alone.place.director is None


def test_the_family_can_be_asked_to_look_here_and_that_is_remembered(therapist: Therapist) -> None:
    therapist.begin()
    therapist.key(Qt.Key.Key_D)
    therapist.walker.click("Display: At this window")
    assert therapist.director.screen.is_one_screen
    assert therapist.walker.house.settings.load().audience == HERE


def test_the_familys_window_takes_neither_focus_nor_keys(therapist: Therapist) -> None:
    therapist.begin()
    family = therapist.family
    assert family.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert family.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not family.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    press = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(family, press)
    assert therapist.show.at == 1, "a key that reaches it all the same is the presenter's"
    therapist.walker.let_pass(0.3)
    leave = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(family, leave)
    assert therapist.place.director is None


def test_leaving_keeps_place_clock_and_notes(therapist: Therapist) -> None:
    therapist.begin()
    therapist.key(Qt.Key.Key_PageDown, Qt.Key.Key_T)
    therapist.walker.let_pass(30)
    therapist.walker.find("Notes", QPlainTextEdit).setPlainText("Left hand slower")
    therapist.key(Qt.Key.Key_Escape)
    assert not therapist.plugs.is_heard
    therapist.walker.let_pass(500)
    assert "First massage · stroke 2 of 12" in therapist.walker.reads()
    therapist.walker.click("Carry on")
    assert therapist.show.at == 1
    assert 30 <= therapist.show.elapsed(therapist.director._clock.now()) < 32
    assert therapist.walker.find("Notes", QPlainTextEdit).toPlainText() == "Left hand slower"


def test_notes_are_copied_and_saved(therapist: Therapist, tmp_path: Path) -> None:
    therapist.begin()
    therapist.walker.find("Notes", QPlainTextEdit).setPlainText("Slower at the knee")
    therapist.director.screen.presenter.notes.copied.emit()
    assert QGuiApplication.clipboard().text() == "Slower at the knee"
    therapist.director._notes.save(tmp_path / "notes.txt")
    told = (tmp_path / "notes.txt").read_text("utf-8")
    assert told.startswith("First massage\n")
    assert "Slower at the knee" in told


def test_notes_that_cannot_be_saved_are_told(therapist: Therapist, tmp_path: Path) -> None:
    therapist.begin()
    therapist.director._notes.save(tmp_path / "nowhere" / "notes.txt")
    assert "notes.txt" in therapist.walker.reads()


def test_one_can_go_to_any_stroke(therapist: Therapist) -> None:
    therapist.begin()
    therapist.walker.click("Strokes")
    therapist.walker.click("Stroke: 7  Leg sweep")
    assert therapist.show.item.stroke == "leg-sweep"


def test_the_familys_window_changes_to_night_with_the_presenters(therapist: Therapist) -> None:
    therapist.begin()
    corner = therapist.family.view.panel.grab().toImage().pixelColor(3, 3)
    window = therapist.walker.window
    window.wear(replace(window.context.settings.load(), theme=ThemeChoice.NIGHT))
    therapist.director.tick()
    night = QColor(window.look.theme.page)
    assert corner != night
    assert therapist.family.view.panel.grab().toImage().pixelColor(3, 3) == night
    figure = therapist.family.view.figure.grab().toImage()
    assert figure.pixelColor(3, figure.height() // 2) == therapist.family.view.figure._artist.ground()


def test_displays_stay_awake_as_long_as_somebody_demonstrates(alone: Therapist) -> None:
    awake = alone.walker.house.wakefulness
    alone.begin()
    assert awake.held
    alone.key(Qt.Key.Key_Escape)
    assert not awake.held


def test_closing_the_window_takes_the_familys_along(therapist: Therapist) -> None:
    therapist.begin()
    family = therapist.family
    therapist.walker.window.close()
    assert not family.isVisible()


def test_broken_teaching_words_refuse_with_a_sentence(open_clinic: OpenClinic) -> None:
    who = open_clinic(False)

    def broken() -> None:
        raise CompanionError("content-broken", file="teaching.toml", where="toe-roll", what="missing")

    object.__setattr__(who.place._shell.context.clinic, "teaching", broken)
    who.begin()
    assert who.place.director is None
    assert "teaching.toml" in who.walker.reads()
