"""What today allows for a baby: every rule that holds, and the worst of their verdicts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from companion.domain.baby import DAYS, Age, Answer, BabyProfile, corrected_age
from companion.domain.body import Area
from companion.domain.check import Fact, TodayCheck, check_facts
from companion.domain.clinic import ClinicSettings
from companion.domain.help import HelpLevel
from companion.domain.parts import Part
from companion.domain.plan import Reason
from companion.domain.safety import AgeBand, Rule, Safety, Verdict
from companion.domain.stroke import Readiness
from companion.domain.unlock import newest

HEAD_CONTROL_WEEKS = 17
MOBILE_WEEKS = 52
THREE_MONTHS_WEEKS = 13
BEFORE_37_WEEKS = -3


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a verdict rests on: the baby, today's answers, the day, and the clinic's settings."""

    profile: BabyProfile
    check: TodayCheck
    today: date
    clinic: ClinicSettings = field(default_factory=ClinicSettings)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds, for one ``name`` of its family if it has one: a part, a condition or a sign.
    ``known`` is False when it could only not be ruled out: then something was not answered."""

    rule: Rule
    known: bool
    name: str = ""

    @property
    def part(self) -> Part | None:
        """The part of the body that it holds for."""
        return Part(self.name) if self.name in set(Part) else None

    @property
    def help(self) -> HelpLevel | None:
        """How soon to get help; where it could only not be ruled out, a nurse is the one to ask."""
        return self.rule.help if self.known or not self.rule.help else HelpLevel.CALL

    @property
    def why(self) -> str:
        """Key of its words: the rule's id, with ``.unknown`` when it could only not be ruled out."""
        return self.rule.id if self.known else f"{self.rule.id}.unknown"

    @property
    def about(self) -> str:
        """What it holds for: ``part:left-leg``, ``condition:fracture``, ``sign:seizure``, or nothing."""
        if not self.name:
            return ""
        kind = "part" if self.part else "sign" if self.rule.each.startswith("sign") else "condition"
        return f"{kind}:{self.name}"

    @property
    def source(self) -> str:
        """Source keys, as a plan keeps them."""
        return ", ".join(self.rule.sources)

    @property
    def reason(self) -> Reason:
        """Why the verdict is what it is."""
        return Reason(f"check.{self.why}", self.about, self.source)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict of today with every finding behind it, worst first. Education, never a diagnosis.

    ``held`` are conditions that the baby has or that cannot be ruled out; ``areas`` those that a clinician allows
    (None: no yes is needed); ``bands`` the stages of life that the age may fall in.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]
    age: Age
    bands: tuple[AgeBand, ...]
    held: Mapping[str, bool]
    areas: frozenset[Area] | None = None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it is not simply go: one reason for each finding that changes the verdict."""
        return tuple(found.reason for found in self.findings if found.rule.verdict is not Verdict.GO)

    @property
    def blocking(self) -> tuple[Reason, ...]:
        """Why there is no session at all today; empty when there may be one."""
        return tuple(found.reason for found in self.findings if found.rule.verdict >= Verdict.NOT_TODAY)

    @property
    def help(self) -> HelpLevel | None:
        """How soon to get help, if at all."""
        levels = [found.help for found in self.findings if found.help]
        return min(levels, key=list(HelpLevel).index, default=None)

    @property
    def soon(self) -> bool:
        """Whether all that stands in the way may be over within hours: rather "not just yet" than "not today"."""
        blocking = [found for found in self.findings if found.rule.verdict >= Verdict.NOT_TODAY]
        return bool(blocking) and all(found.rule.soon for found in blocking)

    @property
    def title(self) -> str:
        """Key of the verdict's words: ``check-first`` when nothing but missing answers stands in the way, ``not-yet``
        when it may be over soon; otherwise the verdict's own."""
        blocking = [found for found in self.findings if found.rule.verdict is self.verdict]
        if self.verdict >= Verdict.NOT_TODAY and not any(found.known for found in blocking):
            return "check-first"
        return "not-yet" if self.verdict is Verdict.NOT_TODAY and self.soon else self.verdict.word

    @property
    def open_questions(self) -> tuple[str, ...]:
        """Questions that were not answered and that limit today, the one that limits most first."""
        return tuple(dict.fromkeys(found.rule.question for found in self.findings if not found.known))


def assess(situation: Situation, safety: Safety, routine: str = "") -> Assessment:
    """The verdict of today; ``routine`` names a locked routine that has a clinician's yes of its own."""
    age = corrected_age(situation.profile, situation.today)
    held = conditions_held(situation.profile, safety)
    areas = areas_allowed(situation, safety, routine)
    facts = dict[str, bool]()
    for fact, known in _facts(situation, safety, age, held, areas):
        facts[fact] = facts.get(fact, False) or known
    findings = [finding for rule in safety.rules for finding in _findings(rule, facts)]
    findings.sort(key=lambda finding: -finding.rule.verdict)
    verdict = max((finding.rule.verdict for finding in findings), default=Verdict.GO)
    return Assessment(verdict, tuple(findings), age, bands_of(age, safety), held, areas)


def conditions_held(profile: BabyProfile, safety: Safety) -> Mapping[str, bool]:
    """Conditions that the baby has (True) or that cannot be ruled out (False)."""
    held = dict.fromkeys(profile.unsure, False) | dict.fromkeys(profile.conditions or (), True)
    if profile.conditions is None:
        held |= {name: False for name, condition in safety.conditions.items() if condition.always}
    if profile.born_early is Answer.NO:
        held.pop("preterm", None)
    else:
        held["preterm"] = profile.born_early is Answer.YES
    return held


def areas_allowed(situation: Situation, safety: Safety, routine: str = "") -> frozenset[Area] | None:
    """Areas that a clinician's yes allows; empty when a yes is needed and none covers it; None: none is needed."""
    profile = situation.profile
    asking = {name for name in conditions_held(profile, safety) if _asks_first(name, safety)}
    if not asking and not routine:
        return None
    yes = newest(profile.unlocks, situation.today, routine)
    return yes.areas | {Area.CONTACT} if yes and asking <= yes.conditions else frozenset()


def bands_of(age: Age, safety: Safety) -> tuple[AgeBand, ...]:
    """All stages of life that the age may fall in, youngest first."""
    return tuple(
        band
        for band in safety.bands
        if age.youngest < band.until_weeks * DAYS and age.oldest >= band.from_weeks * DAYS
    )


def is_lifted(name: str, safety: Safety, areas: frozenset[Area] | None, wanted: frozenset[Area]) -> bool:
    """Whether a clinician's yes to these areas lifts what the condition keeps out."""
    listed = safety.conditions.get(name)
    return listed is not None and listed.lifted_by_yes and areas is not None and wanted <= areas


def _facts(
    situation: Situation, safety: Safety, age: Age, held: Mapping[str, bool], areas: frozenset[Area] | None
) -> Iterator[Fact]:
    profile, check = situation.profile, situation.check
    yield from check_facts(check, situation.clinic)
    yield from _age_facts(age, situation.clinic)
    for flag in check.flags or ():
        yield f"sign-{safety.signs[flag].level}:{flag}", True
    if profile.navel_healed is not Answer.YES:
        yield "navel-open", profile.navel_healed is Answer.NO
    if situation.clinic.vaccine_defers_whole_body:
        yield "clinic:vaccine-defers-whole-body", True
    for name, known in held.items():
        if not is_lifted(name, safety, areas, frozenset({Area.TUMMY})):
            yield f"has:{name}", known
    if areas:
        yield "agreed", True
    elif areas is not None:
        yield from _to_ask(profile, held, safety)


def _to_ask(profile: BabyProfile, held: Mapping[str, bool], safety: Safety) -> Iterator[Fact]:
    """Conditions to ask a clinician about; a list that was never answered is one question, not forty."""
    unanswered = profile.conditions is None
    if unanswered:
        yield "conditions-unknown", False
    for name, known in held.items():
        if _asks_first(name, safety) and (known or not unanswered):
            yield f"ask-first:{name}", known


def _asks_first(name: str, safety: Safety) -> bool:
    """Whether a condition needs a clinician's yes; one that we do not know does."""
    return name not in safety.conditions or safety.conditions[name].ask_first


def _age_facts(age: Age, clinic: ClinicSettings) -> Iterator[Fact]:
    for fact, weeks in (
        ("before-term", BEFORE_37_WEEKS),
        ("under-2-weeks", 2),
        (f"not-ready:{Readiness.FOUR_WEEKS}", clinic.undressed_from_weeks),
        (f"not-ready:{Readiness.HEAD_CONTROL}", HEAD_CONTROL_WEEKS),
        (f"not-ready:{Readiness.MOBILE}", MOBILE_WEEKS),
        ("light-only", clinic.firm_from_weeks),
        ("too-young-for-oil", clinic.oil_from_weeks),
        ("under-3-months", THREE_MONTHS_WEEKS),
    ):
        under = age.under(weeks)
        if under is not Answer.NO:
            yield fact, under is Answer.YES


def _findings(rule: Rule, facts: Mapping[str, bool]) -> Iterator[Finding]:
    """The rule once if all of its facts hold, or once for each fact of its family."""
    if not all(fact in facts for fact in rule.when):
        return
    if not rule.each:
        yield Finding(rule, facts[rule.when[0]])
        return
    for fact, known in facts.items():
        family, _, name = fact.partition(":")
        if family == rule.each and (not rule.names or name in rule.names):
            yield Finding(rule, known, name)
