"""The sheet on which a film is taken in: a check that takes a moment, then trim, name and how it plays."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from companion.domain.clip import LONGEST_CAPTION, LONGEST_TITLE, SHORTEST, Clip
from companion.ui.clips.film import ClipWidget
from companion.ui.clips.trim import Trim, TrimBar
from companion.ui.clips.view import clock_time
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.sheet import Sheet
from companion.ui.widgets.surfaces import CardRow
from companion.ui.widgets.text import Role, label, put


class AddClipSheet(Sheet):
    """Shows one of three: the check under way, why a film was refused, or the film to be kept.

    ``kept`` carries the Clip as it was set, ``trimmed`` a Trim, ``another`` the wish for another film.
    """

    kept = Signal(object)
    trimmed = Signal(object)
    another = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, self.tr("Add a film"), widest=1080)
        self._clip: Clip | None = None
        self._told = label("", Role.LEAD, wrap=True)
        self.film = ClipWidget(look, ground="card")
        self.film.picture.setMaximumHeight(look.px(270))
        self._facts = label("", Role.SOFT, wrap=True)
        self._part = label("", Role.STRONG)
        self._trim = TrimBar(look, SHORTEST)
        self._name = self._line(self.tr("Name"), LONGEST_TITLE)
        self._caption = self._line(self.tr("Words below it"), LONGEST_CAPTION)
        self._keep = PillButton(look, self.tr("Keep film"), Kind.PRIMARY)
        self._again = PillButton(look, self.tr("Choose another film"), Kind.PLAIN)
        self._cancel = PillButton(look, self.tr("Cancel"), Kind.LINK)
        self._details = CardRow(look, (self.film, self._made_details()), least=340)
        self._below = self._made_trim()
        self.body.addWidget(self._told)
        self.body.addWidget(self._details)
        self.body.addWidget(self._below)
        self.body.addLayout(self._made_row())
        self._trim.changed.connect(self._trim_changed)
        self._keep.clicked.connect(self._tell_kept)
        self._again.clicked.connect(self.another)
        self._cancel.clicked.connect(self.close_by_hand)

    def show_checking(self, name: str) -> None:
        """The film with this name is copied and looked at."""
        self._clip = None
        put(self._told, self.tr("Copying and checking “%1”. This may take a moment.").replace("%1", name))
        self._show_parts(film=False, again=False)

    def show_refusal(self, told: str) -> None:
        """The film cannot be kept, for this reason."""
        self._clip = None
        put(self._told, told)
        self._show_parts(film=False, again=True)

    def show_clip(self, clip: Clip, facts: str) -> None:
        """The film can be kept, as this clip; ``facts`` in one line."""
        fresh = self._clip is None or self._clip.id != clip.id
        self._clip = clip
        put(self._facts, facts)
        if fresh:
            self._name.setText(clip.title)
            self._caption.setText(clip.caption)
            self._trim.show_part(clip.film.seconds, clip.start, clip.end)
        self._show_trim(clip)
        self._show_parts(film=True, again=False)

    def _show_parts(self, *, film: bool, again: bool) -> None:
        self._told.setVisible(not film)
        for part in (self._details, self._below, self._keep):
            part.setVisible(film)
        self._again.setVisible(again)

    def _show_trim(self, clip: Clip) -> None:
        told = self.tr("Shown: %1 to %2 of %3")
        for place, seconds in (("%1", clip.start), ("%2", clip.end), ("%3", clip.film.seconds)):
            told = told.replace(place, f"{clock_time(seconds)}.{int(seconds * 10) % 10}")
        put(self._part, told)

    def _trim_changed(self, trim: Trim) -> None:
        if self._clip is not None:
            self._clip = replace(self._clip, start=trim.start, end=trim.end)
            self._show_trim(self._clip)
        self.trimmed.emit(trim)

    def _tell_kept(self) -> None:
        if self._clip is not None:
            title = self._name.text().strip() or self._clip.title
            self.kept.emit(replace(self._clip, title=title, caption=self._caption.text()))

    def _made_details(self) -> QWidget:
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._facts)
        for words, line in ((self.tr("Name"), self._name), (self.tr("Words below it"), self._caption)):
            column.addWidget(label(words, Role.EYEBROW))
            column.addWidget(line)
        stays = self.tr("The film stays on this computer. With no words of yours, the usual line is shown.")
        column.addSpacing(6)
        column.addWidget(label(stays, Role.SOFT, wrap=True))
        column.addStretch(1)
        return details

    def _made_trim(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._part)
        column.addWidget(self._trim)
        return below

    def _made_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        for button in (self._keep, self._again, self._cancel):
            row.addWidget(button)
        row.addStretch(1)
        return row

    @staticmethod
    def _line(name: str, longest: int) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(longest)
        line.setAccessibleName(name)
        return line
