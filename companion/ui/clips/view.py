"""What a clip's widgets show at one instant, and what a person can do with them."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QLocale

from companion.domain.clip import Clip, ClipPhase, ClipState, Film
from companion.domain.words import Words
from companion.ui.sentences import sentence


class ClipPress(Enum):
    """One press of a clip's buttons."""

    TOGGLE = auto()
    SLOW = auto()
    MIRROR = auto()
    SOUND = auto()


@dataclass(frozen=True, slots=True)
class SeekTo:
    """Go to this second of the film."""

    at: float


ClipAction = ClipPress | SeekTo


@dataclass(frozen=True, slots=True)
class ClipView:
    """Everything that a clip shows: ``at`` between ``start`` and ``end`` (seconds of the film), and ``notice``, one
    sentence, when it cannot be shown."""

    caption: str
    playing: bool
    at: float
    start: float
    end: float
    slow: bool
    mirrored: bool
    muted: bool
    has_sound: bool
    notice: str = ""


def clip_view(clip: Clip, state: ClipState, line: str, words: Words) -> ClipView:
    """The view of a clip in this state; ``line`` is the stroke's own instruction."""
    return ClipView(
        caption=clip.caption or line,
        playing=state.phase in {ClipPhase.PLAYING, ClipPhase.LOADING},
        at=min(max(clip.start, state.at), clip.end),
        start=clip.start,
        end=clip.end,
        slow=clip.slow,
        mirrored=clip.mirrored,
        muted=clip.muted,
        has_sound=clip.film.sound,
        notice=sentence(state.error, words) if state.error else "",
    )


def clock_time(seconds: float) -> str:
    """Minutes and seconds: ``0:07``."""
    whole = int(max(0.0, seconds))
    return f"{whole // 60}:{whole % 60:02}"


def film_facts(film: Film, locale: QLocale) -> str:
    """How long a film is, how large, and whether it has sound, in one line."""
    size = locale.formattedDataSize(film.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    sound = (
        QCoreApplication.translate("Clips", "with sound")
        if film.sound
        else QCoreApplication.translate("Clips", "no sound")
    )
    return " · ".join((clock_time(film.seconds + 0.5), f"{film.width} × {film.height}", size, sound))
