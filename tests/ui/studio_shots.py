"""Saves pictures of the studio: python -m tests.ui.studio_shots FOLDER [WIDTHxHEIGHT] [TEXT SCALE]."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from companion.app.paths import usual_paths
from companion.app.studio import studio_context
from companion.domain.body import Side
from companion.ui.studio.state import Light, Manner, Overlay
from companion.ui.studio.window import StudioWindow, open_studio_window
from tests.fakes import ManualClock


def snap(window: StudioWindow, folder: Path, name: str) -> None:
    QApplication.processEvents()
    window.grab().save(str(folder / f"{name}.png"))


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in (sys.argv[2] if len(sys.argv) > 2 else "1280x800").split("x"))
    scale = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    app = QApplication(sys.argv[:1])
    clock = ManualClock()
    context = replace(studio_context(usual_paths(folder / "home")), clock=clock)
    window = open_studio_window(context, "hip-to-ankle-glide", scale)
    window.resize(width, height)
    window.show()
    window._tick()
    clock.advance(2.0)
    window._tick()
    snap(window, folder, "1-glide")
    everything = frozenset(Overlay)
    window._set(replace(window._shown, overlays=everything))
    snap(window, folder, "2-overlays")
    window.choose("sun-and-moon")
    window._set(replace(window._shown, light=Light.NIGHT, facing=True, tones=(5, 2)))
    snap(window, folder, "3-night-facing")
    window.choose("thumb-over-thumb")
    window._set(
        replace(window._shown, light=Light.DAY, side=Side.LEFT, manners=frozenset({Manner.LEFT_HANDED}))
    )
    window.toggle()
    what = "the on-back body has no landmark 'kneee.S' (thumb-over-thumb.figure)"
    told = f"data/strokes/legs.toml, line 92: {what}. Mend it and save; below is the last drawing that was right."
    window._notice.say(told)
    snap(window, folder, "4-problem")
    window._notice.say("")
    window._catalogue._search.setText("circle")
    window.choose("resting-hands@chest")
    window._set(replace(window._shown, light=Light.PRINT, facing=False, overlays=frozenset({Overlay.ROUTES})))
    snap(window, folder, "5-search-print")
    window.close()
    app.quit()


if __name__ == "__main__":
    main()
