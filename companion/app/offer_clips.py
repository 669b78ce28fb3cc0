"""What the screens of films and music are given: libVLC, where films lie, and music that gives way to the voice."""

import logging
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication

from companion.domain.errors import CompanionError
from companion.services.clips import ClipLibrary
from companion.storage.clips import ClipFolder
from companion.storage.music import MusicFile
from companion.ui.background import Background
from companion.ui.clips.context import ClipContext
from companion.video.inspection import VlcFilmInspector
from companion.video.libvlc import LibVlc
from companion.video.music import VlcMusic
from companion.video.player import VlcClipPlayer

if TYPE_CHECKING:
    from companion.app.wiring import App

log = logging.getLogger(__name__)


def clip_context(app: "App", background: Background) -> ClipContext:
    """Films and music of this program; libVLC itself is loaded when something is to be played. All that plays is let
    go of when the application quits."""
    from companion.app.wiring import new_id  # noqa: PLC0415 - it is there by now

    vlc, clock = LibVlc(), app.ports.clock
    library = ClipLibrary(ClipFolder(app.paths.home, clock, app.key), VlcFilmInspector(vlc), new_id)
    music = VlcMusic(vlc, app.notices.add)
    app.sound.music.lend(music)
    players: WeakSet[VlcClipPlayer] = WeakSet()
    application = QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(partial(_close, players, music, library, vlc))
    return ClipContext(
        library,
        partial(_opened, vlc, players),
        background,
        app.library.words,
        music,
        MusicFile(app.paths.home, clock),
    )


def _opened(vlc: LibVlc, players: WeakSet[VlcClipPlayer]) -> VlcClipPlayer:
    player = VlcClipPlayer(vlc)
    players.add(player)
    return player


def _close(players: WeakSet[VlcClipPlayer], music: VlcMusic, library: ClipLibrary, vlc: LibVlc) -> None:
    """In order: what plays, then films that were removed, then the library itself."""
    for player in tuple(players):
        player.close()
    music.close()
    try:
        library.leave()
    except CompanionError as error:
        log.warning("films that were removed stay for now: %s", error.key)
    vlc.close()
