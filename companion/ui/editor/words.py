"""How the editor tells of steps, positions and times."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from companion.domain.body import Position
from companion.domain.editing import Draft, DraftStep
from companion.domain.own_rules import Finding, rule_sentence
from companion.domain.routine import BlockSides
from companion.domain.stroke import Laterality, Stroke, StrokeKind
from companion.domain.words import Words

STILL = frozenset({StrokeKind.ASK, StrokeKind.HOLD, StrokeKind.GROWING})


def position_word(position: Position) -> str:
    """How baby lies."""
    return {
        Position.ON_BACK: QCoreApplication.translate("Editor", "On the back"),
        Position.ON_TUMMY: QCoreApplication.translate("Editor", "On the tummy"),
        Position.HELD: QCoreApplication.translate("Editor", "In your arms"),
        Position.ON_CHEST: QCoreApplication.translate("Editor", "On your chest"),
        Position.ON_SIDE: QCoreApplication.translate("Editor", "On the side"),
        Position.ANY: QCoreApplication.translate("Editor", "As baby lies"),
    }[position]


def title_of(words: Words, step: DraftStep) -> str:
    """What a step is called."""
    told = words.strokes.get(step.words)
    return told.title if told else step.step.stroke


def dose_of(step: DraftStep, stroke: Stroke) -> str:
    """How often and how long: "4 × 5 s" or "30 s"."""
    seconds = QCoreApplication.translate("Editor", "%1 s").replace("%1", f"{step.step.seconds:g}")
    if stroke.kind in STILL:
        return seconds
    return f"{step.step.times} × {seconds}"


def sides_of(step: DraftStep, stroke: Stroke) -> str:
    """How the sides take part, "" where there are none."""
    if step.sides is BlockSides.EACH:
        return QCoreApplication.translate("Editor", "one side first")
    if stroke.laterality_of(step.step.variant) is Laterality.EACH:
        return QCoreApplication.translate("Editor", "right, then left")
    return ""


def line_of(words: Words, step: DraftStep, stroke: Stroke) -> str:
    """The small line below a step's title."""
    area = words.phrases.get(f"area.{step.area}", str(step.area))
    rounds = QCoreApplication.translate("Editor", "%1 rounds").replace("%1", str(step.rounds))
    parts = (area, dose_of(step, stroke), sides_of(step, stroke), rounds if step.rounds > 1 else "")
    return " · ".join(part for part in parts if part)


def minutes_of(seconds: float) -> str:
    """A length as "12:05"."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def told_of(finding: Finding, words: Words) -> str:
    """What a rule says, with titles in the place of ids."""
    return rule_sentence(finding, words.phrases, _Names(words))


def step_title(draft: Draft, words: Words, at: int) -> str:
    """A step with its number: "3 Leg sweep"."""
    return f"{at + 1}  {title_of(words, draft.steps[at])}"


class _Names(Mapping[str, str]):
    """Words for the ids of strokes and areas."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __getitem__(self, name: str) -> str:
        told = self._words.strokes.get(name)
        if told is not None:
            return told.title
        return self._words.phrases[f"area.{name}"].lower()

    def __iter__(self):  # noqa: ANN204 - asked by name only
        return iter(self._words.strokes)

    def __len__(self) -> int:
        return len(self._words.strokes)
