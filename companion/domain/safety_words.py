"""The words of safety in one language, and how a reason becomes a sentence that a person reads or hears."""

from collections.abc import Mapping
from dataclasses import dataclass

from companion.domain.baby import age_unit
from companion.domain.plan import Reason, SessionPlan
from companion.domain.words import Words, routine_title

UNKNOWN = ".unknown"
CONDITION = "condition:"


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and the line below it."""

    title: str
    line: str


@dataclass(frozen=True, slots=True)
class RuleWords:
    """Why a rule holds, as a part of a sentence; why when it could not be ruled out; what to do then."""

    because: str
    unknown: str
    advice: str


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """A question of the check, what to look for, and its answers by id."""

    ask: str
    help: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """What a condition is called in plain words, and as the reason in a sentence."""

    title: str
    because: str


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """All words of safety. ``phrases`` whose key starts with ``say.`` are for the voice."""

    verdicts: Mapping[str, Titled]
    changes: Mapping[str, str]
    rules: Mapping[str, RuleWords]
    abouts: Mapping[str, str]
    questions: Mapping[str, QuestionWords]
    conditions: Mapping[str, ConditionWords]
    cues: Mapping[str, str]
    advice: Mapping[str, Titled]
    cue_reasons: Mapping[str, str]
    bands: Mapping[str, Titled]
    clinic: Mapping[str, Titled]
    lines: Mapping[str, str]
    phrases: Mapping[str, str]


def sentence(reason: Reason, safety: SafetyWords, words: Words) -> str:
    """A reason as one sentence, such as "Tummy strokes left out: navel not healed."."""
    change, _, why = reason.key.partition(".")
    about = about_words(reason.about, safety, words)
    because = _because(why, safety).format(about=about)
    template = safety.changes.get(f"{change}.about") if about else None
    told = (template or safety.changes[change]).format(about=about, because=because)
    return told[:1].upper() + told[1:]


def advice(reason: Reason, safety: SafetyWords, words: Words) -> str:
    """What a reason asks the caregiver to do; "" when there is nothing to add."""
    why = reason.key.partition(".")[2].removesuffix(UNKNOWN)
    told = safety.rules[why].advice if why in safety.rules else ""
    return told.format(about=about_words(reason.about, safety, words))


def about_words(about: str, safety: SafetyWords, words: Words) -> str:
    """What a reason is about, in words: ``part:left-leg``, ``area:tummy``, ``stroke:bicycle``, ``weeks:3``."""
    kind, _, name = about.partition(":")
    match kind:
        case "stroke":
            return words.strokes[name].title
        case "routine":
            return routine_title(words, name)
        case "condition":
            return _condition(name, safety)
        case "area":
            area, _, position = name.partition("@")
            told = safety.abouts[f"area:{area}"]
            return safety.abouts[f"at:{position}"].format(about=told) if position else told
        case "weeks":
            return _age_words(int(name), safety)
        case "minutes" | "seconds":
            return safety.abouts[kind].format(count=name)
        case _:
            return safety.abouts.get(about, "")


def spoken_reason(plan: SessionPlan) -> str:
    """Key of the one sentence that tells today's plan to the ear."""
    kinds = {reason.key.partition(".")[0] for reason in plan.reasons}
    if "practice" in kinds:
        return "say.plan.practice"
    if "replaced" in kinds:
        return "say.plan.gentle"
    left_out = {reason.about for reason in plan.reasons if reason.key.startswith("left-out.")}
    if left_out == {"area:tummy"}:
        return "say.plan.no-tummy"
    if left_out and all(about.startswith("part:") for about in left_out):
        return (
            "say.plan.spared" if len(left_out) > 1 else f"say.plan.spared.{left_out.pop().partition(':')[2]}"
        )
    if left_out:
        return "say.plan.some-left-out"
    return "say.plan.shorter" if "shorter" in kinds else "say.plan.as-usual"


def _because(why: str, safety: SafetyWords) -> str:
    known = why.removesuffix(UNKNOWN)
    if known.startswith(CONDITION):
        name = _condition(known.removeprefix(CONDITION), safety)
        return name if known == why else safety.changes["not-known"].format(about=name)
    rule = safety.rules[known]
    return rule.because if known == why else rule.unknown


def _condition(name: str, safety: SafetyWords) -> str:
    """A condition as a reason; one that is not in our list is called as it was written."""
    return safety.conditions[name].because if name in safety.conditions else name


def _age_words(weeks: int, safety: SafetyWords) -> str:
    """An age in words."""
    if weeks < 0:
        return safety.abouts["before-due"]
    unit, count = age_unit(weeks)
    return safety.abouts[f"{unit}.one" if count == 1 else unit].format(count=count)
