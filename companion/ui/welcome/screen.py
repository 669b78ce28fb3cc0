"""Welcome: two calm pages of what makes a massage right for this baby, and a way past them on each."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from companion.domain.baby import Answer, BabyProfile, Birth
from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.family import Baby
from companion.services.families import add_baby, change_baby
from companion.ui.places import Page, Shell
from companion.ui.scene import Scene
from companion.ui.welcome.first_page import FirstPage
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.picture import StillPicture
from companion.ui.widgets.surfaces import scrolling, surface
from companion.ui.widgets.text import Role, label

if TYPE_CHECKING:
    from companion.ui.welcome.second_page import SecondPage

PICTURE = Scene("hip-to-ankle-glide", "", Side.RIGHT)
ROOMY = 1180
"""Design pixels from which there is room for a picture beside the questions."""

TALLEST = 560
"""Design pixels of the picture; higher it would look too near."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told on the way. ``more``: something of the list fits, which is told on the page of the baby."""

    nickname: str = ""
    birth: Birth | None = None
    weeks_early: int | None = None
    navel_healed: Answer = Answer.UNKNOWN
    conditions: tuple[str, ...] | None = None
    more: bool = False
    tone: int | None = None


class WelcomeScreen(QWidget):
    """Asks, keeps what was told as the first baby, and goes on to Today."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._second: SecondPage | None = None
        self.setProperty("screen", True)
        self.setAccessibleName(self.tr("Welcome"))
        look = shell.look
        self._first = FirstPage(shell)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._first)
        self._on = PillButton(look, self.tr("Next"), Kind.PRIMARY)
        self._skip = PillButton(look, self.tr("Start now, tell us later"), Kind.LINK)
        self._back = PillButton(look, self.tr("Back"), Kind.LINK)
        self._back.hide()
        foot = QHBoxLayout()
        foot.setSpacing(12)
        for button in (self._on, self._skip, self._back):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(48, 30, 40, 30)
        column.setSpacing(16)
        column.addLayout(self._top())
        column.addWidget(scrolling(self._pages), 1)
        column.addLayout(foot)
        self._picture = self._framed_picture()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 62)
        row.addWidget(self._picture, 38)
        row.addSpacing(40)
        self._on.clicked.connect(self._go_on)
        self._skip.clicked.connect(self._finish)
        self._back.clicked.connect(lambda: self._show(self._first))
        self._first.entered.connect(self._go_on)
        self.setFocusProxy(self._first.name)

    def _framed_picture(self) -> QFrame:
        picture = StillPicture(self._shell.studio, 36, whole=True)
        picture.show_part(PICTURE)
        frame = surface("hero")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 0, 0, 0)
        inside.addWidget(picture)
        frame.setMaximumHeight(self._shell.look.px(TALLEST))
        return frame

    def _top(self) -> QHBoxLayout:
        help_ = PillButton(self._shell.look, self.tr("Get help"), Kind.CHIP_HELP)
        help_.clicked.connect(self._get_help)
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Infant Massage Companion"), Role.BRAND), 1)
        top.addWidget(help_)
        return top

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture comes second."""
        super().resizeEvent(event)
        self._place_picture()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes a page back."""
        if event.key() == Qt.Key.Key_Escape and self._pages.currentWidget() is not self._first:
            self._show(self._first)
            return
        super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self._pages.currentWidget() is not self._first:
            self._finish()
            return
        if self._second is None:
            from companion.ui.welcome.second_page import SecondPage  # noqa: PLC0415 - when wanted

            self._second = SecondPage(self._shell)
            self._pages.addWidget(self._second)
        self._show(self._second)
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_picture(self) -> None:
        roomy = self.width() >= self._shell.look.px(ROOMY)
        self._picture.setVisible(roomy and self._pages.currentWidget() is self._first)

    def _show(self, page: QWidget) -> None:
        first = page is self._first
        fits, given = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        for one in (self._first, self._second):
            if one is not None:
                one.setSizePolicy(fits, fits if one is page else given)
        self._pages.setCurrentWidget(page)
        self._on.put(self.tr("Next") if first else self.tr("Start"))
        self._skip.setVisible(first)
        self._back.setVisible(not first)
        self._place_picture()

    def _get_help(self) -> None:
        self._shell.get_help()

    def _told(self) -> Told:
        second = self._second
        nickname, birth = self._first.told()
        if second is None:
            return Told(nickname, birth)
        return Told(
            nickname,
            birth,
            second.weeks_early,
            second.navel_healed,
            second.conditions,
            second.more,
            second.tone,
        )

    def _finish(self) -> None:
        """Keep what was told; where that cannot be, say so and go on all the same."""
        told = self._told()
        shell = self._shell
        try:
            self._keep(told)
        except CompanionError as error:
            shell.refuse(error)
        if told.more:
            shell.go(Page.BABY, "know")
        else:
            shell.go(Page.TODAY)
        shell.lift(self)

    def _keep(self, told: Told) -> None:
        context = self._shell.context
        baby = add_baby(context.families, context.new_id, told.nickname)
        change_baby(context.families, Baby(profile_of(baby.id, told), told.tone))
        settings = replace(context.settings.load(), baby=baby.id)
        if told.tone is not None:
            settings = replace(settings, baby_tone=told.tone)
        self._shell.wear(settings)


def profile_of(baby: str, told: Told) -> BabyProfile:
    """What was told, as a profile."""
    return BabyProfile(baby, told.nickname, told.birth, told.weeks_early, told.navel_healed, told.conditions)
