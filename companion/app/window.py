"""Builds the Qt application and its window, hands it what it needs, and ends in order."""

import gc
import os
import sys
from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from companion.app.clocks import SystemClock
from companion.app.crash import catch_bugs
from companion.app.doorbell import Doorbell, come_to_the_front, knock
from companion.app.entering import enter
from companion.app.garbage import Sweeper
from companion.app.log import start_log
from companion.app.offer_clinic import clinic_context
from companion.app.offer_home import home_context
from companion.app.offer_start import start_context
from companion.app.own_shelf import Listed
from companion.app.paths import Paths
from companion.app.rounds import Rounds
from companion.app.run import EXIT_AFTER_FIRST_PAINT, print_figures
from companion.app.wiring import App, build, new_id
from companion.content.library import load_messages
from companion.domain.clock import Clock
from companion.domain.errors import CompanionError
from companion.services.keeping import Rhythm
from companion.ui.alerts import BugReporter, show_refusal
from companion.ui.background import Background
from companion.ui.context import Assets, UiContext
from companion.ui.keeping.context import KeepingContext
from companion.ui.main_window import MainWindow, open_window

if TYPE_CHECKING:
    from companion.storage.passcode import Lock
    from companion.ui.clips.context import ClipContext
    from companion.ui.papers.wishes import Papers


def show_window(paths: Paths) -> int:
    """Show the window until it is closed. Returns the exit status."""
    gc.disable()  # nothing that a start makes is garbage; swept on this thread after the first paint
    start_log(paths.log)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("infant-massage-companion")
    reporter = BugReporter()
    catch_bugs(reporter.show)
    clock = SystemClock()
    try:
        # Let go of by the system, when this process and all that it does beside the screen have ended.
        entry = enter(paths, partial(_ask, paths, clock))
        app = build(paths, clock, entry=entry)
    except CompanionError as error:
        if error.key == "passcode-needed" or (error.key == "already-open" and knock(paths.home)):
            return 0
        return _refuse(error, paths)
    try:
        bell = Bell(app)
        background = Background()
        window = open_window(context_of(app, background))
        bell.rang.connect(window.tell, Qt.ConnectionType.QueuedConnection)
        app.notices.listen(bell.ring)
        doorbell = Doorbell(paths.home)
        doorbell.rang.connect(partial(come_to_the_front, window))
        rounds = Rounds(Rhythm(clock), app.vault, background, app.notices.add, app.settle_copies)
        first = FirstPaint(_after_first_paint(qt, app, window, doorbell, rounds))
        window.installEventFilter(first)
        window.show()
        return qt.exec()
    except CompanionError as error:
        return _refuse(error, paths)
    finally:
        app.close()


def _ask(paths: Paths, clock: Clock, lock: "Lock") -> bytes:
    from companion.app.unlocking import ask_in_window  # noqa: PLC0415 - only where there is a passcode

    return ask_in_window(paths, clock, lock)


def context_of(app: App, background: Background) -> UiContext:
    """What the screens are given."""
    start = start_context(app)
    return UiContext(
        words=app.library.words,
        routines=Listed(app.library.routines),
        strokes=app.library.strokes,
        clock=app.ports.clock,
        diary=app.diary,
        settings=app.settings,
        voice=app.ports.voice,
        chimes=app.ports.chimes,
        assets=Assets(app.paths.data / "themes", app.paths.media / "fonts"),
        unfinished=app.unfinished,
        carry_on=lambda left: start.starting().carry_on(left),
        keep_interrupted=lambda left: start.starting().keep_interrupted(left),
        open_data_folder=lambda: _open_folder(app.paths),
        notices=app.notices.take,
        families=app.families,
        entries=app.entries,
        day_cards=app.day_cards,
        vault=app.vault,
        safety=app.safety,
        safety_words=app.safety_words,
        new_id=new_id,
        background=background,
        events=app.ports.journal.events,
        papers=cache(partial(_papers, app)),
        start=start,
        home=home_context(app.paths),
        keeping=KeepingContext(app.passcodes),
        clinic=clinic_context(app.paths.data, app.library.words.language, app.ports.wakefulness),
        own_routines=app.own_routines,
        clips=cache(partial(_clips, app, background)),
    )


class Bell(QObject):
    """Carries a notice from whatever thread it comes to the window's own."""

    rang = Signal(object)

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app

    def ring(self) -> None:
        """There is a notice to be taken; may be called from any thread."""
        for notice in self._app.notices.take():
            self.rang.emit(notice)


class FirstPaint(QObject):
    """Watches a window and calls ``painted`` once, when it has been painted for the first time."""

    def __init__(self, painted: Callable[[], None]) -> None:
        super().__init__()
        self._painted: Callable[[], None] | None = painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every event, and let it through."""
        if event.type() == QEvent.Type.Paint and self._painted is not None:
            QTimer.singleShot(0, self._painted)
            self._painted = None
        return super().eventFilter(watched, event)


def _after_first_paint(
    qt: QApplication, app: App, window: MainWindow, doorbell: Doorbell, rounds: Rounds
) -> Callable[[], None]:
    sweeper = Sweeper()

    def tell_and_end() -> None:
        print_figures()
        qt.quit()

    def get_ready() -> None:
        from companion.app.reminders import begin_reminding  # noqa: PLC0415 - no start waits for it

        sweeper.begin()
        doorbell.listen()
        app.sound.get()
        rounds.begin()
        begin_reminding(app, window)

    return tell_and_end if os.environ.get(EXIT_AFTER_FIRST_PAINT) else get_ready


def _papers(app: App) -> "Papers":
    from companion.app.offer_papers import PrintedPapers, open_in_viewer  # noqa: PLC0415 - a start prints nothing

    return PrintedPapers(app.library, app.paths, app.ports.clock, open_in_viewer, app.beside)


def _clips(app: App, background: Background) -> "ClipContext":
    from companion.app.offer_clips import clip_context  # noqa: PLC0415 - a start plays no film

    return clip_context(app, background)


def _open_folder(paths: Paths) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.home)))


def _refuse(error: CompanionError, paths: Paths) -> int:
    from companion.app.sentences import sentence  # noqa: PLC0415 - only when the start has failed

    told = sentence(error, load_messages(paths.data, "en"))
    sys.stderr.write(told + "\n")
    show_refusal(told)
    return 1
