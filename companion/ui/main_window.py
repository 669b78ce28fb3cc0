"""The window: a sidebar with its screens, the player over all of it, and the wrap-up after it."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from companion.domain.errors import CompanionError
from companion.domain.settings import Settings
from companion.ui.context import Playing, UiContext
from companion.ui.dates import locale_for
from companion.ui.sentences import sentence
from companion.ui.session_flow import SessionFlow
from companion.ui.sidebar import Page, Sidebar
from companion.ui.theme import Look, load_fonts, palette_of, read_theme, style_sheet, wants_night
from companion.ui.today.screen import TodayAction, TodayScreen, Wish
from companion.ui.today.view import today_view, week_of

if TYPE_CHECKING:
    from companion.ui.pictures import Artist
    from companion.ui.settings.screen import SettingsScreen

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
    window.go(Page.TODAY)
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
    """Shows one screen at a time, each made when it is first wanted."""

    def __init__(self, context: UiContext, look: Look, settings: Settings) -> None:
        super().__init__()
        self._context = context
        self._look = look
        self._settings = settings
        self._studio = cache(partial(open_studio, context, look))
        self._worn: tuple[bool, float] | None = None
        self._made: dict[Page, QWidget] = {}
        self._settings_screen: SettingsScreen | None = None
        self._sidebar = Sidebar(look)
        self._screens = QStackedWidget()
        self._home = QWidget()
        row = QHBoxLayout(self._home)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._screens, 1)
        self._all = QStackedWidget()
        self._all.addWidget(self._home)
        self.setCentralWidget(self._all)
        self._flow = SessionFlow(context, look, self._studio, self._all, self._session_done, self._refuse)
        self.setWindowTitle(self.tr("Infant Massage Companion"))
        self._sidebar.chosen.connect(self.go)
        self._sidebar.help_asked.connect(self._open_help)
        self._help_key = QShortcut(QKeySequence(QKeyCombination(Qt.Key.Key_F1)), self._home)
        self._help_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._help_key.activated.connect(self._open_help)

    def apply(self, settings: Settings) -> None:
        """Wear these settings: theme, text size, movement and tones."""
        self._settings = settings
        look, themes = self._look, self._context.assets.themes
        night = wants_night(settings.theme, self._context.clock.wall().hour)
        scale = settings.text_scale * larger(self.size())
        look.calm = settings.reduced_motion
        look.tones = (settings.baby_tone, settings.adult_tone)
        if self._worn == (night, scale):
            return
        self._worn = (night, scale)
        look.theme = read_theme(themes / ("night.toml" if night else "day.toml"))
        look.scale = scale
        self.setPalette(palette_of(look.theme))
        self.setStyleSheet(style_sheet(look.theme, scale))
        self._sidebar.resize_for_scale()

    def go(self, page: Page) -> None:
        """Show a place, made anew from what is known now."""
        if page not in self._made:
            makers: dict[Page, Callable[[], QWidget]] = {
                Page.TODAY: self._make_today,
                Page.ROUTINES: self._make_routines,
                Page.SETTINGS: self._make_settings,
            }
            self._made[page] = makers[page]()
            self._screens.addWidget(self._made[page])
        screen = self._made[page]
        if isinstance(screen, TodayScreen):
            self._show_today(screen)
        elif page is Page.SETTINGS:
            self._show_settings()
        self._sidebar.show_part(page)
        self._screens.setCurrentWidget(screen)
        self._all.setCurrentWidget(self._home)
        if isinstance(screen, TodayScreen):
            screen.focus_begin()

    def tell(self, notice: CompanionError) -> None:
        """Say a notice quietly: at the foot of the picture during play, else on top of Today."""
        words = sentence(notice, self._context.words)
        today = self._made.get(Page.TODAY)
        if self._flow.player is not None:
            self._flow.player.note(words)
        elif isinstance(today, TodayScreen):
            today.add_notice(words)

    def _refuse(self, error: CompanionError) -> None:
        """Say what could not be done, over whatever is shown."""
        from companion.ui.dialogs import ErrorSheet  # noqa: PLC0415 - when wanted

        sheet = ErrorSheet(self._look, self._all, sentence(error, self._context.words))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    def begin(self, routine: str) -> None:
        """Start a session of this routine."""
        self._open_player(lambda: self._context.start_session(routine))

    def closeEvent(self, event: QCloseEvent) -> None:
        """A session under way is paused and kept, to be carried on."""
        self._flow.leave()
        self._context.voice.hush()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A much larger window gets larger type."""
        super().resizeEvent(event)
        self.apply(self._settings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody has are the player's while it is shown."""
        if self._flow.player is not None:
            self._flow.player.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _make_today(self) -> TodayScreen:
        screen = TodayScreen(self._look, self._studio, locale_for(self._context.words.language))
        screen.acted.connect(self._today_acted)
        for notice in self._context.notices():
            screen.add_notice(sentence(notice, self._context.words))
        return screen

    def _make_routines(self) -> QWidget:
        from companion.ui.routines.screen import RoutinesScreen, routine_views  # noqa: PLC0415 - when wanted

        context = self._context
        screen = RoutinesScreen(self._look, routine_views(context.routines, context.strokes, context.words))
        screen.begun.connect(self.begin)
        return screen

    def _make_settings(self) -> QWidget:
        from companion.ui.settings.screen import SettingsScreen  # noqa: PLC0415 - when wanted

        screen = SettingsScreen(self._look, self._studio)
        screen.changed.connect(self._settings_changed)
        screen.folder_asked.connect(self._context.open_data_folder)
        self._settings_screen = screen
        return screen

    def _show_settings(self) -> None:
        if self._settings_screen is not None:
            self._settings_screen.show_view(self._settings)

    def _show_today(self, screen: TodayScreen) -> None:
        context = self._context
        now = context.clock.wall()
        try:
            week = context.diary.sessions_between(*week_of(now.date()))
            unfinished = context.unfinished()
        except CompanionError as error:
            week, unfinished = (), None
            self._refuse(error)
        screen.show_view(today_view(context.words, context.routines, context.strokes, now, week, unfinished))

    def _today_acted(self, action: TodayAction) -> None:
        match action.wish:
            case Wish.BEGIN:
                self.begin(action.routine)
            case Wish.CHOOSE:
                self.go(Page.ROUTINES)
            case Wish.CARRY_ON:
                self._carry_on()
            case Wish.KEEP:
                self._keep()

    def _carry_on(self) -> None:
        unfinished = self._context.unfinished()
        if unfinished is not None:
            self._open_player(lambda: self._context.carry_on(unfinished))

    def _keep(self) -> None:
        unfinished = self._context.unfinished()
        try:
            if unfinished is not None:
                self._context.keep_interrupted(unfinished)
        except CompanionError as error:
            self._refuse(error)
        self.go(Page.TODAY)

    def _open_player(self, start: Callable[[], Playing]) -> None:
        self.apply(self._context.settings.load())
        self._flow.open(start)

    def _session_done(self) -> None:
        self._settings = self._context.settings.load()
        self.go(Page.TODAY)

    def _settings_changed(self, settings: Settings) -> None:
        try:
            self._context.settings.save(settings)
        except CompanionError as error:
            self._refuse(error)
        self.apply(settings)
        self._context.voice.set_volume(settings.voice_volume)
        self._context.chimes.set_volumes(settings.chime_volume, settings.tick_volume)
        self._show_settings()

    def _open_help(self) -> None:
        from companion.ui.widgets.help import HelpSheet  # noqa: PLC0415 - when wanted

        sheet = HelpSheet(self._look, self._all, self._context.words)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()
