"""The pages between Begin and play, one at a time over the window, and what each of them can ask for."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QLocale, QTime

from companion.domain.errors import CompanionError
from companion.services.narration import Line
from companion.ui.check.page import CheckPage
from companion.ui.check.view import Telling
from companion.ui.dates import locale_for
from companion.ui.places import PLACES, Page, Shell


class Pages:
    """Turns from page to page; ``leave`` goes back to where somebody came from."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.look = shell.look
        self.context = shell.context
        self._page: CheckPage | None = None
        self._telling: Telling | None = None

    @property
    def telling(self) -> Telling:
        """The words, read once."""
        if self._telling is None:
            context = self.context
            self._telling = Telling(context.words, context.safety_words(), context.start.citations())
        return self._telling

    def turn_to(self, page: CheckPage, back: Callable[[], None], said: Line | None = None) -> None:
        """Show a page in the place of the one before, and say its line; ``back`` leads out of it."""
        before, self._page = self._page, page
        page.back.connect(back)
        page.help_asked.connect(self._get_help)
        page.crying_asked.connect(self.shell.soothe)
        self.shell.lay(page)
        if before is not None:
            self.shell.lift(before)
        self._say(said)

    def leave(self) -> None:
        """Take the page away: back to where somebody came from, or on to what was laid over it."""
        page, self._page = self._page, None
        if page is not None:
            self.shell.lift(page)

    def give_up(self) -> None:
        """Leave, and be silent."""
        self.context.voice.hush()
        self.leave()

    def to_baby(self, part: str = "open") -> None:
        """Leave for the page where everything about the baby can be told: for what is open, or a part of it."""
        self.give_up()
        if Page.BABY in PLACES:
            self.shell.go(Page.BABY, part)

    def try_to(self, do: Callable[[], None]) -> bool:
        """Do what the world may refuse; False when it did, and it was told."""
        try:
            do()
        except CompanionError as error:
            self.shell.refuse(error)
            return False
        return True

    def time_of(self, at: datetime) -> str:
        """A time of day, as people here write it."""
        locale = locale_for(self.context.words.language)
        return locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)

    def _get_help(self) -> None:
        self.shell.get_help()

    def _say(self, line: Line | None) -> None:
        voice = self.context.voice
        if line is None:
            voice.hush()
        elif self.context.settings.load().voice_on:
            voice.say(line.id, line.text)
