"""What can be set of one step: how often, how long, which side first, how baby lies, and own words for the voice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.body import Position
from companion.domain.editing import Draft, DraftStep, block_at, changed, may_take_sides, regrouped, with_say
from companion.domain.own_rules import seconds_range
from companion.domain.routine import BlockSides
from companion.domain.settings import Advance
from companion.domain.stroke import Stroke, StrokeKind
from companion.domain.words import Words
from companion.ui.editor.words import STILL, position_word, title_of
from companion.ui.theme import Look
from companion.ui.widgets.buttons import Kind, PillButton
from companion.ui.widgets.forms import FormCard, Line, leading
from companion.ui.widgets.picks import Pick
from companion.ui.widgets.surfaces import lay_anew
from companion.ui.widgets.text import Role, label

MOST_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class StepWishes:
    """What somebody may wish of a step beyond another draft: up or down a place, out, and to hear its words."""

    draft: Callable[[Draft], None]
    move: Callable[[int], None]
    remove: Callable[[], None]
    hear: Callable[[str], None]


class StepCard(QWidget):
    """Shows one step of a draft; what is set is told through the wishes."""

    def __init__(self, look: Look, words: Words, wishes: StepWishes) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self._wishes = wishes
        self._shown: tuple[object, ...] = ()
        self._draft: Draft | None = None
        self._at = 0
        self._puts: list[Callable[[DraftStep], None]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_step(self, draft: Draft, at: int, stroke: Stroke, *, sides: bool) -> None:
        """Show a step as it stands; fields are made anew only when another step is shown."""
        self._draft, self._at = draft, at
        step = draft.steps[at]
        shown = (at, step.words, stroke.id, sides)
        if shown != self._shown:
            self._shown = shown
            self._puts = []
            lay_anew(self._column, [self._card(step, stroke, sides=sides)])
        for put in self._puts:
            put(step)

    def _card(self, step: DraftStep, stroke: Stroke, *, sides: bool) -> QWidget:
        told = self._words.strokes.get(step.words)
        rows: list[tuple[str, QWidget]] = []
        if told is not None:
            rows.append(("", label(told.line, Role.BODY, wrap=True)))
        rows += self._doses(stroke)
        rows += self._places(stroke, sides=sides)
        if stroke.kind is not StrokeKind.ASK:
            rows.append((self.tr("Move on"), self._advance()))
        rows.append((self.tr("Own words"), self._own_words(step)))
        rows.append(("", self._actions(stroke)))
        return FormCard(self._look, title_of(self._words, step), *rows, widest=170)

    def _doses(self, stroke: Stroke) -> Sequence[tuple[str, QWidget]]:
        rows: list[tuple[str, QWidget]] = []
        low, high = stroke.times_range
        if low != high:
            times = Pick(
                self._look,
                self.tr("How many times"),
                [(number, str(number)) for number in range(low, high + 1)],
                lambda number: self._change(times=number),
            )
            self._puts.append(lambda step: times.put(step.step.times))
            rows.append((self.tr("How many times"), times))
        seconds = Pick(
            self._look,
            self.tr("Seconds"),
            [(value, self.tr("%1 s").replace("%1", f"{value:g}")) for value in seconds_of(stroke)],
            lambda value: self._change(seconds=value),
        )
        self._puts.append(lambda step: seconds.put(nearest(step.step.seconds, seconds_of(stroke))))
        each = self.tr("Seconds") if stroke.kind in STILL else self.tr("Seconds each time")
        rows.append((each, seconds))
        return rows

    def _places(self, stroke: Stroke, *, sides: bool) -> Sequence[tuple[str, QWidget]]:
        rows: list[tuple[str, QWidget]] = []
        if sides:
            side = Pick(
                self._look,
                self.tr("Sides"),
                [
                    (BlockSides.ONCE, self.tr("Each stroke on both sides")),
                    (BlockSides.EACH, self.tr("All of one side first")),
                ],
                lambda value: self._regroup(sides=value),
            )
            self._puts.append(lambda step: side.put(step.sides))
            rows.append((self.tr("Sides"), side))
        positions = _positions(stroke)
        if len(positions) > 1:
            lies = Pick(
                self._look,
                self.tr("Baby lies"),
                [(position, position_word(position)) for position in positions],
                lambda value: self._regroup(position=value),
            )
            self._puts.append(lambda step: lies.put(step.position))
            rows.append((self.tr("Baby lies"), lies))
        if stroke.kind is not StrokeKind.ASK:
            rounds = Pick(
                self._look,
                self.tr("Rounds of this part"),
                [(number, str(number)) for number in range(1, MOST_ROUNDS + 1)],
                lambda value: self._regroup(rounds=value),
            )
            self._puts.append(lambda step: rounds.put(step.rounds))
            rows.append((self.tr("Rounds of this part"), rounds))
        return rows

    def _advance(self) -> QWidget:
        pick = Pick[Advance | None](
            self._look,
            self.tr("Move on"),
            [
                (None, self.tr("As in the settings")),
                (Advance.TIMER, self.tr("By itself")),
                (Advance.BY_HAND, self.tr("When I say")),
            ],
            lambda value: self._change(advance=value),
        )
        self._puts.append(lambda step: pick.put(step.step.advance))
        return pick

    def _own_words(self, step: DraftStep) -> QWidget:
        hint = self.tr("Said by the voice in the place of ours")
        line = Line(self.tr("Own words"), self._say, most=300, hint=hint)
        line.setMaximumWidth(16_777_215)
        hear = PillButton(self._look, self.tr("Hear it"), Kind.LINK)
        hear.clicked.connect(lambda: self._wishes.hear(line.text()))
        self._puts.append(lambda one: line.put(self._draft.say.get(one.words, "") if self._draft else ""))
        told = self._words.strokes.get(step.words)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(line)
        if told is not None:
            ours = self.tr("We say: “%1”").replace("%1", told.say_first)
            column.addWidget(label(ours, Role.SOFT, wrap=True))
        column.addWidget(leading(hear))
        return held

    def _actions(self, stroke: Stroke) -> QWidget:
        up = PillButton(self._look, self.tr("Earlier"), Kind.PLAIN)
        down = PillButton(self._look, self.tr("Later"), Kind.PLAIN)
        out = PillButton(self._look, self.tr("Take out"), Kind.PLAIN)
        up.clicked.connect(lambda: self._wishes.move(-1))
        down.clicked.connect(lambda: self._wishes.move(1))
        out.clicked.connect(self._wishes.remove)
        for button in (up, down, out):
            button.setEnabled(stroke.kind is not StrokeKind.ASK)
        return leading(up, down, out)

    def _change(self, **changes: object) -> None:
        draft = self._draft
        assert draft is not None
        step = draft.steps[self._at]
        done = replace(step, step=replace(step.step, **changes))  # pyright: ignore[reportArgumentType]
        self._wishes.draft(changed(draft, self._at, done))

    def _regroup(self, **changes: object) -> None:
        assert self._draft is not None
        self._wishes.draft(regrouped(self._draft, self._at, **changes))  # pyright: ignore[reportArgumentType]

    def _say(self, words: str) -> None:
        assert self._draft is not None
        key = self._draft.steps[self._at].words
        self._wishes.draft(with_say(self._draft, key, " ".join(words.split())))


def seconds_of(stroke: Stroke) -> list[float]:
    """The lengths to pick from: fine steps for strokes, coarse ones for holds."""
    low, high = seconds_range(stroke)
    if stroke.kind in STILL:
        steps = [5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0, 150.0, 180.0, 240.0, 300.0]
        return [value for value in steps if low <= value <= high]
    found = {stroke.seconds}
    value = low
    while value <= min(high, stroke.seconds * 2.5):
        found.add(round(value * 2 + 0.49) / 2)
        value += 0.5 if stroke.seconds < 6 else 1.0
    return sorted(value for value in found if low <= value <= high)


def nearest(value: float, offered: Sequence[float]) -> float:
    """The value itself, or the nearest one that is offered: a file may have any."""
    return min(offered, key=lambda one: abs(one - value))


def takes_sides(draft: Draft, at: int, strokes: Mapping[str, Stroke]) -> bool:
    """Whether it makes a difference which side goes first: one whole side, or stroke by stroke."""
    first, last = block_at(draft, at)
    return last - first >= 1 and may_take_sides(draft, at, strokes)


def _positions(stroke: Stroke) -> Sequence[Position]:
    if Position.ANY in stroke.positions:
        return [position for position in Position if position is not Position.ANY]
    return stroke.positions
