"""A copy of the shipped content that a test may damage, and what the check says of it."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from companion.content.check import check_content
from companion.content.library import load_library
from companion.content.narration import spoken_lines, text_hash
from companion.content.safety import load_safety_words

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
MEDIA = ROOT / "media"


@dataclass(frozen=True, slots=True)
class Copy:
    """Copied data, and a narration that fits it: right manifest, empty sound files."""

    data: Path
    media: Path

    def replace(self, file: str, old: str, new: str) -> None:
        """Change every ``old`` of a file; it must be there."""
        path = self.data / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def in_table(self, file: str, table: str, old: str, new: str) -> None:
        """Change ``old`` within one table of a file; it must be there."""
        path = self.data / file
        before, head, rest = path.read_text(encoding="utf-8").partition(f"\n[{table}]\n")
        body, end, after = rest.partition("\n\n")
        assert old in body, f"{old!r} is not in [{table}] of {file}"
        path.write_text(before + head + body.replace(old, new) + end + after, encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Add a text at the end of a file, which may be new."""
        path = self.data / file
        path.parent.mkdir(parents=True, exist_ok=True)
        told = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(told + text, encoding="utf-8")

    def problems(self) -> list[str]:
        """All problems as they are printed, reading grade left out."""
        return [str(problem) for problem in check_content(self.data, self.media, reading_grade=None)]


def copied(folder: Path) -> Copy:
    """A fresh copy in a folder."""
    copy = Copy(folder / "data", folder / "media")
    shutil.copytree(DATA, copy.data)
    narration = copy.media / "narration" / "en"
    narration.mkdir(parents=True)
    lines = spoken_lines(load_library(copy.data, "en").words, load_safety_words(copy.data, "en").phrases)
    for line in lines:
        (narration / f"{line}.ogg").touch()
    manifest = {line: {"text_hash": text_hash(text), "seconds": 1.0} for line, text in lines.items()}
    (narration / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return copy
