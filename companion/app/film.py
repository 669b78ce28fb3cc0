"""``companion film``: a whole routine as a film file to send to somebody's phone."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor

from companion.app.clocks import SystemClock
from companion.app.film_script import Script, script_of, views
from companion.app.own_shelf import open_library
from companion.app.paths import Paths
from companion.app.pictures import lettered, screenless
from companion.domain.errors import CompanionError
from companion.domain.plan import compile_plan
from companion.film.easel import Easel, Tints
from companion.film.reel import Format, recording, video_encoder
from companion.paint.palette import Palette, Scheme, palette, read_colours
from companion.sound.device import RATE
from companion.sound.track import SoundTrack, Speak, speaking
from companion.storage.settings_file import SettingsFile
from companion.ui.theme import Theme, read_theme

SIZE = (1280, 720)
FPS = 20
"""Pictures a second: hands move slowly, and the file stays small."""

Progress = Callable[[float, float], None]
"""Is told how many seconds of the film are done, and about how long it will be."""


@dataclass(frozen=True, slots=True)
class Filmed:
    """What was made. ``silent`` are the lines that could not be spoken."""

    seconds: float
    size: int
    encoder: str
    silent: tuple[str, ...]


def film(routine: str, out: Path, paths: Paths, progress: Progress, *, replace: bool = False) -> Filmed:
    """Film a routine as it plays when nobody interferes, in the tones of the settings.

    CompanionError ``unknown-routine``, ``routine-locked``, ``film-not-mp4``, ``film-exists``, ``film-needs-av``,
    ``film-no-encoder``, ``film-unwritable``. When it is broken off, nothing is left behind.
    """
    if out.suffix.lower() != ".mp4":
        raise CompanionError("film-not-mp4", file=str(out))
    if out.exists() and not replace:
        raise CompanionError("film-exists", file=str(out))
    video_encoder()
    library = open_library(paths, "en", paths.cache / "content")
    if routine not in library.routines:
        known = ", ".join(name for name, one in library.routines.items() if not one.locked)
        raise CompanionError("unknown-routine", name=routine, known=known)
    settings = SettingsFile(paths.settings, SystemClock()).load()
    plan = compile_plan(library.routines[routine], library.strokes)
    script = script_of(plan, library, settings)
    return shoot(script, out, paths, progress, replace=replace)


def shoot(
    script: Script,
    out: Path,
    paths: Paths,
    progress: Progress,
    *,
    replace: bool = False,
    size: tuple[int, int] = SIZE,
    speak: Speak | None = None,
) -> Filmed:
    """Film a script. ``speak`` makes lines that are not shipped; our own voice when it is None."""
    easel = easel_for(script, paths, size)
    track = _track(script, paths, speak or speaking())
    told = script.library.words.routines.get(script.plan.routine)
    form = Format(size, FPS, RATE, told.title if told else script.plan.routine)
    count = 0
    with recording(out, form, replace=replace) as reel:
        for view in views(script, track, FPS):
            reel.add_picture(easel.paint(view))
            reel.add_sound(track.mix(RATE // FPS))
            count += 1
            if count % FPS == 0:
                progress(count / FPS, script.length)
    return Filmed(count / FPS, out.stat().st_size, video_encoder(), tuple(track.silent))


def _track(script: Script, paths: Paths, speak: Speak) -> SoundTrack:
    narration = paths.media / "narration" / script.library.words.language
    track = SoundTrack(narration, paths.media / "chimes", speak)
    track.set_volumes(script.settings.chime_volume, script.settings.tick_volume)
    return track


def easel_for(script: Script, paths: Paths, size: tuple[int, int]) -> Easel:
    """What a script is painted with."""
    lettered(screenless(), paths)
    settings, themes = script.settings, paths.data / "themes"
    colours = _colours(themes, settings.baby_tone, settings.adult_tone)
    return Easel(size, _tints(read_theme(themes / "day.toml")), colours)


def _colours(themes: Path, baby: int, adult: int) -> Palette:
    return palette(read_colours(themes / "figure.toml"), Scheme.DAY, baby, adult)


def _tints(theme: Theme) -> Tints:
    return Tints(
        page=QColor(theme.page),
        card=QColor(theme.card),
        sand=QColor(theme.sand),
        line=QColor(theme.line),
        track=QColor(theme.track),
        ink=QColor(theme.ink),
        soft=QColor(theme.soft),
        teal=QColor(theme.teal),
        teal_deep=QColor(theme.teal_deep),
        dot_off=QColor(theme.dot_off),
    )
