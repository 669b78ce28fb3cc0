"""Runs a demonstration: presses come in, both windows are kept in step, displays may come and go meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from companion.domain.demonstration import (
    Demonstration,
    Show,
    Spot,
    after,
    carried_on,
    gone_to,
    pointed,
    put_away,
)
from companion.domain.errors import CompanionError
from companion.ui.keys import KeyGate
from companion.ui.pictures import Artist
from companion.ui.places import Shell
from companion.ui.stage_show.displays import HERE
from companion.ui.stage_show.family_side import ComingDisplays, FamilySide
from companion.ui.stage_show.figure_view import FigureView
from companion.ui.stage_show.films import ShowFilms
from companion.ui.stage_show.hints import NoteField
from companion.ui.stage_show.keys import Asked, Desk, asked_by
from companion.ui.stage_show.notes_desk import NotesDesk
from companion.ui.stage_show.screen import ShowScreen
from companion.ui.stage_show.sheets import DisplaySheet, HintSheet, ShowKeySheet, StrokeSheet
from companion.ui.stage_show.view import ShowComposer
from companion.ui.widgets.sheet import Sheet

FRAME_MS = 33
STILL_MS = 250
AHEAD_MS = 150
"""Milliseconds between frames, between looks at the clock when nothing moves, and until the next stroke is prepared."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A demonstration that can be carried on: what it is called, where it stands, and the notes that belong to it."""

    title: str
    show: Demonstration
    notes: str = ""


class Director(QObject):
    """One demonstration on the screens, from ``open`` until ``ended``, which carries it as Kept."""

    ended = Signal(object)

    def __init__(
        self,
        shell: Shell,
        displays: ComingDisplays,
        composer: ShowComposer,
        artist: Callable[[], Artist],
        kept: Kept,
    ) -> None:
        super().__init__()
        self._shell = shell
        self._displays = displays
        self._composer = composer
        self._clock = shell.context.clock
        self._title = kept.title
        self._show = kept.show
        self._gate = KeyGate(self._clock)
        self._timer = QTimer(self)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._is_open = False
        self.family = FamilySide(shell.look, displays, artist, self.keyed)
        self.screen = ShowScreen(shell.look, artist(), kept.title)
        figures = partial(_figures, self.family, self.screen)
        self._films = ShowFilms(shell.context, shell.look, figures, self.tick)
        today = self._clock.wall().date()
        self._notes = NotesDesk(kept.title, kept.notes, today, partial(_keep_file, shell))
        self._timer.timeout.connect(self.tick)
        self._ahead.timeout.connect(self._prepare)
        self.family.closed.connect(lambda: self._choose_display(HERE))
        self.family.activated.connect(self._take_keys, Qt.ConnectionType.QueuedConnection)
        self.screen.asked.connect(self.act)
        self.screen.keyed.connect(self.keyed)
        self.screen.seen.connect(self._seen)
        self.screen.presenter.figure.pointed.connect(self._point)
        self.screen.one_screen.family.figure.pointed.connect(self._point)
        self.screen.one_screen.hints_asked.connect(self._open_hints)
        self._lend_notes(self.screen.presenter.notes)

    def open(self) -> None:
        """Lay the presenter's screen over the window and show the demonstration where it stands."""
        self._is_open = True
        self._show = carried_on(self._show, self._clock.now())
        self._displays.listen(self.place)
        self._shell.lay(self.screen)

    @property
    def show(self) -> Demonstration:
        """Where it stands."""
        return self._show

    def keyed(self, event: QKeyEvent) -> None:
        """A key, a clicker or a pedal; what bounces or is held down counts once."""
        asked = asked_by(event.key(), event.modifiers())
        if asked is None or event.isAutoRepeat() or not self._gate.lets(event.key()):
            return
        sheet = self.screen.sheet
        if sheet is None or (
            isinstance(sheet, HintSheet) and (isinstance(asked, Show) or asked is Desk.FILM)
        ):
            self.act(asked)
        else:  # a press that cannot be seen only takes the sheet away
            self.screen.close_sheet()

    def act(self, asked: Asked) -> None:
        """Do what is asked."""
        match asked:
            case Desk.LEAVE:
                self.leave()
            case Desk.KEYS:
                self.screen.open_sheet(ShowKeySheet(self._shell.look, self.screen))
            case Desk.HELP:
                _get_help(self._shell, self.screen)
            case Desk.FILM:
                self._films.turn()
            case Desk.NOTES:
                self._write()
            case Desk.STROKES:
                self._offer_strokes()
            case Desk.DISPLAY:
                self._offer_displays()
            case _:
                self._become(after(self._show, asked, self._clock.now()))

    def leave(self) -> None:
        """Back to where it was begun; it can be carried on from here."""
        if not self._is_open:
            return
        self._is_open = False
        self._stop()
        self._displays.ignore(self.place)
        show = put_away(self._show, self._clock.now())
        self.ended.emit(Kept(self._title, show, self._notes.words))
        self._shell.lift(self.screen)

    def tick(self) -> None:
        """Show this instant in both windows."""
        view = self._films.follow(self._composer.view(self._show, self._clock.now()))
        self.screen.show_view(view)
        self.family.show_view(view)
        if isinstance(self.screen.sheet, HintSheet):
            self.screen.sheet.show_view(view)
        wanted = STILL_MS if view.frozen or self._shell.look.calm else FRAME_MS
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    def place(self) -> None:
        """Put the family's window on the display that is theirs now, or let them look at the presenter's."""
        if not self._is_open or not self.screen.isVisible():
            return
        self._shell.context.clinic.awake.hold()
        self.tick()
        remembered = self._shell.context.settings.load().audience
        found = self.family.place(self.screen.window().screen(), remembered)
        self.screen.look_at(found.title if found else None)
        self.tick()
        self._ahead.start()

    def _become(self, show: Demonstration) -> None:
        before, self._show = self._show, show
        self.tick()
        if (before.item, before.sight) != (show.item, show.sight):
            self._ahead.start()

    def _prepare(self) -> None:
        """Paint ahead what does not move of the next stroke, wherever it will be seen."""
        coming = self._show.coming
        if coming is None:
            return
        shown = self._composer.shown(coming, self._show.sight)
        self.family.prepare(shown)
        page = self.screen.one_screen.family if self.screen.is_one_screen else self.screen.presenter
        page.figure.prepare(shown)

    def _point(self, spot: Spot | None) -> None:
        self._show = pointed(self._show, spot)
        self.tick()

    def _seen(self, seen: bool) -> None:
        if seen:
            self.place()
        else:
            self._stop()

    def _take_keys(self) -> None:
        """The presenter's window has the keys, and nothing changes that."""
        if self._is_open:
            self.screen.activateWindow()

    def _stop(self) -> None:
        self._timer.stop()
        self._ahead.stop()
        self._films.close()
        self.family.take_away()
        self._shell.context.clinic.awake.release()

    def _offer_strokes(self) -> None:
        titles = [self._composer.title(item) for item in self._show.basket]
        sheet = StrokeSheet(self._shell.look, self.screen, titles, self._show.at)
        sheet.chosen.connect(self._go_to)
        self.screen.open_sheet(sheet)

    def _go_to(self, at: int) -> None:
        self.screen.close_sheet()
        self._become(gone_to(self._show, at, self._clock.now()))

    def _offer_displays(self) -> None:
        others, now = self.family.choices(self.screen.window().screen())
        sheet = DisplaySheet(self._shell.look, self.screen, others, now)
        sheet.chosen.connect(self._choose_display)
        self.screen.open_sheet(sheet)

    def _choose_display(self, identity: str) -> None:
        self.screen.close_sheet()
        self._shell.wear(replace(self._shell.context.settings.load(), audience=identity))
        self.place()

    def _open_hints(self) -> None:
        sheet = HintSheet(self._shell.look, self.screen)
        sheet.asked.connect(self.act)
        self._lend_notes(sheet.notes)
        self.screen.open_sheet(sheet)
        self.tick()

    def _write(self) -> None:
        """Let the keys go to the note, wherever its field is."""
        if self.screen.is_one_screen:
            self._open_hints()
        sheet = self.screen.sheet
        (sheet if isinstance(sheet, HintSheet) else self.screen.presenter).notes.write()

    def _lend_notes(self, field: NoteField) -> None:
        self._notes.lend(field, self.screen)
        field.keyed.connect(self.keyed)
        field.left.connect(self.screen.setFocus)


def _figures(family: FamilySide, screen: ShowScreen) -> list[FigureView]:
    """All that the presenter and the family may look at."""
    views = [family.window.view] if family.window else []
    return [screen.presenter.figure, screen.one_screen.family.figure, *(view.figure for view in views)]


def _get_help(shell: Shell, screen: ShowScreen) -> None:
    """Help lies over the whole window; when it is closed the keys come back."""
    shell.get_help()
    for sheet in shell.over.findChildren(Sheet):
        if sheet.isVisible():
            sheet.closed.connect(screen.setFocus)


def _keep_file(shell: Shell, file: Path, content: bytes) -> None:
    try:
        shell.context.home.keep_file(file, content)
    except CompanionError as error:
        shell.refuse(error)
