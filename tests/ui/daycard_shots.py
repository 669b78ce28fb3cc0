"""Saves pictures of day card and numbers: python -m tests.ui.daycard_shots FOLDER [WxH] [SCALE] [THEME] [COUNT]."""

import random
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QScrollArea

from companion.app.wiring import App
from companion.domain.day_card import DayCard, Doing, Stool
from companion.domain.settings import Settings
from companion.ui.main_window import MainWindow, open_window
from companion.ui.places import Page
from tests.fakes import ManualClock
from tests.ui.diary_shots import EVENING, fill, press, settle
from tests.ui.photo_order import ordered
from tests.ui.real_house import real_house


def a_day(baby: str, number: int, chance: random.Random) -> DayCard:
    """A day as a tired parent draws it."""
    card = DayCard(baby, EVENING.date() - timedelta(days=number)).drawn(0, 95, Doing.SLEEP)
    at = chance.randrange(24, 30)
    while at < 84:
        for doing, most in ((Doing.FEEDING, 3), (Doing.CONTENT, 8), (Doing.FUSSING, 3), (Doing.CRYING, 4)):
            last = at + chance.randrange(most)
            card = card.drawn(at, last, doing)
            at = last + 1
        at += chance.randrange(4, 10)
    if number == 0:
        card = card.drawn(74, 95, Doing.UNKNOWN)
    return replace(
        card,
        stools=(Stool.FORMED, Stool.LOOSE, Stool.FORMED),
        tummy_minutes=chance.randrange(30),
        wakes=chance.randrange(4),
        feeding="Short feeds in the evening." if number == 0 else "",
    )


def fill_days(app: App, days: int) -> None:
    """So many days, some left out."""
    chance = random.Random(5)
    for number in range(days):
        if number == 0 or chance.random() < 0.85:
            app.day_cards.keep_card(a_day("mila", number, chance))


def pictures(window: MainWindow, folder: Path) -> None:
    """Each page of the diary that is ours, from its top to its end."""
    for title, name in (("Day card", "day-card"), ("Pictures", "pictures")):
        window.go(Page.DIARY)
        settle(window)
        try:
            press(window, f"Diary: {title}")
        except LookupError:
            continue
        settle(window)
        bars = [area.verticalScrollBar() for area in window.findChildren(QScrollArea) if area.isVisible()]
        step = max(1, max((bar.pageStep() for bar in bars), default=1) - 60)
        end = max((bar.maximum() for bar in bars), default=0)
        for number, at in enumerate(range(0, end + step, step)):
            for bar in bars:
                bar.setValue(at)
            settle(window)
            window.grab().save(str(folder / f"{name}-{number}.png"))


def main() -> None:
    order = ordered()
    sessions = int(sys.argv[5]) if len(sys.argv) > 5 else 60
    qt = QApplication([])
    with (
        tempfile.TemporaryDirectory() as home,
        real_house(Path(home), ManualClock(wall=EVENING)) as (app, context),
    ):
        if sessions:
            fill(app, sessions)
            fill_days(app, min(sessions, 365))
        app.settings.save(Settings(text_scale=order.scale, theme=order.theme))
        window = open_window(context)
        window.resize(*order.size)
        window.show()
        pictures(window, order.folder)
    qt.quit()


if __name__ == "__main__":
    main()
