"""What is asked about each topic once it is named: yes or not sure, which parts, when, which signs, which face."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from companion.domain.baby import Answer
from companion.domain.check import Tummy
from companion.domain.differences import Topic, shots
from companion.domain.help import HelpLevel, HelpSign, signs_of
from companion.domain.parts import LIMBS, Part
from companion.domain.safety_words import SafetyWords
from companion.domain.session import BabyState
from companion.ui.theme import Look
from companion.ui.widgets.choices import Choices
from companion.ui.widgets.faces import Face
from companion.ui.widgets.picture import Studio
from companion.ui.widgets.text import Role, label
from companion.ui.widgets.tick import TickLine
from companion.ui.widgets.toggles import Toggles

Value = TypeVar("Value")
Told = Callable[[object], None]
"""Called with the answer of a topic, as its field of the check has it."""

NOW_MINUTES, HALF_HOUR = 0, 30
"""Minutes since a feed that its answers stand for: each the least that it can be."""
SHOT_HOURS = {"today": 0, "yesterday": 24, "before": 48}
UNSURE = "unknown"


@dataclass(frozen=True, slots=True)
class Asking:
    """What details are made with."""

    look: Look
    words: SafetyWords
    phrases: Mapping[str, str]
    signs: Mapping[str, HelpSign]
    studio: Studio


def details_of(topic: Topic, asking: Asking, told: Told) -> QWidget:
    """The questions about one topic; ``told`` is called with each answer."""
    match topic:
        case Topic.SIGNS:
            return Signs(asking, told)
        case Topic.SKIN:
            return Parts(asking, list(Part), asking.words.questions["skin"].answers[UNSURE], told)
        case Topic.VACCINE:
            return Shots(asking, told)
        case Topic.STATE:
            return States(asking, told)
        case _:
            return _choices(topic, asking, told)


def _choices(topic: Topic, asking: Asking, told: Told) -> QWidget:
    """One of a few answers."""
    answers = asking.words.questions[topic].answers
    offered: Mapping[str, object]
    match topic:
        case Topic.TUMMY:
            offered, first = {"now": Tummy.NOW, "lately": Tummy.LATELY, UNSURE: Tummy.UNKNOWN}, None
        case Topic.FED:
            offered, first = {"now": NOW_MINUTES, "half-hour": HALF_HOUR, UNSURE: None}, UNSURE
        case Topic.CAREGIVER:
            offered, first = {"no": Answer.NO, UNSURE: Answer.UNKNOWN}, "no"
        case _:
            offered, first = {"yes": Answer.YES, UNSURE: Answer.UNKNOWN}, "yes"
    options = [(name, answers[name]) for name in offered]
    choices = Choices(
        asking.look, asking.words.lines[f"different.{topic}"], options, lambda n: told(offered[n])
    )
    choices.put(first or UNSURE)
    return choices


class Parts(QWidget):
    """Parts of the body, any of them, or not sure; tells a frozenset of parts, or None."""

    def __init__(self, asking: Asking, parts: Iterable[Part], unsure: str, told: Told) -> None:
        super().__init__()
        self._told = told
        name = asking.words.lines["different.skin"]
        options = [(part, _upper(asking.words.abouts[f"part:{part}"])) for part in parts]
        self._several = Toggles(asking.look, name, options, self._some)
        self._unsure = Toggles(asking.look, name, [(None, unsure)], self._none)
        column = _column(self)
        column.addWidget(self._several)
        column.addWidget(self._unsure)

    def _some(self, parts: tuple[Part, ...]) -> None:
        self._unsure.put(())
        self._told(frozenset(parts) or None)

    def _none(self, _: object) -> None:
        self._several.put(())
        self._told(None)


class Shots(QWidget):
    """Which limbs, when, and whether it is still sore; tells a tuple of vaccines."""

    def __init__(self, asking: Asking, told: Told) -> None:
        super().__init__()
        self._told = told
        self._limbs: tuple[Part, ...] = ()
        self._hours: int | None = None
        self._sore = Answer.UNKNOWN
        look, lines, answers = asking.look, asking.words.lines, asking.words.questions["vaccine"].answers
        limbs = [(part, _upper(asking.words.abouts[f"part:{part}"])) for part in Part if part in LIMBS]
        times = [*((name, answers[name]) for name in SHOT_HOURS), (UNSURE, answers[UNSURE])]
        when = Choices(look, lines["vaccine.when"], times, self._set_time)
        when.put(UNSURE)
        sore = Choices(
            look,
            lines["vaccine.sore"],
            [(answer, lines[f"vaccine.sore.{answer}"]) for answer in Answer],
            self._set_sore,
        )
        sore.put(Answer.UNKNOWN)
        column = _column(self)
        for title, part in (
            (lines["vaccine.where"], Toggles(look, lines["vaccine.where"], limbs, self._set_limbs)),
            (lines["vaccine.when"], when),
            (lines["vaccine.sore"], sore),
        ):
            column.addWidget(label(title, Role.STRONG, wrap=True))
            column.addWidget(part)

    def _set_limbs(self, limbs: tuple[Part, ...]) -> None:
        self._limbs = limbs
        self._tell()

    def _set_time(self, when: str) -> None:
        self._hours = SHOT_HOURS.get(when)
        self._tell()

    def _set_sore(self, sore: Answer) -> None:
        self._sore = sore
        self._tell()

    def _tell(self) -> None:
        self._told(shots(self._limbs, self._hours, self._sore))


class Signs(QWidget):
    """The signs that need help, the most urgent first, or not sure; tells a frozenset of ids, or None."""

    def __init__(self, asking: Asking, told: Told) -> None:
        super().__init__()
        self._told = told
        self._lines: dict[str, TickLine] = {}
        column = _column(self, spacing=2)
        for level in HelpLevel:
            column.addWidget(label(asking.phrases.get(f"help.{level}", ""), Role.STRONG, wrap=True))
            for sign in signs_of(asking.signs, level):
                line = TickLine(asking.look, asking.phrases.get(sign.phrase, sign.id), warning=True)
                line.clicked.connect(self._tell)
                self._lines[sign.id] = line
                column.addWidget(line)

    def _tell(self) -> None:
        self._told(frozenset(sign for sign, line in self._lines.items() if line.isChecked()) or None)


class States(QWidget):
    """The six faces, three by three; tells a state, or None when it is taken back."""

    def __init__(self, asking: Asking, told: Told) -> None:
        super().__init__()
        self._told = told
        self._faces: dict[BabyState, Face] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setSpacing(8)
        for place, state in enumerate(BabyState):
            name = asking.phrases.get(f"state.{int(state)}.name", "")
            looks = asking.phrases.get(f"state.{int(state)}.looks", "")
            face = Face(asking.look, state, name, looks, asking.studio)
            face.setAccessibleName(name)
            face.clicked.connect(partial(self._pick, state))
            self._faces[state] = face
            grid.addWidget(face, place // 3, place % 3)

    def _pick(self, state: BabyState, *_checked: object) -> None:
        for known, face in self._faces.items():
            face.setChecked(face.isChecked() and known is state)
        self._told(state if self._faces[state].isChecked() else None)


def _column(owner: QWidget, spacing: int = 8) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
