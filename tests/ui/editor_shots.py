"""Saves pictures of the editor: python -m tests.ui.editor_shots FOLDER [WIDTHxHEIGHT] [TEXT SCALE] [day|night]."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from companion.domain.editing import copy_of
from companion.domain.settings import Settings
from companion.ui.editor.opening import look_at
from companion.ui.editor.presenter import EditorPresenter
from companion.ui.input.section import KeyPad
from companion.ui.main_window import MainWindow, open_window
from companion.ui.places import Page
from tests.fakes import MemorySettings
from tests.ui.house import House
from tests.ui.photo_order import ordered


class Camera:
    """Walks through the editor and saves what it sees."""

    def __init__(self, folder: Path, size: tuple[int, int], settings: Settings) -> None:
        self.folder = folder
        self.house = House(settings=MemorySettings(settings))
        self.window: MainWindow = open_window(self.house.context())
        self.window.resize(*size)
        self.window.show()

    def snap(self, name: str) -> None:
        for _ in range(4):
            QApplication.processEvents()
        self.window.grab().save(str(self.folder / f"{name}.png"))

    def click(self, name: str) -> None:
        for button in self.window.findChildren(QAbstractButton):
            if button.accessibleName() == name and button.isVisible():
                button.click()
                return
        raise LookupError(name)


def walk(camera: Camera) -> None:
    """The way through, one picture a screen."""
    window = camera.window
    window.go(Page.ROUTINES)
    camera.snap("1-routines")
    camera.click("New routine")
    camera.snap("2-new")
    camera.click("Add a stroke")
    camera.snap("3-strokes")
    camera.click("Add Toe roll")
    camera.snap("4-added")
    camera.click("Back")
    camera.snap("5-leave")
    camera.click("Save and leave")
    camera.snap("6-kept")
    own = camera.house.own
    file = camera.folder / "ours.massage.toml"
    own.hand_over(own.all()[0].id, file)
    look_at(window, file, lambda _own: None)
    camera.snap("7-bring-in")
    camera.click("Leave it")
    file.write_text("not a routine", encoding="utf-8")
    look_at(window, file, lambda _own: None)
    camera.snap("8-refused")
    camera.click("Close")
    presenter = EditorPresenter(
        window, copy_of(own.shelf.routines["full-body"], "Our evening"), lambda _own: None
    )
    presenter.open()
    presenter.screen.picked.emit(4)
    camera.snap("9-full-body")
    window.lift(presenter.screen)
    window.go(Page.SETTINGS)
    camera.snap("10-settings")
    camera.click("Settings: Clickers and keys")
    camera.snap("11-input")
    camera.click("Teach a key for Next")
    pad = window.findChild(KeyPad)
    assert pad is not None
    pad.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier, 24, 0, 0))
    camera.snap("12-taught")


def main() -> None:
    order = ordered()
    app = QApplication([])
    walk(Camera(order.folder, order.size, Settings(text_scale=order.scale, theme=order.theme)))
    app.quit()


if __name__ == "__main__":
    main()
