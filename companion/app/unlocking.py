"""Asks for the passcode of a locked diary: in a window of its own before all else, or on the terminal."""

import getpass
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from companion.app.paths import Paths
from companion.app.sentences import sentence
from companion.domain.errors import CompanionError
from companion.domain.help import HelpChoice
from companion.storage.passcode import STRONG, Cost, Lock, Slot, unwrapped, wrapped, write_lock

if TYPE_CHECKING:
    from companion.domain.clock import Clock
    from companion.ui.background import Background
    from companion.ui.keeping.unlock import UnlockWindow

TRIES = 3


class FolderUnlocker:
    """Opens the lock of a data folder."""

    def __init__(self, lock: Lock, homes: tuple[Path, ...], cost: Cost = STRONG) -> None:
        self._lock = lock
        self._homes = homes
        self._cost = cost

    def unlock(self, passcode: str) -> bytes:
        """The key. Raises CompanionError ``passcode-wrong``."""
        return unwrapped(self._lock, Slot.PASSCODE, passcode)

    def recover(self, code: str, passcode: str) -> bytes:
        """The key, by the recovery code; ``passcode`` counts from now on. Raises CompanionError ``recovery-wrong``."""
        key = unwrapped(self._lock, Slot.RECOVERY, code)
        write_lock(wrapped(self._lock, Slot.PASSCODE, passcode, key, self._cost), self._homes)
        return key


def ask_in_window(paths: Paths, clock: "Clock", lock: Lock) -> bytes:
    """The key, from whoever sits in front of the screen. Needs a QApplication. Raises CompanionError
    ``passcode-needed`` when the window is closed."""
    from PySide6.QtCore import QEventLoop  # noqa: PLC0415 - only where there is a passcode

    from companion.app.doorbell import Doorbell, come_to_the_front  # noqa: PLC0415
    from companion.ui.background import Background  # noqa: PLC0415

    background, loop, found = Background(1), QEventLoop(), list[bytes]()
    window = unlock_window(paths, clock, lock, background)
    doorbell = Doorbell(paths.home)
    doorbell.rang.connect(partial(come_to_the_front, window))
    window.opened.connect(found.append)
    window.opened.connect(loop.quit)
    window.closed.connect(loop.quit)
    window.show()
    doorbell.listen()
    loop.exec()
    background.close()
    doorbell.deleteLater()
    window.close()
    window.deleteLater()
    if not found:
        raise CompanionError("passcode-needed")
    return found[0]


def unlock_window(
    paths: Paths, clock: "Clock", lock: Lock, background: "Background", cost: Cost = STRONG
) -> "UnlockWindow":
    """The window that asks, as the settings want it to look."""
    from companion.content.library import load_library  # noqa: PLC0415
    from companion.storage.settings_file import SettingsFile  # noqa: PLC0415
    from companion.ui.keeping.unlock import UnlockWindow  # noqa: PLC0415
    from companion.ui.theme import Look, load_fonts, palette_of, read_theme, style_sheet, theme_file  # noqa: PLC0415

    settings = SettingsFile(paths.settings, clock).load()
    words = load_library(paths.data, settings.language, paths.cache / "content").words
    load_fonts(paths.media / "fonts")
    themes = paths.data / "themes"
    look = Look(read_theme(themes / theme_file(settings.theme, clock.wall().hour)), settings.text_scale)
    homes = (paths.home, paths.home / "backups")
    window = UnlockWindow(
        look,
        FolderUnlocker(lock, homes, cost),
        background,
        lambda error: sentence(error, words.messages),
        help_lines(words.phrases, settings.help),
    )
    window.setPalette(palette_of(look.theme))
    window.setStyleSheet(style_sheet(look.theme, look.scale))
    window.resize(1280, 800)
    window.setMinimumSize(800, 540)
    return window


def help_lines(phrases: Mapping[str, str], chosen: HelpChoice) -> tuple[str, ...]:
    """Whom to call: it must be seen whatever is locked."""
    own = {"emergency": chosen.emergency, "nurse": chosen.nurse} if chosen.own else {}
    numbers = {
        name: own.get(name) or phrases.get(f"help.number.{name}", "") for name in ("emergency", "nurse")
    }
    return tuple(
        f"{phrases.get(f'help.number.{name}.about', '')}: {number}"
        for name, number in numbers.items()
        if number
    )


def ask_on_terminal(messages: Mapping[str, str], lock: Lock) -> bytes:
    """The key, from whoever sits at the terminal. Raises CompanionError ``passcode-wrong`` after three tries."""
    for number in range(TRIES):
        try:
            return unwrapped(lock, Slot.PASSCODE, _read(messages["cli.passcode"]))
        except CompanionError as error:
            if number == TRIES - 1 or not sys.stdin.isatty():
                raise
            sys.stderr.write(sentence(error, messages) + "\n")
    raise CompanionError("passcode-needed")


def _read(prompt: str) -> str:
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
