"""Copies of the diary are made at the start and each half hour, and a failed one is told once."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from companion.app.rounds import Rounds
from companion.app.wiring import App, build
from companion.domain.backup import Why
from companion.domain.errors import CompanionError
from companion.services.keeping import Rhythm
from companion.ui.background import Background
from tests.app.folders import paths_in
from tests.fakes import ManualClock

EVENING = datetime.fromisoformat("2026-11-19T18:40:00+00:00")
HALF_AN_HOUR = 1800.0


class AtOnce(Background):
    """Does all work at once."""

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[CompanionError], None]
    ) -> None:
        try:
            done(work())
        except CompanionError as error:
            failed(error)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(wall=EVENING)


@pytest.fixture
def app(tmp_path: Path, clock: ManualClock) -> Iterator[App]:
    built = build(paths_in(tmp_path), clock, audible=False, awake=False)
    yield built
    built.close()


@pytest.fixture
def told() -> list[CompanionError]:
    return []


@pytest.fixture
def rounds(qtbot: QtBot, app: App, clock: ManualClock, told: list[CompanionError]) -> Iterator[Rounds]:
    made = Rounds(Rhythm(clock), app.vault, AtOnce(), told.append)
    yield made
    made.deleteLater()


def test_the_first_copy_is_made_at_the_start(rounds: Rounds, app: App) -> None:
    rounds.begin()
    assert [backup.why for backup in app.vault.backups()] == [Why.START]


def test_the_next_one_is_made_after_half_an_hour_of_use_with_something_new(
    rounds: Rounds, app: App, clock: ManualClock
) -> None:
    rounds.begin()
    app.start_session("first-massage").begin()
    rounds.look()
    clock.advance(HALF_AN_HOUR)
    rounds.look()
    assert [backup.why for backup in app.vault.backups()] == [Why.START, Why.REGULAR]


def test_a_copy_that_cannot_be_made_is_told_once(
    rounds: Rounds, told: list[CompanionError], clock: ManualClock, tmp_path: Path
) -> None:
    (tmp_path / "home" / "backups").write_text("in the way")
    rounds.begin()
    clock.advance(HALF_AN_HOUR)
    rounds.look()
    assert [error.key for error in told] == ["backup-failed"]
