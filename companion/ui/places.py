"""The places of the sidebar, what each may ask of the window, and how each is made when it is first wanted."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import Protocol

from PySide6.QtWidgets import QStackedWidget, QWidget

from companion.domain.errors import CompanionError
from companion.domain.session import UnfinishedSession
from companion.domain.settings import Settings
from companion.ui.context import UiContext
from companion.ui.start import Start
from companion.ui.theme import Look
from companion.ui.widgets.picture import Studio


class Page(Enum):
    """The places that there are, in the order of the sidebar."""

    TODAY = auto()
    ROUTINES = auto()
    BABY = auto()
    DIARY = auto()
    CLINIC = auto()
    SETTINGS = auto()


class Place(QWidget):
    """A screen of the sidebar."""

    def refresh(self) -> None:
        """Show what is known now; called each time the place comes into view."""
        raise NotImplementedError

    def open_part(self, part: str) -> None:
        """Show one part, by its name; one that is not here changes nothing."""
        del part

    def tell(self, words: str) -> bool:
        """Take a quiet sentence from the window; False when there is no place for it here."""
        del words
        return False


class Shell(Protocol):
    """The window, as a place sees it."""

    @property
    def context(self) -> UiContext:
        """Everything that the screens may use."""
        ...

    @property
    def look(self) -> Look:
        """How it looks just now."""
        ...

    @property
    def studio(self) -> Studio:
        """Who draws, made when first asked for."""
        ...

    @property
    def over(self) -> QStackedWidget:
        """What covers the whole window: the parent of a sheet."""
        ...

    def go(self, page: Page, part: str = "") -> None:
        """Show a place, on one of its parts if it is named."""
        ...

    def begin(self, start: Start) -> None:
        """Begin what somebody wants to begin."""
        ...

    def carry_on(self, left: UnfinishedSession) -> None:
        """Go on with a session that was cut off."""
        ...

    def wear(self, settings: Settings) -> None:
        """Keep these settings and apply them; what cannot be kept is told."""
        ...

    def get_help(self, signs: Sequence[str] = ()) -> None:
        """Lay help over whatever is shown, on what to do about these signs (ids) if there are any."""
        ...

    def soothe(self) -> None:
        """Lay the plan for crying over whatever is shown."""
        ...

    def refuse(self, error: CompanionError) -> None:
        """Say in a sheet what could not be done."""
        ...

    def say(self, words: str) -> None:
        """Say a sentence quietly."""
        ...

    def lay(self, screen: QWidget) -> None:
        """Show a screen over the whole window."""
        ...

    def lift(self, screen: QWidget) -> None:
        """Take away, for good, a screen that was laid over the window."""
        ...


def _today(shell: Shell) -> Place:
    from companion.ui.today.place import TodayPlace  # noqa: PLC0415 - each when it is first wanted

    return TodayPlace(shell)


def _routines(shell: Shell) -> Place:
    from companion.ui.routines.place import RoutinesPlace  # noqa: PLC0415

    return RoutinesPlace(shell)


def _baby(shell: Shell) -> Place:
    from companion.ui.baby.place import BabyPlace  # noqa: PLC0415

    return BabyPlace(shell)


def _diary(shell: Shell) -> Place:
    from companion.ui.diary.place import DiaryPlace  # noqa: PLC0415

    return DiaryPlace(shell)


def _clinic(shell: Shell) -> Place:
    from companion.ui.clinic.place import ClinicPlace  # noqa: PLC0415

    return ClinicPlace(shell)


def _settings(shell: Shell) -> Place:
    from companion.ui.settings.place import SettingsPlace  # noqa: PLC0415

    return SettingsPlace(shell)


PLACES: Mapping[Page, Callable[[Shell], Place]] = {
    Page.TODAY: _today,
    Page.ROUTINES: _routines,
    Page.BABY: _baby,
    Page.DIARY: _diary,
    Page.CLINIC: _clinic,
    Page.SETTINGS: _settings,
}
"""How each place is made; a page that is not here is not in the sidebar."""
