"""How the picture goes over from one scene to the next: the camera glides over the same baby, or one fades out."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtGui import QPixmap

from companion.domain.figure.camera import GLIDE_SECONDS, glide, widened
from companion.domain.figure.drawing import Frame

FADE_SECONDS = 0.6
CALM_SECONDS = 1.0
"""How long a picture takes to fade out, and how long under reduced motion, where no camera glides."""
BEAT_MS = 16


class Crossing(QObject):
    """Counts the way from one scene to the next and asks for frames (``beat``) until it is over."""

    def __init__(self, owner: QObject, beat: Callable[[], None]) -> None:
        super().__init__(owner)
        self._since = QElapsedTimer()
        self._beats = QTimer(self)
        self._beats.setInterval(BEAT_MS)
        self._beats.timeout.connect(beat)
        self._start: Frame | None = None
        self._before: QPixmap | None = None
        self._lasts = 0.0

    @property
    def is_on(self) -> bool:
        """Whether a picture is on its way."""
        return self._lasts > 0.0

    def glide_from(self, frame: Frame) -> None:
        """The camera sets off from this frame."""
        self._set_off(GLIDE_SECONDS)
        self._start = frame

    def fade_from(self, before: QPixmap, *, calm: bool) -> None:
        """What was shown fades out, slowly where nothing else may move."""
        self._set_off(CALM_SECONDS if calm else FADE_SECONDS)
        self._before = before

    def cut(self) -> None:
        """Be there at once."""
        self._beats.stop()
        self._start = self._before = None
        self._lasts = 0.0

    def frame(self, goal: Frame, aspect: float) -> Frame | None:
        """What the camera sees now on its way to ``goal``; None when it stands still."""
        if self._start is None:
            return None
        return glide(widened(self._start, aspect), widened(goal, aspect), self._seconds())

    def remains(self) -> tuple[QPixmap, float] | None:
        """What fades out and how strong it still is (1.0 to 0.0); None when nothing does."""
        if self._before is None:
            return None
        return self._before, max(0.0, 1.0 - self._seconds() / self._lasts)

    def end_if_over(self) -> None:
        """Stop asking for frames once the way is gone."""
        if self.is_on and self._seconds() >= self._lasts:
            self.cut()

    def _set_off(self, lasts: float) -> None:
        self.cut()
        self._lasts = lasts
        self._since.start()
        self._beats.start()

    def _seconds(self) -> float:
        return self._since.elapsed() / 1000
