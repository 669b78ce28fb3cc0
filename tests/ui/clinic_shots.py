"""Saves pictures of the clinic: python -m tests.ui.clinic_shots FOLDER [WxH] [SCALE] [THEME]."""

from PySide6.QtWidgets import QAbstractButton, QApplication

from companion.domain.demonstration import Show
from companion.ui.clinic.place import ClinicPlace
from companion.ui.places import Page
from companion.ui.stage_show.director import Director
from companion.ui.stage_show.keys import Desk
from tests.ui.photo_order import ordered
from tests.ui.shots import Photographer
from tests.ui.walker import Walker


def director_of(window) -> Director:
    place = window._made[Page.CLINIC]
    assert isinstance(place, ClinicPlace)
    assert place.director is not None
    return place.director


def walk(who: Photographer) -> None:
    walker = Walker(who.house, who.window, None)  # pyright: ignore[reportArgumentType]

    def press(name: str) -> None:
        walker.find(name, QAbstractButton).click()

    who.window.go(Page.CLINIC)
    who.snap("01-clinic")
    press("What do you want to show?: Single strokes")
    who.snap("02-basket")
    press("What do you want to show?: One area")
    who.snap("03-area")
    press("Time: 15 min")
    press("Begin demonstration")
    director = director_of(who.window)
    who.clock.advance(1.4)
    director.tick()
    who.snap("04-one-screen")
    press("Hints")
    who.snap("05-hints")
    director.screen.close_sheet()
    director.act(Desk.KEYS)
    who.snap("06-keys")
    director.act(Desk.DISPLAY)
    who.snap("07-displays")
    director.act(Desk.STROKES)
    who.snap("08-strokes")
    director.screen.close_sheet()
    director.act(Show.BLANK)
    who.snap("09-dark")
    director.act(Show.BLANK)
    director.screen.look_at("EPSON EB-685")
    director.act(Show.CLOCK)
    who.clock.advance(83)
    director.act(Show.SLOWER)
    director._point((-40.0, 190.0))
    who.snap("10-presenter")
    director.act(Show.CLOSER)
    director.act(Show.FREEZE)
    who.snap("11-close")
    director.act(Show.CLOSER)
    director.act(Show.FACING)
    who.snap("12-from-across")
    director.act(Desk.LEAVE)
    who.snap("13-left-off")


def audience(who: Photographer) -> None:
    """The family's side alone, at the size of the window."""
    from companion.ui.stage_show.audience import AudienceView

    who.window.go(Page.CLINIC)
    walker = Walker(who.house, who.window, None)  # pyright: ignore[reportArgumentType]
    walker.find("Begin demonstration", QAbstractButton).click()
    director = director_of(who.window)
    view = AudienceView(who.window.look, who.window.studio())
    view.resize(who.window.size())
    view.show()
    for number in range(len(director.show.basket)):
        who.clock.advance(1.7)
        shown = director._composer.view(director.show, who.clock.now())
        view.show_part(shown.card.family, shown.shown, shown.t, None, blank=False)
        who.snap(f"family-{number + 1:02d}", view)
        director.act(Show.NEXT)
    director.leave()


def main() -> None:
    order = ordered()
    app = QApplication([])
    walk(Photographer(order.folder, order.size, order.scale, order.theme))
    audience(Photographer(order.folder, order.size, order.scale, order.theme))
    app.quit()


if __name__ == "__main__":
    main()
