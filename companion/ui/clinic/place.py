"""The clinic as a place of the window: choose what to demonstrate, begin it, and carry it on."""

from functools import cache, partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.demonstration import begin, planned_for
from companion.domain.errors import CompanionError
from companion.ui.clinic.chooser import Chooser, Wish
from companion.ui.main_window import open_studio
from companion.ui.places import Place, Shell
from companion.ui.stage_show.director import Director, Kept
from companion.ui.stage_show.view import ShowComposer
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.flow import Flow
from companion.ui.widgets.surfaces import Banner, card, scrolling, surface
from companion.ui.widgets.text import Role, label, put

TOLD = 4
"""How many strokes of a choice are named."""


class ClinicPlace(Place):
    """Demonstrations; the last one stays here until another begins."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._kept: Kept | None = None
        self._director: Director | None = None
        context, look = shell.context, shell.look
        self._chooser = Chooser(look, context.routines, context.strokes, context.words)
        self._begin = PillButton(look, self.tr("Begin demonstration"), Kind.PRIMARY)
        self._what = label("", Role.SOFT, wrap=True)
        self._carry_on = PillButton(look, self.tr("Carry on"), Kind.SMALL)
        self._left_off = label("", Role.BODY, wrap=True)
        self._hero = self._hero_card()
        self._notes = QVBoxLayout()
        self._lay_out()
        self._chooser.changed.connect(self._show_wish)
        self._begin.clicked.connect(self._begin_wish)
        self._carry_on.clicked.connect(self._go_on)
        for key in (Qt.Key.Key_F5, Qt.Key.Key_MediaPlay):
            start = QShortcut(key, self, context=Qt.ShortcutContext.WindowShortcut)
            start.activated.connect(self._start)
        self._show_wish(self._chooser.wish())

    @property
    def director(self) -> Director | None:
        """Who runs the demonstration on the screens; None while there is none."""
        return self._director

    def refresh(self) -> None:
        """Offer to carry on what was left."""
        self._hero.setVisible(self._kept is not None)
        if self._kept is not None:
            show = self._kept.show
            told = self.tr("%1 · stroke %2 of %3").replace("%1", self._kept.title)
            told = told.replace("%2", str(show.at + 1)).replace("%3", str(len(show.basket)))
            put(self._left_off, told)
            self._carry_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> bool:
        """A quiet sentence on top; the newest one only."""
        while (old := self._notes.takeAt(0)) is not None:
            if (note := old.widget()) is not None:
                note.deleteLater()
        self._notes.addWidget(Banner(self._shell.look, words))
        return True

    def _start(self) -> None:
        """A clicker's start: carry on what was left, else begin what is chosen."""
        if self._director is None and self.isVisible():
            if self._kept is not None:
                self._go_on()
            elif self._chooser.wish().basket:
                self._begin_wish()

    def _begin_wish(self) -> None:
        wish = self._chooser.wish()
        show = begin(wish.basket, self._shell.context.clock.now())
        self._open(Kept(wish.title, planned_for(show, wish.seconds)))

    def _go_on(self) -> None:
        if self._kept is not None:
            self._open(self._kept)

    def _open(self, kept: Kept) -> None:
        context = self._shell.context
        try:
            composer = ShowComposer(context.words, context.strokes, context.clinic.teaching())
        except CompanionError as error:
            self._shell.refuse(error)
            return
        artist = cache(partial(open_studio, context, self._shell.look))
        self._director = Director(self._shell, context.clinic.displays(), composer, artist, kept)
        self._director.ended.connect(self._take_back)
        self._director.open()

    def _take_back(self, kept: Kept) -> None:
        self._kept = kept
        director, self._director = self._director, None
        if director is not None:
            director.deleteLater()

    def _show_wish(self, wish: Wish) -> None:
        words = self._shell.context.words.strokes
        titles = [words[item.words].title for item in wish.basket if item.words in words]
        some = " · ".join(titles[:TOLD]) + (" …" if len(titles) > TOLD else "")
        told = self.tr("%1 strokes: %2").replace("%1", str(len(titles))).replace("%2", some)
        put(self._what, told if titles else self.tr("Choose at least one stroke."))
        self._begin.setEnabled(bool(titles))

    def _hero_card(self) -> QFrame:
        hero = surface("hero")
        column = QVBoxLayout(hero)
        column.setContentsMargins(26, 18, 26, 20)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Where you left off"), Role.HEADING))
        column.addWidget(self._left_off)
        row = Flow()
        row.addWidget(self._carry_on)
        column.addLayout(row)
        return hero

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 30, 40, 30)
        column.setSpacing(14)
        column.addLayout(self._notes)
        column.addWidget(label(self.tr("Clinic"), Role.GREETING))
        told = self.tr("Show it on a doll. Then let the parent show it back, on the doll or with their baby.")
        column.addWidget(label(told, Role.LEAD_SOFT, wrap=True))
        column.addWidget(self._hero)
        column.addWidget(card(self._chooser))
        told = self.tr("A second display shows the family the stroke alone. With one display, all share it.")
        column.addWidget(label(told, Role.SOFT, wrap=True))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(page), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(40, 12, 40, 22)
        foot.setSpacing(24)
        foot.addWidget(self._begin)
        foot.addWidget(self._what, 1)
        outer.addLayout(foot)
