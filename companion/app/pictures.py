"""Pictures without a window: one of each step of a rehearsal, and the contact sheet of all strokes."""

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPainter

from companion.app.paths import Paths
from companion.app.wiring import App
from companion.content.library import load_library
from companion.domain.errors import CompanionError
from companion.domain.figure.choreography import Choreography
from companion.domain.figure.fallback import choreography_for
from companion.domain.figure.figure import drawing
from companion.domain.stroke import Stroke
from companion.domain.words import Words
from companion.paint.figure_painter import paint_drawing
from companion.paint.palette import Palette, Scheme, palette, read_colours
from companion.paint.sheet import SheetItem, contact_sheet
from companion.services.playback import Playback

SIZE = (1280, 800)


def step_pictures(app: App, playback: Playback, folder: Path) -> Iterator[None]:
    """Save ``NN-stroke-side.png`` (1280x800) for each step the first time that it is reached; advance once a moment."""
    screenless()
    folder.mkdir(parents=True, exist_ok=True)
    settings = app.settings.load()
    colours = _colours(app.paths, Scheme.DAY, settings.baby_tone, settings.adult_tone)
    saved: set[int] = set()
    while True:
        step = playback.state().moment.step
        if step not in saved:
            saved.add(step)
            planned = playback.plan.steps[step]
            choreography = choreography_of(app.library.strokes[planned.stroke], planned.variant)
            picture = drawing(choreography, planned.side, planned.seconds * 0.3, period=planned.seconds)
            image = QImage(*SIZE, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_drawing(painter, picture, colours, QRectF(image.rect()), ground=True)
            painter.end()
            image.save(str(folder / f"{step + 1:02}-{planned.stroke}-{planned.side}.png"))
        yield


def choreography_of(stroke: Stroke, variant: str) -> Choreography:
    """What is drawn for a stroke, or for one variant of it; resting hands where it has not been drawn yet."""
    return choreography_for(stroke.choreographies, variant, stroke.area, stroke.positions)


def write_sheet(paths: Paths, out: Path, *, night: bool) -> None:
    """Draw every stroke and variant at three moments, both sides, into one picture.

    Raises CompanionError "picture-unwritable" (file) when it cannot be written, "content-broken".
    """
    lettered(screenless(), paths)
    library = load_library(paths.data, "en")
    items = [
        SheetItem(
            _label(stroke, variant, library.words), choreography_of(stroke, variant), stroke.seconds or 4.0
        )
        for stroke in library.strokes.values()
        for variant in ("", *stroke.variants)
    ]
    colours = _colours(paths, Scheme.NIGHT if night else Scheme.DAY, 2, 4)
    if not contact_sheet(items, colours).save(str(out)):
        raise CompanionError("picture-unwritable", file=str(out))


def _label(stroke: Stroke, variant: str, words: Words) -> str:
    key = f"{stroke.id}@{variant}" if variant else stroke.id
    return f"{stroke.code}  {words.strokes[key].title}"


def _colours(paths: Paths, scheme: Scheme, baby_tone: int, adult_tone: int) -> Palette:
    return palette(read_colours(paths.data / "themes" / "figure.toml"), scheme, baby_tone, adult_tone)


def lettered(application: QGuiApplication, paths: Paths) -> None:
    """Write in the shipped typeface from now on."""
    for font in sorted((paths.media / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    application.setFont("Nunito")


def screenless() -> QGuiApplication:
    """A Qt application that needs no screen; kept by Qt itself as long as the process lives."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QGuiApplication.instance()
    return existing if isinstance(existing, QGuiApplication) else QGuiApplication([])
