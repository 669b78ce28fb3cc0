"""How long a session may last today, and the routine made to fit: by age, by the baby's state, by the time there is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from companion.domain.body import Area, Side
from companion.domain.changes import ChangeKind, Draft
from companion.domain.dose import Portions, Tempo, fitted, length
from companion.domain.safety import Safety
from companion.domain.stroke import Stroke
from companion.domain.verdict import Assessment

MINUTE = 60.0
SHORTEST_SHORT = 180.0
"""A short version aims at half of what there would be, and at no less than 3 minutes."""
CAREGIVER = "caregiver"
"""The source of a limit that the caregiver has set."""


class Extent(StrEnum):
    """How much of a routine is wanted."""

    FULL = "full"
    SHORT = "short"
    ONE_AREA = "one-area"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the caregiver wants today: the minutes there are (None: enough), how much of the routine, the area when
    it is one; the tempo and the side to begin with come from the settings."""

    minutes: int | None = None
    extent: Extent = Extent.FULL
    area: Area | None = None
    tempo: Tempo = field(default_factory=Tempo)
    side_first: Side = Side.RIGHT


@dataclass(frozen=True, slots=True)
class Limit:
    """The longest that a session may last, in seconds, and why: key of its words, what it is about, source."""

    seconds: float
    why: str
    about: str
    source: str


@dataclass(frozen=True, slots=True)
class Timed:
    """What fits the time, and what had to change for it."""

    items: Portions
    drafts: tuple[Draft, ...] = ()


def cap_seconds(assessment: Assessment) -> float:
    """The longest session for this age, settling in included; the careful end where the age is not known."""
    caps = [band.cap_minutes or band.typical[1] for band in assessment.bands]
    share = min((finding.rule.cap_share for finding in assessment.findings), default=1.0)
    return min(caps) * MINUTE * share


def in_time(
    whole: Portions, assessment: Assessment, strokes: Mapping[str, Stroke], safety: Safety, wish: Wish
) -> Timed | None:
    """The portions that fit today's limits, or None when even the shortest version takes longer than there is."""
    wanted, drafts = whole, list[Draft]()
    if wish.extent is Extent.ONE_AREA:
        wanted = tuple(item for item in whole if item.step.area in {Area.CONTACT, wish.area})
        kept = {item.group for item in wanted}
        drafts = [
            Draft(ChangeKind.SHORTER, item.step, "one-area", CAREGIVER, about=f"area:{wish.area}")
            for item in whole
            if item.group not in kept
        ]
    limit = min(_limits(assessment, wish), key=lambda limit: limit.seconds)
    if wish.extent is Extent.SHORT:
        half = min(limit.seconds, length(whole, wish.tempo)) / 2
        limit = Limit(min(limit.seconds, max(SHORTEST_SHORT, half)), "short", "", CAREGIVER)
    items = fitted(wanted, limit.seconds, strokes, safety.essentials, wish.tempo)
    if wish.minutes is not None and length(items, wish.tempo) > wish.minutes * MINUTE:
        return None
    return Timed(items, (*drafts, *_shortened(wanted, items, limit)))


def _limits(assessment: Assessment, wish: Wish) -> Iterator[Limit]:
    """All limits; where two are equal the first one is told."""
    share = min(assessment.findings, key=lambda finding: finding.rule.cap_share, default=None)
    sources = ", ".join(dict.fromkeys(key for band in assessment.bands for key in band.sources))
    known = assessment.age.is_known
    why, about = ("age", f"weeks:{assessment.age.weeks}") if known else ("age.unknown", "")
    if share and share.rule.cap_share < 1.0:
        why, about, sources = share.why, "", share.source
    yield Limit(cap_seconds(assessment), why, about, sources)
    if wish.minutes is not None:
        yield Limit(wish.minutes * MINUTE, "minutes", f"minutes:{wish.minutes}", CAREGIVER)


def _shortened(before: Portions, after: Portions, limit: Limit) -> Iterator[Draft]:
    kept = {(item.group, item.step.side): item.step for item in after}
    for item in before:
        now = kept.get((item.group, item.step.side))
        if now is None or now.length < item.step.length:
            yield Draft(ChangeKind.SHORTER, item.step, limit.why, limit.source, about=limit.about or "all")
