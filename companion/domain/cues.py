"""The baby's cues, and what they suggest: a pure function of what the caregiver has noted (brief 3.2, 3.3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from companion.domain.body import Area
from companion.domain.events import CueSeen, Event, StopReason
from companion.domain.plan import SessionPlan
from companion.domain.timeline import Timeline

TOGETHER = 20.0
"""Seconds within which cues count as a cluster."""
REST = (10, 20)
"""Seconds of still hands after one subtle no, shortest and longest."""
PAGE = 9
"""How many cues are offered at a time: one for each digit key."""
SIGNS = MappingProxyType(
    {
        "blue-or-grey": "not-breathing",
        "breath-stops": "not-breathing",
        "limp": "limp",
        "gags": "choking",
        "chokes": "choking",
    }
)
"""For each cue of danger, the sign of ``data/safety/help.toml`` that says what to do."""
SOURCES = ("FIT", "GOK", "CHOC", "TT", "TPO")


class Strength(StrEnum):
    """POTENT cues are clear, SUBTLE ones are easy to miss; DANGER is no cue but a sign that needs help."""

    POTENT = "potent"
    SUBTLE = "subtle"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class BabyCue:
    """One cue of the catalogue. ``yes``: the baby wants more. ``ask``: it may be self-calming or sleepy, so the
    caregiver judges. ``asleep``: the baby has fallen asleep."""

    id: str
    yes: bool
    strength: Strength
    ask: bool = False
    asleep: bool = False


@dataclass(frozen=True, slots=True)
class NotedCue:
    """A cue that the caregiver has noted, ``at`` seconds since the session began, while ``area`` was massaged."""

    at: float
    cue: str
    area: Area


class Advice(StrEnum):
    """What to do next, from going on to getting help."""

    CARRY_ON = "carry-on"
    REST = "rest"
    OTHER_AREA = "other-area"
    FINISH = "finish"
    GET_HELP = "get-help"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the cues suggest, and why: ``reason`` is a message key, ``cues`` those that led to it.

    ``judge``: they may mean something else, so the caregiver is asked. ``rest`` is how long hands lie still, in
    seconds. ``stop`` is how the session is told if it ends here; it is always a good ending.
    """

    advice: Advice
    reason: str
    cues: tuple[str, ...] = ()
    judge: bool = False
    rest: tuple[int, int] = (0, 0)
    stop: StopReason | None = None
    sources: tuple[str, ...] = SOURCES


def noted_cues(events: Iterable[Event], timeline: Timeline, plan: SessionPlan) -> tuple[NotedCue, ...]:
    """The cues of the catalogue that were noted in a session, each with the area that was massaged then."""
    return tuple(
        NotedCue(event.at, event.cue, plan.steps[timeline.moments[event.moment].step].area)
        for event in events
        if isinstance(event, CueSeen)
    )


def palette(catalogue: Mapping[str, BabyCue], *, yes: bool) -> tuple[tuple[BabyCue, ...], ...]:
    """What is offered to be noted, nine to a page in the catalogue's order; signs of danger are the last page."""
    wanted = [cue for cue in catalogue.values() if cue.yes is yes]
    usual = [cue for cue in wanted if cue.strength is not Strength.DANGER]
    danger = tuple(cue for cue in wanted if cue.strength is Strength.DANGER)
    pages = [tuple(usual[at : at + PAGE]) for at in range(0, len(usual), PAGE)]
    return (*pages, *((danger,) if danger else ()))


def suggest(noted: Sequence[NotedCue], catalogue: Mapping[str, BabyCue]) -> Suggestion:
    """What all cues of a session so far suggest now, in the area of the last one.

    Danger and a potent no are not taken back by later cues; an area that has ended stays ended until cues are
    noted in another one.
    """
    known = [(note, catalogue[note.cue]) for note in sorted(noted, key=lambda note: note.at)]
    if danger := [cue for _, cue in known if cue.strength is Strength.DANGER]:
        return Suggestion(Advice.GET_HELP, "danger", _ids(danger), stop=StopReason.BABY_SAID_NO)
    if clear := [cue for _, cue in known if not cue.yes and cue.strength is Strength.POTENT]:
        asleep = clear[0].asleep
        stop = StopReason.BABY_ASLEEP if asleep else StopReason.BABY_SAID_NO
        return Suggestion(Advice.FINISH, "asleep" if asleep else "clear-no", _ids(clear), stop=stop)
    if not known:
        return Suggestion(Advice.CARRY_ON, "no-cues")
    return _by_subtle_cues(_in_last_area(known))


def _by_subtle_cues(known: Sequence[tuple[NotedCue, BabyCue]]) -> Suggestion:
    """One subtle no: rest. Several together, or a second time in the area: end the area."""
    times = _occasions([(note.at, cue) for note, cue in known if not cue.yes])
    if not times:
        return Suggestion(Advice.CARRY_ON, "yes", _ids(cue for _, cue in known))
    cues = [cue for occasion in times for cue in occasion]
    judge = all(cue.ask for cue in cues)
    if clusters := [occasion for occasion in times if len(occasion) > 1]:
        return Suggestion(
            Advice.OTHER_AREA, "together", _ids(clusters[-1]), judge, stop=StopReason.BABY_SAID_NO
        )
    if len(times) > 1:
        return Suggestion(Advice.OTHER_AREA, "came-back", _ids(cues), judge, stop=StopReason.BABY_SAID_NO)
    if known[-1][1].yes:
        return Suggestion(Advice.CARRY_ON, "back-with-you", _ids([known[-1][1]]))
    return Suggestion(Advice.REST, "one-subtle-no", _ids(cues), judge, REST)


def _occasions(cues: Iterable[tuple[float, BabyCue]]) -> list[list[BabyCue]]:
    """Cues in groups: those that follow within the time of a cluster's first one belong together."""
    groups: list[list[BabyCue]] = []
    began = 0.0
    for at, cue in cues:
        if groups and at - began <= TOGETHER:
            if cue not in groups[-1]:
                groups[-1].append(cue)
            continue
        began = at
        groups.append([cue])
    return groups


def _in_last_area(known: Sequence[tuple[NotedCue, BabyCue]]) -> list[tuple[NotedCue, BabyCue]]:
    """The cues noted since the caregiver last moved to another area."""
    area = known[-1][0].area
    start = len(known)
    while start and known[start - 1][0].area is area:
        start -= 1
    return list(known[start:])


def _ids(cues: Iterable[BabyCue]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cue.id for cue in cues))
