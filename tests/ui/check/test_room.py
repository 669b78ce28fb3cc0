"""The pages between Begin and play keep their room: small windows, large type, words that are 40 % longer."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from companion.domain.differences import Topic
from companion.domain.family import Caregiver
from companion.domain.safety_words import SafetyWords
from companion.domain.settings import Settings
from companion.ui.check.different import DifferentPage
from companion.ui.check.first import FirstPage
from companion.ui.check.plan import PlanPage
from companion.ui.check.verdict import VerdictPage
from companion.ui.context import UiContext
from companion.ui.start import Start
from companion.ui.widgets.tick import TickLine
from tests.fakes import MemoryFamilies, MemorySettings
from tests.ui.conftest import OpenHouse
from tests.ui.house import House, a_baby, family_of, library, safety_words
from tests.ui.test_layout import StretchedHouse, outside, overlapping, squeezed, stretched, stretcher
from tests.ui.walker import Walker

__all__ = ["stretcher"]
TARGET = 44


def longer(words: SafetyWords) -> SafetyWords:
    return replace(
        words,
        lines={key: stretched(text) for key, text in words.lines.items()},
        abouts={key: text if "{" in text else stretched(text) for key, text in words.abouts.items()},
        questions={
            key: replace(told, answers={name: stretched(text) for name, text in told.answers.items()})
            for key, told in words.questions.items()
        },
    )


class LongWinded(StretchedHouse):
    def context(self) -> UiContext:
        context = super().context()
        told = library().words.phrases
        phrases = {
            key: told[key] if key.endswith(".about") else text for key, text in context.words.phrases.items()
        }  # a third of a long sentence more would be one long word there
        words = replace(context.words, phrases=phrases)
        return replace(context, words=words, safety_words=lambda: longer(safety_words()))


def big_family() -> MemoryFamilies:
    families = family_of(a_baby(weeks=20, navel_healed="no"), a_baby("Noah", 20))
    families.keep_caregiver(Caregiver("ana", "Ana"))
    families.keep_caregiver(Caregiver("sam", "Sam"))
    return families


def settled(walker: Walker) -> None:
    for _ in range(3):
        QApplication.processEvents()


def pages(walker: Walker) -> Iterator[type[QWidget]]:
    """Every page once, with all that it can hold."""
    window = walker.window
    window.begin(Start("full-body"))
    yield FirstPage
    press(walker, 1)
    for topic in Topic:
        tick(walker, walker.window.context.safety_words().lines[f"different.{topic}"])
    yield DifferentPage
    press(walker, 0)
    yield VerdictPage
    press(walker, 1)
    yield FirstPage
    press(walker, 0)
    yield PlanPage
    window.begin(Start("evening-legs"))
    press(walker, 0)
    yield VerdictPage
    window.begin(Start("full-body", doll=True))
    yield PlanPage


def ways(walker: Walker) -> list[QAbstractButton]:
    """The buttons at the foot of the page, in order."""
    found = [
        button
        for button in walker.window.findChildren(QAbstractButton)
        if button.isVisible() and button.property("tall")
    ]
    return sorted(found, key=lambda button: (button.y(), button.x()))


def press(walker: Walker, number: int) -> None:
    settled(walker)
    ways(walker)[number].click()


def tick(walker: Walker, words: str) -> None:
    settled(walker)
    walker.find(words, TickLine).click()


@pytest.mark.parametrize(
    ("kind", "scale", "size"),
    [
        (House, 1.5, (1024, 600)),
        (LongWinded, 1.0, (1024, 600)),
    ],
)
def test_nothing_is_cut_off_covered_nameless_or_too_small(
    open_house: OpenHouse,
    request: pytest.FixtureRequest,
    kind: type[House],
    scale: float,
    size: tuple[int, int],
) -> None:
    if kind is LongWinded:
        request.getfixturevalue("stretcher")
    walker = open_house(kind(settings=MemorySettings(Settings(text_scale=scale)), families=big_family()))
    walker.window.resize(*size)
    for where in pages(walker):
        settled(walker)
        window = walker.window
        assert type(window.over.currentWidget()) is where
        wrong = outside(window) + squeezed(window) + overlapping(window)
        wrong += [
            f"{button.accessibleName()!r}: {button.height()}"
            for button in window.findChildren(QAbstractButton)
            if button.isVisible() and (button.height() < TARGET or not button.accessibleName())
        ]
        for area in window.findChildren(QScrollArea):
            inside, room = area.widget(), area.viewport()
            if area.isVisible() and inside and room and inside.width() > room.width():
                wrong.append(f"{inside.width()} in {room.width()}")
        assert not wrong, f"{where}: {wrong}"
