"""``companion plan``: prints what would be done today for a baby, and why, as lines of text."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from companion.app.clocks import SystemClock
from companion.app.own_shelf import open_library
from companion.app.paths import Paths
from companion.app.plan_words import situation_of, wish_of
from companion.content.library import Library
from companion.content.safety import load_safety, load_safety_words
from companion.domain.body import Side
from companion.domain.errors import CompanionError
from companion.domain.fit import Fitting, fit
from companion.domain.plan import PlannedStep, Reason, SessionPlan
from companion.domain.practice import practice
from companion.domain.routine import Routine
from companion.domain.safety import Safety, Verdict
from companion.domain.safety_words import SafetyWords, about_words, advice, sentence
from companion.domain.timed import cap_seconds
from companion.domain.timeline import build

MINUTE = 60


def plan_command(arguments: argparse.Namespace, paths: Paths, today: date | None = None) -> int:
    """Print the plan. Returns 0. Raises CompanionError: "unknown-routine", "unknown-name", "content-broken"."""
    library = open_library(paths, "en", paths.cache)
    safety = load_safety(paths.data)
    teller = _Teller(library, load_safety_words(paths.data, "en"))
    for line in _lines(arguments, library, safety, teller, today or SystemClock().wall().date()):
        print(line)
    return 0


def _lines(
    arguments: argparse.Namespace, library: Library, safety: Safety, teller: "_Teller", today: date
) -> Iterator[str]:
    routine = _routine(arguments.routine, library)
    if arguments.doll:
        yield from teller.practice(practice(routine, library.strokes))
        return
    situation = situation_of(arguments, today)
    _known(situation.profile.conditions or (), safety.conditions)
    _known(situation.check.flags or (), safety.signs)
    yield from teller.fitting(fit(routine, library.strokes, safety, situation, wish_of(arguments)))


def _routine(name: str, library: Library) -> Routine:
    if name not in library.routines:
        raise CompanionError("unknown-routine", name=name, known=", ".join(library.routines))
    return library.routines[name]


def _known(names: Sequence[str] | frozenset[str], known: Mapping[str, object]) -> None:
    for name in names:
        if name not in known:
            raise CompanionError("unknown-name", name=name, known=", ".join(known))


class _Teller:
    """Turns a plan into lines, in the words of one language."""

    def __init__(self, library: Library, safety: SafetyWords) -> None:
        self._words = library.words
        self._safety = safety

    def practice(self, plan: SessionPlan) -> Iterator[str]:
        """A plan for a doll."""
        yield self._words.routines[plan.routine].title
        yield self._line("plan.practice")
        yield from self._steps(plan)

    def fitting(self, fitting: Fitting) -> Iterator[str]:
        """What comes out of today's answers: verdict, reasons with what to do and their sources, steps."""
        assessment = fitting.assessment
        title = self._words.routines[fitting.routine].title
        yield self._line("plan.head", title=title, verdict=self._safety.verdicts[fitting.title].title)
        about = f"weeks:{assessment.age.weeks}" if assessment.age.is_known else ""
        key = "plan.age" if about else "plan.age.unknown"
        yield self._line(key, age=about_words(about, self._safety, self._words))
        if assessment.help and fitting.verdict >= Verdict.NOT_TODAY:
            yield self._line(f"plan.help.{assessment.help}")
        yield from self._reasons((*fitting.reasons, *fitting.no_oil))
        if fitting.plan is None:
            yield self._line("plan.nothing")
        else:
            longest = f"{cap_seconds(assessment) / MINUTE:g}"
            length = f"{build(fitting.plan).length / MINUTE:.1f}"
            count = len(fitting.plan.steps)
            yield self._line("plan.length", steps=count, length=length, longest=longest)
            yield from self._steps(fitting.plan)
        yield self._line("plan.taken-as-fine")
        yield self._line("plan.note")

    def _steps(self, plan: SessionPlan) -> Iterator[str]:
        for number, step in enumerate(plan.steps, start=1):
            yield self._line(
                "plan.step", number=f"{number:>2}", title=self._title(step), dose=self._dose(step)
            )

    def _title(self, step: PlannedStep) -> str:
        title = self._words.strokes[step.words].title
        return title if step.side is Side.NONE else f"{title} ({self._words.phrases[f'side.{step.side}']})"

    def _dose(self, step: PlannedStep) -> str:
        key = "plan.dose" if step.times > 1 else "plan.dose.once"
        return self._line(key, times=step.times, seconds=f"{step.seconds:g}")

    def _reasons(self, reasons: Sequence[Reason]) -> Iterator[str]:
        """Each reason with its source, and once what to do about it."""
        said = {""}
        for reason in reasons:
            told, todo = (
                sentence(reason, self._safety, self._words),
                advice(reason, self._safety, self._words),
            )
            yield self._line("plan.reason", reason=told if todo in said else f"{told} {todo}")
            said.add(todo)
            yield self._line("plan.source", source=reason.source)

    def _line(self, key: str, **filled: str | int) -> str:
        return self._safety.lines[key].format(**filled)
