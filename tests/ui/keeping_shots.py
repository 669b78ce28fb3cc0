"""Saves a picture of each screen of your data: python -m tests.ui.keeping_shots FOLDER [WxH] [TEXT SCALE] [THEME]."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from companion.domain.backup import Why
from companion.domain.settings import Settings, ThemeChoice
from tests.ui.keeping.lived_in import Lived, lived_in


class Photographer:
    """Walks through the screens and saves what it sees."""

    def __init__(self, lived: Lived, folder: Path) -> None:
        self.lived = lived
        self._folder = folder

    def snap(self, name: str) -> None:
        for _ in range(8):
            QApplication.processEvents()
        self.lived.window.grab().save(str(self._folder / f"{name}.png"))


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


def lived_names(lived: Lived) -> list[str]:
    from PySide6.QtWidgets import QWidget

    return [w.accessibleName() for w in lived.window.findChildren(QWidget) if w.isVisible()]


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in (sys.argv[2] if len(sys.argv) > 2 else "1280x800").split("x"))
    scale = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    theme = ThemeChoice(sys.argv[4]) if len(sys.argv) > 4 else ThemeChoice.DAY
    app = QApplication([])
    with tempfile.TemporaryDirectory() as made, lived_in(Path(made), (width, height)) as lived:
        lived.window.wear(Settings(text_scale=scale, theme=theme))
        walk(Photographer(lived, folder), Path(made))
    app.quit()


if __name__ == "__main__":
    main()
