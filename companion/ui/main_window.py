"""The window: a sidebar with its screens, the player over all of it, and the wrap-up after it."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from companion.domain.errors import CompanionError
from companion.domain.session import Reflection
from companion.domain.settings import Settings
from companion.ui.context import Playing, UiContext
from companion.ui.dates import locale_for
from companion.ui.sentences import sentence
from companion.ui.sidebar import Page, Sidebar
from companion.ui.theme import Look, load_fonts, palette_of, read_theme, style_sheet, wants_night
from companion.ui.today.screen import TodayAction, TodayScreen, Wish
from companion.ui.today.view import today_view, week_of

if TYPE_CHECKING:
    from companion.ui.pictures import Artist
    from companion.ui.player.presenter import PlayerPresenter
    from companion.ui.player.screen import PlayerScreen
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


class MainWindow(QMainWindow):
    """Shows one screen at a time, each made when it is first wanted."""

    def __init__(self, context: UiContext, look: Look, settings: Settings) -> None:
        super().__init__()
        self._context = context
        self._look = look
        self._settings = settings
        self._studio = cache(self._open_studio)
        self._worn: tuple[bool, float] | None = None
        self._player: PlayerScreen | None = None
        self._presenter: PlayerPresenter | None = None
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
        scale = settings.text_scale * self._larger()
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

    def tell(self, notice: CompanionError) -> None:
        """Say a notice quietly: at the foot of the picture during play, else on top of Today."""
        words = sentence(notice, self._context.words)
        today = self._made.get(Page.TODAY)
        if self._player is not None:
            self._player.note(words)
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
        if self._presenter is not None:
            self._presenter.leave()
        self._context.voice.hush()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A much larger window gets larger type."""
        super().resizeEvent(event)
        self.apply(self._settings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody has are the player's while it is shown."""
        if self._player is not None:
            self._player.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _open_studio(self) -> "Artist":
        from companion.ui.pictures import Artist  # noqa: PLC0415 - after the words of the first screen

        return Artist(self._context.strokes, self._look, self._context.assets.themes / "figure.toml")

    def _larger(self) -> float:
        size = self.size()
        for width, height, scale in LARGER:
            if size.width() >= width and size.height() >= height:
                return scale
        return 1.0

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
        try:
            playing = start()
        except CompanionError as error:
            self._refuse(error)
            return
        from companion.ui.player.presenter import PlayerPresenter  # noqa: PLC0415 - when wanted
        from companion.ui.player.screen import PlayerScreen  # noqa: PLC0415

        context = self._context
        self._settings = context.settings.load()
        self.apply(self._settings)
        self._player = PlayerScreen(self._look, self._studio(), context.words, context.clock)
        self._presenter = PlayerPresenter(context, playing, self._player, self._session_ended)
        self._all.addWidget(self._player)
        self._all.setCurrentWidget(self._player)
        self._player.setFocus(Qt.FocusReason.OtherFocusReason)
        self._presenter.begin()

    def _session_ended(self, playing: Playing) -> None:
        from companion.ui.wrapup.screen import WrapupScreen, wrapup_view  # noqa: PLC0415 - when wanted

        player, self._player, self._presenter = self._player, None, None
        self._settings = self._context.settings.load()
        record = self._context.diary.session(playing.session)
        if record is None:
            self.go(Page.TODAY)
        else:
            screen = WrapupScreen(self._look, self._context.words)
            screen.closed.connect(partial(self._wrapped_up, screen, record.id))
            self._all.addWidget(screen)
            self._all.setCurrentWidget(screen)
            screen.show_view(wrapup_view(record, self._context.words))
        if player is not None:
            self._all.removeWidget(player)
            player.deleteLater()

    def _wrapped_up(self, screen: QWidget, session: str, answers: Reflection | None) -> None:
        self._all.removeWidget(screen)
        screen.deleteLater()
        self.go(Page.TODAY)
        if answers is not None:
            try:
                self._context.diary.reflect(session, answers)
            except CompanionError as error:
                self._refuse(error)

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
