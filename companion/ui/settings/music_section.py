"""Music of the caregiver's own under the voice: which files, how loud, and a moment to listen."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.errors import CompanionError
from companion.services.clip_ports import MusicChoice
from companion.ui.places import Shell
from companion.ui.settings.sections import Section
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import FormCard, leading, note_card, page_of
from companion.ui.widgets.surfaces import card, lay_anew
from companion.ui.widgets.text import Elided, Role, label
from companion.ui.widgets.volume import Volume


class MusicSection(Section):
    """The files stay where they are; only their places are remembered."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._films = shell.context.clips()
        self._choice = MusicChoice()
        self._listening = False
        told = self.tr(
            "Add music that you own, and it plays softly while you massage. It gets quieter when the voice "
            "speaks. Your files stay where they are. Keep it low: baby’s ears are near."
        )
        self._none = label(self.tr("No music yet. You will hear the voice alone."), Role.SOFT, wrap=True)
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._add = PillButton(shell.look, self.tr("Add music"), Kind.PLAIN)
        self._listen = PillButton(shell.look, self.tr("Listen"), Kind.PLAIN)
        self._volume = Volume(self.tr("Music volume"), self._set_volume)
        self._loud = FormCard(shell.look, "", ("", self._volume), ("", leading(self._listen)))
        heading = label(self.tr("Your music"), Role.HEADING, wrap=True)
        about = note_card(label(self.tr("Music"), Role.HEADING, wrap=True), label(told, Role.BODY, wrap=True))
        files = card(heading, self._none, rows, leading(self._add))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page_of(about, files, self._loud))
        self._add.clicked.connect(self._ask)
        self._listen.clicked.connect(self._turn)

    def refresh(self) -> None:
        """Show what is chosen."""
        self._choice = self._films.music_store.load()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes away has listened."""
        super().hideEvent(event)
        self._stop()

    def _show(self) -> None:
        files = self._choice.files
        self._none.setVisible(not files)
        self._loud.setVisible(bool(files))
        self._volume.put(self._choice.volume)
        self._listen.put(self.tr("Stop listening") if self._listening else self.tr("Listen"))
        lay_anew(self._rows, [self._row(file) for file in files])

    def _row(self, file: Path) -> QWidget:
        row = QWidget()
        name = Elided(Role.BODY)
        name.put(file.stem)
        name.setToolTip(str(file))
        remove = PillButton(self._shell.look, self.tr("Remove"), Kind.LINK)
        remove.setAccessibleName(self.tr("Remove %1").replace("%1", file.stem))
        remove.clicked.connect(partial(self._remove, file))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(name, 1)
        line.addWidget(remove)
        return row

    def _ask(self) -> None:
        chosen = self._films.choose_music(self)
        self._keep([*self._choice.files, *(file for file in chosen if file not in self._choice.files)])

    def _remove(self, file: Path, *_checked: object) -> None:
        self._keep([one for one in self._choice.files if one != file])

    def _keep(self, files: Sequence[Path]) -> None:
        if tuple(files) != self._choice.files:
            self._stop()
            self._save(replace(self._choice, files=tuple(files)))

    def _set_volume(self, volume: float) -> None:
        self._films.music.set_volume(volume)
        self._save(replace(self._choice, volume=volume), anew=False)

    def _save(self, choice: MusicChoice, *, anew: bool = True) -> None:
        self._choice = choice
        try:
            self._films.music_store.save(choice)
        except CompanionError as error:
            self._shell.refuse(error)
        if anew:
            self._show()

    def _turn(self) -> None:
        if self._listening:
            self._stop()
        else:
            self._listening = True
            self._films.music.play(self._choice)
        self._show()

    def _stop(self) -> None:
        if self._listening:
            self._listening = False
            self._films.music.stop()
