"""A routine as it is filmed: the session plays itself on a clock of its own, and each instant becomes a view."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from companion.app.pictures import choreography_of
from companion.content.library import Library
from companion.domain.events import Event
from companion.domain.figure.choreography import Choreography
from companion.domain.plan import SessionPlan
from companion.domain.player import Player
from companion.domain.settings import Settings
from companion.domain.timeline import Timeline
from companion.film.shot import Beside, Count, Page, Shot, View
from companion.services.announcer import Announcer
from companion.services.diary import laid_out
from companion.services.narration import Scene
from companion.sound.track import SoundTrack
from companion.ui.player.view import Composer, Mode, PlayerView

OPENING, CLOSING = 7.0, 2.0
"""Seconds of the first page, and of the last one after the last word."""
BEFORE_TURN = 1e-6
"""So much later than its picture's time the session is asked, or what is due at that very time comes a picture late."""


@dataclass(frozen=True, slots=True)
class Script:
    """What is filmed: a plan laid out in time, with its strokes and words."""

    plan: SessionPlan
    timeline: Timeline
    library: Library
    settings: Settings
    opening: float = OPENING

    @property
    def length(self) -> float:
        """About how long the film is, in seconds."""
        return self.opening + self.timeline.length + CLOSING


def script_of(plan: SessionPlan, library: Library, settings: Settings, opening: float = OPENING) -> Script:
    """The script of a plan, with room for what is said; steps follow each other at their natural pace."""
    return Script(plan, laid_out(plan, library.words, settings), library, settings, opening)


class FilmClock:
    """Tells the time of the picture that is being made."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        """Seconds since the session began."""
        return self.seconds

    def wall(self) -> datetime:
        """No day in particular."""
        return datetime.fromtimestamp(self.seconds, UTC)


def views(script: Script, track: SoundTrack, fps: int) -> Iterator[View]:
    """What is to be seen, ``fps`` views a second; before each one the track has been given what begins with it."""
    words = script.library.words
    told = words.routines.get(script.plan.routine)
    eyebrow, end = words.messages["film.eyebrow"], words.messages["film.end"]
    if told is not None:
        page = Page(eyebrow, told.title, (told.for_whom, told.not_for, words.messages["film.baby-leads"]))
        yield from (page for _ in range(round(script.opening * fps)))
    yield from _session(script, track, fps)
    last = words.phrases.get("say.finished", "")
    while track.busy:
        yield Page(eyebrow, end, (words.messages["film.teaches"],), last if track.speaking else "")
    yield from (Page(eyebrow, end, (words.messages["film.teaches"],)) for _ in range(round(CLOSING * fps)))


def _session(script: Script, track: SoundTrack, fps: int) -> Iterator[View]:
    """The massage itself, as nobody interferes; a step that waits for a word is given it at once."""
    clock = FilmClock()
    player = Player(script.timeline, clock)
    scene = Scene(script.plan, script.timeline, script.library.words)
    announcer = Announcer(scene, track, track, clock, voice_on=True)
    camera = _Camera(script, Composer(script.plan, script.timeline, script.library.words), {})
    number, events = 0, player.begin()
    while True:
        if player.state().waiting:
            events += player.yes()
        _announce(announcer, events, player)
        if player.state().over:
            return
        yield camera.shot(player, announcer.caption if track.speaking else "")
        number += 1
        clock.seconds = number / fps + BEFORE_TURN
        events = player.tick()


def _announce(announcer: Announcer, events: list[Event], player: Player) -> None:
    if events:
        announcer.tell(events, player.state())
    else:
        announcer.glance(player.state())


@dataclass(frozen=True, slots=True)
class _Camera:
    """Turns states of the session into shots."""

    script: Script
    composer: Composer
    drawn: dict[tuple[str, str], Choreography]

    def shot(self, player: Player, caption: str) -> Shot:
        view = self.composer.view(player.state())
        return Shot(
            self._choreography(view.scene.stroke, view.scene.variant),
            view.scene.side,
            view.scene.period,
            view.t,
            self._beside(view),
            self._count(view),
            caption,
            round(min(1.0, player.state().at / self.script.timeline.length), 3),
        )

    def _choreography(self, stroke: str, variant: str) -> Choreography:
        key = (stroke, variant)
        if key not in self.drawn:
            self.drawn[key] = choreography_of(self.script.library.strokes[stroke], variant)
        return self.drawn[key]

    def _beside(self, view: PlayerView) -> Beside:
        coming = _filled(self._messages, "film.next", what=view.next_title) if view.next_title else ""
        return Beside(view.card.area, view.card.title, view.card.line, view.place.part, coming)

    def _count(self, view: PlayerView) -> Count:
        ready = view.mode is Mode.LEADING_IN
        dose = view.dose
        return Count(
            view.seconds,
            self._messages["film.get-ready" if ready else "film.seconds"],
            round(view.share, 2),
            dose.done,
            dose.total,
            _filled(self._messages, "film.times", done=dose.done, total=dose.total) if dose.total else "",
        )

    @property
    def _messages(self) -> Mapping[str, str]:
        return self.script.library.words.messages


def _filled(messages: Mapping[str, str], key: str, **details: object) -> str:
    return messages[key].format(**details)
