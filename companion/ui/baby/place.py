"""Baby as a place of the window: the babies in a row, and a strip of what there is to tell of the chosen one."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from companion.domain.baby import Answer, BabyProfile
from companion.ui.baby.caregivers import CaregiversPage
from companion.ui.baby.household import Household
from companion.ui.baby.know import KnowPage
from companion.ui.baby.profile import ProfilePage
from companion.ui.baby.put_away import PutAway
from companion.ui.baby.strip import BabyStrip
from companion.ui.baby.yes import YesPage
from companion.ui.places import Place, Shell
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import leading, page_of
from companion.ui.widgets.surfaces import card
from companion.ui.widgets.tabs import Tabs
from companion.ui.widgets.text import Role, label

PARTS = ("profile", "know", "yes", "who")
"""The names of the pages, in the order of the strip."""


class BabyPlace(Place):
    """Who is massaged, and who massages."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._household = Household(shell, self.refresh)
        self._strip = BabyStrip(shell.look, self._household.choose, self._household.add_baby)
        self._tabs = Tabs(shell.look, self.tr("Baby"))
        self._tabs.beside(self._strip)
        house = self._household
        self._tabs.add(self.tr("Profile"), lambda: ProfilePage(shell, house))
        self._tabs.add(self.tr("Things to know"), lambda: KnowPage(shell, house))
        self._tabs.add(self.tr("Therapist’s yes"), lambda: YesPage(shell, house))
        self._tabs.add(self.tr("Who massages"), lambda: CaregiversPage(shell, house))
        self._away = PutAway(shell.look, self._household)
        self._all = QStackedWidget()
        self._all.addWidget(self._nobody())
        self._all.addWidget(self._tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._all, 1)

    def refresh(self) -> None:
        """Show the family as it is."""
        baby = self._household.baby()
        if baby is None:
            self._away.refresh()
            self._all.setCurrentIndex(0)
            return
        self._all.setCurrentIndex(1)
        self._strip.show_part(self._household.babies(), baby.id)
        self._tabs.refresh()

    def open_part(self, part: str) -> None:
        """``profile``, ``know`` (with the whole list open), ``yes``, ``who``, or ``open``: what stands in the way of a
        massage."""
        baby = self._household.baby()
        if baby is None:
            return
        if part == "open":
            part = what_is_open(baby.profile)
        if part in PARTS:
            self._tabs.show_page(PARTS.index(part))
        page = self._tabs.page()
        if part == "know" and isinstance(page, KnowPage):
            page.open_list()

    def _nobody(self) -> QWidget:
        add = PillButton(self._shell.look, self.tr("Add your baby"), Kind.PRIMARY)
        add.clicked.connect(self._household.add_baby)
        told = self.tr(
            "A name and a birth date are enough to begin. All of it can be skipped and changed later."
        )
        page = card(
            label(self.tr("Nobody is here yet"), Role.HEADING, wrap=True),
            label(told, Role.BODY, wrap=True),
            leading(add),
        )
        return page_of(label(self.tr("Baby"), Role.GREETING), page, self._away)


def what_is_open(profile: BabyProfile) -> str:
    """The page that settles what stands in the way of a massage: the birth, the list, or a clinician's yes."""
    if profile.born_early is Answer.UNKNOWN:
        return "profile"
    return "know" if profile.conditions is None else "yes"
