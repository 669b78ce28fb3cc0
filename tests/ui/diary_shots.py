"""Saves pictures of the diary: python -m tests.ui.diary_shots FOLDER [WxH] [TEXT SCALE] [day|night] [SESSIONS]."""

import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from companion.app.wiring import App
from companion.domain.baby import Answer, BabyProfile
from companion.domain.events import (
    Cue,
    CueNoted,
    CueSeen,
    Event,
    MomentBegan,
    RestBegan,
    RestEnded,
    StopReason,
)
from companion.domain.family import Baby, Caregiver
from companion.domain.occasion import Occasion
from companion.domain.plan import compile_plan
from companion.domain.session import BabyState, Position, Reflection, SessionStatus, StepDone
from companion.domain.settings import Settings
from companion.domain.timeline import build
from companion.services.entries import as_planned, correct_reflection
from companion.ui.main_window import MainWindow, open_window
from companion.ui.places import Page
from companion.ui.widgets.portrait import PortraitWidget
from tests.fakes import ManualClock
from tests.ui.photo_order import ordered
from tests.ui.real_house import real_house

EVENING = datetime.fromisoformat("2026-11-19T18:40:00+00:00")
NOTES = (
    "Loved the legs.",
    "Fell asleep on my chest.",
    "",
    "",
    "Tummy was tight: ask about the sun and moon.",
    "",
)
ROUTINES = ("first-massage", "bedtime", "tummy-comfort", "face")


def some_events(app: App, routine: str) -> tuple[Event, ...]:
    """What the journal has of a session: its steps, a few cues, a rest."""
    plan = compile_plan(app.library.routines[routine], app.library.strokes)
    timeline = build(plan)
    began = [MomentBegan(moment.start, number) for number, moment in enumerate(timeline.moments)]
    third, late = timeline.moment_at(timeline.length / 3), timeline.moment_at(timeline.length * 0.7)
    told: list[Event] = [
        CueNoted(timeline.length / 3, third, Cue.ENJOYING),
        CueSeen(timeline.length * 0.42, third, "coos"),
        CueSeen(timeline.length * 0.7, late, "looks-away"),
        RestBegan(timeline.length * 0.71, late),
        RestEnded(timeline.length * 0.78, late),
    ]
    return tuple(sorted([*began, *told], key=lambda event: event.at))


def add_session(app: App, name: str, at: datetime, routine: str, chance: random.Random) -> None:
    """A session of a routine; every fifth was ended by the baby."""
    plan = compile_plan(app.library.routines[routine], app.library.strokes)
    stopped = chance.random() < 0.2
    done = as_planned(plan)
    if stopped:
        done = tuple(_cut(step, len(done) * 2 // 3) for step in done)
    journal, elapsed = app.ports.journal, build(plan).length
    over = at + timedelta(seconds=elapsed)
    practice = chance.random() < 0.08
    journal.begin(name, plan, at, Occasion("mila", chance.choice(("ana", "ben")), practice))
    journal.append(name, some_events(app, routine), Position(0, 0.0), over)
    reason = StopReason.BABY_SAID_NO if stopped else None
    status = SessionStatus.STOPPED if stopped else SessionStatus.FINISHED
    journal.end(name, status, reason, done, elapsed, over)
    before, after = chance.choice(((4, 3), (5, 4), (6, 4), (4, 1)))
    note = chance.choice(NOTES)
    app.diary.reflect(
        name, Reflection(BabyState(before), BabyState(after), note, chance.randrange(5), "", Answer.YES, 7)
    )


def _cut(step: StepDone, reached: int) -> StepDone:
    from companion.domain.events import Outcome

    if step.index < reached:
        return step
    outcome = Outcome.CUT if step.index == reached else Outcome.SKIPPED
    seconds = step.seconds / 2 if step.index == reached else 0.0
    return replace(step, outcome=outcome, seconds=seconds, repetitions=int(seconds // 4))


def fill(app: App, sessions: int) -> None:
    """A family, and so many sessions on about two days of three."""
    app.families.keep_baby(Baby(BabyProfile("mila", "Mila")))
    app.families.keep_caregiver(Caregiver("ana", "Ana"))
    if sessions > 1:
        app.families.keep_baby(Baby(BabyProfile("noah", "Noah")))
        app.families.keep_caregiver(Caregiver("ben", "Ben"))
    else:
        app.families.keep_caregiver(Caregiver("ben", "Ben"))
    chance = random.Random(7)
    at = EVENING - timedelta(hours=2)
    for number in range(sessions):
        add_session(app, f"s{number}", at, ROUTINES[number % 4], chance)
        at -= timedelta(hours=chance.choice((9, 15, 24, 24, 48)))


def press(window: QWidget, name: str) -> None:
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.accessibleName() == name:
            button.click()
            return
    raise LookupError(name)


def walk(window: MainWindow, app: App, snap: Callable[[str], None]) -> None:
    window.go(Page.DIARY)
    snap("01-calendar")
    press(window, "Diary: Sessions")
    snap("02-sessions")
    if app.diary.session("s0"):
        press(window, "Diary: Calendar")
        place = window._made[Page.DIARY]
        place.open_entry("s1" if app.diary.session("s1") else "s0")  # pyright: ignore
        snap("03-session")
        correct_reflection(app.entries, "s0", Reflection(BabyState.CRYING, BabyState.DROWSY, "Loved it."))
        place.open_entry("s0")  # pyright: ignore
        page = place._page  # pyright: ignore
        page._scroll.verticalScrollBar().setValue(100_000)
        snap("04-session-end")
        page._scroll.verticalScrollBar().setValue(420)
        snap("05-session-middle")
        press(window, "Correct")
        snap("06-correct")
        press(window, "Leave it")
        press(window, "Take out")
        snap("07-taken-out")
    press(window, "Write one down")
    snap("08-write")
    form = window._made[Page.DIARY]._form  # pyright: ignore
    press(window, "Not all of it was done")
    form._when._turn()
    snap("09-write-more")
    press(window, "Leave it")
    press(window, "For my therapist")
    snap("10-report")


def settle(window: QWidget) -> None:
    QApplication.processEvents()
    while any(
        picture.isVisible() and picture._kept is None and _seen(window, picture)
        for picture in window.findChildren(PortraitWidget)
    ):
        QApplication.processEvents()
    QApplication.processEvents()
    QApplication.processEvents()


def _seen(window: QWidget, picture: QWidget) -> bool:
    region = picture.visibleRegion().translated(picture.mapTo(window, QPoint()))
    return window.visibleRegion().intersects(region)


def main() -> None:
    order = ordered()
    sessions = int(sys.argv[5]) if len(sys.argv) > 5 else 300
    qt = QApplication([])
    with (
        tempfile.TemporaryDirectory() as home,
        real_house(Path(home), ManualClock(wall=EVENING)) as (app, context),
    ):
        if sessions:
            fill(app, sessions)
        app.settings.save(Settings(text_scale=order.scale, theme=order.theme))
        window = open_window(context)
        window.resize(*order.size)
        window.show()

        def snap(name: str) -> None:
            settle(window)
            window.grab().save(str(order.folder / f"{name}.png"))

        walk(window, app, snap)
    qt.quit()


if __name__ == "__main__":
    main()
