"""A demonstration: which stroke is shown, how it is looked at, what is frozen or blank, and its clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from companion.domain.body import Area, Side
from companion.domain.routine import Routine
from companion.domain.stroke import Laterality, Stroke

PACES = (0.7, 0.85, 1.0, 1.25, 1.5, 2.0, 3.0)
"""By what the length of a repetition may be multiplied: 2.0 shows a stroke at half its speed."""

USUAL = 1.0

Spot = tuple[float, float]
"""A place that is pointed at, in the figure's body coordinates, so that it is the same in every window."""


class Show(Enum):
    """What a presenter can ask of a demonstration."""

    NEXT = auto()
    BACK = auto()
    FREEZE = auto()
    SLOWER = auto()
    QUICKER = auto()
    USUAL_PACE = auto()
    OTHER_SIDE = auto()
    FACING = auto()
    MIRROR = auto()
    LEFT_HANDED = auto()
    CLOSER = auto()
    BLANK = auto()
    CLOCK = auto()
    CLOCK_BACK = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """One stroke of the basket. ``sided`` ones can be shown on the other side; ``seconds`` is per repetition."""

    stroke: str
    variant: str
    side: Side
    sided: bool
    seconds: float

    @property
    def words(self) -> str:
        """Key of its words."""
        return f"{self.stroke}@{self.variant}" if self.variant else self.stroke


@dataclass(frozen=True, slots=True)
class Watch:
    """Time that can be halted: ``spent`` seconds until it last began to run at ``since``; None when it stands."""

    spent: float = 0.0
    since: float | None = None

    def read(self, now: float, rate: float = 1.0) -> float:
        """Seconds on it; it runs ``rate`` times as fast as the clock."""
        return self.spent if self.since is None else self.spent + max(0.0, now - self.since) * rate

    def halted(self, now: float, rate: float = 1.0) -> "Watch":
        """The same, standing still."""
        return Watch(self.read(now, rate))

    def running(self, now: float, rate: float = 1.0) -> "Watch":
        """The same, running from now on."""
        return Watch(self.read(now, rate), now)


@dataclass(frozen=True, slots=True)
class Sight:
    """How the figure is looked at: from the other side of the mat, mirrored, with left-handed hands, or so near
    that the hands fill the picture."""

    facing: bool = False
    mirrored: bool = False
    left_handed: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Where a demonstration stands. ``loop`` is the picture's own time, which runs slower at a slower ``pace`` and
    stands while ``frozen``; ``clock`` is started by hand, and ``planned`` is for how many seconds (0: open)."""

    basket: tuple[Item, ...]
    loop: Watch
    at: int = 0
    pace: float = USUAL
    sight: Sight = Sight()
    blank: bool = False
    spot: Spot | None = None
    clock: Watch = Watch()
    planned: float = 0.0

    @property
    def item(self) -> Item:
        """What is shown."""
        return self.basket[self.at]

    @property
    def coming(self) -> Item | None:
        """What comes next; None at the last one."""
        return self.basket[self.at + 1] if self.at + 1 < len(self.basket) else None

    @property
    def frozen(self) -> bool:
        """Whether the picture stands still."""
        return self.loop.since is None

    @property
    def timed(self) -> bool:
        """Whether the clock runs."""
        return self.clock.since is not None

    def t(self, now: float) -> float:
        """The picture's own time in seconds at the usual pace."""
        return self.loop.read(now, 1.0 / self.pace)

    def elapsed(self, now: float) -> float:
        """Seconds on the clock."""
        return self.clock.read(now)

    def left(self, now: float) -> float | None:
        """Seconds until the planned end, below zero after it; None when no end is planned."""
        return self.planned - self.elapsed(now) if self.planned else None


def begin(basket: Sequence[Item], now: float) -> Demonstration:
    """A demonstration of these, at the first one. Raises ValueError when there is nothing to show."""
    if not basket:
        raise ValueError("an empty basket")
    return Demonstration(tuple(basket), Watch(since=now))


def carried_on(show: Demonstration, now: float) -> Demonstration:
    """The same demonstration after it was put away: its picture moves again, and nothing else has changed."""
    return replace(show, loop=show.loop.halted(now, 1.0 / show.pace).running(now), blank=False, spot=None)


def put_away(show: Demonstration, now: float) -> Demonstration:
    """The demonstration while nobody sees it: its picture and its clock stand."""
    return replace(show, loop=show.loop.halted(now, 1.0 / show.pace), clock=show.clock.halted(now), spot=None)


def pointed(show: Demonstration, spot: Spot | None) -> Demonstration:
    """With a light on a place, or none."""
    return show if spot == show.spot else replace(show, spot=spot)


def planned_for(show: Demonstration, seconds: float) -> Demonstration:
    """Meant to last so long; 0 leaves the end open."""
    return replace(show, planned=max(0.0, seconds))


def gone_to(show: Demonstration, at: int, now: float) -> Demonstration:
    """At another stroke, from its beginning, moving and to be seen; the nearest one there is."""
    at = min(max(at, 0), len(show.basket) - 1)
    return replace(show, at=at, loop=Watch(since=now), blank=False, spot=None)


def after(show: Demonstration, asked: Show, now: float) -> Demonstration:
    """The demonstration after a press, ``now`` on the clock."""
    match asked:
        case Show.NEXT | Show.BACK:
            return _moved(show, 1 if asked is Show.NEXT else -1, now)
        case Show.FREEZE:
            rate = 1.0 / show.pace
            return replace(
                show, loop=show.loop.running(now, rate) if show.frozen else show.loop.halted(now, rate)
            )
        case Show.SLOWER | Show.QUICKER | Show.USUAL_PACE:
            return _paced(show, asked, now)
        case Show.OTHER_SIDE:
            return _on_other_side(show)
        case Show.BLANK:
            return replace(show, blank=not show.blank)
        case Show.CLOCK:
            return replace(show, clock=show.clock.halted(now) if show.timed else show.clock.running(now))
        case Show.CLOCK_BACK:
            return replace(show, clock=Watch(since=now if show.timed else None))
        case _:
            return replace(show, sight=_seen(show.sight, asked), spot=None)


def _moved(show: Demonstration, by: int, now: float) -> Demonstration:
    """One on or back; at either end a blank picture only comes back."""
    at = min(max(show.at + by, 0), len(show.basket) - 1)
    return replace(show, blank=False) if at == show.at else gone_to(show, at, now)


def _paced(show: Demonstration, asked: Show, now: float) -> Demonstration:
    at = PACES.index(show.pace)
    steps = {Show.SLOWER: at + 1, Show.QUICKER: at - 1, Show.USUAL_PACE: PACES.index(USUAL)}
    pace = PACES[min(max(steps[asked], 0), len(PACES) - 1)]
    halted = show.loop.halted(now, 1.0 / show.pace)
    return replace(show, pace=pace, loop=halted if show.frozen else halted.running(now))


def _on_other_side(show: Demonstration) -> Demonstration:
    if not show.item.sided:
        return show
    turned = replace(show.item, side=show.item.side.other)
    basket = (*show.basket[: show.at], turned, *show.basket[show.at + 1 :])
    return replace(show, basket=basket, spot=None)


def _seen(sight: Sight, asked: Show) -> Sight:
    match asked:
        case Show.FACING:
            return replace(sight, facing=not sight.facing)
        case Show.MIRROR:
            return replace(sight, mirrored=not sight.mirrored)
        case Show.LEFT_HANDED:
            return replace(sight, left_handed=not sight.left_handed)
        case _:
            return replace(sight, near=not sight.near)


def of_routine(routine: Routine, strokes: Mapping[str, Stroke]) -> tuple[Item, ...]:
    """Each stroke of a routine once, in its order and at its pace; empty for a locked one, which has no doses."""
    if routine.locked:
        return ()
    steps = (step for block in routine.blocks for step in block.steps if step.stroke in strokes)
    found: dict[str, Item] = {}
    for step in steps:
        item = _item(strokes[step.stroke], step.variant, step.seconds)
        found.setdefault(item.words, item)
    return tuple(found.values())


def of_area(area: Area, strokes: Mapping[str, Stroke]) -> tuple[Item, ...]:
    """All strokes of an area in the catalogue's order."""
    return of_strokes((stroke.id for stroke in strokes.values() if stroke.area is area), strokes)


def of_strokes(chosen: Iterable[str], strokes: Mapping[str, Stroke]) -> tuple[Item, ...]:
    """A basket of these strokes (ids) in this order; unknown ones are left out."""
    return tuple(_item(strokes[name], "", strokes[name].seconds) for name in chosen if name in strokes)


def _item(stroke: Stroke, variant: str, seconds: float) -> Item:
    sided = stroke.laterality_of(variant) is Laterality.EACH
    return Item(stroke.id, variant, Side.RIGHT if sided else Side.NONE, sided, seconds or stroke.seconds)
