"""Nothing is cut off: small windows, large type, and words that are 40 % longer."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from companion.domain.settings import Settings
from companion.domain.words import StrokeWords, Words
from companion.ui.actions import Press
from companion.ui.context import UiContext
from companion.ui.places import PLACES, Page
from tests.fakes import MemorySettings
from tests.ui.conftest import OpenHouse
from tests.ui.house import House
from tests.ui.walker import Walker

SIZES = [(1024, 600), (1280, 800), (1920, 1080)]
PLAYER_TARGET, TARGET = 64, 44


class Stretcher(QTranslator):
    """A language whose words are 40 % longer."""

    def translate(  # pyright: ignore
        self, context: str, source_text: str, disambiguation: str = "", n: int = -1
    ) -> str:
        return stretched(source_text)

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def stretched(text: str) -> str:
    return text + "x" * round(len(text) * 0.4)


def stretched_words(words: Words) -> Words:
    def longer(told: StrokeWords) -> StrokeWords:
        return replace(
            told, title=stretched(told.title), line=stretched(told.line), alias=stretched(told.alias)
        )

    return replace(
        words,
        strokes={key: longer(told) for key, told in words.strokes.items()},
        phrases={
            key: text if "{" in text or key.startswith("say.") else stretched(text)
            for key, text in words.phrases.items()
        },
    )


class StretchedHouse(House):
    def context(self) -> UiContext:
        plain = super().context()
        return replace(plain, words=stretched_words(plain.words))


@pytest.fixture
def stretcher(qapp: QApplication) -> Iterator[None]:
    translator = Stretcher()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def outside(window: QWidget) -> list[str]:
    """Visible buttons that reach out of the window or of what holds them."""
    found: list[str] = []
    for button in window.findChildren(QAbstractButton):
        holder = button.parentWidget()
        if not button.isVisible() or holder is None:
            continue
        if not holder.rect().contains(button.geometry()):
            found.append(f"{button.accessibleName()}: {button.geometry()} in {holder.rect()}")
    return found


def squeezed(window: QWidget) -> list[str]:
    """Visible buttons with less room than their words need."""
    return [
        f"{button.text()}: {button.width()} of {needed(button)}"
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.width() < needed(button)
    ]


def needed(button: QPushButton) -> int:
    icon = button.iconSize().width() + 4 if not button.icon().isNull() else 0
    return button.fontMetrics().horizontalAdvance(button.text()) + icon


def overlapping(window: QWidget) -> list[str]:
    """Visible buttons of one holder that lie on each other."""
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    return [
        f"{one.text()} and {other.text()}"
        for at, one in enumerate(buttons)
        for other in buttons[at + 1 :]
        if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry())
    ]


def stages_of_a_walk(walker: Walker) -> Iterator[str]:
    """Every screen of the walk, one after the other."""
    window = walker.window
    for page in PLACES:
        window.go(page)
        yield page.name
    window.go(Page.TODAY)
    window.play(lambda: walker.house.start_session("first-massage"))
    yield "lead-in"
    walker.reach_step(0, into=2.0)
    yield "asking"
    walker.reach_step(3, into=5.0)
    yield "playing"
    walker.presenter.act(Press.TOGGLE)
    yield "paused"
    walker.presenter.act(Press.TOGGLE)
    for press in (Press.ADJUST, Press.HELP, Press.KEYS, Press.FINISH):
        walker.presenter.act(press)
        yield press.name
        walker.presenter.act(Press.CLOSE)
    walker.presenter.act(Press.SAYS_NO)
    yield "resting"
    walker.presenter.act(Press.ANOTHER_AREA)
    yield "areas"
    walker.presenter.act(Press.FINISH_KINDLY)
    yield "wrap-up"


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
def test_no_button_is_cut_off_or_covered(open_house: OpenHouse, size: tuple[int, int], scale: float) -> None:
    walker = open_house(House(settings=MemorySettings(Settings(text_scale=scale))))
    walker.window.resize(*size)
    for where in stages_of_a_walk(walker):
        QApplication.processEvents()
        QApplication.processEvents()
        wrong = outside(walker.window) + squeezed(walker.window) + overlapping(walker.window)
        assert not wrong, f"{where}: {wrong}"


@pytest.mark.parametrize("size", SIZES)
def test_words_that_are_longer_find_room(
    open_house: OpenHouse, stretcher: None, size: tuple[int, int]
) -> None:
    walker = open_house(StretchedHouse())
    walker.window.resize(*size)
    for where in stages_of_a_walk(walker):
        QApplication.processEvents()
        QApplication.processEvents()
        wrong = outside(walker.window) + squeezed(walker.window) + overlapping(walker.window)
        assert not wrong, f"{where}: {wrong}"


def test_what_is_touched_is_large_enough(walker: Walker) -> None:
    walker.window.resize(1024, 600)
    for where in stages_of_a_walk(walker):
        QApplication.processEvents()
        in_play = walker.window._flow.player is not None
        covered = where in {Press.ADJUST.name, Press.HELP.name, Press.KEYS.name}
        least = PLAYER_TARGET if in_play and not covered else TARGET
        small = [
            f"{button.accessibleName()}: {button.height()}"
            for button in walker.window.findChildren(QAbstractButton)
            if button.isVisible() and button.accessibleName() != "Close" and button.height() < least
        ]
        if covered:
            small = [one for one in small if int(one.rsplit(" ", 1)[1]) < TARGET]
        assert not small, f"{where}: {small}"


def test_everything_that_can_be_pressed_has_a_name(walker: Walker) -> None:
    for where in stages_of_a_walk(walker):
        nameless = [
            button
            for button in walker.window.findChildren(QAbstractButton)
            if button.isVisible() and not button.accessibleName()
        ]
        assert not nameless, where


def test_the_least_window_is_as_small_as_it_says(house: House, open_house: OpenHouse) -> None:
    walker = open_house(house)
    walker.window.resize(800, 540)
    assert (walker.window.width(), walker.window.height()) == (800, 540)


def test_places_are_made_when_they_are_first_wanted(walker: Walker) -> None:
    assert list(walker.window._made) == [Page.TODAY]
    walker.click("Routines")
    assert list(walker.window._made) == [Page.TODAY, Page.ROUTINES]
