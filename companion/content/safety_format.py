"""The shapes of ``data/safety`` and of the words for it, as types; ``companion.domain.safety`` says what they mean."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from companion.content.formats import Entry, Id, SourceKeys, Text
from companion.domain.body import Area, Position
from companion.domain.cues import Strength
from companion.domain.help import HelpLevel
from companion.domain.safety import Instead
from companion.domain.stroke import Readiness

VerdictName = Literal["go", "go-with-changes", "gentle-touch-only", "not-today", "get-help-now"]
PartName = Literal["head", "face", "neck", "chest", "tummy", "back", "bottom", "arms", "legs"]
Fact = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]+(:[A-Za-z0-9-]+)?$")]
Family = Annotated[str, msgspec.Meta(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")]
Count = Annotated[int, msgspec.Meta(ge=0)]
Weeks = Annotated[int, msgspec.Meta(ge=-40)]
Share = Annotated[float, msgspec.Meta(gt=0, le=1)]


class ForbidsEntry(Entry, frozen=True):
    """``forbids`` of a rule."""

    parts: tuple[PartName, ...] = ()
    areas: tuple[Area, ...] = ()
    positions: tuple[Position, ...] = ()
    readiness: tuple[Readiness, ...] = ()
    moving: bool = False
    whole_body: bool = False
    only_areas: tuple[Area, ...] = ()
    only_strokes: tuple[Id, ...] = ()
    holds: bool = False


class RuleEntry(Entry, frozen=True):
    """``[<rule id>]`` in ``rules.toml``; it has ``when``, ``each`` or both."""

    group: Literal["help", "today", "state", "vaccine", "ask-first", "age", "oil"]
    question: Id
    verdict: VerdictName
    sources: SourceKeys
    when: tuple[Fact, ...] = ()
    each: Family = ""
    names: tuple[Id, ...] = ()
    forbids: ForbidsEntry = ForbidsEntry()
    instead: Instead = Instead.NOTHING
    soon: bool = False
    help: HelpLevel | None = None
    cap_share: Share = 1.0
    no_oil: bool = False
    light_only: bool = False


class BandEntry(Entry, frozen=True):
    """``[[band]]`` in ``ages.toml``."""

    id: Id
    from_weeks: Weeks
    until_weeks: Weeks
    cap_minutes: Count
    typical: tuple[Count, Count]
    sources: SourceKeys


class AgesFile(Entry, frozen=True):
    """``ages.toml``."""

    essentials: tuple[Id, ...]
    band: Annotated[tuple[BandEntry, ...], msgspec.Meta(min_length=1)]


class TouchEntry(Entry, frozen=True):
    """``[<stroke id>]`` or ``["<stroke id>@<variant>"]`` in ``touches.toml``."""

    parts: tuple[PartName, ...]
    lifts_over: tuple[PartName, ...] = ()
    over_clothes: bool = False
    crossed: bool = False


class ClinicEntry(Entry, frozen=True):
    """``[<setting>]`` in ``clinic.toml``."""

    default: int
    lowest: int
    highest: int
    sources: SourceKeys


class CueEntry(Entry, frozen=True):
    """``[<cue id>]`` in ``cues.toml``."""

    yes: bool
    strength: Strength
    ask: bool = False
    asleep: bool = False


class SignEntry(Entry, frozen=True):
    """``[sign.<id>]`` in ``help.toml``."""

    level: HelpLevel
    phrase: Text
    sources: SourceKeys


class CryingEntry(Entry, frozen=True):
    """``[crying]`` in ``help.toml``."""

    phrases: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    checks: tuple[Id, ...]
    break_minutes: tuple[int, int]
    calm_minutes: int
    sources: SourceKeys


class HelpFile(Entry, frozen=True):
    """``help.toml``."""

    crying: CryingEntry
    sign: dict[Id, SignEntry]


class RegionEntry(Entry, frozen=True):
    """``[<region>]`` in ``regions.toml``."""

    emergency: str
    nurse: tuple[Text, ...]
    crisis: str
    verified: date
    sources: SourceKeys


class RuleText(Entry, frozen=True):
    """``[rules.<id>]`` in the words: why (as a part of a sentence), why when it is not known, and what to do."""

    because: Text
    unknown: str = ""
    advice: str = ""


class QuestionText(Entry, frozen=True):
    """``[questions.<id>]``: the question and what to look for; answers by their id."""

    ask: Text
    answers: dict[str, Text]
    help: str = ""


class TitledText(Entry, frozen=True):
    """A title and a line below it."""

    title: Text
    line: str = ""


class ConditionText(Entry, frozen=True):
    """``[conditions.<id>]``: what it is called, in plain words, and as the reason in a sentence."""

    title: Text
    because: Text


class SafetyTexts(Entry, frozen=True):
    """``data/text/<lang>/safety.toml``."""

    verdicts: dict[str, TitledText]
    changes: dict[str, Text]
    rules: dict[str, RuleText]
    abouts: dict[str, Text]
    questions: dict[str, QuestionText]
    conditions: dict[str, ConditionText]
    cues: dict[str, Text]
    advice: dict[str, TitledText]
    cue_reasons: dict[str, Text]
    bands: dict[str, TitledText]
    clinic: dict[str, TitledText]
    lines: dict[str, Text]
    phrases: dict[str, Text]
