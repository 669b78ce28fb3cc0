"""What both windows of a demonstration show, put together from where it stands and the words for its strokes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from companion.domain.body import Area, Side
from companion.domain.demonstration import Demonstration, Item, Sight, Spot
from companion.domain.figure.figure import View
from companion.domain.stroke import Stroke
from companion.domain.teaching import NO_TEACHING, Teaching
from companion.domain.words import StrokeWords, Words
from companion.ui.scene import Scene
from companion.ui.stage_show.audience import AudienceWords
from companion.ui.stage_show.figure_view import Shown

_NO_WORDS = StrokeWords("", "", "", "", (), "", "", "")


@dataclass(frozen=True, slots=True)
class StrokeCard:
    """What is told of one stroke: ``family`` is for the large screen, the rest for the presenter. ``turns`` strokes
    may be mirrored; the others keep their direction in every view."""

    family: AudienceWords
    alias: str
    points: tuple[str, ...]
    mistakes: tuple[str, ...]
    cautions: tuple[str, ...]
    ask: str
    turns: bool


class FilmSwitch(Enum):
    """Whether a stroke has a film of somebody's own, and whether that is shown."""

    NONE = auto()
    OFFERED = auto()
    SHOWN = auto()


@dataclass(frozen=True, slots=True)
class ShowView:
    """Everything that is shown at one instant. ``left`` is None when no end is planned; ``notice``, a sentence for the
    presenter alone, tells why a film cannot be shown."""

    card: StrokeCard
    shown: Shown
    t: float
    spot: Spot | None
    blank: bool
    frozen: bool
    at: int
    of: int
    next_title: str
    pace: float
    sight: Sight
    sided: bool
    timed: bool
    elapsed: int
    left: int | None
    film: FilmSwitch = FilmSwitch.NONE
    notice: str = ""


class ShowComposer:
    """Turns a demonstration into what is shown; what is the same for a stroke is worked out once."""

    def __init__(self, words: Words, strokes: Mapping[str, Stroke], teaching: Mapping[str, Teaching]) -> None:
        self._words = words
        self.strokes = strokes
        self._teaching = teaching
        self._card = lru_cache(maxsize=8)(self._make_card)

    def view(self, show: Demonstration, now: float) -> ShowView:
        """What is shown now."""
        coming, left = show.coming, show.left(now)
        return ShowView(
            card=self._card(show.item),
            shown=self.shown(show.item, show.sight),
            t=show.t(now),
            spot=show.spot,
            blank=show.blank,
            frozen=show.frozen,
            at=show.at,
            of=len(show.basket),
            next_title=self.title(coming) if coming else "",
            pace=show.pace,
            sight=show.sight,
            sided=show.item.sided,
            timed=show.timed,
            elapsed=int(show.elapsed(now)),
            left=None if left is None else round(left),
        )

    def shown(self, item: Item, sight: Sight) -> Shown:
        """The picture of a stroke, looked at in this way."""
        scene = Scene(item.stroke, item.variant, item.side, item.seconds)
        view = View(facing=sight.facing, mirrored=sight.mirrored, left_handed=sight.left_handed)
        return Shown(scene, view, sight.near, self._card(item).family.title)

    def title(self, item: Item) -> str:
        """What a stroke is called."""
        return self._told(item).title or item.stroke

    def _make_card(self, item: Item) -> StrokeCard:
        told, taught = self._told(item), self._teaching.get(item.stroke, NO_TEACHING)
        stroke = self.strokes[item.stroke]
        drawn = stroke.choreographies.get(item.variant) or stroke.choreographies.get("")
        return StrokeCard(
            family=AudienceWords(
                self._part(item, stroke.area), self.title(item), told.line, taught.direction
            ),
            alias=told.alias,
            points=taught.points,
            mistakes=taught.mistakes,
            cautions=told.cautions,
            ask=taught.ask,
            turns=drawn is not None and drawn.two_sided,
        )

    def _told(self, item: Item) -> StrokeWords:
        return self._words.strokes.get(item.words, _NO_WORDS)

    def _part(self, item: Item, area: Area) -> str:
        """The part of the body in words."""
        side = item.side if item.side is not Side.NONE else "none"
        found = (self._words.phrases.get(f"part.{where}.{side}") for where in (item.variant, area))
        return next((told for told in found if told), self._words.phrases.get(f"area.{area}", ""))


def clock_words(seconds: int) -> str:
    """Minutes and seconds, with a plus after the planned end: 4:05, +0:12."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02d}"
