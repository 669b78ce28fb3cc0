"""The rules of safety as data: what holds, what follows, where it comes from. ``verdict`` and ``fit`` apply them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from companion.domain.body import Area, Position
from companion.domain.clinic import ClinicRange
from companion.domain.cues import BabyCue
from companion.domain.help import CryingPlan, HelpLevel, HelpNumbers, HelpSign
from companion.domain.parts import Part, Touch
from companion.domain.stroke import Readiness


class Verdict(IntEnum):
    """What today allows, from best to worst; never a diagnosis."""

    GO = 0
    GO_WITH_CHANGES = 1
    GENTLE_TOUCH_ONLY = 2
    NOT_TODAY = 3
    GET_HELP_NOW = 4

    @property
    def word(self) -> str:
        """Its name in data files: ``go-with-changes``."""
        return self.name.lower().replace("_", "-")


class Instead(StrEnum):
    """What takes the place of strokes that a rule forbids."""

    NOTHING = "nothing"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Forbids:
    """What a rule takes out of a session. Still holds are taken out only where ``holds`` is set.

    ``moving``: every stroke and movement; ``whole_body``: those of routines that go over most of the body;
    ``only_areas`` and ``only_strokes``: every one but these.
    """

    parts: frozenset[Part] = frozenset()
    areas: frozenset[Area] = frozenset()
    positions: frozenset[Position] = frozenset()
    readiness: frozenset[Readiness] = frozenset()
    moving: bool = False
    whole_body: bool = False
    only_areas: frozenset[Area] = frozenset()
    only_strokes: frozenset[str] = frozenset()
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """If all of ``when`` holds, ``verdict`` and ``forbids`` follow. The first of ``when`` is what was asked.

    ``each`` names a family of facts (``skin``: ``skin:left-leg``): the rule holds once for each of them, for that
    part, condition or sign; ``names`` narrows the family. ``question`` is what would settle it. ``soon``: it may be
    over within hours. ``help``: whom to turn to. ``cap_share``: share of the usual longest session that is left.
    ``no_oil``: keep oil away. ``light_only``: no medium pressure.
    """

    id: str
    group: str
    question: str
    when: tuple[str, ...]
    verdict: Verdict
    sources: tuple[str, ...]
    each: str = ""
    names: frozenset[str] = frozenset()
    forbids: Forbids = Forbids()
    instead: Instead = Instead.NOTHING
    soon: bool = False
    help: HelpLevel | None = None
    cap_share: float = 1.0
    no_oil: bool = False
    light_only: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Something to know about a baby (brief 4.3). ``ask_first``: no routine before a clinician's yes. ``always``:
    part of the baby's story, not of one day. A yes lifts ``avoid`` of strokes in its areas where
    ``lifted_by_yes``. ``group`` is where it stands in the list of things to know."""

    id: str
    always: bool
    ask_first: bool
    sources: tuple[str, ...]
    lifted_by_yes: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class AgeBand:
    """A stage of life by corrected age, ``[from_weeks, until_weeks)``: the longest session in minutes, settling
    included (0: none without the care team), and what is typical (brief 2.13)."""

    id: str
    from_weeks: int
    until_weeks: int
    cap_minutes: int
    typical: tuple[int, int]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Safety:
    """All of ``data/safety``."""

    rules: tuple[Rule, ...]
    conditions: Mapping[str, Condition]
    bands: tuple[AgeBand, ...]
    touches: Mapping[str, Touch]
    essentials: tuple[str, ...]
    clinic: Mapping[str, ClinicRange]
    cues: Mapping[str, BabyCue]
    signs: Mapping[str, HelpSign]
    crying: CryingPlan
    regions: Mapping[str, HelpNumbers]

    def touch_of(self, words: str) -> Touch:
        """What a stroke or a variant of it touches; a variant left out touches what its plain stroke does."""
        return self.touches[words if words in self.touches else words.partition("@")[0]]
