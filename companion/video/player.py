"""Plays clips through libVLC into frames: the screen's thread asks and is told, all calls happen on a lane."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from companion.domain.clip import ClipPhase, ClipState, FilmFrame
from companion.services.clip_ports import Cue
from companion.video.deck import PATIENCE, Deck, News, Telling
from companion.video.frames import FrameStore
from companion.video.lane import Lane
from companion.video.libvlc import LibVlc

FURTHEST_GUESS = 1.0
"""Seconds for which the place in the film is guessed on from what libVLC last told (it tells 2 to 4 times a second)."""
SETTLED = 10
"""Pictures after which a film plays steadily. Told to stand or to jump before that, libVLC may show a wrong picture,
and ignore every later jump (measured: up to 80 of 100 times; after ten pictures, never)."""


class _Bell(QObject):
    """Carries a mark from libVLC's threads to the thread that this was made on."""

    rung = Signal()


class VlcClipPlayer:
    """Fills the port ``ClipPlayer``. Make it on the UI thread.

    libVLC's threads leave a picture or a piece of news and ring once; everything is taken in on the UI thread.
    Each film has a number (``turn``): what an earlier film still tells is passed over. A film that is to stand, or
    to begin elsewhere, runs unseen (but for its first picture) until it has settled.
    """

    def __init__(self, vlc: LibVlc, patience: float = PATIENCE) -> None:
        self._bell = _Bell()
        self._frames = FrameStore(self._ring)
        self._deck = Deck(vlc, self._frames, self._tell, patience)
        self._lane = Lane("clips", self._deck.look_after)
        self._news: deque[News] = deque()
        self._rung = False
        self._turn = 0
        self._cue: Cue | None = None
        self._state = ClipState()
        self._told_at = 0.0
        self._settled = False
        self._hidden = False
        self._wanted: float | None = None  # the second to go to once the film has settled, or stands
        self._frame: FilmFrame | None = None
        self._listeners: list[Callable[[], None]] = []
        self._bell.rung.connect(self._take_in, Qt.ConnectionType.QueuedConnection)

    def listen(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def ignore(self, listener: Callable[[], None]) -> None:
        if listener in self._listeners:
            self._listeners.remove(listener)

    def frame(self) -> FilmFrame | None:
        return self._frame

    def state(self) -> ClipState:
        cue, state = self._cue, self._state
        if cue is None or state.phase is not ClipPhase.PLAYING:
            return state
        guessed = min(FURTHEST_GUESS, time.monotonic() - self._told_at) * cue.rate
        return replace(state, at=min(cue.end, state.at + guessed))

    def load(self, cue: Cue) -> None:
        self._turn += 1
        turn = self._turn
        begins = cue.start if cue.at is None else cue.at
        moves = begins != cue.start
        self._cue, self._settled, self._hidden = cue, False, moves
        self._wanted = begins if moves or cue.paused else None
        self._set(ClipState(ClipPhase.LOADING, begins))

        def put_on() -> None:
            if turn == self._turn:  # whoever leafs through films quickly does not wait for each
                self._deck.put_on(turn, cue, unheard=moves or cue.paused)

        self._lane.submit(put_on)

    def play(self) -> None:
        if self._cue is None:
            return
        if self._state.phase in {ClipPhase.ENDED, ClipPhase.FAILED}:
            self.load(replace(self._cue, at=None, paused=False))
            return
        self._cue = replace(self._cue, paused=False)
        if self._settled:
            self._lane.submit(lambda: self._deck.pause(False))

    def pause(self) -> None:
        if self._cue is None:
            return
        self._cue = replace(self._cue, paused=True)
        if self._settled:
            self._lane.submit(lambda: self._deck.pause(True))

    def seek(self, at: float) -> None:
        if self._cue is None:
            return
        at = min(max(self._cue.start, at), max(self._cue.start, self._cue.end - 0.05))
        if self._state.phase is ClipPhase.ENDED:
            self.load(replace(self._cue, at=at))
            return
        self._set(replace(self._state, at=at))
        if self._settled and self._wanted is None:
            self._lane.submit(lambda: self._deck.seek(at))
        else:
            self._wanted, self._hidden = at, True

    def set_rate(self, rate: float) -> None:
        if self._cue is not None:
            self._set(self.state())
            self._cue = replace(self._cue, rate=rate)
            self._lane.submit(lambda: self._deck.set_rate(rate))

    def set_muted(self, muted: bool) -> None:
        """With or without sound. A silent film has no sound track open at all (a machine without a sound device
        would look for one at every sample), so this opens the film anew, at the same place."""
        if self._cue is not None and muted is not self._cue.muted:
            self.load(replace(self._cue, muted=muted, at=self.state().at))

    def unload(self) -> None:
        self._turn += 1
        self._cue, self._frame = None, None
        self._set(ClipState())
        self._lane.submit(self._take_off)

    def close(self) -> None:
        """Let go of everything. Returns when libVLC has stopped."""
        self._turn += 1
        self._listeners.clear()
        self._cue, self._frame = None, None
        self._lane.submit(self._take_off)
        self._lane.close()

    def _take_off(self) -> None:
        self._deck.take_off()
        self._frames.forget()

    @property
    def _arranging(self) -> bool:
        """Whether what libVLC does is not yet what was asked for."""
        return self._wanted is not None or (self._cue is not None and self._cue.paused)

    def _tell(self, news: News) -> None:
        """Called on libVLC's threads and the lane's."""
        self._news.append(news)
        self._ring()

    def _ring(self) -> None:
        """Called on libVLC's threads: one signal, however much there is to take in."""
        if not self._rung:
            self._rung = True
            self._bell.rung.emit()

    def _take_in(self) -> None:
        self._rung = False
        while self._news:
            news = self._news.popleft()
            if news.turn == self._turn:
                self._state = self._after(news)
        self._look()
        self._call()

    def _look(self) -> None:
        """Take the newest picture, and arrange the film when it has settled."""
        fresh = self._frames.take(self._turn)
        if fresh is not None and not self._hidden:
            self._frame = fresh
            self._hidden = self._wanted is not None
        if not self._settled and self._cue is not None and self._frames.count(self._turn) >= SETTLED:
            self._settled = True
            if self._cue.paused:
                self._lane.submit(lambda: self._deck.pause(True))
            else:
                self._go_where_wanted()
                self._state = self._at_work(self._state)

    def _at_work(self, state: ClipState) -> ClipState:
        """The state, playing if the film was only waiting for that."""
        waits = state.phase is not ClipPhase.LOADING or self._arranging
        return state if waits else replace(state, phase=ClipPhase.PLAYING)

    def _go_where_wanted(self) -> None:
        at, self._wanted = self._wanted, None
        if at is not None:
            self._lane.submit(lambda: self._deck.seek(at))

    def _after(self, news: News) -> ClipState:
        state, here, self._told_at = self._state, self.state().at, time.monotonic()
        match news.telling:
            case Telling.PLAYING:
                return state if self._arranging else ClipState(ClipPhase.PLAYING, state.at)
            case Telling.PAUSED:
                at = here if self._wanted is None else self._wanted
                self._go_where_wanted()
                return ClipState(ClipPhase.PAUSED, at)
            case Telling.SOUGHT:
                self._hidden = False
                return self._at_work(state)
            case Telling.TIME:
                return state if self._arranging else replace(state, at=news.at)
            case Telling.ENDED:
                return ClipState(ClipPhase.ENDED, self._cue.end if self._cue else state.at)
            case Telling.FAILED:
                return ClipState(ClipPhase.FAILED, state.at, news.error)

    def _set(self, state: ClipState) -> None:
        self._state, self._told_at = state, time.monotonic()
        self._call()

    def _call(self) -> None:
        for listener in tuple(self._listeners):
            listener()
