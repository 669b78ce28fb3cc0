"""What the screens of films and music are given by the composition root."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from companion.domain.words import Words
from companion.services.clip_ports import ClipPlayer, Music, MusicStore
from companion.services.clips import ClipLibrary
from companion.ui.background import Background

ChooseFilm = Callable[[QWidget], Path | None]
ChooseMusic = Callable[[QWidget], Sequence[Path]]


def ask_for_film(parent: QWidget) -> Path | None:
    """Let a person choose a film with the system's own dialog; None when they think better of it."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("Clips", "Choose a film"),
        "",
        QCoreApplication.translate(
            "Clips",
            "Films (*.mp4 *.m4v *.mov *.webm *.mkv *.avi *.mpg *.mpeg *.ts *.ogv *.3gp *.wmv *.flv);;All files (*)",
        ),
    )
    return Path(chosen) if chosen else None


def ask_for_music(parent: QWidget) -> Sequence[Path]:
    """Let a person choose files of music; none when they think better of it."""
    chosen, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("Clips", "Choose music"),
        "",
        QCoreApplication.translate(
            "Clips", "Music (*.mp3 *.ogg *.oga *.opus *.flac *.wav *.m4a *.aac *.wma);;All files (*)"
        ),
    )
    return [Path(file) for file in chosen]


@dataclass(frozen=True, slots=True)
class ClipContext:
    """``open_player`` makes a player, which whoever asked for it closes. ``music_store`` remembers the music that
    ``music`` plays."""

    library: ClipLibrary
    open_player: Callable[[], ClipPlayer]
    background: Background
    words: Words
    music: Music
    music_store: MusicStore
    choose_film: ChooseFilm = ask_for_film
    choose_music: ChooseMusic = ask_for_music
