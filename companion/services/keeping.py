"""Use cases about a diary that is never lost, easy to hand over, and forgotten when its family wants that."""

from pathlib import Path

from companion.domain import backup as rules
from companion.domain.backup import Backup, Why
from companion.domain.clock import Clock
from companion.domain.exchange import Arrivals
from companion.services.ports import Vault


class Rhythm:
    """When the next copy is due: at the start, and after each half hour of use."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: float | None = None

    def next(self) -> Why | None:
        """Why a copy is due now, or None. Asking counts as making it: one that fails is told, and tried again after
        the next half hour."""
        now, last = self._clock.now(), self._last
        if not rules.is_due(last, now):
            return None
        self._last = now
        return Why.START if last is None else Why.REGULAR


def restore(vault: Vault, file: Path) -> None:
    """Put what a copy holds in the place of the diary, which is itself copied first: this can be taken back.

    Raises CompanionError; the diary then stands as it was.
    """
    vault.back_up(Why.BEFORE_RESTORE)
    vault.restore(file)


def bring_in(vault: Vault, file: Path) -> Arrivals:
    """Lay an exported file into the diary, which is copied first. A file that brings nothing changes nothing.

    Raises CompanionError; the diary then stands as it was.
    """
    coming = vault.arrivals(file)
    if coming.is_nothing:
        return coming
    vault.back_up(Why.BEFORE_IMPORT)
    return vault.bring_in(file)


def forget_baby(vault: Vault, baby: str) -> Backup:
    """Remove a baby and all that was written of it, copies included; then make a new copy of what is left.

    Raises CompanionError; what was begun is ended at the next start.
    """
    vault.forget_baby(baby)
    return vault.back_up(Why.AFTER_DELETING)


def forget_everything(vault: Vault) -> None:
    """Remove all that was ever written. Raises CompanionError; what was begun is ended at the next start."""
    vault.forget_everything()
