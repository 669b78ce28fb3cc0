"""Shows the family's or therapist's own film of a stroke in place of its drawing, in all windows of a demonstration."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.clip import Clip, ClipPhase
from companion.domain.errors import CompanionError
from companion.ui.context import UiContext
from companion.ui.sentences import sentence
from companion.ui.stage_show.figure_view import FigureView
from companion.ui.stage_show.view import FilmSwitch, ShowView
from companion.ui.theme import Look

if TYPE_CHECKING:
    from companion.services.clip_ports import ClipPlayer
    from companion.ui.clips.presenter import ClipPresenter


class ShowFilms:
    """One demonstration's films. A stroke begins with its drawing, which stays until a film has a first picture, and
    when it has none. No player is opened before a film is asked for. ``figures`` are those that there are just now;
    ``changed`` is called when one turned to a film or away from it, or it failed."""

    def __init__(
        self,
        context: UiContext,
        look: Look,
        figures: Callable[[], Sequence[FigureView]],
        changed: Callable[[], None],
    ) -> None:
        self._context = context
        self._look = look
        self._figures = figures
        self._changed = changed
        self._player: ClipPlayer | None = None
        self._presenter: ClipPresenter | None = None
        self._at: tuple[int, str] | None = None
        self._offered: Clip | None = None
        self._shown: Clip | None = None
        self._standing = False
        self._notice = ""

    def follow(self, view: ShowView) -> ShowView:
        """Take this instant before it is shown, and tell in it how it is with films: another stroke begins with its
        drawing, and what is frozen or dark stands."""
        at = view.at, view.shown.scene.stroke
        if at != self._at:
            self._put_away()
            self._at, self._offered, self._notice = at, self._newest(at[1]), ""
        self._stand(view.frozen or view.blank)
        if self._shown is not None:
            self._lay()
            return replace(view, film=FilmSwitch.SHOWN, spot=None)
        return replace(
            view, film=FilmSwitch.OFFERED if self._offered else FilmSwitch.NONE, notice=self._notice
        )

    def turn(self) -> None:
        """From the drawing to the film, or back; nothing where there is no film."""
        if self._shown is not None:
            self._put_away()
        elif self._offered is not None:
            self._show(self._offered)
        self._changed()

    def close(self) -> None:
        """Back to the drawing, and let go of the player."""
        self._put_away()
        presenter, player = self._presenter, self._player
        self._presenter = self._player = None
        if presenter is not None and player is not None:
            presenter.close()
            player.ignore(self._heard)
            player.close()
        for figure in self._figures():
            figure.take_film(None)

    def _newest(self, stroke: str) -> Clip | None:
        try:
            found = self._context.clips().library.of_stroke(stroke)
        except CompanionError:  # told where films are looked after; the drawing is here
            return None
        return found[-1] if found else None

    def _show(self, clip: Clip) -> None:
        clips = self._context.clips()
        presenter = self._presenter or self._opened()
        self._shown, self._notice = clip, ""
        self._lay()
        cue = replace(clips.library.cue(clip), paused=self._standing)
        presenter.show(clip, cue, clips.library.poster(clip))

    def _opened(self) -> "ClipPresenter":
        from companion.ui.clips.presenter import ClipPresenter  # noqa: PLC0415 - when wanted

        clips = self._context.clips()
        self._player = clips.open_player()
        self._player.listen(self._heard)  # before the presenter, which would write a failure for all to see
        self._presenter = ClipPresenter(self._player, clips.words)
        return self._presenter

    def _put_away(self) -> None:
        """Every figure is a drawing again."""
        was, self._shown = self._shown, None
        if was is not None and self._presenter is not None:
            for figure in self._figures():
                figure.cover(on=False)
            self._presenter.clear()

    def _heard(self) -> None:
        """A picture has come, or the film cannot be shown."""
        if self._shown is None or self._player is None:
            return
        state = self._player.state()
        if state.phase is ClipPhase.FAILED:
            self._notice = sentence(state.error, self._context.words) if state.error else ""
            self._put_away()
            self._changed()
        else:
            self._lay()

    def _lay(self) -> None:
        """Give each figure the film, over the drawing as soon as there is a picture."""
        from companion.ui.clips.film import ClipWidget  # noqa: PLC0415 - when wanted

        if self._presenter is None or self._player is None:
            return
        loading = self._player.state().phase in {ClipPhase.EMPTY, ClipPhase.LOADING, ClipPhase.FAILED}
        for figure in self._figures():
            if not figure.has_film:
                film = ClipWidget(self._look, bare=True)
                figure.take_film(film)
                self._presenter.attach(film)
            figure.cover(on=not loading and self._player.frame() is not None)

    def _stand(self, standing: bool) -> None:
        if standing is self._standing:
            return
        self._standing = standing
        if self._shown is not None and self._player is not None:
            (self._player.pause if standing else self._player.play)()
