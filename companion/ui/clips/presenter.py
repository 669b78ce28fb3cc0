"""Plays a clip in one or more widgets, and does with it what a person asks for."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QImage

from companion.domain.clip import Clip, ClipPhase
from companion.domain.words import Words
from companion.services.clip_ports import ClipPlayer, Cue
from companion.ui.clips.film import ClipWidget
from companion.ui.clips.view import ClipAction, ClipPress, SeekTo, clip_view


def _nothing(_clip: Clip) -> None:
    return None


class ClipPresenter:
    """Between a player and its widgets (a therapist's and an audience's show the same frames).

    ``changed`` is called with the clip when a person changed how it plays. A film that nobody can see stands
    still. Whoever made the player closes it, after ``close``.
    """

    def __init__(self, player: ClipPlayer, words: Words, changed: Callable[[Clip], None] = _nothing) -> None:
        self._player = player
        self._words = words
        self._changed = changed
        self._widgets: list[ClipWidget] = []
        self._clip: Clip | None = None
        self._line = self._said = ""
        self._poster = QImage()
        self._waits_unseen = False
        player.listen(self._refresh)

    def attach(self, widget: ClipWidget) -> None:
        """Show the clip here too."""
        self._widgets.append(widget)
        widget.acted.connect(self.act)
        widget.seen.connect(self._seen)
        widget.destroyed.connect(partial(self._forget, widget))
        widget.picture.show_poster(self._poster)
        self._refresh()

    def show(self, clip: Clip, cue: Cue, poster: bytes, line: str = "") -> None:
        """Play this clip; ``poster`` (a JPEG file) is seen until its first frame, ``line`` where it has no caption."""
        self._clip, self._line = clip, line
        self._poster = QImage.fromData(poster)
        for widget in self._widgets:
            widget.picture.show_poster(self._poster)
        self._waits_unseen = not cue.paused and not self._is_seen()
        self._player.load(replace(cue, paused=cue.paused or self._waits_unseen))

    def say(self, words: str) -> None:
        """Show words that are spoken just now in the caption's place; "" brings it back."""
        if words != self._said:
            self._said = words
            self._refresh()

    def act(self, action: ClipAction) -> None:
        """Do what a person asked for."""
        clip, player = self._clip, self._player
        if clip is None:
            return
        match action:
            case SeekTo(at=at):
                player.seek(at)
            case ClipPress.TOGGLE:
                self.toggle()
            case ClipPress.SLOW:
                self._change(replace(clip, slow=not clip.slow))
                player.set_rate(0.5 if not clip.slow else 1.0)
            case ClipPress.MIRROR:
                self._change(replace(clip, mirrored=not clip.mirrored))
            case ClipPress.SOUND:
                self._change(replace(clip, muted=not clip.muted))
                player.set_muted(not clip.muted)

    def toggle(self) -> None:
        """Stand still, or go on."""
        if self._player.state().phase in {ClipPhase.PLAYING, ClipPhase.LOADING}:
            self._player.pause()
        else:
            self._player.play()

    def clear(self) -> None:
        """Show no clip."""
        self._clip, self._poster = None, QImage()
        self._player.unload()
        for widget in self._widgets:
            widget.picture.show_poster(self._poster)

    def close(self) -> None:
        """Listen to the player no more."""
        self._player.ignore(self._refresh)
        self._widgets.clear()
        self._clip = None

    def _forget(self, widget: ClipWidget, *_gone: object) -> None:
        """The widget went with its screen."""
        self._widgets = [one for one in self._widgets if one is not widget]

    def _change(self, clip: Clip) -> None:
        self._clip = clip
        self._refresh()
        self._changed(clip)

    def _refresh(self) -> None:
        clip = self._clip
        if clip is None:
            return
        state = self._player.state()
        view = clip_view(clip, state, self._line, self._words)
        view = replace(view, caption=self._said or view.caption)
        # The frame of the film before this one is not shown: the poster of this one is.
        frame = None if state.phase in {ClipPhase.LOADING, ClipPhase.FAILED} else self._player.frame()
        for widget in self._widgets:
            widget.picture.show_frame(frame)
            widget.show_view(view)

    def _is_seen(self) -> bool:
        return any(widget.isVisible() for widget in self._widgets)

    def _seen(self, seen: bool) -> None:
        """Stop a film that nobody sees, and let it go on when somebody does again."""
        if self._clip is None:
            return
        if seen and self._waits_unseen:
            self._waits_unseen = False
            self._player.play()
        elif not seen and not self._is_seen() and self._player.state().phase is ClipPhase.PLAYING:
            self._waits_unseen = True
            self._player.pause()
