"""The window: a sidebar with its screens, the player over all of it, and the wrap-up after it."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from companion.domain.errors import CompanionError
from companion.domain.session import UnfinishedSession
from companion.domain.settings import Settings
from companion.ui.context import Playing, UiContext
from companion.ui.places import PLACES, Page, Place
from companion.ui.sentences import sentence
from companion.ui.session_flow import SessionFlow
from companion.ui.sidebar import Sidebar
from companion.ui.start import Start
from companion.ui.theme import Look, load_fonts, palette_of, read_theme, style_sheet, theme_file
from companion.ui.welcome.first import begin_window

if TYPE_CHECKING:
    from companion.ui.input.translator import KeyTranslator
    from companion.ui.pictures import Artist
    from companion.ui.widgets.picture import Studio

LARGER = ((2200, 1300, 1.5), (1600, 960, 1.25))
"""Windows of at least this width and height get type and targets of this size."""


def open_window(context: UiContext) -> "MainWindow":
    """The window on Today, ready to be shown. Raises CompanionError ``theme-broken``."""
    load_fonts(context.assets.fonts)
    settings = context.settings.load()
    look = Look(read_theme(context.assets.themes / "day.toml"))
    window = MainWindow(context, look, settings)
    window.resize(1280, 800)
    window.setMinimumSize(800, 540)
    window.apply(settings)
    begin_window(window)
    return window


def larger(size: QSize) -> float:
    """How much larger than designed type is in a window of this size."""
    for width, height, scale in LARGER:
        if size.width() >= width and size.height() >= height:
            return scale
    return 1.0


def open_studio(context: UiContext, look: Look) -> "Artist":
    """Who draws; what it draws with is loaded when the words of the first screen are there."""
    from companion.ui.pictures import Artist  # noqa: PLC0415 - see above

    return Artist(context.strokes, look, context.assets.themes / "figure.toml")


class MainWindow(QMainWindow):
    """Shows one place at a time, each made when it is first wanted. It is the ``Shell`` of its places."""

    def __init__(self, context: UiContext, look: Look, settings: Settings) -> None:
        super().__init__()
        self.context = context
        self.look = look
        self.studio: Studio = cache(partial(open_studio, context, look))
        self.over = QStackedWidget()
        self._settings = settings
        self._worn: tuple[str, float] | None = None
        self._translator: KeyTranslator | None = None
        self._made: dict[Page, Place] = {}
        self._sidebar = Sidebar(look)
        self._screens = QStackedWidget()
        self._home = QWidget()
        row = QHBoxLayout(self._home)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._screens, 1)
        self.over.addWidget(self._home)
        self.setCentralWidget(self.over)
        self._flow = SessionFlow(self, self._session_done)
        self.setWindowTitle(self.tr("Infant Massage Companion"))
        self._sidebar.chosen.connect(self.go)
        self._sidebar.help_asked.connect(self.get_help)
        self._sidebar.crying_asked.connect(self.soothe)

    def apply(self, settings: Settings) -> None:
        """Wear these settings: theme, text size, movement and tones."""
        self._settings = settings
        look, themes = self.look, self.context.assets.themes
        theme = theme_file(settings.theme, self.context.clock.wall().hour)
        scale = settings.text_scale * larger(self.size())
        look.calm = settings.reduced_motion
        look.tones = (settings.baby_tone, settings.adult_tone)
        look.left_handed, look.facing = settings.left_handed, settings.facing
        self._learn(settings)
        if self._worn == (theme, scale):
            return
        self._worn = (theme, scale)
        look.theme = read_theme(themes / theme)
        look.scale = scale
        self.setPalette(palette_of(look.theme))
        self.setStyleSheet(style_sheet(look.theme, scale))
        self._sidebar.resize_for_scale()

    def _learn(self, settings: Settings) -> None:
        """Let the keys that were taught do what they were taught."""
        if settings.keys == self.look.keys:
            return
        from companion.ui.input.translator import KeyTranslator  # noqa: PLC0415 - few have keys of their own

        self.look.keys = settings.keys
        self._translator = self._translator or KeyTranslator(self)
        self.winId()  # makes the window that the keys come to
        self._translator.watch(self.windowHandle(), settings.keys)

    def wear(self, settings: Settings) -> None:
        """Keep these settings and apply them; what cannot be kept is told."""
        try:
            self.context.settings.save(settings)
        except CompanionError as error:
            self.refuse(error)
        self.apply(settings)
        self.context.voice.set_volume(settings.voice_volume)
        self.context.chimes.set_volumes(settings.chime_volume, settings.tick_volume)

    def go(self, page: Page, part: str = "") -> None:
        """Show a place, as things are now; on one of its parts if it is named."""
        if page not in self._made:
            self._made[page] = PLACES[page](self)
            self._screens.addWidget(self._made[page])
        self._sidebar.show_part(page)
        self._screens.setCurrentWidget(self._made[page])
        self.over.setCurrentWidget(self._home)
        self._made[page].refresh()
        if part:
            self._made[page].open_part(part)

    def begin(self, start: Start) -> None:
        """Lead somebody who wants to begin to play, by way of today's check."""
        from companion.ui.check import flow  # noqa: PLC0415 - when wanted

        flow.begin(self, start, self.play)

    def carry_on(self, left: UnfinishedSession) -> None:
        """Go on with a session that was cut off."""
        self.play(lambda: self.context.carry_on(left))

    def tell(self, notice: CompanionError) -> None:
        """Say a notice quietly."""
        self.say(sentence(notice, self.context.words))

    def say(self, words: str) -> None:
        """Say a sentence quietly: at the foot of the picture during play, else where the place has room, or Today."""
        if self._flow.player is not None:
            self._flow.player.note(words)
            return
        here = self._screens.currentWidget()
        today = self._made.get(Page.TODAY)
        if not (isinstance(here, Place) and here.tell(words)) and today is not None:
            today.tell(words)

    def refuse(self, error: CompanionError) -> None:
        """Say what could not be done, over whatever is shown."""
        from companion.ui.dialogs import ErrorSheet  # noqa: PLC0415 - when wanted

        sheet = ErrorSheet(self.look, self.over, sentence(error, self.context.words))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def lay(self, screen: QWidget) -> None:
        """Show a screen over the whole window."""
        self.over.addWidget(screen)
        self.over.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def lift(self, screen: QWidget) -> None:
        """Take away, for good, a screen that was laid over the window."""
        self.over.removeWidget(screen)
        screen.deleteLater()
        here = self._screens.currentWidget()
        if self.over.currentWidget() is self._home and isinstance(here, Place):
            here.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A session under way is paused and kept, to be carried on."""
        self._flow.leave()
        self.context.voice.hush()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A much larger window gets larger type."""
        super().resizeEvent(event)
        self.apply(self._settings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody has are the player's while it is shown; elsewhere F1 is help, F2 the crying plan."""
        if self._flow.player is not None:
            self._flow.player.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F1:
            self.get_help()
        elif event.key() == Qt.Key.Key_F2:
            self.soothe()
        else:
            super().keyPressEvent(event)

    def get_help(self, signs: Sequence[str] = ()) -> None:
        """Lay help over whatever is shown, on what to do about these signs (ids) if there are any."""
        from companion.ui.help.opening import open_help  # noqa: PLC0415 - when wanted

        open_help(self, signs)

    def soothe(self) -> None:
        """Lay the plan for crying over whatever is shown."""
        from companion.ui.help.opening import open_crying  # noqa: PLC0415 - when wanted

        open_crying(self)

    def play(self, start: Callable[[], Playing]) -> None:
        """Open the player on the session that ``start`` makes; what it refuses is told."""
        self.apply(self.context.settings.load())
        self._flow.open(start)

    def _session_done(self) -> None:
        self._settings = self.context.settings.load()
        self.go(Page.TODAY)
