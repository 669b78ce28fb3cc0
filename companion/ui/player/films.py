"""Shows the family's film of a stroke in the player, in step with the session, and plays the family's music."""

from typing import TYPE_CHECKING

from companion.domain.clip import Clip, ClipPhase
from companion.domain.errors import CompanionError
from companion.ui.context import UiContext
from companion.ui.player.showing import Showing
from companion.ui.player.view import Mode, PlayerView
from companion.ui.theme import Look
from companion.ui.widgets.buttons import PlayerButton

if TYPE_CHECKING:
    from companion.services.clip_ports import ClipPlayer
    from companion.ui.clips.context import ClipContext
    from companion.ui.clips.presenter import ClipPresenter

_STANDING = {Mode.PAUSED, Mode.ENDED}


class SessionFilms:
    """One session's films. Who once turned to a film sees the films of later strokes too. Nothing is loaded before
    ``get_ready``, and no player before a film is wanted."""

    def __init__(self, context: UiContext, look: Look, showing: Showing) -> None:
        self._context = context
        self._look = look
        self._showing = showing
        self._clips: ClipContext | None = None
        self._player: ClipPlayer | None = None
        self._presenter: ClipPresenter | None = None
        self._view: PlayerView | None = None
        self._clip: Clip | None = None
        self._stroke = ""
        self._wanted = False
        self._goes_on = False
        self._closed = False

    def get_ready(self) -> None:
        """Know of the films from now on, and begin the music."""
        if self._closed:
            return
        self._clips = self._context.clips()
        self._showing.turned.connect(self.turn)
        chosen = self._clips.music_store.load()
        if chosen.files:
            self._clips.music.play(chosen)
        if self._view is not None:
            self.show_view(self._view)

    def show_view(self, view: PlayerView, spoken: str = "") -> None:
        """Take what the player shows: another stroke has other films, and a pause is one for a film too. ``spoken``
        words and small notes are read below the film."""
        before, self._view = self._view, view
        if self._clips is None:
            return
        if view.scene.stroke != self._stroke:
            self._stroke = view.scene.stroke
            self._clip = self._newest(self._clips)
            self._show()
        standing, stood = view.mode in _STANDING, before is not None and before.mode in _STANDING
        if standing is not stood:
            self._stand(standing)
        if self._presenter is not None:
            self._presenter.say(spoken or self._showing.noted)

    def turn(self) -> None:
        """From the drawing to the film, or back."""
        if self._clip is not None:
            self._wanted = not self._wanted
            self._show()

    def close(self) -> None:
        """Let go of the player; the music fades out."""
        self._closed = True
        if self._clips is not None:
            self._clips.music.stop()
        if self._presenter is not None:
            self._presenter.close()
        if self._player is not None:
            self._player.close()
        self._clips = self._presenter = self._player = None

    def _newest(self, clips: "ClipContext") -> Clip | None:
        try:
            found = clips.library.of_stroke(self._stroke)
        except CompanionError:  # told where films are looked after; the drawing is here
            return None
        return found[-1] if found else None

    def _show(self) -> None:
        clip = self._clip if self._wanted else None
        clips = self._clips
        if clip is not None and clips is not None:
            presenter = self._presenter or self._opened(clips)
            self._showing.show_part(offered=True, film=True)
            presenter.show(clip, clips.library.cue(clip), clips.library.poster(clip))
            return
        self._showing.show_part(offered=self._clip is not None, film=False)
        if self._presenter is not None:
            self._presenter.clear()

    def _opened(self, clips: "ClipContext") -> "ClipPresenter":
        from companion.ui.clips.film import ClipWidget  # noqa: PLC0415 - when wanted
        from companion.ui.clips.presenter import ClipPresenter  # noqa: PLC0415

        self._player = clips.open_player()
        self._presenter = ClipPresenter(self._player, clips.words, self._changed)
        film = ClipWidget(self._look, captioned=True, button=PlayerButton)
        self._showing.put_film(film)
        self._presenter.attach(film)
        return self._presenter

    def _changed(self, clip: Clip) -> None:
        """Half speed, mirror or sound: kept with the film."""
        self._clip = clip
        if self._clips is not None:
            try:
                self._clips.library.change(clip)
            except CompanionError:  # it counts for this session
                return

    def _stand(self, standing: bool) -> None:
        player = self._player
        if player is None:
            return
        if standing:
            self._goes_on = player.state().phase in {ClipPhase.PLAYING, ClipPhase.LOADING}
            player.pause()
        elif self._goes_on:
            player.play()
