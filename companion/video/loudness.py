"""How loud music is at each moment: it fades in and out, and gives way while somebody speaks. No sound, no clock."""

FADE = 1.5
"""Seconds from silence to the volume that was chosen, and back."""
GIVE_WAY = 0.3
"""Seconds in which music gives way to the voice."""
COME_BACK = 1.2
"""Seconds in which it comes back."""
UNDER_VOICE = 0.35
"""The share of its volume that music keeps under the voice."""
LINGER = 0.4
"""Seconds after the words until the music comes back."""


class Loudness:
    """Two ramps, multiplied: the fade, and the giving way. Times are seconds of any steady clock."""

    def __init__(self) -> None:
        self.volume = 0.0
        self._wanted = 0.0
        self._fade = 0.0
        self._way = 1.0
        self._voice_until = float("-inf")
        self._at = 0.0

    @property
    def gain(self) -> float:
        """What the music is multiplied with now, 0.0 to 1.0, as the ear takes it."""
        return self.volume * self._fade * self._way

    @property
    def is_silent(self) -> bool:
        """Whether it has faded out."""
        return self._wanted == 0.0 and self._fade == 0.0

    def fade_in(self, now: float) -> None:
        """Become audible."""
        self.step(now)
        self._wanted = 1.0

    def fade_out(self, now: float) -> None:
        """Become silent."""
        self.step(now)
        self._wanted = 0.0

    def duck(self, now: float, seconds: float) -> None:
        """Somebody speaks for so long."""
        self.step(now)
        self._voice_until = now + seconds + LINGER

    def unduck(self, now: float) -> None:
        """Nobody speaks any more."""
        self.step(now)
        self._voice_until = min(self._voice_until, now)

    def step(self, now: float) -> None:
        """Move both ramps on to this moment."""
        passed, self._at = max(0.0, now - self._at), now
        self._fade = _towards(self._fade, self._wanted, passed / FADE)
        speaks = now < self._voice_until
        span = (1 - UNDER_VOICE) / (GIVE_WAY if speaks else COME_BACK)
        self._way = _towards(self._way, UNDER_VOICE if speaks else 1.0, passed * span)

    def next_change(self, now: float, pace: float) -> float | None:
        """Seconds until ``step`` is due again: ``pace`` while a ramp moves, None when nothing will change."""
        if self._fade != self._wanted or self._way != (UNDER_VOICE if now < self._voice_until else 1.0):
            return pace
        return max(pace, self._voice_until - now) if now < self._voice_until else None


def _towards(value: float, target: float, most: float) -> float:
    return min(target, value + most) if value < target else max(target, value - most)
