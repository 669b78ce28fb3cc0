"""What must hold of the rules of safety and their words: names lead somewhere, and everything told has words."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from companion.content.checks.known import Known, source_problems
from companion.content.problems import Problem
from companion.content.safety import read_safety, read_safety_words
from companion.domain.body import Area, Position
from companion.domain.changes import ChangeKind
from companion.domain.clinic import ClinicSettings
from companion.domain.cues import Advice
from companion.domain.differences import Topic
from companion.domain.help import HelpLevel
from companion.domain.parts import Part
from companion.domain.safety import Safety, Verdict
from companion.domain.safety_words import SafetyWords
from companion.domain.stroke import Stroke
from companion.domain.twins import Turns

RULES = "data/safety/rules.toml"
OTHER_REASONS = frozenset(
    {
        "not-agreed",
        "no-dose",
        "age",
        "minutes",
        "short",
        "one-area",
        "hold",
        "locked",
        "too-young",
        "nothing-left",
        "no-time",
        "clothed",
        "doll",
        *Turns,
    }
)
"""Reasons that come from fitting and not from a rule."""
OTHER_CHANGES = frozenset({"check", "blocked", "unfit", "no-oil", "practice", "not-known", "turns"})
OTHER_VERDICTS = frozenset({"not-yet", "not-this", "check-first", "practice", "locked"})
CUE_REASONS = frozenset(
    {
        "no-cues",
        "yes",
        "back-with-you",
        "one-subtle-no",
        "together",
        "came-back",
        "clear-no",
        "asleep",
        "danger",
    }
)


def safety_problems(data: Path, strokes: Mapping[str, Stroke], known: Known, language: str) -> list[Problem]:
    """Everything wrong with ``data/safety`` and with its words in one language."""
    safety, problems = read_safety(data)
    words, more = read_safety_words(data, language)
    problems += more
    if safety is None:
        return problems
    problems += _loose_names(safety, strokes)
    problems += _sources(safety, known)
    if words is not None:
        file = f"data/text/{language}/safety.toml"
        problems += [Problem(file, where, "the words are missing") for where in _unsaid(safety, words)]
    return problems


def _loose_names(safety: Safety, strokes: Mapping[str, Stroke]) -> Iterator[Problem]:
    named = {f"{stroke}@{variant}" for stroke, entry in strokes.items() for variant in entry.variants}
    for stroke in strokes:
        if stroke not in safety.touches:
            yield Problem("data/safety/touches.toml", stroke, "it is not said what this stroke touches")
    for key in safety.touches:
        if key not in strokes and key not in named:
            yield Problem("data/safety/touches.toml", key, "there is no such stroke or variant")
    for stroke in safety.essentials:
        if stroke not in strokes:
            yield Problem("data/safety/ages.toml", "essentials", f"there is no stroke {stroke}")
    yield from _rules(safety, strokes)
    yield from _bands_and_clinic(safety)


def _rules(safety: Safety, strokes: Mapping[str, Stroke]) -> Iterator[Problem]:
    for rule in safety.rules:
        if not rule.when and not rule.each:
            yield Problem(RULES, rule.id, "it has neither when nor each")
        for stroke in rule.forbids.only_strokes:
            if stroke not in strokes:
                yield Problem(RULES, f"{rule.id}.forbids.only_strokes", f"there is no stroke {stroke}")
        for name in rule.names:
            if name not in safety.conditions:
                yield Problem(RULES, f"{rule.id}.names", f"there is no condition {name}")


def _bands_and_clinic(safety: Safety) -> Iterator[Problem]:
    for before, after in zip(safety.bands, safety.bands[1:], strict=False):
        if before.until_weeks != after.from_weeks:
            yield Problem("data/safety/ages.toml", after.id, f"must begin where {before.id} ends")
    for field in fields(ClinicSettings):
        allowed = safety.clinic.get(field.name.replace("_", "-"))
        default: int = getattr(ClinicSettings(), field.name)
        if allowed is None:
            yield Problem("data/safety/clinic.toml", field.name.replace("_", "-"), "this setting is missing")
        elif not (allowed.default == default and allowed.lowest <= default <= allowed.highest):
            yield Problem(
                "data/safety/clinic.toml", field.name.replace("_", "-"), f"the default is {default}"
            )


def _sources(safety: Safety, known: Known) -> Iterator[Problem]:
    for file, entries in (
        (RULES, {rule.id: rule.sources for rule in safety.rules}),
        ("data/safety/ages.toml", {band.id: band.sources for band in safety.bands}),
        ("data/safety/clinic.toml", {name: entry.sources for name, entry in safety.clinic.items()}),
        ("data/safety/help.toml", {name: entry.sources for name, entry in safety.signs.items()}),
        ("data/safety/help.toml", {"crying": safety.crying.sources}),
    ):
        for where, sources in entries.items():
            yield from source_problems(list(sources), known, file, where)


def _unsaid(safety: Safety, words: SafetyWords) -> Iterator[str]:
    """Where words are missing, as ``table.key``."""
    advised = {*(str(advice) for advice in Advice), "judge"}
    abouts = {"all", *(f"part:{part}" for part in Part), *(f"area:{area}" for area in Area)}
    abouts |= {f"sign:{sign}" for sign in safety.signs} | {f"at:{position}" for position in Position}
    abouts |= {
        "weeks",
        "weeks.one",
        "months",
        "months.one",
        "years",
        "years.one",
        "before-due",
        "minutes",
        "seconds",
        "turn:first",
        "turn:second",
    }
    tables: tuple[tuple[str, set[str] | frozenset[str], Mapping[str, object]], ...] = (
        ("verdicts", {verdict.word for verdict in Verdict} | OTHER_VERDICTS, words.verdicts),
        ("changes", {str(kind) for kind in ChangeKind} | OTHER_CHANGES, words.changes),
        ("rules", {rule.id for rule in safety.rules} | OTHER_REASONS, words.rules),
        ("abouts", abouts, words.abouts),
        ("questions", {rule.question for rule in safety.rules}, words.questions),
        ("conditions", set(safety.conditions), words.conditions),
        ("cues", set(safety.cues), words.cues),
        ("advice", advised, words.advice),
        ("cue_reasons", CUE_REASONS, words.cue_reasons),
        ("bands", {band.id for band in safety.bands}, words.bands),
        ("clinic", set(safety.clinic), words.clinic),
        ("lines", {f"plan.help.{level}" for level in HelpLevel}, words.lines),
        ("lines", {f"different.{topic}" for topic in Topic}, words.lines),
        ("questions", {str(topic) for topic in Topic}, words.questions),
    )
    for table, wanted, there in tables:
        yield from (f"{table}.{key}" for key in sorted(wanted - there.keys()))
