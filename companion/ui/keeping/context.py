"""What the screens about your data are given by the composition root, beyond what all screens have."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.services.passcodes import Passcodes


@dataclass(frozen=True, slots=True)
class KeepingContext:
    """``passcodes`` raises CompanionError ``passcode-unavailable`` on a machine that cannot lock a diary."""

    passcodes: "Callable[[], Passcodes]"
