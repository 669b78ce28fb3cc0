"""Renders what we ship to be heard: spoken lines with hibari, as Ogg Vorbis. For developers; needs soundfile."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from companion.domain.spoken import text_hash
from companion.sound.device import RATE
from companion.sound.narration import MANIFEST, ShippedLine, line_file, read_manifest, write_manifest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

log = logging.getLogger(__name__)

QUALITY = 0.2
"""Vorbis quality from 0 to 1; about 45 kbit/s for this voice."""
_BLOCK = 4096

Progress = Callable[[int, int, str], None]
"""Is told how many lines are done, how many there are to render, and the line's id."""


@dataclass(frozen=True, slots=True)
class RenderReport:
    """What a run did. ``kept`` lines said the same as before; ``odd`` names lines that may sound wrong, with why."""

    rendered: tuple[str, ...]
    kept: int
    removed: tuple[str, ...]
    seconds: float
    size: int
    odd: Mapping[str, str]


def render_narration(
    lines: Mapping[str, str],
    out: Path,
    progress: Progress = lambda _done, _all, _line: None,
    *,
    afresh: bool = False,
) -> RenderReport:
    """Render every line (id to text) that is new or says something else than before into ``out/<id>.ogg``, delete
    files of lines that are gone, and write the manifest. ``afresh`` renders all of them again.

    Raises ImportError when soundfile or hibari is missing, OSError when the folder cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    shipped = {} if afresh else _still_true(lines, out)
    missing = [line for line in lines if line not in shipped]
    kept = len(shipped)
    odd: dict[str, str] = {}
    if missing:
        from companion.sound.reading import load_reading  # noqa: PLC0415 - loads onnxruntime

        read = load_reading()
        for done, line in enumerate(missing):
            progress(done, len(missing), line)
            wave = read(lines[line])
            _write_vorbis(line_file(out, line), wave)
            shipped[line] = ShippedLine(text_hash(lines[line]), round(len(wave) / RATE, 2))
            if trouble := oddities(lines[line], wave):
                odd[line] = trouble
    removed = _remove_orphans(shipped, out)
    write_manifest(out, shipped)
    seconds = sum(line.seconds for line in shipped.values())
    size = sum(file.stat().st_size for file in out.iterdir())
    return RenderReport(tuple(missing), kept, removed, round(seconds, 1), size, odd)


def oddities(text: str, wave: "NDArray[np.float32]") -> str:
    """Why a rendered line may sound wrong, judged by its numbers alone; empty when it seems right."""
    from companion.sound.reading import LOUDNESS, longest_gap, loudness  # noqa: PLC0415

    words, seconds = len(text.split()), len(wave) / RATE
    if not seconds:
        return "nothing is said"
    found = [
        f"{words / seconds:.1f} words a second" if words >= 8 and not 1.9 <= words / seconds <= 3.5 else "",
        f"a gap of {longest_gap(wave):.1f} s" if longest_gap(wave) > 1.0 else "",
        f"{loudness(wave):.1f} dB loud" if abs(loudness(wave) - LOUDNESS) > 1.7 else "",
    ]
    return ", ".join(filter(None, found))


def _still_true(lines: Mapping[str, str], out: Path) -> dict[str, ShippedLine]:
    return {
        line: entry
        for line, entry in read_manifest(out).items()
        if line in lines and entry.text_hash == text_hash(lines[line]) and line_file(out, line).exists()
    }


def _remove_orphans(shipped: Mapping[str, ShippedLine], out: Path) -> tuple[str, ...]:
    ours = {MANIFEST, *(line_file(out, line).name for line in shipped)}
    orphans = sorted(file for file in out.iterdir() if file.name not in ours)
    for file in orphans:
        file.unlink()
    return tuple(file.name for file in orphans)


def _write_vorbis(file: Path, wave: "NDArray[np.float32]") -> None:
    """In small blocks, because libsndfile's Vorbis writer puts a whole call's samples on the stack."""
    import soundfile  # noqa: PLC0415 - a developer's tool, not shipped

    half = file.with_name(file.name + ".part")
    with cast("Any", soundfile).SoundFile(
        str(half), "w", RATE, 1, format="OGG", subtype="VORBIS", compression_level=1.0 - QUALITY
    ) as sound:
        for start in range(0, len(wave), _BLOCK):
            sound.write(wave[start : start + _BLOCK])
    half.replace(file)
