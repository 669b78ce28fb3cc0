"""The shapes of the data files, as types: the one place that says which fields there are."""

from typing import Annotated, Any, Literal

import msgspec

from companion.domain.body import Area, Position
from companion.domain.routine import BlockSides
from companion.domain.settings import Advance
from companion.domain.stroke import Evidence, Laterality, Readiness, StrokeKind

PressureName = Literal["p0", "p1", "p2"]

HandUse = Literal[
    "none",
    "one",
    "one-moves-one-rests",
    "one-moves-one-holds",
    "two-together",
    "two-alternating",
    "two-mirrored",
    "two-opposite",
]
"""``one-moves-one-rests``: the other lies still on the baby; ``one-moves-one-holds``: it holds the limb that is
massaged; ``two-together``: both do one thing; ``two-alternating``: hand after hand; ``two-mirrored``: each its
own side at the same time; ``two-opposite``: they move against each other."""

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Seconds = Annotated[float, msgspec.Meta(gt=0, le=900)]
Times = Annotated[int, msgspec.Meta(ge=1, le=20)]
Text = Annotated[str, msgspec.Meta(min_length=1)]
SourceKeys = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One table of a data file."""


class StrokeEntry(Entry, frozen=True):
    """``[<stroke id>]`` in ``data/strokes/*.toml``; ``companion.domain.stroke.Stroke`` says what the fields mean.

    ``figure`` is the choreography of the plain stroke, ``figures`` has one for each variant; their shape is
    ``figure_format``'s.
    """

    code: Text
    area: Area
    kind: StrokeKind
    positions: Annotated[tuple[Position, ...], msgspec.Meta(min_length=1)]
    laterality: Laterality
    hands: HandUse
    pressure: Annotated[tuple[PressureName, ...], msgspec.Meta(max_length=2)]
    seconds: Seconds
    times: Times
    times_range: tuple[Times, Times]
    readiness: Readiness
    one_hand: bool
    avoid: tuple[Id, ...]
    evidence: Evidence
    sources: SourceKeys
    hold_seconds: Seconds | None = None
    readiness_at: dict[Position, Readiness] = {}
    laterality_at: dict[str, Laterality] = {}
    variants: tuple[Id, ...] = ()
    figure: dict[str, Any] | None = None
    figures: dict[str, dict[str, Any]] = {}


class StepEntry(Entry, frozen=True):
    """One step of a block; ``times``, ``seconds`` and ``pressure`` left out are the stroke's own.

    Steps of locked routines have ``times = 0`` and no seconds: their doses are the therapist's.
    """

    stroke: Id
    times: Annotated[int, msgspec.Meta(ge=0, le=20)] | None = None
    seconds: Seconds | None = None
    variant: str = ""
    pressure: Annotated[tuple[PressureName, ...], msgspec.Meta(max_length=2)] | None = None
    optional: bool = False
    advance: Advance | None = None


class BlockEntry(Entry, frozen=True):
    """``[[block]]`` of a routine: steps that belong together."""

    area: Area
    position: Position
    sides: BlockSides
    steps: Annotated[tuple[StepEntry, ...], msgspec.Meta(min_length=1)]
    rounds: Annotated[int, msgspec.Meta(ge=1, le=5)] = 1


class RoutineEntry(Entry, frozen=True):
    """One file in ``data/routines/``. ``touch_seconds`` is the sum of all steps that touch, optional ones left
    out, without lead-ins and turns: the author's own arithmetic, which the check repeats. ``order`` is its place
    in lists."""

    id: Id
    order: int
    minutes: tuple[int, int]
    locked: bool
    evidence: Evidence
    sources: SourceKeys
    from_weeks: Annotated[int, msgspec.Meta(ge=0)]
    avoid: tuple[Id, ...]
    touch_seconds: Annotated[float, msgspec.Meta(ge=0)]
    block: Annotated[tuple[BlockEntry, ...], msgspec.Meta(min_length=1)]
    clothed: bool = False


class StrokeText(Entry, frozen=True):
    """``[<stroke id>]`` in ``data/text/<lang>/strokes.toml``: what is shown and said for a stroke."""

    title: Text
    alias: str
    line: Text
    purpose: Text
    cautions: tuple[Text, ...]
    say_first: Text
    say_again: Text
    say_other_side: str


class VariantText(Entry, frozen=True):
    """``["<stroke id>@<variant>"]``; alias, purpose and cautions left out are the plain stroke's."""

    title: Text
    line: Text
    say_first: Text
    say_again: Text
    say_other_side: str = ""
    alias: str | None = None
    purpose: Text | None = None
    cautions: tuple[Text, ...] | None = None


class RoutineText(Entry, frozen=True):
    """``[<routine id>]`` in ``data/text/<lang>/routines.toml``."""

    title: Text
    summary: Text
    for_whom: Text
    not_for: Text


class PhrasesFile(Entry, frozen=True):
    """``data/text/<lang>/phrases.toml``: short texts by key; those under ``say.`` are spoken."""

    phrases: dict[str, Text]


class MessagesFile(Entry, frozen=True):
    """``data/text/<lang>/messages.toml``: one sentence for each error, and the words of the command line."""

    messages: dict[str, Text]


class SourceEntry(Entry, frozen=True):
    """``[<key>]`` in ``data/evidence/sources.toml``."""

    citation: Text
    url: str = ""


class ConditionEntry(Entry, frozen=True):
    """``[<condition id>]`` in ``data/safety/conditions.toml``: what strokes and routines name under ``avoid``."""

    when: Literal["always", "today"]
    ask_first: bool
    sources: SourceKeys
    lifted_by_yes: bool = False
    group: str = ""


class BannedClaim(Entry, frozen=True):
    """Words that promise too much, and what to write instead."""

    forms: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    say: Text


class ClaimsFile(Entry, frozen=True):
    """``data/evidence/claims.toml``."""

    allowed: tuple[Text, ...]
    banned: tuple[BannedClaim, ...]
