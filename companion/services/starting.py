"""Begins a session as today allows, or practice on a doll: the one way into play that asks about the baby first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from companion.domain.baby import BabyProfile
from companion.domain.check import ALL_FINE, TodayCheck
from companion.domain.clinic import careful
from companion.domain.clock import Clock
from companion.domain.differences import REUSABLE_MINUTES, still_holds
from companion.domain.dose import Tempo
from companion.domain.errors import CompanionError
from companion.domain.family import Baby
from companion.domain.fit import Fitting, fit
from companion.domain.objections import CLINICIAN
from companion.domain.occasion import Occasion
from companion.domain.offers import offers
from companion.domain.plan import PlannedStep, Reason, SessionPlan
from companion.domain.practice import alone, practice
from companion.domain.routine import Routine
from companion.domain.safety import Safety, Verdict
from companion.domain.schedule import stretch
from companion.domain.session import UnfinishedSession
from companion.domain.settings import Settings
from companion.domain.stroke import Stroke
from companion.domain.timed import MINUTE, Wish, cap_seconds
from companion.domain.twins import Turns
from companion.domain.unlock import newest
from companion.domain.verdict import Situation, assess
from companion.domain.words import Words
from companion.services import diary
from companion.services.families import chosen_baby
from companion.services.playback import Playback, Ports, open_playback
from companion.services.ports import Diary, Families, SettingsStore
from companion.services.twins import Twin, carry_on_together, play_together, together

NOBODY = BabyProfile("")
"""A baby of whom nothing is known."""
TRIES = 6
LEAST_SLOWER = 0.1
"""How often a routine is fitted anew to the time that its words take, and by how many seconds a step at least."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to begin, the rules, and the words that are spoken."""

    routines: Mapping[str, Routine]
    strokes: Mapping[str, Stroke]
    safety: Safety
    words: Words


@dataclass(frozen=True, slots=True)
class Wanted:
    """A massage that is wanted: which, for whom, what was said of today, and how much of it."""

    routine: Routine
    baby: BabyProfile
    check: TodayCheck
    wish: Wish = field(default_factory=Wish)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a routine that can be done today, and how many seconds it takes as things are set."""

    wish: Wish
    fitting: Fitting
    seconds: float


@dataclass(frozen=True, slots=True)
class Prospect:
    """What can be done of what is wanted. ``versions`` are all that fit today, the full one first; ``others`` are
    routines that can be done where this one cannot; both are empty where there must be no session. ``ready`` is when
    what stands in the way is over, where that is only the time since a feed."""

    fitting: Fitting
    seconds: float
    versions: tuple[Version, ...] = ()
    others: tuple[str, ...] = ()
    ready: datetime | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a baby a while ago, as it would be now if it still holds, and when it was said."""

    check: TodayCheck
    at: datetime


class Starting:
    """Looks at what is wanted, and begins it. Nothing is written before a session begins; what was said of today is
    kept for an hour, in memory alone."""

    def __init__(
        self,
        shelf: Callable[[], Shelf],
        families: Families,
        entries: Diary,
        settings: SettingsStore,
        clock: Clock,
        new_id: Callable[[], str],
        ports: Ports,
    ) -> None:
        self._shelf = shelf
        self._families = families
        self._diary = entries
        self._settings = settings
        self._clock = clock
        self._new_id = new_id
        self._ports = ports
        self._said: dict[str, Said] = {}

    def routine(self, name: str, stroke: str = "", variant: str = "") -> Routine:
        """A routine, or one stroke as a routine of its own. Raises CompanionError "unknown-routine"."""
        shelf = self._shelf()
        if stroke:
            return alone(shelf.strokes[stroke], variant)
        if name not in shelf.routines:
            told = ", ".join(known for known, one in shelf.routines.items() if not one.locked)
            raise CompanionError("unknown-routine", name=name, known=told)
        return shelf.routines[name]

    def baby(self) -> Baby | None:
        """The baby that a massage is for, unless another one is chosen."""
        return chosen_baby(self._families, self._settings.load().baby)

    def locked(self, routine: Routine, baby: BabyProfile) -> Prospect | None:
        """Why a routine cannot be begun that a therapist has to open first; None where nothing is locked."""
        today = self._clock.wall().date()
        if not routine.locked or newest(baby.unlocks, today, routine.id) is not None:
            return None
        shelf = self._shelf()
        assessment = assess(Situation(baby, ALL_FINE, today), shelf.safety)
        reason = Reason("blocked.locked", f"routine:{routine.id}", CLINICIAN)
        return Prospect(Fitting(routine.id, Verdict.NOT_TODAY, assessment, blocked=(reason,)), 0.0)

    def look(self, wanted: Wanted) -> Prospect:
        """What can be done of what is wanted, today."""
        shelf, settings = self._shelf(), self._settings.load()
        fitting = self._fit(wanted, settings)
        if fitting.plan is None:
            others = self._others(wanted, settings) if fitting.blocked else ()
            return Prospect(fitting, 0.0, others=others, ready=self._ready(fitting, wanted, settings))
        versions = tuple(self._versions(wanted, settings))
        return Prospect(fitting, seconds_of(fitting.plan, shelf.words, settings), versions)

    def begin(self, wanted: Wanted) -> Playback:
        """A session of what today allows, not yet begun. The rules are asked once more, here.

        Raises CompanionError "not-today" where there must be none.
        """
        settings = self._settings.load()
        plan, occasion = self._granted(wanted, settings)
        return self._play(plan, settings, occasion)

    def begin_both(self, wanted: Sequence[Wanted], turns: Turns) -> Playback:
        """Two babies in one session, not yet begun; each has its own plan, by its own rules, and its own entry.

        Raises CompanionError "not-today" where there must be none for one of them.
        """
        settings, shelf, both = self._settings.load(), self._shelf(), self._new_id()
        twins = list[Twin]()
        for baby, one in enumerate(wanted):
            plan, occasion = self._granted(one, settings)
            name = twin_name(one.baby, baby, shelf.words)
            twins.append(Twin(self._new_id(), plan, replace(occasion, twins=both), name))
        return play_together(twins, turns, self._ports, shelf.words, settings)

    def practice_plan(self, routine: Routine) -> tuple[SessionPlan, float]:
        """What is done on a doll, and how many seconds it takes. Raises CompanionError "routine-locked"."""
        shelf = self._shelf()
        plan = practice(routine, shelf.strokes)
        return plan, seconds_of(plan, shelf.words, self._settings.load())

    def practise(self, routine: Routine) -> Playback:
        """Practice on a doll, not yet begun: never a dose. Raises CompanionError "routine-locked"."""
        settings = self._settings.load()
        plan, _ = self.practice_plan(routine)
        return self._play(plan, settings, Occasion(caregiver=settings.caregiver, practice=True))

    def carry_on(self, left: UnfinishedSession) -> Playback:
        """A session that was cut off, at the place it had reached, not yet begun; with it the one of its twin."""
        shelf, settings = self._shelf(), self._settings.load()
        found = together(left, self._diary, self._ports.journal)
        if len(found) > 1:
            names = [self._name_of(one, baby) for baby, one in enumerate(found)]
            return carry_on_together(found, names, self._ports, shelf.words, settings)
        opened = diary.carry_on(found[0] if found else left, shelf.words, settings)
        return open_playback(opened, self._ports, shelf.words, settings)

    def keep_interrupted(self, left: UnfinishedSession) -> None:
        """Close a session that was cut off, and that of its twin, with what was done."""
        for one in together(left, self._diary, self._ports.journal):
            diary.keep_as_interrupted(one, self._ports.journal)

    def remember(self, baby: str, check: TodayCheck) -> None:
        """Keep what was said of a baby just now."""
        self._said[baby] = Said(check, self._clock.wall())

    def said(self, baby: str) -> Said | None:
        """What was said of a baby within the last hour, if anything."""
        said = self._said.get(baby)
        if said is None:
            return None
        ago = self._clock.wall() - said.at
        if not timedelta() <= ago <= timedelta(minutes=REUSABLE_MINUTES):
            return None
        return Said(still_holds(said.check, ago.total_seconds() / 60), said.at)

    def _fit(self, wanted: Wanted, settings: Settings, known: Fitting | None = None) -> Fitting:
        """The routine fitted to today; ``known`` is what came of it as things are set. What is said before a step may
        take longer than its lead-in as it is set: then it is fitted once more with longer ones, until all of it lies
        within the longest time for this age."""
        shelf, situation = self._shelf(), self._situation(wanted, settings)
        wish = in_tempo(wanted.wish, settings)
        fitting = known or fit(wanted.routine, shelf.strokes, shelf.safety, situation, wish)
        for _ in range(TRIES):
            if fitting.plan is None or wanted.routine.locked:
                break
            over = seconds_of(fitting.plan, shelf.words, settings) - _longest(fitting, wanted.wish)
            if over <= 0:
                break
            slower = wish.tempo.lead_in + over / len(fitting.plan.steps) + LEAST_SLOWER
            wish = replace(wish, tempo=replace(wish.tempo, lead_in=slower))
            fitting = fit(wanted.routine, shelf.strokes, shelf.safety, situation, wish)
        return fitting

    def _situation(self, wanted: Wanted, settings: Settings) -> Situation:
        clinic = careful(settings.clinic, self._shelf().safety.clinic)
        return Situation(wanted.baby, wanted.check, self._clock.wall().date(), clinic)

    def _ready(self, fitting: Fitting, wanted: Wanted, settings: Settings) -> datetime | None:
        """When a feed lies far enough back, at the latest; None where anything else stands in the way."""
        keys = {reason.key for reason in fitting.assessment.blocking}
        if keys != {"check.just-fed"} or wanted.check.fed_minutes is None:
            return None
        gap = self._situation(wanted, settings).clinic.feed_gap
        return self._clock.wall() + timedelta(minutes=gap - wanted.check.fed_minutes)

    def _others(self, wanted: Wanted, settings: Settings) -> tuple[str, ...]:
        """Routines that can be done today, the fullest verdict first."""
        fitted = [
            self._fit(replace(wanted, routine=routine, wish=Wish()), settings)
            for routine in self._shelf().routines.values()
            if routine.id != wanted.routine.id and not routine.locked
        ]
        possible = [fitting for fitting in fitted if fitting.verdict < Verdict.NOT_TODAY]
        return tuple(fitting.routine for fitting in sorted(possible, key=lambda fitting: fitting.verdict))

    def _versions(self, wanted: Wanted, settings: Settings) -> Iterator[Version]:
        """Every version that differs from those before it."""
        shelf = self._shelf()
        situation, wish = self._situation(wanted, settings), in_tempo(wanted.wish, settings)
        seen = set[tuple[PlannedStep, ...]]()
        for offer in offers(wanted.routine, shelf.strokes, shelf.safety, situation, wish):
            fitting = self._fit(replace(wanted, wish=offer.wish), settings, offer.fitting)
            if fitting.plan is not None and fitting.plan.steps not in seen:
                seen.add(fitting.plan.steps)
                yield Version(offer.wish, fitting, seconds_of(fitting.plan, shelf.words, settings))

    def _granted(self, wanted: Wanted, settings: Settings) -> tuple[SessionPlan, Occasion]:
        """The plan that the rules allow now. Raises CompanionError "not-today"."""
        fitting = self._fit(wanted, settings)
        if fitting.plan is None:
            raise CompanionError("not-today")
        return fitting.plan, occasion_of(fitting, wanted, settings.caregiver)

    def _play(self, plan: SessionPlan, settings: Settings, occasion: Occasion) -> Playback:
        words = self._shelf().words
        opened = diary.new_session(plan, words, settings, self._new_id, occasion)
        return open_playback(opened, self._ports, words, settings)

    def _name_of(self, left: UnfinishedSession, baby: int) -> str:
        occasion = self._diary.occasion(left.id)
        known = {one.id: one.profile for one in self._families.babies()}
        profile = known.get(occasion.baby, NOBODY) if occasion else NOBODY
        return twin_name(profile, baby, self._shelf().words)


def twin_name(profile: BabyProfile, baby: int, words: Words) -> str:
    """What one of two babies is called: by its name, or by whose turn comes first."""
    return profile.nickname or words.phrases.get("twin.second" if baby else "twin.first", "")


def occasion_of(fitting: Fitting, wanted: Wanted, caregiver: str) -> Occasion:
    """What is written down with a session of this fitting."""
    return Occasion(
        baby=wanted.baby.id,
        caregiver=caregiver,
        check=wanted.check,
        verdict=fitting.verdict,
        reasons=fitting.assessment.reasons,
    )


def _longest(fitting: Fitting, wish: Wish) -> float:
    """Seconds that a session of this fitting may take."""
    cap = cap_seconds(fitting.assessment)
    return cap if wish.minutes is None else min(cap, wish.minutes * MINUTE)


def in_tempo(wish: Wish, settings: Settings) -> Wish:
    """The wish, at the tempo that the caregiver has set."""
    return replace(wish, tempo=Tempo(settings.lead_in, settings.pace))


def seconds_of(plan: SessionPlan, words: Words, settings: Settings) -> float:
    """How long a plan takes if nobody interferes, as things are set."""
    moments = diary.laid_out(plan, words, settings).moments
    return sum(moment.length * stretch(moment, settings.pace) for moment in moments)
