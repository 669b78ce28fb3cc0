"""What the list of strokes and the page of one stroke show, composed from the catalogue and the words."""

from collections.abc import Mapping
from dataclasses import dataclass

from companion.domain.body import Side
from companion.domain.stroke import Laterality, Stroke, StrokeKind
from companion.domain.words import StrokeWords, Words
from companion.ui.scene import Scene

_NO_WORDS = StrokeWords("", "", "", "", (), "", "", "")


@dataclass(frozen=True, slots=True)
class StrokeView:
    """One stroke. ``part`` says where on the baby the drawing shows it; ``dose`` how often, how firmly and how long in
    a few words; ``sources`` are in full. Any but ``title`` may be empty."""

    id: str
    title: str
    alias: str
    area: str
    part: str
    line: str
    purpose: str
    dose: tuple[str, ...]
    cautions: tuple[str, ...]
    evidence: str
    sources: tuple[str, ...]
    scene: Scene


def stroke_view(stroke: Stroke, words: Words, citations: Mapping[str, str]) -> StrokeView:
    """The view of one stroke, drawn on the side that is done first."""
    told = words.strokes.get(stroke.id, _NO_WORDS)
    phrases = words.phrases
    side = Side.RIGHT if stroke.laterality is Laterality.EACH else Side.NONE
    return StrokeView(
        id=stroke.id,
        title=told.title or stroke.id,
        alias=told.alias,
        area=phrases.get(f"area.{stroke.area}", ""),
        part=phrases.get(f"part.{stroke.area}.{side}", ""),
        line=told.line,
        purpose=told.purpose,
        dose=tuple(filter(None, _dose(stroke, phrases))),
        cautions=told.cautions,
        evidence=phrases.get(f"evidence.{stroke.evidence}", ""),
        sources=tuple(citations.get(source, source) for source in stroke.sources),
        scene=Scene(stroke.id, "", side, stroke.seconds),
    )


def by_area(
    strokes: Mapping[str, Stroke], words: Words
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Each area in words with its strokes, as (id, title), in the order of the catalogue."""
    found: dict[str, list[tuple[str, str]]] = {}
    for stroke in strokes.values():
        title = words.strokes.get(stroke.id, _NO_WORDS).title
        if title:
            found.setdefault(stroke.area, []).append((stroke.id, title))
    return tuple((words.phrases.get(f"area.{area}", area), tuple(those)) for area, those in found.items())


def _dose(stroke: Stroke, phrases: Mapping[str, str]) -> tuple[str, ...]:
    if stroke.kind is StrokeKind.ASK:
        return (phrases.get("handout.dose.ask", ""),)
    seconds = f"{stroke.seconds:g}"
    firm = f"p{int(max(stroke.pressure))}" if stroke.pressure else "none"
    if stroke.times > 1:
        often = phrases.get("handout.dose.times", "").replace("{times}", str(stroke.times))
        long = phrases.get("handout.dose.seconds", "").replace("{seconds}", seconds)
    else:
        often, long = "", phrases.get("handout.dose.once", "").replace("{seconds}", seconds)
    help_words = phrases.get(f"pressure.{firm}.help", "")
    each = phrases.get("handout.each", "") if stroke.laterality is Laterality.EACH else ""
    return (", ".join(filter(None, (" ".join(filter(None, (often, each))), long))), help_words)
