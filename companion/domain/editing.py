"""A routine while it is being put together: steps in one row, each with its place, and what can be done with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from companion.domain.body import Area, Position
from companion.domain.own_routine import OwnRoutine, Shelf, derived, words_key
from companion.domain.routine import Block, BlockSides, Routine, RoutineStep
from companion.domain.stroke import Evidence, Laterality, Stroke, StrokeKind

ASK, STILL, REST = "permission", "hand-hug", "resting-hands"
"""What a new routine begins and ends with, and what a rest is."""

REST_AT: Mapping[Area, str] = {
    Area.LEGS: "legs",
    Area.CHEST: "chest",
    Area.ARMS: "hands",
    Area.BACK: "back",
    Area.FACE: "head",
}
"""Where still hands lie after strokes on an area."""


@dataclass(frozen=True, slots=True)
class DraftStep:
    """A step and where it stands. Steps that follow each other and lie, face and repeat alike make one block;
    ``joined`` false begins a new one all the same."""

    step: RoutineStep
    area: Area
    position: Position
    sides: BlockSides = BlockSides.ONCE
    rounds: int = 1
    joined: bool = True

    @property
    def words(self) -> str:
        """Key of its words."""
        return words_key(self.step)

    def like(self, other: "DraftStep") -> bool:
        """Whether the two can stand in one block."""
        mine = (self.area, self.position, self.sides, self.rounds)
        return mine == (other.area, other.position, other.sides, other.rounds)


@dataclass(frozen=True, slots=True)
class Draft:
    """A routine being put together; ``id`` is "" until it is first kept."""

    title: str
    steps: tuple[DraftStep, ...]
    note: str = ""
    say: Mapping[str, str] = field(default_factory=dict[str, str])
    id: str = ""
    based_on: str = ""
    clothed: bool = False


def new_draft(title: str, shelf: Shelf) -> Draft:
    """The shortest routine that may be kept: asking first, still hands last."""
    ask = draft_step(shelf.strokes[ASK], shelf)
    still = draft_step(shelf.strokes[STILL], shelf)
    return Draft(title, (ask, still))


def draft_of(own: OwnRoutine) -> Draft:
    """An own routine, to go on with."""
    routine = own.routine
    return Draft(
        own.title,
        tuple(_row(routine.blocks)),
        own.note,
        dict(own.say),
        routine.id,
        own.based_on,
        routine.clothed,
    )


def copy_of(routine: Routine, title: str) -> Draft:
    """A copy of a routine of ours, to be changed."""
    return Draft(title, tuple(_row(routine.blocks)), based_on=routine.id, clothed=routine.clothed)


def own_of(draft: Draft, shelf: Shelf) -> OwnRoutine:
    """What the draft comes to, with everything that follows from its strokes. Own words for strokes that are no
    longer in it are left out. Raises CompanionError: ``stroke-unknown``, ``routine-empty``."""
    bare = Routine(
        draft.id,
        (1, 1),
        locked=False,
        blocks=blocks_of(draft.steps),
        evidence=Evidence.CONVENTION,
        sources=(),
        clothed=draft.clothed,
    )
    used = {step.words for step in draft.steps}
    say = {key: words for key, words in draft.say.items() if key in used and words}
    return OwnRoutine(derived(bare, shelf, draft.based_on), draft.title, draft.note, say, draft.based_on)


def blocks_of(steps: Sequence[DraftStep]) -> tuple[Block, ...]:
    """The steps in blocks."""
    rows: list[list[DraftStep]] = []
    for step in steps:
        if rows and step.joined and step.like(rows[-1][-1]):
            rows[-1].append(step)
        else:
            rows.append([step])
    return tuple(
        Block(row[0].area, row[0].position, row[0].sides, tuple(one.step for one in row), row[0].rounds)
        for row in rows
    )


def draft_step(stroke: Stroke, shelf: Shelf, variant: str = "", near: Sequence[DraftStep] = ()) -> DraftStep:
    """A stroke as a step: where ours put it most often, else where the steps before it (``near``) are."""
    known = [
        block
        for routine in shelf.routines.values()
        for block in routine.blocks
        if any(step.stroke == stroke.id and step.variant == variant for step in block.steps)
    ]
    lying = next((one.position for one in reversed(near) if one.position is not Position.ANY), None)
    return DraftStep(
        RoutineStep(stroke.id, stroke.times, stroke.seconds, stroke.pressure, variant),
        known[0].area if known else stroke.area,
        _position(stroke, [block.position for block in known], lying),
    )


def _position(stroke: Stroke, known: Sequence[Position], lying: Position | None) -> Position:
    anywhere = Position.ANY in stroke.positions
    if lying is not None and (anywhere or lying in stroke.positions):
        return lying
    fitting = [position for position in known if anywhere or position in stroke.positions]
    if fitting:
        return max(fitting, key=fitting.count)
    return Position.ON_BACK if anywhere else stroke.positions[0]


def rest_step(near: Sequence[DraftStep], shelf: Shelf) -> DraftStep:
    """Still hands where the last of these steps was."""
    area = near[-1].area if near else Area.CONTACT
    variant = REST_AT.get(area, "")
    made = draft_step(shelf.strokes[REST], shelf, variant, near)
    return replace(made, area=area)


def added(draft: Draft, step: DraftStep, at: int) -> Draft:
    """With one step more, before the one at ``at``; nothing comes before the asking."""
    at = max(_first(draft), min(at, len(draft.steps)))
    return replace(draft, steps=(*draft.steps[:at], step, *draft.steps[at:]))


def removed(draft: Draft, at: int) -> Draft:
    """Without one step; the asking stays."""
    if at < _first(draft):
        return draft
    return replace(draft, steps=(*draft.steps[:at], *draft.steps[at + 1 :]))


def moved(draft: Draft, at: int, to: int) -> Draft:
    """With one step at another place, ``to`` counted without it; the asking stays first."""
    first = _first(draft)
    if at < first:
        return draft
    rest = [*draft.steps[:at], *draft.steps[at + 1 :]]
    rest.insert(max(first, min(to, len(rest))), replace(draft.steps[at], joined=True))
    return replace(draft, steps=tuple(rest))


def changed(draft: Draft, at: int, step: DraftStep) -> Draft:
    """With one step done otherwise."""
    return replace(draft, steps=(*draft.steps[:at], step, *draft.steps[at + 1 :]))


def regrouped(
    draft: Draft,
    at: int,
    *,
    position: Position | None = None,
    sides: BlockSides | None = None,
    rounds: int | None = None,
) -> Draft:
    """With the whole block of a step done otherwise: it lies, turns and repeats as one."""
    first, last = block_at(draft, at)
    done = [
        replace(
            one,
            position=one.position if position is None else position,
            sides=one.sides if sides is None else sides,
            rounds=one.rounds if rounds is None else rounds,
        )
        for one in draft.steps[first:last]
    ]
    return replace(draft, steps=(*draft.steps[:first], *done, *draft.steps[last:]))


def block_at(draft: Draft, at: int) -> tuple[int, int]:
    """The first step of the block that a step is in, and the one after its last."""
    first = 0
    for block in blocks_of(draft.steps):
        after = first + len(block.steps)
        if at < after:
            return first, after
        first = after
    raise IndexError(at)


def with_say(draft: Draft, words: str, text: str) -> Draft:
    """With own spoken words for a stroke; "" gives ours back."""
    say = {key: told for key, told in draft.say.items() if key != words}
    return replace(draft, say=say | ({words: text} if text else {}))


def may_take_sides(draft: Draft, at: int, strokes: Mapping[str, Stroke]) -> bool:
    """Whether the block of a step can be done wholly on one side, then wholly on the other."""
    first, last = block_at(draft, at)
    return all(
        strokes[one.step.stroke].laterality_of(one.step.variant) is Laterality.EACH
        for one in draft.steps[first:last]
    )


def put_right(draft: Draft, shelf: Shelf) -> Draft:
    """With the asking first and still hands last, where they are missing."""
    steps = draft.steps
    kinds = [shelf.strokes[one.step.stroke].kind for one in steps]
    if not kinds or kinds[0] is not StrokeKind.ASK:
        later = [one for one, kind in zip(steps, kinds, strict=True) if kind is not StrokeKind.ASK]
        steps = (draft_step(shelf.strokes[ASK], shelf), *later)
    if shelf.strokes[steps[-1].step.stroke].kind is not StrokeKind.HOLD:
        steps = (*steps, draft_step(shelf.strokes[STILL], shelf, near=steps))
    return replace(draft, steps=steps)


def _row(blocks: Sequence[Block]) -> Iterator[DraftStep]:
    for block in blocks:
        for index, step in enumerate(block.steps):
            yield DraftStep(step, block.area, block.position, block.sides, block.rounds, joined=index > 0)


def _first(draft: Draft) -> int:
    """The first place that a step can be moved to: after the asking, where the routine begins with it."""
    return 1 if draft.steps and draft.steps[0].step.stroke in ASKING else 0


ASKING = frozenset({ASK, "ask-wait-stop"})
"""The strokes that ask the baby, or the child."""
