"""The studio's window: the list on the left, the stroke in the middle, what can be set on the right."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QKeyCombination, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.figure.drawing import Role
from companion.domain.figure.fallback import choreography_for
from companion.domain.figure.figure import phase_at, round_seconds, seen
from companion.domain.stroke import Stroke
from companion.paint.palette import Scheme, palette, read_colours
from companion.ui.studio.canvas import Canvas, Picture
from companion.ui.studio.catalogue import Catalogue
from companion.ui.studio.controls import Controls
from companion.ui.studio.hands import hands_told
from companion.ui.studio.notice import Notice
from companion.ui.studio.state import Light, Shown, StudioContext, Transport, entries_of
from companion.ui.studio.transport_bar import TransportBar
from companion.ui.studio.watch import FolderWatch
from companion.ui.theme import Look, load_fonts, palette_of, read_theme, style_sheet
from companion.ui.widgets.surfaces import scrolling

FRAME_MS = 33
STEP = 1 / 30
"""Seconds of one picture."""
LIST_WIDTH, CONTROLS_WIDTH, SHARE = 290, 330, 0.28
"""Design pixels of the columns beside the stage, and the share of the window that each may take at most."""
USUAL = 4.0
"""Seconds of a repetition of a stroke that has no pace."""


def open_studio_window(context: StudioContext, key: str, scale: float = 1.0) -> "StudioWindow":
    """The studio, ready to be shown, on this stroke (or stroke@variant; "": the first one). CompanionError
    ``theme-broken``, ``figure-colours-unreadable``."""
    load_fonts(context.fonts)
    look = Look(read_theme(context.themes / "day.toml"), scale)
    window = StudioWindow(context, look, Shown(key=key))
    window.resize(1280, 800)
    window.setMinimumSize(800, 540)
    window.start()
    return window


class StudioWindow(QMainWindow):
    """Plays one stroke in a loop and reads the files again when they change."""

    def __init__(self, context: StudioContext, look: Look, shown: Shown) -> None:
        super().__init__()
        self._context = context
        self._look = look
        self._shown = shown
        self._strokes: Mapping[str, Stroke] = {}
        self._titles: Mapping[str, str] = {}
        self._last: Stroke | None = None
        self._transport = Transport(context.clock)
        self._watch = FolderWatch(context.watched)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._catalogue = Catalogue(look)
        self._notice = Notice()
        self._canvas = Canvas(look, context.themes / "figure.toml")
        self._bar = TransportBar(look, self.toggle, self.step, self._scrub)
        self._colours = cache(lambda: read_colours(context.themes / "figure.toml"))
        self._controls = Controls(look, self._tone, self._set)
        self._side_scroll = scrolling(self._controls)
        self._lay_out()
        self._catalogue.chosen.connect(self.choose)
        self._canvas.tapped.connect(self.toggle)
        self._timer.timeout.connect(self._tick)
        self._watch.changed.connect(self.reload)
        self._find = QShortcut(QKeySequence(QKeyCombination(Qt.Modifier.CTRL, Qt.Key.Key_F)), self)
        self._find.activated.connect(self._catalogue.search)

    def start(self) -> None:
        """Read the strokes, and play."""
        self._wear()
        self.reload()
        if not self._shown.key and self._strokes:
            self.choose(next(iter(self._strokes)))
        self._catalogue.take_keys()
        self._watch.start()
        self._timer.start()

    def reload(self) -> None:
        """Read the strokes again; when that cannot be done, say so and keep the last drawing."""
        try:
            self._strokes = self._context.load()
            self._notice.say("")
        except CompanionError as error:
            self._notice.say(self._context.sentence(error))
        self._titles = self._context.titles()
        self._catalogue.show_entries(entries_of(self._strokes, self._titles), self._shown.key)
        self._take(self._shown.key)
        self._show()

    def choose(self, key: str) -> None:
        """Play this stroke (or stroke@variant) from its beginning."""
        self._shown = replace(self._shown, key=key)
        self._transport.tick()
        self._transport.t = 0.0
        self._transport.playing = True
        self._catalogue.mark(key)
        self._take(key)
        self._show()

    def toggle(self) -> None:
        """Stand still, or go on."""
        self._transport.toggle()
        self._show()

    def step(self, pictures: int) -> None:
        """Stand still, so many pictures further on (or back) in the loop."""
        length = self._round()
        self._transport.go_to((self._transport.t + pictures * STEP) % length)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space stops and goes on, left and right go picture by picture, S changes sides."""
        match event.key():
            case Qt.Key.Key_Space:
                self.toggle()
            case Qt.Key.Key_Left:
                self.step(-1)
            case Qt.Key.Key_Right:
                self.step(1)
            case Qt.Key.Key_S:
                side = Side.LEFT if self._shown.side is Side.RIGHT else Side.RIGHT
                self._set(replace(self._shown, side=side))
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns beside the stage take no more than their share."""
        super().resizeEvent(event)
        self._widths()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self._notice)
        middle.addWidget(self._canvas, 1)
        middle.addWidget(self._bar)
        page = QWidget()
        page.setProperty("screen", "true")
        row = QHBoxLayout(page)
        row.setContentsMargins(24, 20, 16, 18)
        row.setSpacing(20)
        row.addWidget(self._catalogue)
        row.addLayout(middle, 1)
        row.addWidget(self._side_scroll)
        self.setCentralWidget(page)

    def _widths(self) -> None:
        most = round(self.width() * SHARE)
        self._catalogue.setFixedWidth(min(self._look.px(LIST_WIDTH), most))
        self._side_scroll.setFixedWidth(min(self._look.px(CONTROLS_WIDTH), most))

    def _wear(self) -> None:
        name = "night.toml" if self._shown.light is Light.NIGHT else "day.toml"
        self._look.theme = read_theme(self._context.themes / name)
        self.setPalette(palette_of(self._look.theme))
        self.setStyleSheet(style_sheet(self._look.theme, self._look.scale))
        self._widths()

    def _take(self, key: str) -> None:
        """The stroke of this key; when it is gone, the one that was there stays."""
        stroke = self._strokes.get(key.partition("@")[0])
        if stroke is not None:
            self._last = stroke
        elif key and self._strokes and not self._notice.words:
            self._notice.say(self.tr("“%1” is not in the files any more.").replace("%1", key))

    def _set(self, shown: Shown) -> None:
        worn, self._shown = self._shown.light, shown
        self._transport.tick()
        self._transport.pace = shown.pace
        if worn is not shown.light:
            self._wear()
        self._show()

    def _scrub(self, share: float) -> None:
        self._transport.go_to(share * self._round())
        self._show()

    def _tick(self) -> None:
        self._transport.tick()
        if self._transport.playing:
            self._show_instant()

    def _show(self) -> None:
        """Everything, after something was set."""
        stroke = self._last
        self._controls.show_settings(self._shown, self._period(stroke))
        title = self._titles.get(self._shown.key, self._shown.key)
        self.setWindowTitle(self.tr("Stroke studio: %1").replace("%1", title))
        self._show_instant()

    def _show_instant(self) -> None:
        picture = self._picture()
        name = self.tr("Picture: %1").replace("%1", self._shown.key)
        self._canvas.show_picture(picture, name)
        if picture is None:
            return
        done = seen(picture.choreography, picture.view)
        phase = phase_at(done, picture.t, picture.period, picture.view)
        seconds = phase * round_seconds(done, picture.period)
        self._bar.show_place(phase, seconds, hands_told(picture), playing=self._transport.playing)

    def _picture(self) -> Picture | None:
        stroke, shown = self._last, self._shown
        if stroke is None:
            return None
        variant = shown.key.partition("@")[2]
        choreography = choreography_for(stroke.choreographies, variant, stroke.area, stroke.positions)
        return Picture(
            choreography,
            shown.side,
            self._transport.t,
            self._period(stroke),
            shown.view,
            shown.overlays,
            shown.light,
            shown.tones,
        )

    @staticmethod
    def _period(stroke: Stroke | None) -> float:
        return (stroke.seconds if stroke is not None else 0.0) or USUAL

    def _round(self) -> float:
        picture = self._picture()
        return 1.0 if picture is None else round_seconds(picture.choreography, picture.period)

    def _tone(self, number: int) -> QColor:
        return palette(self._colours(), Scheme.DAY, number, number)[Role.SKIN]
