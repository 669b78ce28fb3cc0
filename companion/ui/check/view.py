"""What the pages after the check show, as frozen values: the verdict with its reasons, and the plan."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from companion.domain.body import Area
from companion.domain.differences import Topic
from companion.domain.objections import CLINICIAN
from companion.domain.plan import PlannedStep, Reason, SessionPlan
from companion.domain.ruled import CLINIC
from companion.domain.safety import Verdict
from companion.domain.safety_words import SafetyWords, advice, sentence, spoken_reason
from companion.domain.timed import CAREGIVER, Extent, Wish
from companion.domain.timeline import build
from companion.domain.words import Words, routine_title
from companion.services.narration import Line
from companion.services.starting import Prospect, Version

MINUTE = 60
PROFILE_QUESTIONS = frozenset({"birth", "weeks-early", "navel-healed", "conditions"})
"""Questions about the baby and not about today: the rule that was not settled names one of them."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The words that views are made with; ``citations`` says what source keys stand for."""

    words: Words
    safety: SafetyWords
    citations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A reason as a sentence, what to do about it ("" when that was said before), and where it comes from."""

    told: str
    todo: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A stretch of the plan: the area in words, whole seconds, and what is done there."""

    area: str
    seconds: float
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version that can be chosen: which one, the area of a version that is only one, and whole minutes."""

    number: int
    extent: Extent
    area: str
    minutes: int


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan before it begins. ``chosen`` is the number of the version that is shown; ``practice``: on a doll, and
    then nothing is said of clothes and oil."""

    routine: str
    title: str
    line: str
    minutes: int
    steps: int
    clothes: str
    oil: str
    reasons: tuple[ReasonView, ...]
    no_oil: tuple[ReasonView, ...]
    parts: tuple[PartView, ...]
    versions: tuple[VersionView, ...]
    chosen: int
    spoken: Line
    practice: bool = False


@dataclass(frozen=True, slots=True)
class VerdictView:
    """Why there is no massage, or not this one. ``urgent``: help is needed, and nothing may be begun; ``help`` says
    whom to turn to. ``others`` are routines (id, title) that can be done; ``locked``: a therapist has to open it;
    ``asks_profile``: answers about the baby are missing; ``asks_check``: answers about today are. ``ready_at`` is the
    time at which it may be over, "" where nobody can tell."""

    routine: str
    title: str
    line: str
    help: str
    reasons: tuple[ReasonView, ...]
    urgent: bool
    others: tuple[tuple[str, str], ...]
    locked: bool
    asks_profile: bool
    asks_check: bool
    spoken: Line | None
    ready_at: str = ""


def plan_view(prospect: Prospect, telling: Telling, wish: Wish) -> PlanView:
    """The plan of a prospect that has one. Raises ValueError for one that has none."""
    fitting = prospect.fitting
    if fitting.plan is None:
        raise ValueError(fitting.routine)
    safety = telling.safety
    titled = safety.verdicts[fitting.title]
    return PlanView(
        routine=routine_title(telling.words, fitting.routine),
        title=titled.title,
        line=titled.line,
        minutes=minutes(prospect.seconds),
        steps=len(fitting.plan.steps),
        clothes=safety.lines["clothes.on" if fitting.clothed else "clothes.off"],
        oil=safety.lines["oil.none" if fitting.no_oil else "oil.little"],
        reasons=told_reasons(fitting.reasons, telling),
        no_oil=told_reasons(fitting.no_oil, telling),
        parts=tuple(_parts(fitting.plan, telling.words)),
        versions=tuple(_versions(prospect.versions, telling.words)),
        chosen=_chosen(prospect.versions, wish),
        spoken=spoken_plan(fitting.plan, safety),
    )


def practice_view(plan: SessionPlan, seconds: float, telling: Telling) -> PlanView:
    """A plan for a doll."""
    titled = telling.safety.verdicts["practice"]
    return PlanView(
        routine=routine_title(telling.words, plan.routine),
        title=titled.title,
        line=titled.line,
        minutes=minutes(seconds),
        steps=len(plan.steps),
        clothes="",
        oil="",
        reasons=(),
        no_oil=(),
        parts=tuple(_parts(plan, telling.words)),
        versions=(),
        chosen=0,
        spoken=spoken_plan(plan, telling.safety),
        practice=True,
    )


def verdict_view(prospect: Prospect, telling: Telling, ready_at: str = "") -> VerdictView:
    """Why a prospect has no plan."""
    fitting, safety = prospect.fitting, telling.safety
    assessment = fitting.assessment
    locked = any(reason.key == "blocked.locked" for reason in fitting.blocked)
    titled = safety.verdicts["locked" if locked else fitting.title]
    urgent = fitting.verdict >= Verdict.GET_HELP_NOW
    level = assessment.help if fitting.verdict >= Verdict.NOT_TODAY else None
    blocking = [found for found in assessment.findings if found.rule.verdict >= Verdict.NOT_TODAY]
    missing = {found.rule.question for found in blocking if not found.known}
    return VerdictView(
        routine=routine_title(telling.words, fitting.routine),
        title=titled.title,
        line=titled.line,
        help=safety.lines[f"plan.help.{level}"] if level else "",
        reasons=told_reasons(fitting.reasons, telling),
        urgent=urgent,
        others=tuple((name, routine_title(telling.words, name)) for name in prospect.others),
        locked=locked,
        asks_profile=bool(missing & PROFILE_QUESTIONS),
        asks_check=bool(missing & {str(topic) for topic in Topic}),
        spoken=None if locked else _spoken_verdict(fitting.title, safety),
        ready_at=ready_at,
    )


def told_reasons(reasons: Sequence[Reason], telling: Telling) -> tuple[ReasonView, ...]:
    """Reasons in words; what to do is said once."""
    said = {""}
    told = list[ReasonView]()
    for reason in dict.fromkeys(reasons):
        todo = advice(reason, telling.safety, telling.words)
        sources = tuple(_cited(reason.source, telling))
        told.append(
            ReasonView(sentence(reason, telling.safety, telling.words), "" if todo in said else todo, sources)
        )
        said.add(todo)
    return tuple(told)


def spoken_plan(plan: SessionPlan, safety: SafetyWords) -> Line:
    """The one sentence that tells a plan to the ear."""
    key = spoken_reason(plan)
    return Line(f"phrase.{key}", safety.phrases[key])


def minutes(seconds: float) -> int:
    """Whole minutes as people say them: never less than one."""
    return max(1, round(seconds / MINUTE))


def _spoken_verdict(title: str, safety: SafetyWords) -> Line | None:
    key = f"say.verdict.{title}"
    return Line(f"phrase.{key}", safety.phrases[key]) if key in safety.phrases else None


def _cited(source: str, telling: Telling) -> Iterator[str]:
    for key in filter(None, (name.strip() for name in source.split(","))):
        if key in {CAREGIVER, CLINIC, CLINICIAN}:
            yield telling.safety.lines[f"source.{key}"]
        else:
            yield telling.citations.get(key, key)


def _parts(plan: SessionPlan, words: Words) -> Iterator[PartView]:
    lengths = dict[int, float]()
    for moment in build(plan).moments:
        lengths[moment.step] = lengths.get(moment.step, 0.0) + moment.length
    numbered = enumerate(plan.steps)
    for area, run in groupby(numbered, key=lambda pair: pair[1].area):
        steps = list(run)
        yield PartView(
            area=words.phrases.get(f"area.{area}", ""),
            seconds=sum(lengths[number] for number, _ in steps),
            steps=tuple(_titles((step for _, step in steps), words)),
        )


def _titles(steps: Iterable[PlannedStep], words: Words) -> Iterator[str]:
    for key in dict.fromkeys(step.words for step in steps):
        told = words.strokes.get(key)
        yield told.title if told else key


def _versions(versions: Sequence[Version], words: Words) -> Iterator[VersionView]:
    for number, version in enumerate(versions):
        area = version.wish.area
        told = words.phrases.get(f"area.{area}", "") if isinstance(area, Area) else ""
        yield VersionView(number, version.wish.extent, told, minutes(version.seconds))


def _chosen(versions: Sequence[Version], wish: Wish) -> int:
    """The number of the version that was wished for; the first where it is not offered by itself."""
    wanted = (wish.extent, wish.area)
    numbers = [n for n, version in enumerate(versions) if (version.wish.extent, version.wish.area) == wanted]
    return numbers[0] if numbers else 0
