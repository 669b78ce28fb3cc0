"""What the help screens are given: the words, the signs, the plan for crying, the family's numbers, and a voice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from companion.domain.clock import Clock
from companion.domain.help import CryingPlan, HelpNumbers, HelpSign, help_numbers
from companion.ui.context import UiContext


@dataclass(frozen=True, slots=True)
class HelpDesk:
    """All that help needs. ``say(line, text)`` speaks, or is silent where the voice is off; ``hush`` ends it;
    ``due``: the numbers have not been looked at for a year."""

    phrases: Mapping[str, str]
    signs: Mapping[str, HelpSign]
    crying: CryingPlan
    numbers: HelpNumbers
    due: bool
    say: Callable[[str, str], None]
    hush: Callable[[], None]
    clock: Clock


def help_desk(context: UiContext) -> HelpDesk:
    """The desk as things are now: region, numbers and voice as they are set."""
    safety, settings = context.safety(), context.settings.load()
    numbers = help_numbers(settings.help, safety.regions)
    voice = context.voice
    return HelpDesk(
        phrases=context.words.phrases,
        signs=safety.signs,
        crying=safety.crying,
        numbers=numbers,
        due=numbers.due(context.clock.wall().date()),
        say=voice.say if settings.voice_on else _silently,
        hush=voice.hush,
        clock=context.clock,
    )


def _silently(line: str, text: str) -> None:
    del line, text
