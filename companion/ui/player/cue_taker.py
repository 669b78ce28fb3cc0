"""Takes in what the caregiver sees of the baby during play, and tells what it suggests."""

from collections.abc import Sequence
from math import inf
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from companion.domain.cues import SIGNS, Advice, NotedCue, Suggestion, noted_cues, palette, suggest
from companion.domain.events import Cue, CueSeen, Event, StopReason
from companion.domain.help import help_numbers
from companion.domain.player import Phase
from companion.domain.timeline import build
from companion.ui.context import Playing, UiContext
from companion.ui.player.cue_grid import CueChoice
from companion.ui.player.rest import Advised

STAYS, LEAVES = 8.0, 3.0
"""Seconds that the palette stays up during play: untouched, and after a cue was picked."""
USUAL = "911"
"""The emergency number in our words."""
NOTHING = Suggestion(Advice.CARRY_ON, "no-cues")


class CueScreen(Protocol):
    """The player's screen, as far as cues are concerned."""

    def note(self, words: str, *, smiling: bool = False) -> None: ...
    def offer_cues(self, title: str, pages: Sequence[Sequence[CueChoice]]) -> None: ...
    def answer_cues(self, words: str) -> None: ...
    def close_cues(self) -> None: ...
    def offer_rest_cues(self, pages: Sequence[Sequence[CueChoice]], emergency: str) -> None: ...
    def advise(self, advised: Advised) -> None: ...


class CueTaker:
    """The cues of one session. Commands return what came of them in the session."""

    def __init__(self, context: UiContext, playing: Playing, screen: CueScreen) -> None:
        self._context = context
        self._playing = playing
        self._screen = screen
        self._suggestion = NOTHING
        self._away_at = inf

    def get_ready(self) -> None:
        """Read the catalogue before it is wanted: a press is answered at once."""
        self._context.safety()
        self._context.safety_words()

    def enjoying(self) -> list[Event]:
        """Baby likes it: noted, and the palette of likes comes up beside the picture."""
        events = self._playing.note(Cue.ENJOYING)
        noted = QCoreApplication.translate("Player", "Noted: baby is enjoying this")
        self._screen.note(noted, smiling=True)
        if self._playing.state().phase is not Phase.RESTING:
            title = QCoreApplication.translate("Player", "What do you see? One tap, or its number.")
            self._screen.offer_cues(title, self._pages(yes=True))
            self._away_at = self._context.clock.now() + STAYS
        return events

    def not_now(self) -> list[Event]:
        """Baby says no before the first stroke: that ends it, kindly."""
        return self._playing.note(Cue.SAYS_NO) + self._playing.stop(StopReason.BABY_SAID_NO)

    def rest_began(self) -> None:
        """The page for a rest has opened: offer what baby may have done."""
        self.close()
        self._suggestion = NOTHING
        emergency = self._local(self._context.words.phrases.get("rest.look.help", ""))
        self._screen.offer_rest_cues(self._pages(yes=False), emergency)

    def saw(self, cue: str) -> list[Event]:
        """Note a cue, and tell what all of them suggest now."""
        events = self._playing.see(cue)
        seen = next((event for event in events if isinstance(event, CueSeen)), None)
        if seen is None:
            return events
        self._suggestion = suggest(self._noted_with(seen), self._context.safety().cues)
        if self._playing.state().phase is Phase.RESTING:
            self._screen.advise(Advised(self._suggestion.advice, self._sentence()))
            self._speak()
        else:
            self._answer(cue)
        return events

    def _noted_with(self, seen: CueSeen) -> tuple[NotedCue, ...]:
        """All cues of the baby that this one was noted for, this one included; of two babies each has its own."""
        noted: tuple[NotedCue, ...] = ()
        for session, plan in self._playing.parts:
            noted = noted_cues(self._context.events(session), build(plan), plan)
            if any((note.at, note.cue) == (seen.at, seen.cue) for note in noted):
                break
        return noted

    def glance(self) -> None:
        """The palette goes away by itself."""
        if self._context.clock.now() >= self._away_at:
            self.close()

    def close(self) -> None:
        """Take the palette away."""
        self._away_at = inf
        self._screen.close_cues()

    @property
    def signs(self) -> tuple[str, ...]:
        """Ids of the signs of danger that were seen in this rest."""
        if self._suggestion.advice is not Advice.GET_HELP:
            return ()
        return tuple(SIGNS[cue] for cue in self._suggestion.cues)

    def reason(self) -> StopReason:
        """How the session is told if it ends now: by what baby showed, or by choice."""
        if self._playing.state().phase is Phase.RESTING:
            return self._suggestion.stop or StopReason.BABY_SAID_NO
        return StopReason.CAREGIVER

    def _answer(self, cue: str) -> None:
        told = self._context.safety_words().cues.get(cue, "")
        words = QCoreApplication.translate("Player", "Noted: %1").replace("%1", told)
        if self._suggestion.advice is Advice.CARRY_ON:
            words = f"{words}. {self._sentence()}"
        self._screen.answer_cues(words)
        self._away_at = self._context.clock.now() + LEAVES

    def _sentence(self) -> str:
        """Why, and what to do: one after the other, as short as they come."""
        words, suggestion = self._context.safety_words(), self._suggestion
        parts = [words.cue_reasons[suggestion.reason], words.advice[suggestion.advice].line]
        if suggestion.judge:
            parts.append(words.advice["judge"].line)
        return self._local(" ".join(parts))

    def _speak(self) -> None:
        advice, phrases = self._suggestion.advice, self._context.safety_words().phrases
        key = f"say.cue.{advice}"
        if advice is Advice.GET_HELP and self._emergency() != USUAL:
            key, phrases = "say.help.now", self._context.words.phrases
        if advice not in {Advice.CARRY_ON, Advice.REST}:
            self._playing.say(f"phrase.{key}", phrases[key])

    def _emergency(self) -> str:
        context = self._context
        return help_numbers(context.settings.load().help, context.safety().regions).emergency

    def _local(self, words: str) -> str:
        """The words with the family's own emergency number in the place of the usual one."""
        return words.replace(USUAL, self._emergency() or QCoreApplication.translate("Help", "for help"))

    def _pages(self, *, yes: bool) -> list[list[CueChoice]]:
        words = self._context.safety_words().cues
        return [
            [CueChoice(cue.id, words.get(cue.id, cue.id), cue.strength) for cue in page]
            for page in palette(self._context.safety().cues, yes=yes)
        ]
