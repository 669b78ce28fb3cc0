"""Takes a film in: asks for it, has it checked in the background, lets it be trimmed, and keeps or forgets it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from companion.domain.clip import Clip
from companion.domain.errors import CompanionError
from companion.services.clips import Candidate
from companion.ui.clips.add_sheet import AddClipSheet
from companion.ui.clips.context import ClipContext
from companion.ui.clips.presenter import ClipPresenter
from companion.ui.clips.trim import Trim
from companion.ui.clips.view import film_facts
from companion.ui.sentences import sentence
from companion.ui.theme import Look

OVER = -1
"""The turn of a film on its way in of which nobody wants to know any more."""


class ClipAdding:
    """One film on its way in, for one stroke. ``added`` is called with the clip that was kept."""

    def __init__(
        self, context: ClipContext, look: Look, over: QWidget, stroke: str, added: Callable[[Clip], None]
    ) -> None:
        self._context = context
        self._over = over
        self._stroke = stroke
        self._added = added
        self._candidate: Candidate | None = None
        self._clip: Clip | None = None
        self._turn = 0
        self._before = over.window().focusWidget()
        self.sheet = AddClipSheet(look, over)
        self._player = context.open_player()
        self._presenter = ClipPresenter(self._player, context.words, self._changed)

    def begin(self) -> None:
        """Ask for a film, and open the sheet on it."""
        self._presenter.attach(self.sheet.film)
        self.sheet.another.connect(self._ask)
        self.sheet.trimmed.connect(self._trimmed)
        self.sheet.kept.connect(self._keep)
        self.sheet.closed.connect(self.close)
        self._ask()

    def close(self) -> None:
        """Forget what was not kept, and let go of everything; it may be called at any time, and twice."""
        if self._turn == OVER:
            return
        self._turn = OVER
        self._presenter.close()
        self._player.close()
        if self._candidate is not None:
            self._context.library.discard(self._candidate)
            self._candidate = None
        self.sheet.hide()
        self.sheet.deleteLater()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def _ask(self) -> None:
        source = self._context.choose_film(self._over)
        if source is not None:
            self._check(source)
        elif not self.sheet.isVisible():
            self.close()

    def _check(self, source: Path) -> None:
        self._turn += 1
        self.sheet.show_checking(source.name)
        self.sheet.open()
        library = self._context.library
        self._context.background.run(
            partial(library.check, source),
            partial(self._checked, self._turn),
            partial(self._refused, self._turn),
        )

    def _refused(self, turn: int, error: CompanionError) -> None:
        if turn == self._turn:
            self.sheet.show_refusal(sentence(error, self._context.words))

    def _checked(self, turn: int, candidate: Candidate) -> None:
        library = self._context.library
        if turn != self._turn:  # nobody waits for it any more
            library.discard(candidate)
            return
        self._candidate = candidate
        self._clip = library.proposal(candidate, self._stroke)
        self.sheet.show_clip(self._clip, film_facts(candidate.film, QLocale(self._context.words.language)))
        self._presenter.show(self._clip, library.trial_cue(candidate), candidate.poster)

    def _changed(self, clip: Clip) -> None:
        """Half speed, mirror or sound was pressed."""
        if self._clip is not None and self._candidate is not None:
            self._clip = replace(self._clip, slow=clip.slow, mirrored=clip.mirrored, muted=clip.muted)
            self.sheet.show_clip(
                self._clip, film_facts(self._candidate.film, QLocale(self._context.words.language))
            )

    def _trimmed(self, trim: Trim) -> None:
        """While a handle is pulled, show the picture under it; then play what is left, round and round."""
        if self._clip is None or self._candidate is None:
            return
        self._clip = replace(self._clip, start=trim.start, end=trim.end)
        cue = self._context.library.trial_cue(self._candidate)
        if not trim.settled:
            self._player.pause()
            self._player.seek(trim.at)
            return
        clip = self._clip
        cue = replace(cue, start=clip.start, end=clip.end, rate=clip.rate, muted=clip.muted)
        self._presenter.show(clip, cue, self._candidate.poster)

    def _keep(self, clip: Clip) -> None:
        candidate = self._candidate
        if candidate is None:
            return
        self._player.unload()
        try:
            kept = self._context.library.keep(candidate, clip)
        except CompanionError as error:
            self.sheet.show_refusal(sentence(error, self._context.words))
            return
        self._candidate = None
        self.close()
        self._added(kept)
