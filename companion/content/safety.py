"""Reads ``data/safety`` and its words into the domain, or says in one error what is wrong."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from companion.content.problems import Problem, Table, read_toml, shape_problems
from companion.domain.clinic import ClinicRange
from companion.domain.cues import BabyCue
from companion.domain.errors import CompanionError
from companion.domain.help import CryingPlan, HelpNumbers, HelpSign
from companion.domain.parts import Part, Touch
from companion.domain.safety import AgeBand, Condition, Forbids, Rule, Safety, Verdict
from companion.domain.safety_words import ConditionWords, QuestionWords, RuleWords, SafetyWords, Titled

if TYPE_CHECKING:
    from companion.content import formats
    from companion.content import safety_format as shapes

Entry = TypeVar("Entry")
Made = TypeVar("Made")

BOTH = {"arms": (Part.RIGHT_ARM, Part.LEFT_ARM), "legs": (Part.RIGHT_LEG, Part.LEFT_LEG)}
VERDICTS = {
    "go": Verdict.GO,
    "go-with-changes": Verdict.GO_WITH_CHANGES,
    "gentle-touch-only": Verdict.GENTLE_TOUCH_ONLY,
    "not-today": Verdict.NOT_TODAY,
    "get-help-now": Verdict.GET_HELP_NOW,
}


def load_safety(data: Path) -> Safety:
    """All rules of safety. Raises CompanionError "content-broken" (file, where, what) at the first thing wrong."""
    safety, problems = read_safety(data)
    if safety is None:
        raise _broken(problems)
    return safety


def load_safety_words(data: Path, language: str) -> SafetyWords:
    """The words for safety in one language. Raises CompanionError "content-broken"."""
    words, problems = read_safety_words(data, language)
    if words is None:
        raise _broken(problems)
    return words


def read_safety(data: Path) -> tuple[Safety | None, list[Problem]]:
    """All rules, or every problem of syntax and shape."""
    # msgspec takes 40 ms, and a start needs no rules
    from companion.content import formats  # noqa: PLC0415
    from companion.content import safety_format as shapes  # noqa: PLC0415

    reader = _Reader(data / "safety", "data/safety")
    rules = reader.entries("rules", shapes.RuleEntry)
    conditions = reader.entries("conditions", formats.ConditionEntry)
    touches = reader.entries("touches", shapes.TouchEntry)
    clinic = reader.entries("clinic", shapes.ClinicEntry)
    cues = reader.entries("cues", shapes.CueEntry)
    regions = reader.entries("regions", shapes.RegionEntry)
    ages = reader.file("ages", shapes.AgesFile)
    help_ = reader.file("help", shapes.HelpFile)
    if reader.problems or ages is None or help_ is None:
        return None, reader.problems
    safety = Safety(
        rules=tuple(_rule(name, entry) for name, entry in rules.items()),
        conditions=_each(conditions, _condition),
        bands=tuple(_band(entry) for entry in ages.band),
        touches=_each(touches, _touch),
        essentials=ages.essentials,
        clinic=_each(clinic, lambda _, e: ClinicRange(e.default, e.lowest, e.highest, e.sources)),
        cues=_each(cues, lambda name, e: BabyCue(name, e.yes, e.strength, e.ask, e.asleep)),
        signs=_each(help_.sign, lambda name, e: HelpSign(name, e.level, e.phrase, e.sources)),
        crying=_crying(help_.crying),
        regions=_each(regions, lambda name, e: HelpNumbers(name, e.emergency, e.nurse, e.crisis, e.verified)),
    )
    return safety, []


def read_safety_words(data: Path, language: str) -> tuple[SafetyWords | None, list[Problem]]:
    """All words of safety, or every problem of syntax and shape."""
    from companion.content import safety_format as shapes  # noqa: PLC0415

    reader = _Reader(data / "text" / language, f"data/text/{language}")
    texts = reader.file("safety", shapes.SafetyTexts)
    if texts is None:
        return None, reader.problems
    words = SafetyWords(
        verdicts=_each(texts.verdicts, lambda _, e: Titled(e.title, e.line)),
        changes=MappingProxyType(texts.changes),
        rules=_each(texts.rules, lambda _, e: RuleWords(e.because, e.unknown, e.advice)),
        abouts=MappingProxyType(texts.abouts),
        questions=_each(
            texts.questions, lambda _, e: QuestionWords(e.ask, e.help, MappingProxyType(e.answers))
        ),
        conditions=_each(texts.conditions, lambda _, e: ConditionWords(e.title, e.because)),
        cues=MappingProxyType(texts.cues),
        advice=_each(texts.advice, lambda _, e: Titled(e.title, e.line)),
        cue_reasons=MappingProxyType(texts.cue_reasons),
        bands=_each(texts.bands, lambda _, e: Titled(e.title, e.line)),
        clinic=_each(texts.clinic, lambda _, e: Titled(e.title, e.line)),
        lines=MappingProxyType(texts.lines),
        phrases=MappingProxyType(texts.phrases),
    )
    return words, []


class _Reader:
    """Reads files of one folder and gathers what is wrong with them."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.problems: list[Problem] = []
        self._folder = folder
        self._shown = shown

    def file(self, name: str, shape: type[Entry]) -> Entry | None:
        """A file of one shape."""
        shown = f"{self._shown}/{name}.toml"
        table, problems = read_toml(self._folder / f"{name}.toml", shown)
        return self._converted(table, shape, shown, "", problems)

    def entries(self, name: str, shape: type[Entry]) -> dict[str, Entry]:
        """A file of tables that all have the same shape."""
        shown = f"{self._shown}/{name}.toml"
        tables, problems = read_toml(self._folder / f"{name}.toml", shown)
        self.problems += problems
        found = {key: self._converted(table, shape, shown, key, []) for key, table in tables.items()}
        return {key: entry for key, entry in found.items() if entry is not None}

    def _converted(
        self, table: Table, shape: type[Entry], shown: str, where: str, problems: list[Problem]
    ) -> Entry | None:
        import msgspec  # noqa: PLC0415

        problems = problems or shape_problems(table, shape, shown, where)
        self.problems += problems
        return None if problems else msgspec.convert(table, shape)


def _each(entries: Mapping[str, Entry], build: Callable[[str, Entry], Made]) -> Mapping[str, Made]:
    return MappingProxyType({key: build(key, entry) for key, entry in entries.items()})


def _parts(names: tuple[str, ...]) -> frozenset[Part]:
    return frozenset(part for name in names for part in BOTH.get(name) or (Part(name),))


def _rule(name: str, entry: "shapes.RuleEntry") -> Rule:
    forbids = entry.forbids
    return Rule(
        id=name,
        group=entry.group,
        question=entry.question,
        when=entry.when,
        verdict=VERDICTS[entry.verdict],
        sources=entry.sources,
        each=entry.each,
        names=frozenset(entry.names),
        forbids=Forbids(
            parts=_parts(forbids.parts),
            areas=frozenset(forbids.areas),
            positions=frozenset(forbids.positions),
            readiness=frozenset(forbids.readiness),
            moving=forbids.moving,
            whole_body=forbids.whole_body,
            only_areas=frozenset(forbids.only_areas),
            only_strokes=frozenset(forbids.only_strokes),
            holds=forbids.holds,
        ),
        instead=entry.instead,
        soon=entry.soon,
        help=entry.help,
        cap_share=entry.cap_share,
        no_oil=entry.no_oil,
        light_only=entry.light_only,
    )


def _condition(name: str, entry: "formats.ConditionEntry") -> Condition:
    return Condition(
        name, entry.when == "always", entry.ask_first, entry.sources, entry.lifted_by_yes, entry.group
    )


def _band(entry: "shapes.BandEntry") -> AgeBand:
    return AgeBand(
        entry.id, entry.from_weeks, entry.until_weeks, entry.cap_minutes, entry.typical, entry.sources
    )


def _touch(_: str, entry: "shapes.TouchEntry") -> Touch:
    return Touch(_parts(entry.parts), _parts(entry.lifts_over), entry.over_clothes, entry.crossed)


def _crying(entry: "shapes.CryingEntry") -> CryingPlan:
    return CryingPlan(entry.phrases, entry.checks, entry.break_minutes, entry.calm_minutes, entry.sources)


def _broken(problems: list[Problem]) -> CompanionError:
    first = problems[0]
    return CompanionError("content-broken", file=first.file, where=first.where, what=first.what)
