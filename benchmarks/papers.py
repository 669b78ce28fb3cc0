"""Times the printed papers: handouts, and reports over 4 weeks and over 10 years of two sessions a day."""

import json
import os
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from companion.app.clocks import SystemClock
from companion.app.papers import Print, handout_pdf, press_for
from companion.app.paths import usual_paths
from companion.content.library import Library, load_library
from companion.domain.body import Side
from companion.domain.events import Cue, CueNoted, Event, Outcome, StopReason
from companion.domain.session import BabyState, Reflection, SessionRecord, SessionStatus, StepDone
from companion.handout.paper import pdf
from companion.handout.press import Press
from companion.handout.report_page import report_document
from companion.services.report import Goal, summarise, weeks_until

LAST = date(2026, 11, 22)
STEPS = 20
EVENTS: tuple[Event, ...] = tuple(CueNoted(float(at), at, Cue.ENJOYING) for at in range(70))
"""As many events as a session of 20 steps leaves in the journal."""


def diary(days: int, strokes: Sequence[str]) -> list[SessionRecord]:
    """Two sessions a day of 20 steps each; every fifth was ended by the baby, every tenth has a note."""
    return [_session(number, strokes) for number in range(days * 2)]


def _session(number: int, strokes: Sequence[str]) -> SessionRecord:
    started = datetime.combine(LAST, datetime.min.time(), UTC) - timedelta(hours=12 * number)
    reached = 12 if number % 5 == 0 else STEPS
    steps = tuple(
        StepDone(at, strokes[at], Side.NONE, 60.0, 3, Outcome.DONE if at < reached else Outcome.SKIPPED)
        for at in range(STEPS)
    )
    note = "She loved the feet." if number % 10 == 0 else ""
    return SessionRecord(
        id=str(number),
        routine="full-body",
        status=SessionStatus.STOPPED if reached < STEPS else SessionStatus.FINISHED,
        stop_reason=StopReason.BABY_SAID_NO if reached < STEPS else None,
        started=started,
        ended=started,
        elapsed=1500.0,
        steps=steps,
        reflection=Reflection(BabyState.QUIET_ALERT, BabyState.DROWSY, note, confidence=number % 11),
    )


def seconds(work: Callable[[], bytes]) -> tuple[float, int]:
    """Seconds of processor time and bytes made, the better of two runs."""
    took: list[float] = []
    size = 0
    for _ in range(2):
        started = time.thread_time()
        size = len(work())
        took.append(time.thread_time() - started)
    return min(took), size


def report(records: Sequence[SessionRecord], weeks: int, press: Press) -> bytes:
    summary = summarise(records, lambda _: EVENTS, weeks_until(LAST, weeks), LAST, Goal(20, 5))
    return pdf(report_document(summary, press), press.size)


def _told(name: str, work: Callable[[], bytes]) -> None:
    took, size = seconds(work)
    print(json.dumps({"name": name, "seconds": round(took, 3), "kibibytes": round(size / 1024)}), flush=True)


def main() -> int:
    """Print seconds and sizes of each paper."""
    app = QGuiApplication.instance() or QGuiApplication([])
    paths, clock = usual_paths(), SystemClock()
    library: Library = load_library(paths.data, "en")
    press = press_for(library, paths, clock, Print())
    for routine in ("first-massage", "full-body"):
        _told(f"papers.{routine}", lambda one=routine: handout_pdf(one, library, paths, clock, Print()))
    strokes = tuple(library.strokes)[:STEPS]
    for weeks, days in ((4, 28), (520, 3650)):
        records = diary(days, strokes)
        _told(f"papers.report.{weeks}", lambda r=records, w=weeks: report(r, w, press))
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
