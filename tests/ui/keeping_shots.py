"""Saves a picture of each screen of your data: python -m tests.ui.keeping_shots FOLDER [WxH] [TEXT SCALE] [THEME]."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from companion.app.unlocking import unlock_window
from companion.domain.backup import Why
from companion.domain.settings import Settings
from companion.storage.passcode import read_lock
from tests.ui.keeping.lived_in import AtOnce, Lived, lived_in
from tests.ui.photo_order import ordered


class Photographer:
    """Walks through the screens and saves what it sees."""

    def __init__(self, lived: Lived, folder: Path) -> None:
        self.lived = lived
        self._folder = folder

    def snap(self, name: str, window: QWidget | None = None) -> None:
        for _ in range(8):
            QApplication.processEvents()
        (window or self.lived.window).grab().save(str(self._folder / f"{name}.png"))


def walk(who: Photographer, folder: Path) -> None:
    lived = who.lived
    mila, noor = lived.add_baby("Mila"), lived.add_baby("Noor")
    for day in range(9):
        lived.massage(mila if day % 3 else noor, f"evening {day}")
        lived.copy(Why.REGULAR if day % 2 else Why.START)
        lived.days_later(1.03)
    lived.go_to_data()
    who.snap("01-your-data")
    lived.click("Go back to a copy…")
    who.snap("02-copies")
    lived.click(next(name for name in lived_names(lived) if name.startswith("Copy: 11/")))
    who.snap("03-copy-chosen")
    lived.click("Close")
    lived.click("Take your diary with you…")
    who.snap("04-take-it-with-you")
    lived.click("Save one file…")
    lived.choose(folder / "massage-diary.json")
    who.snap("05-saved")
    lived.click("All right")
    lived.massage(mila, "one more")
    lived.app.vault.export_json(folder / "other.json")
    lived.app.vault.restore(lived.app.vault.file_of(lived.app.vault.backups()[2]))
    lived.click("Bring in a diary…")
    lived.choose(folder / "other.json")
    who.snap("06-bring-in")
    lived.click("Bring it in")
    who.snap("07-brought-in")
    lived.click("All right")
    lived.click("Delete a baby…")
    who.snap("08-which-baby")
    lived.click("Baby: Mila")
    lived.write("Write Mila to go on", "Mila")
    who.snap("09-delete-mila")
    lived.click("Close")
    lived.click("Delete everything…")
    who.snap("10-delete-everything")


def walk_with_passcode(who: Photographer) -> None:
    lived = who.lived
    lived.click("Close")
    lived.click("Set a passcode…")
    lived.write("New passcode", "moon and stars")
    lived.write("New passcode, once more", "moon and star")
    lived.click("Next")
    who.snap("11-set-a-passcode")
    lived.write("New passcode, once more", "moon and stars")
    lived.click("Next")
    who.snap("12-recovery-code")
    code = lived.find("Recovery code", QLabel).text()
    lived.write("The end of the recovery code", code[-4:])
    lived.click("Lock my diary")
    who.snap("13-locked")
    lived.click("All right")
    scroll = next(
        bar for bar in lived.window.findChildren(QScrollArea) if bar.isVisible()
    ).verticalScrollBar()
    scroll.setValue(300)
    who.snap("14-your-data-locked")
    lived.click("Change the passcode…")
    who.snap("15-change")
    lived.click("Close")
    lived.click("Take the passcode away…")
    who.snap("16-take-away")


def unlocking(who: Photographer, settings: Settings, size: tuple[int, int]) -> None:
    paths, lock = who.lived.app.paths, read_lock((who.lived.app.paths.home,))
    assert lock
    who.lived.app.settings.save(settings)
    window = unlock_window(paths, who.lived.clock, lock, AtOnce())
    window.resize(*size)
    window.show()
    who.snap("17-unlock", window)
    for field in window.findChildren(QLineEdit):
        if field.accessibleName() == "Passcode":
            field.setText("moon and stairs")
            field.returnPressed.emit()
    who.snap("18-unlock-wrong", window)
    next(b for b in window.findChildren(QAbstractButton) if b.text() == "I forgot it").click()
    who.snap("19-recover", window)
    window.close()


def lived_names(lived: Lived) -> list[str]:
    return [w.accessibleName() for w in lived.window.findChildren(QWidget) if w.isVisible()]


def main() -> None:
    order = ordered()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as made, lived_in(Path(made), order.size) as lived:
        settings = Settings(text_scale=order.scale, theme=order.theme)
        lived.window.wear(settings)
        who = Photographer(lived, order.folder)
        walk(who, Path(made))
        walk_with_passcode(who)
        unlocking(who, settings, order.size)
    app.quit()


if __name__ == "__main__":
    main()
