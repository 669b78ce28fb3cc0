"""What the screens between Begin and play are given by the composition root."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.services.starting import Starting


@dataclass(frozen=True, slots=True)
class StartContext:
    """``starting`` looks at what is wanted and begins it; ``citations`` says what each source key stands for. Both are
    made when first asked for."""

    starting: "Callable[[], Starting]"
    citations: Callable[[], Mapping[str, str]]
