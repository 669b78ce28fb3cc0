"""Asks about one baby: what must be known once, then how it is today; what comes of the answers is for others."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from companion.domain.baby import BabyProfile, corrected_age
from companion.domain.check import ALL_FINE, TodayCheck
from companion.domain.differences import Differences, Topic, topics_for
from companion.domain.family import Baby
from companion.domain.safety_words import about_words
from companion.services.families import add_baby, change_baby
from companion.services.starting import NOBODY, Starting
from companion.ui.check.details import Asking
from companion.ui.check.different import DifferentPage
from companion.ui.check.first import FirstAnswer, FirstPage, FirstView
from companion.ui.check.once import OncePage, is_needed
from companion.ui.check.pages import Pages

FINE_LINES = 7
TWO = 2


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the questions lead: to what comes of a check, to a doll (called with the way back), back, to the same
    questions about another baby, and about both of two babies. ``together``: they are asked about both already."""

    decided: Callable[[BabyProfile, TodayCheck], None]
    doll: Callable[[Callable[[], None]], None]
    back: Callable[[], None]
    other_baby: Callable[[str], None]
    both: Callable[[], None] | None = None
    together: bool = False


class Questions:
    """The questions about one baby, or about one of whom nothing is known yet. ``title`` says what is to begin."""

    def __init__(self, pages: Pages, starting: Starting, title: str, baby: Baby | None, ways: Ways) -> None:
        self._pages = pages
        self._starting = starting
        self._title = title
        self._baby = baby
        self._ways = ways
        self._differences = Differences()

    @property
    def profile(self) -> BabyProfile:
        """What is known of the baby."""
        return self._baby.profile if self._baby else NOBODY

    def ask(self) -> None:
        """What must be known once, where it is not known; otherwise how baby is today."""
        if is_needed(self.profile):
            self.ask_once()
        else:
            self.ask_today()

    def ask_once(self) -> None:
        """What must be known once."""
        page = OncePage(self._pages.look, self._pages.telling.safety, self.eyebrow(), self.profile)
        page.answered.connect(partial(self._told_once, self.ask_today))
        page.to_baby.connect(partial(self._told_once, self._pages.to_baby))
        self._pages.turn_to(page, self._ways.back)

    def ask_today(self) -> None:
        """How baby is today."""
        context, safety = self._pages.context, self._pages.telling.safety
        said = self._starting.said(self.profile.id)
        babies = [baby for baby in context.families.babies() if not baby.archived]
        view = FirstView(
            eyebrow=self.eyebrow(),
            ask=safety.questions["today"].ask,
            fine=tuple(safety.lines[f"fine.{number}"] for number in range(1, FINE_LINES + 1)),
            said_at=self._pages.time_of(said.at) if said else "",
            babies=tuple((baby.id, baby.profile.nickname or "–") for baby in babies),
            baby=self.profile.id,
            both=len(babies) == TWO and (self._ways.both is not None or self._ways.together),
            together=self._ways.together,
        )
        page = FirstPage(self._pages.look, view)
        page.answered.connect(partial(self._answered, said.check if said else ALL_FINE))
        page.baby_chosen.connect(self._ways.other_baby)
        if self._ways.both is not None:
            page.both_chosen.connect(self._ways.both)
        self._pages.turn_to(page, self._ways.back)

    def _told_once(self, then: Callable[[], None], profile: BabyProfile) -> None:
        if self._pages.try_to(lambda: self._keep(profile)):
            then()

    def _keep(self, profile: BabyProfile) -> None:
        """Keep what is known of the baby now; one that was not there before is added."""
        context = self._pages.context
        baby = self._baby or add_baby(context.families, context.new_id)
        known = replace(profile, id=baby.id, nickname=baby.profile.nickname)
        self._baby = change_baby(context.families, replace(baby, profile=known))

    def _answered(self, before: TodayCheck, answer: FirstAnswer) -> None:
        match answer:
            case FirstAnswer.ALL_FINE:
                self._decide(ALL_FINE)
            case FirstAnswer.AS_BEFORE:
                self._decide(before)
            case FirstAnswer.DIFFERENT:
                self._ask_different(self._differences.named)
            case FirstAnswer.SIGN:
                self._ask_different(self._differences.named | {Topic.SIGNS})
            case FirstAnswer.DOLL:
                self._ways.doll(self.ask_today)

    def _ask_different(self, named: frozenset[Topic]) -> None:
        """What is different; what was named before stands, and what was answered about it is asked anew."""
        context = self._pages.context
        asking = Asking(
            self._pages.look,
            self._pages.telling.safety,
            context.words.phrases,
            context.safety().signs,
            self._pages.shell.studio,
        )
        page = DifferentPage(asking, self.eyebrow(), topics_for(self.profile), Differences(named))
        page.answered.connect(self._told_different)
        self._pages.turn_to(page, self.ask_today)

    def _told_different(self, differences: Differences) -> None:
        self._differences = differences
        self._decide(differences.check)

    def _decide(self, check: TodayCheck) -> None:
        self._starting.remember(self.profile.id, check)
        self._ways.decided(self.profile, check)

    def eyebrow(self, title: str = "") -> str:
        """What is to begin, for whom, and how old; ``title`` when it is not the routine that was asked for."""
        telling, profile = self._pages.telling, self.profile
        age = corrected_age(profile, self._pages.context.clock.wall().date())
        known = f"weeks:{age.weeks}" if age.is_known else ""
        whom = (title or self._title, profile.nickname, about_words(known, telling.safety, telling.words))
        return " · ".join(filter(None, whom))
