"""The cards of a session's page: the facts, the strokes, the course in time, the plan's reasons, and the changes."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from companion.domain.baby import Answer
from companion.domain.events import Outcome
from companion.domain.figure.portraits import state_picture
from companion.domain.session import BabyState
from companion.domain.stroke import StrokeKind
from companion.services.retelling import SpanKind, StrokeLine
from companion.ui.diary.cue_line import CueLine
from companion.ui.diary.edit_words import edit_words
from companion.ui.diary.session_view import SessionView
from companion.ui.diary.telling import (
    Telling,
    answer,
    clock_length,
    comfort,
    ending,
    length,
)
from companion.ui.places import Shell
from companion.ui.theme import Look
from companion.ui.widgets.portrait import PortraitWidget
from companion.ui.widgets.surfaces import surface
from companion.ui.widgets.text import Role, label

PORTRAIT = 84


def facts_card(shell: Shell, view: SessionView, telling: Telling) -> QFrame:
    """How long, how it ended, who, and how the baby was before and after."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(22)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for number, (name, told) in enumerate(_facts(view, telling)):
        grid.addWidget(label(name, Role.SOFT), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_selectable(label(told, Role.STRONG, wrap=True)), number, 1)
    said = view.record.reflection
    told = said.before is not None or said.after is not None
    return FactsCard(shell.look, grid, _states(shell, telling, said.before, said.after) if told else None)


class FactsCard(QFrame):
    """Facts, and the states beside them, or below where it is narrow."""

    def __init__(self, look: Look, facts: QGridLayout, states: QHBoxLayout | None) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._look = look
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(26, 18, 26, 18)
        self._box.setSpacing(20)
        self._box.addLayout(facts, 1)
        if states is not None:
            self._box.addLayout(states)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The states come beside the facts where there is room for both."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._look.px(620)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)


def _facts(view: SessionView, telling: Telling) -> Iterator[tuple[str, str]]:
    translate, record, said = QCoreApplication.translate, view.record, view.record.reflection
    yield translate("diary", "Touch"), length(record.touch)
    if not record.by_hand:
        yield translate("diary", "In all"), length(record.elapsed)
        yield translate("diary", "How it ended"), ending(record.status, record.stop_reason)
    for name, told in (
        (translate("diary", "Baby"), telling.baby(record.baby)),
        (translate("diary", "Who massaged"), telling.caregiver(record.caregiver)),
        (translate("diary", "Oil"), "" if said.oil is Answer.UNKNOWN else answer(said.oil)),
        (translate("diary", "Baby seemed"), "" if said.comfort is None else comfort(said.comfort)),
        (
            translate("diary", "How sure you felt"),
            "" if said.confidence is None else f"{said.confidence} / 10",
        ),
        (translate("diary", "What you saw after"), said.reaction.strip()),
    ):
        if told:
            yield name, told


def _states(shell: Shell, telling: Telling, before: BabyState | None, after: BabyState | None) -> QHBoxLayout:
    """Two portraits with an arrow between, each with its word."""
    row = QHBoxLayout()
    row.setSpacing(10)
    heads = (QCoreApplication.translate("diary", "Before"), QCoreApplication.translate("diary", "After"))
    shown = [(head, state) for head, state in zip(heads, (before, after), strict=True) if state is not None]
    for number, (head, state) in enumerate(shown):
        if number:
            row.addWidget(label("→", Role.HEADING), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(4)
        picture = PortraitWidget(shell.look, shell.studio, state_picture(state), PORTRAIT)
        picture.setAccessibleName(f"{head}: {telling.state(state)}")
        column.addStretch(1)
        column.addWidget(_middle(label(head, Role.SOFT)))
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(_middle(label(telling.state(state), Role.STRONG)))
        column.addStretch(1)
        row.addLayout(column)
    row.addStretch(1)
    return row


def note_card(view: SessionView) -> QFrame | None:
    """What was written, as it was written; None where nothing was."""
    note = view.record.reflection.note.strip()
    if not note:
        return None
    return _card(QCoreApplication.translate("diary", "Note"), _selectable(label(note, Role.BODY, wrap=True)))


def strokes_card(view: SessionView, telling: Telling) -> QFrame:
    """Each stroke on each side: planned, done, and why not all of it."""
    translate = QCoreApplication.translate
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(4, 3)
    heads = (translate("diary", "Planned"), translate("diary", "Done"))
    for column, head in enumerate(heads, 2):
        grid.addWidget(label(head, Role.SOFT), 0, column)
    row = 1
    area = None
    for line in view.lines:
        if line.area is not area:
            area = line.area
            head = label(telling.area(area), Role.EYEBROW_TEAL)
            head.setContentsMargins(0, 8 if row > 1 else 0, 0, 0)
            grid.addWidget(head, row, 0, 1, 5)
            row += 1
        for column, words in enumerate(_line(line, telling)):
            role = Role.BODY if column in {0, 3} else Role.SOFT
            grid.addWidget(label(words, role, wrap=column in {0, 4}), row, column)
        row += 1
    return _card(translate("diary", "Stroke by stroke"), holder)


def _line(line: StrokeLine, telling: Telling) -> tuple[str, ...]:
    return (
        telling.stroke(line.words),
        telling.side(line.side),
        amount(line, line.planned),
        "–" if line.outcome is Outcome.SKIPPED else amount(line, line.done),
        _how(line, telling),
    )


def amount(line: StrokeLine, much: tuple[int, float]) -> str:
    """3 × · 12 s; a hold is told in seconds alone, and asking only as done."""
    times, seconds = much
    if line.kind is StrokeKind.ASK:
        return QCoreApplication.translate("diary", "asked")
    if line.kind is StrokeKind.HOLD:
        return length(seconds)
    return f"{times} × · {length(seconds)}"


def _how(line: StrokeLine, telling: Telling) -> str:
    match line.outcome:
        case Outcome.DONE:
            return QCoreApplication.translate("diary", "✓ done")
        case Outcome.CUT:
            told = QCoreApplication.translate("diary", "shortened")
        case Outcome.SKIPPED:
            told = QCoreApplication.translate("diary", "left out")
    why = ", ".join(telling.why(why) for why in line.why)
    return f"{told}: {why}" if why else told


def course_card(shell: Shell, view: SessionView, telling: Telling) -> QFrame | None:
    """The session in time with its cues; None for one that was written by hand."""
    translate = QCoreApplication.translate
    if not view.course.spans:
        return None
    parts: list[QWidget] = [CueLine(shell.look, view.course, view.is_yes, telling)]
    rests = sum(span.kind is SpanKind.REST for span in view.course.spans)
    if rests:
        parts.append(label(translate("diary", "Hands rested: %1 ×").replace("%1", str(rests)), Role.SOFT))
    if not view.course.marks:
        parts.append(label(translate("diary", "No cues were noted."), Role.SOFT))
    else:
        parts.append(_cue_list(view, telling))
    return _card(translate("diary", "How it went"), *parts)


def _cue_list(view: SessionView, telling: Telling) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(2, 1)
    for row, mark in enumerate(view.course.marks):
        sign = "●" if view.is_yes.get(mark.cue, True) else "◆"
        grid.addWidget(label(clock_length(mark.at), Role.SOFT), row, 0)
        grid.addWidget(label(f"{sign} {telling.cue(mark.cue, view.cue_names)}", Role.BODY), row, 1)
        grid.addWidget(label(telling.area(mark.area), Role.SOFT, wrap=True), row, 2)
    return holder


def reasons_card(view: SessionView) -> QFrame | None:
    """What the check of the day changed; None where nothing was changed."""
    if not view.reasons:
        return None
    parts = [label(sentence, Role.BODY, wrap=True) for sentence in view.reasons]
    return _card(QCoreApplication.translate("diary", "Why the plan was different"), *parts)


def history_card(view: SessionView, telling: Telling) -> QFrame | None:
    """What was changed later, and when; None where nothing was."""
    told = edit_words(view.edits, telling)
    if not told:
        return None
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (when, what) in enumerate(told):
        grid.addWidget(label(when, Role.SOFT), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(what, Role.BODY, wrap=True), row, 1)
    return _card(QCoreApplication.translate("diary", "What was changed, and when"), holder)


def _card(title: str, *parts: QWidget) -> QFrame:
    frame = surface("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(26, 18, 26, 20)
    column.setSpacing(10)
    column.addWidget(label(title, Role.HEADING))
    for part in parts:
        column.addWidget(part)
    return frame


def _middle(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _selectable(made: QLabel) -> QLabel:
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
