"""Saves pictures of the places of the family: python -m tests.ui.baby_shots FOLDER [WxH] [SCALE] [THEME]."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication, QScrollArea

from companion.domain.baby import Answer, BabyProfile, born_on
from companion.domain.body import Area
from companion.domain.family import Baby, Caregiver
from companion.domain.unlock import Unlock
from companion.ui.places import Page
from companion.ui.widgets.sheet import Sheet
from tests.ui.photo_order import ordered
from tests.ui.shots import Photographer
from tests.ui.walker import Walker

YES = Unlock(
    "Ana Roy, physiotherapist", date(2026, 11, 2), frozenset({Area.LEGS, Area.ARMS}), frozenset({"preterm"})
)


def family(who: Photographer) -> None:
    """Two babies, one put away, and three who massage."""
    families = who.house.families
    sol = BabyProfile(
        "sol", "Sol", born_on(date(2026, 8, 20)), 5, Answer.YES, ("hip-click",), ("toe-roll", "butterfly")
    )
    for baby in (Baby(sol, 3), Baby(BabyProfile("noa", "Noa")), Baby(BabyProfile("x", "Old"), archived=True)):
        families.keep_baby(baby)
    families.note_unlock("sol", YES)
    families.withdraw_unlock("sol", YES, date(2026, 11, 10))
    families.note_unlock("sol", YES)
    for caregiver in (Caregiver("a", "Ana"), Caregiver("b", "Papa"), Caregiver("c", "Oma", archived=True)):
        families.keep_caregiver(caregiver)


def scroll_down(who: Photographer) -> None:
    for area in who.window.findChildren(QScrollArea):
        if area.isVisible():
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def walk(who: Photographer) -> None:
    window = who.window
    walker = Walker(who.house, window, None)  # pyright: ignore[reportArgumentType]

    def press(name: str) -> None:
        from PySide6.QtWidgets import QAbstractButton

        walker.find(name, QAbstractButton).click()

    for baby in who.house.families.babies():
        who.house.families.keep_baby(replace(baby, archived=True))
    window.go(Page.BABY)
    who.snap("01-nobody")
    family(who)
    window.go(Page.BABY)
    who.snap("02-profile")
    scroll_down(who)
    who.snap("03-profile-below")
    press("Choose what baby likes")
    who.snap("04-likes")
    close(who)
    press("Baby: Things to know")
    who.snap("05-know")
    scroll_down(who)
    who.snap("06-know-below")
    press("Baby: Therapist’s yes")
    who.snap("07-yes")
    press("Add a yes")
    who.snap("08-yes-sheet")
    press("What for: Still touch")
    who.snap("09-yes-sheet-locked")
    close(who)
    press("Baby: Who massages")
    who.snap("10-who")
    press("Baby: Noa")
    press("Baby: Profile")
    who.snap("11-unknown")
    window.go(Page.TODAY)
    who.snap("19-today")
    window.go(Page.BABY)
    press("Baby: Things to know")
    who.snap("12-know-unanswered")
    window.go(Page.SETTINGS)
    who.snap("13-settings")
    press("Settings: Numbers to call")
    who.snap("13-numbers")
    press("Where you live: Another country")
    who.snap("14-numbers-missing")
    press("Settings: Reminder")
    press("Remind me: After the bath")
    who.snap("15-reminder")
    press("Settings: For the clinic")
    who.snap("16-clinic")
    press("For the clinic: open these values")
    who.snap("17-clinic-values")
    scroll_down(who)
    who.snap("18-clinic-below")


def close(who: Photographer) -> None:
    for sheet in who.window.findChildren(Sheet):
        if sheet.isVisible():
            sheet.close_by_hand()


def main() -> None:
    order = ordered()
    app = QApplication([])
    walk(Photographer(order.folder, order.size, order.scale, order.theme))
    app.quit()


if __name__ == "__main__":
    main()
