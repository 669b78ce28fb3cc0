"""What a caregiver says is different today, topic by topic, and the check that comes of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from companion.domain.baby import Answer, BabyProfile
from companion.domain.check import ALL_FINE, TodayCheck, Vaccine
from companion.domain.parts import Part

REUSABLE_MINUTES = 60
"""How long an answer may be used again, if the caregiver says that it still holds."""


class Topic(StrEnum):
    """What can be different; the names are those of the questions (brief 4.1, 4.2), in the order they are asked."""

    SIGNS = "signs"
    FEVER = "fever"
    UNWELL = "unwell"
    TUMMY = "tummy"
    SKIN = "skin"
    NEW_MARK = "new-mark"
    JAUNDICE = "jaundice"
    NAVEL = "navel"
    VACCINE = "vaccine"
    FED = "fed"
    HUNGRY = "hungry"
    STATE = "state"
    CAREGIVER = "caregiver"


_FIELDS = {
    Topic.SIGNS: "flags",
    Topic.NEW_MARK: "new_mark",
    Topic.NAVEL: "navel_trouble",
    Topic.VACCINE: "vaccines",
    Topic.FED: "fed_minutes",
    Topic.CAREGIVER: "caregiver_well",
}
"""The field of the check that a topic answers, where it is not called like it."""

_AT_FIRST = TodayCheck(
    fever=Answer.YES,
    unwell=Answer.YES,
    navel_trouble=Answer.YES,
    hungry=Answer.YES,
    new_mark=Answer.YES,
    jaundice=Answer.YES,
    caregiver_well=Answer.NO,
)
"""What naming a topic says: the thing is so; where more has to be asked, it is not known yet."""


@dataclass(frozen=True, slots=True)
class Differences:
    """The topics that were named, and what was answered about them. A topic that was not named is as it should be:
    the caregiver has read the list, as with "All fine today"."""

    named: frozenset[Topic] = frozenset()
    answers: TodayCheck = field(default_factory=lambda: _AT_FIRST)

    def toggled(self, topic: Topic) -> "Differences":
        """The topic named, or not named any more; what was answered about it is then forgotten."""
        if topic not in self.named:
            return replace(self, named=self.named | {topic})
        forgotten = replace(self.answers, **{_field(topic): getattr(_AT_FIRST, _field(topic))})
        return Differences(self.named - {topic}, forgotten)

    def with_answer(self, topic: Topic, answer: object) -> "Differences":
        """The topic named, with what was answered: a value of its field of the check."""
        return Differences(self.named | {topic}, replace(self.answers, **{_field(topic): answer}))

    def answer(self, topic: Topic) -> object:
        """What stands as the answer about a topic: fine, until it is named."""
        return getattr(self.check, _field(topic))

    @property
    def check(self) -> TodayCheck:
        """Today's check: fine but for what was named."""
        told = {_field(topic): getattr(self.answers, _field(topic)) for topic in self.named}
        return replace(ALL_FINE, **told)


def topics_for(profile: BabyProfile) -> tuple[Topic, ...]:
    """What matters for this baby: a navel that is known to have healed is not asked about."""
    healed = profile.navel_healed is Answer.YES
    return tuple(topic for topic in Topic if not (healed and topic is Topic.NAVEL))


def shots(limbs: Iterable[Part], hours: int | None, sore: Answer) -> tuple[Vaccine, ...]:
    """One shot for each limb, or one in a limb that is not known."""
    return tuple(Vaccine(limb, hours, sore) for limb in sorted(limbs)) or (Vaccine(None, hours, sore),)


def still_holds(check: TodayCheck, minutes: float) -> TodayCheck:
    """The same answers so many minutes later: the feed and the shots lie further back. Raises ValueError for answers
    that are too old to be used again."""
    if not 0 <= minutes <= REUSABLE_MINUTES:
        raise ValueError(f"answers of {minutes} minutes ago")
    since = None if check.fed_minutes is None else check.fed_minutes + int(minutes)
    return replace(check, fed_minutes=since)


def _field(topic: Topic) -> str:
    return _FIELDS.get(topic, topic.value)
