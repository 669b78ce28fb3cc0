"""Brings the films of a stroke to their panel, and does with them what a person asks for."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from companion.domain.clip import Clip
from companion.domain.errors import CompanionError
from companion.ui.clips.adding import ClipAdding
from companion.ui.clips.context import ClipContext
from companion.ui.clips.panel import ClipPanel
from companion.ui.clips.presenter import ClipPresenter
from companion.ui.dialogs import ErrorSheet
from companion.ui.sentences import sentence
from companion.ui.theme import Look


class StrokeClips:
    """The panel of one stroke at a time. ``over`` is the screen that sheets are laid over."""

    def __init__(self, context: ClipContext, look: Look, over: QWidget) -> None:
        self._context = context
        self._look = look
        self._over = over
        self._stroke, self._line = "", ""
        self._shown: Clip | None = None
        self._adding: ClipAdding | None = None
        self.panel = ClipPanel(look)
        self._player = context.open_player()
        self._presenter = ClipPresenter(self._player, context.words, self._changed)
        self._presenter.attach(self.panel.film)
        self.panel.picked.connect(self._pick)
        self.panel.removed.connect(self._remove)
        self.panel.put_back.connect(self._put_back)
        self.panel.add_asked.connect(self._add)

    def show_stroke(self, stroke: str, line: str) -> None:
        """Show the films of this stroke; ``line`` is its instruction, the caption of films without one."""
        self._stroke, self._line = stroke, line
        try:
            clips = self._context.library.of_stroke(stroke)
        except CompanionError as error:
            self._refuse(error)
            clips = ()
        self._play(clips[0] if clips else None)

    def close(self) -> None:
        """Let go of the player and of a film on its way in."""
        if self._adding is not None:
            self._adding.close()
            self._adding = None
        self._presenter.close()
        self._player.close()

    def _play(self, clip: Clip | None, gone: Clip | None = None) -> None:
        self._shown = clip
        self._show(gone)
        if clip is None:
            self._presenter.clear()
        else:
            library = self._context.library
            self._presenter.show(clip, library.cue(clip), library.poster(clip), self._line)

    def _show(self, gone: Clip | None = None) -> None:
        library = self._context.library
        try:
            clips = library.of_stroke(self._stroke)
        except CompanionError:
            clips = ()
        posters = [(clip, QImage.fromData(library.poster(clip))) for clip in clips]
        self.panel.show_view(posters, self._shown, gone)

    def _pick(self, clip: Clip) -> None:
        self._play(clip)

    def _changed(self, clip: Clip) -> None:
        self._shown = clip
        try:
            self._context.library.change(clip)
        except CompanionError as error:
            self._refuse(error)

    def _remove(self, clip: Clip) -> None:
        try:
            self._context.library.remove(clip)
            left = self._context.library.of_stroke(self._stroke)
        except CompanionError as error:
            self._refuse(error)
            return
        self._play(left[0] if left else None, gone=clip)

    def _put_back(self, clip: Clip) -> None:
        try:
            self._context.library.put_back(clip)
        except CompanionError as error:
            self._refuse(error)
            return
        self._play(clip)

    def _add(self) -> None:
        self._adding = ClipAdding(self._context, self._look, self._over, self._stroke, self._play)
        self._player.pause()
        self._adding.begin()

    def _refuse(self, error: CompanionError) -> None:
        sheet = ErrorSheet(self._look, self._over, sentence(error, self._context.words))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()
