"""Pictures of help, cues, wrap-up: python -m tests.ui.help_shots FOLDER [WIDTHxHEIGHT] [TEXT SCALE] [day|night]."""

from PySide6.QtWidgets import QApplication

from companion.domain.family import Caregiver
from companion.ui.actions import Press, SawCue
from companion.ui.places import Page
from companion.ui.wrapup.screen import WrapupScreen
from tests.ui.photo_order import ordered
from tests.ui.shots import Photographer


def of_help(who: Photographer) -> None:
    """Get help, and the plan for crying."""
    window = who.window
    window.get_help()
    who.snap("30-help")
    window.get_help(["limp"])
    who.snap("31-help-now")
    window.get_help(["uneven"])
    who.snap("32-help-call")
    window.soothe()
    who.snap("33-crying")
    window.context.voice.hush()


def of_cues(who: Photographer) -> None:
    """The palettes, what they suggest, captions, and the wrap-up."""
    window = who.window
    for name in ("Sam", "Alex"):
        who.house.families.keep_caregiver(Caregiver(name.lower(), name))
    window.play(lambda: who.house.start_session("first-massage"))
    while who.presenter._playing.state().moment.step < 3:
        who.press(Press.NEXT)
    who.play(3.0)
    who.snap("34-caption")
    who.play(12.0)
    who.press(Press.ENJOYING)
    who.snap("35-enjoying")
    who.presenter.act(SawCue("smiles"))
    who.snap("36-noted")
    who.play(9.0)
    who.press(Press.SAYS_NO)
    who.snap("37-says-no")
    for cue, name in (("looks-away", "38-rest"), ("frowns", "39-another-area"), ("cries", "40-finish")):
        who.presenter.act(SawCue(cue))
        who.snap(name)
    who.presenter.act(SawCue("limp"))
    who.snap("41-danger")
    who.press(Press.CLOSE)
    who.snap("42-danger-rest")
    who.press(Press.FINISH_KINDLY)
    who.snap("43-wrap-up")
    screen = window.findChildren(WrapupScreen)[0]
    screen._open_correcting()
    who.snap("44-correct")


def of_what_was_left(who: Photographer) -> None:
    """The question on Today, and the one after a long while."""
    window = who.window
    window.play(lambda: who.house.start_session("first-massage"))
    who.play(80.0)
    window.close()
    who.clock.advance(3 * 3600)
    window.show()
    window.go(Page.TODAY)
    who.snap("45-left-off")


def main() -> None:
    order = ordered()
    app = QApplication([])
    for walk in (of_help, of_cues, of_what_was_left):
        walk(Photographer(order.folder, order.size, order.scale, order.theme))
    app.quit()


if __name__ == "__main__":
    main()
