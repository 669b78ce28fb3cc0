"""Makes the copies of the diary in their rhythm, beside the screen, as long as the window is open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from companion.domain.errors import CompanionError
from companion.services.keeping import Rhythm
from companion.services.ports import Vault
from companion.ui.background import Background

LOOK_EVERY_MS = 60_000


def _nothing_to_settle() -> None:
    pass


class Rounds(QObject):
    """Asks the rhythm each minute; ``tell`` gets a copy that failed, once for each reason."""

    def __init__(
        self,
        rhythm: Rhythm,
        vault: Vault,
        background: Background,
        tell: Callable[[CompanionError], None],
        settle: Callable[[], object] = _nothing_to_settle,
    ) -> None:
        super().__init__()
        self._rhythm = rhythm
        self._vault = vault
        self._background = background
        self._tell = tell
        self._settle = settle
        self._told: set[str] = set()
        self._timer = QTimer(self)

    def begin(self) -> None:
        """Bring older copies under the lock of the diary, make the first copy, and go on."""
        self._background.run(self._settle, _fine, self._failed)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY_MS)
        self.look()

    def look(self) -> None:
        """Make a copy when one is due."""
        why = self._rhythm.next()
        if why is not None:
            self._background.run(partial(self._vault.back_up, why), _fine, self._failed)

    def _failed(self, error: CompanionError) -> None:
        if error.key not in self._told:
            self._told.add(error.key)
            self._tell(error)


def _fine(_done: object) -> None:
    pass
