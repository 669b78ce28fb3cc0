"""Watches what a player shows: the times that its pictures tell, and the colours of their corners."""

from companion.domain.clip import FilmFrame
from companion.services.clip_ports import ClipPlayer
from tests.video.films import BAND, GREY_FIRST, GREY_LAST, Colour

TOLERANCE = 14


def colour_at(frame: FilmFrame, across: float, down: float) -> Colour:
    """The colour at a share of the width and of the height."""
    x, y = int(across * (frame.width - 1)), int(down * (frame.height - 1))
    blue, green, red = frame.pixels[y * frame.stride + x * 4 :][:3]
    return red, green, blue


def is_near(seen: Colour, wanted: Colour) -> bool:
    """The same colour, but for what coding makes of it."""
    return all(abs(a - b) <= TOLERANCE for a, b in zip(seen, wanted, strict=True))


def share_shown(frame: FilmFrame) -> float:
    """How far into the film a picture is, from 0 to 1, as its grey band tells."""
    grey = colour_at(frame, 0.5, BAND / 2)[1]
    return (grey - GREY_FIRST) / (GREY_LAST - GREY_FIRST)


class Watcher:
    """Writes down what each picture tells."""

    def __init__(self, player: ClipPlayer) -> None:
        self._player = player
        self.shares: list[float] = []
        self._last: FilmFrame | None = None
        player.listen(self._look)

    def _look(self) -> None:
        frame = self._player.frame()
        if frame is not None:
            share = share_shown(frame)
            if not self.shares or share != self.shares[-1]:
                self.shares.append(share)

    @property
    def rounds(self) -> int:
        """How often it went back to an earlier picture."""
        return sum(
            later < earlier - 0.3 for earlier, later in zip(self.shares, self.shares[1:], strict=False)
        )
