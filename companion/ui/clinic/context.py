"""What the screens of the clinic are given by the composition root, beyond what all screens have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.services.ports import Wakefulness

if TYPE_CHECKING:
    from companion.domain.teaching import Teaching
    from companion.ui.stage_show.family_side import ComingDisplays


@dataclass(frozen=True, slots=True)
class ClinicContext:
    """``teaching`` are the words of a therapist for each stroke, read when first asked for (it may raise CompanionError
    ``content-broken``); ``displays`` tells which displays there are; ``awake`` keeps them from going dark."""

    teaching: "Callable[[], Mapping[str, Teaching]]"
    displays: "Callable[[], ComingDisplays]"
    awake: Wakefulness
