"""The stroke studio: any stroke in a loop, seen any way, and the files read again when they are saved."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QSlider, QWidget
from pytestqt.qtbot import QtBot

from companion.app.paths import usual_paths
from companion.app.studio import studio_context
from companion.domain.body import Side
from companion.domain.figure.figure import drawing
from companion.paint.figure_painter import transform_for
from companion.ui.studio.canvas import Canvas, Picture
from companion.ui.studio.notice import Notice
from companion.ui.studio.overlays import Instant, written
from companion.ui.studio.state import StudioContext
from companion.ui.studio.window import StudioWindow, open_studio_window
from tests.fakes import ManualClock


@dataclass
class Author:
    """Someone in front of the studio, with a copy of the data to write in."""

    window: StudioWindow
    qtbot: QtBot
    clock: ManualClock
    data: Path

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        found = [one for one in self.window.findChildren(kind) if one.accessibleName() == name]
        assert found, f"nothing is called {name!r}"
        return found[0]

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def let_pass(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.window._tick()

    @property
    def canvas(self) -> Canvas:
        return self.window.findChildren(Canvas)[0]

    @property
    def picture(self) -> Picture:
        shown = self.canvas.picture
        assert shown is not None
        return shown

    @property
    def told(self) -> str:
        notice = self.window.findChildren(Notice)[0]
        return notice.words if notice.isVisible() else ""

    @property
    def rows(self) -> list[str]:
        found = self.find("Strokes", QListWidget)
        assert isinstance(found, QListWidget)
        return [found.item(row).text() for row in range(found.count())]

    def change(self, old: str, new: str, *, beside: bool = False) -> None:
        """Save legs.toml with a change; ``beside`` puts a new file in the old one's place, as many editors do."""
        file = self.data / "strokes" / "legs.toml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        with self.qtbot.waitSignal(self.window._watch.changed, timeout=5000):
            if beside:
                other = file.with_suffix(".new")
                other.write_text(text.replace(old, new, 1), encoding="utf-8")
                other.replace(file)
            else:
                file.write_text(text.replace(old, new, 1), encoding="utf-8")


Open = Callable[[StudioContext, Path], Author]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens the studio on a clock that stands until a test moves it."""
    windows: list[StudioWindow] = []

    def open_on(context: StudioContext, data: Path) -> Author:
        clock = ManualClock()
        window = open_studio_window(replace(context, clock=clock), "hip-to-ankle-glide")
        window._timer.stop()
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        return Author(window, qtbot, clock, data)

    yield open_on
    for window in windows:
        window.close()


@pytest.fixture(scope="module")
def shipped() -> StudioContext:
    """The shipped files, read once."""
    context = studio_context(usual_paths())
    strokes, titles = context.load(), context.titles()
    return replace(context, load=lambda: strokes, titles=lambda: titles, watched=())


@pytest.fixture
def author(opened: Open, shipped: StudioContext) -> Author:
    """Someone who only looks."""
    return opened(shipped, usual_paths().data)


@pytest.fixture
def writer(opened: Open, tmp_path: Path) -> Author:
    """Someone who writes in a copy of the files."""
    data = Path(shutil.copytree(usual_paths().data, tmp_path / "data"))
    return opened(studio_context(replace(usual_paths(tmp_path), data=data)), data)


def test_every_stroke_and_every_variant_can_be_played(author: Author) -> None:
    author.window.resize(800, 540)
    keys = [entry.key for entry in author.window._catalogue._entries]
    assert len(keys) > 60
    assert "resting-hands@chest" in keys
    for key in keys:
        author.window.choose(key)
        author.window._tick()
        assert author.canvas.accessibleName() == f"Picture: {key}"


def test_searching_narrows_the_list_and_enter_takes_the_first(author: Author) -> None:
    author.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    author.qtbot.keyClicks(author.find("Search strokes", QLineEdit), "Face circ")
    assert author.rows == ["F5  Jaw circles"]
    author.key(Qt.Key.Key_Return)
    assert author.window.windowTitle() == "Stroke studio: Jaw circles"


def test_a_search_that_finds_nothing_says_so(author: Author) -> None:
    author.qtbot.keyClicks(author.find("Search strokes", QLineEdit), "moon landing")
    assert author.rows == []
    assert author.window._catalogue._none.isVisible()


def test_a_click_in_the_list_plays_that_stroke(author: Author) -> None:
    listed = author.find("Strokes", QListWidget)
    assert isinstance(listed, QListWidget)
    item = listed.findItems("Thumb over thumb", Qt.MatchFlag.MatchContains)[0]
    listed.scrollToItem(item)
    at = listed.visualItemRect(item).center()
    author.qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert author.window.windowTitle() == "Stroke studio: Thumb over thumb"


def test_time_moves_the_picture_and_space_stops_it(author: Author) -> None:
    author.let_pass(0.0)
    author.let_pass(1.0)
    assert author.picture.t == pytest.approx(1.0)
    author.key(Qt.Key.Key_Space)
    author.let_pass(1.0)
    assert author.picture.t == pytest.approx(1.0)
    author.click("Play")
    author.let_pass(0.5)
    assert author.picture.t == pytest.approx(1.5)


def test_at_twice_the_length_time_goes_half_as_fast(author: Author) -> None:
    author.let_pass(0.0)
    slider = author.find("Pace", QSlider)
    assert isinstance(slider, QSlider)
    slider.setValue(200)
    author.let_pass(1.0)
    assert author.picture.t == pytest.approx(0.5)


def test_the_slider_goes_to_any_place_in_the_loop_and_stands_there(author: Author) -> None:
    slider = author.find("Place in the loop", QSlider)
    assert isinstance(slider, QSlider)
    slider.setValue(250)
    author.let_pass(1.0)
    assert author.picture.t == pytest.approx(2.0)  # a quarter of two glides of four seconds
    author.key(Qt.Key.Key_Right)
    assert author.picture.t == pytest.approx(2.0 + 1 / 30)


def test_arrows_go_picture_by_picture_round_the_loop(author: Author) -> None:
    author.key(Qt.Key.Key_Left)
    assert author.picture.t == pytest.approx(8.0 - 1 / 30)
    author.click("One picture on")
    assert author.picture.t == pytest.approx(0.0, abs=1e-6) or author.picture.t == pytest.approx(8.0)


def test_side_view_hand_and_tones_are_the_pictures(author: Author) -> None:
    for name in ("Baby’s side: Left", "Seen from: Facing", "Drawn: Left-handed", "Drawn: Mirrored"):
        author.click(name)
    author.click("Baby’s skin tone 6")
    author.click("Caregiver’s skin tone 1")
    shown = author.picture
    assert shown.side is Side.LEFT
    assert (shown.view.facing, shown.view.left_handed, shown.view.mirrored) == (True, True, True)
    assert shown.tones == (6, 1)
    author.key(Qt.Key.Key_S)
    assert author.picture.side is Side.RIGHT


@pytest.mark.parametrize(
    "name", ["Show: Landmarks", "Show: No-go zones", "Show: Ways of the hands", "Show: Path"]
)
def test_each_overlay_is_seen(author: Author, name: str) -> None:
    before = author.canvas.grab().toImage()
    author.click(name)
    assert author.canvas.grab().toImage() != before


def test_the_share_of_a_limb_under_the_pointer_tells_its_name(author: Author) -> None:
    author.click("Show: Landmarks")
    canvas, shown = author.canvas, author.picture
    drawn = drawing(shown.choreography, shown.side, shown.t, period=shown.period, view=shown.view)
    place = Instant(shown.choreography, shown.side, 0.0).names()["leg.S@0.75"]
    before = canvas.grab().toImage()
    at = transform_for(drawn, QRectF(canvas.rect())).map(QPointF(*place))
    author.qtbot.mouseMove(canvas, at.toPoint())
    assert canvas.grab().toImage() != before
    author.qtbot.mouseMove(canvas, QPoint(2, 2))
    assert canvas.grab().toImage() == before


def test_landmarks_are_named_as_a_data_file_writes_them() -> None:
    assert written("knee.right", Side.RIGHT) == "knee.S"
    assert written("knee.right", Side.LEFT) == "knee.O"
    assert written("navel", Side.LEFT) == "navel"


def test_at_night_the_window_is_dark_too(author: Author) -> None:
    before = author.window.grab().toImage().pixelColor(4, 4).lightness()
    author.click("Light: Night")
    assert author.window.grab().toImage().pixelColor(4, 4).lightness() < before / 3


def test_a_saved_file_is_read_again_however_the_editor_saves(writer: Author) -> None:
    before = writer.picture.choreography
    writer.change('pose = "offered-leg"', 'pose = "relaxed"', beside=True)
    assert writer.picture.choreography.pose == "relaxed"
    writer.change('pose = "relaxed"', 'pose = "tucked"', beside=True)
    assert writer.picture.choreography.pose == "tucked"
    writer.change('pose = "tucked"', 'pose = "offered-leg"')
    assert writer.picture.choreography == before
    assert writer.told == ""


def test_a_mistake_is_told_with_file_and_line_while_the_last_drawing_stays(writer: Author) -> None:
    before = writer.picture
    file = (writer.data / "strokes" / "legs.toml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(file, start=1) if "leg.S@0.28" in text)
    writer.change('"leg.S@0.28"', '"lag.S@0.28"')
    assert f"data/strokes/legs.toml, line {line}:" in writer.told
    assert "lag.S@0.28" in writer.told
    assert writer.picture == before
    writer.change('"lag.S@0.28"', '"leg.S@0.28"')
    assert writer.told == ""


def test_a_stroke_that_is_taken_out_of_the_files_stays_in_the_picture(writer: Author) -> None:
    writer.change("[hip-to-ankle-glide", "[hip-to-ankle")
    assert writer.picture.choreography is not None
    assert writer.told
