"""What the caregiver can set, with the careful or usual value as the default."""

from dataclasses import dataclass
from enum import StrEnum

from companion.domain.clinic import CAREFUL, ClinicSettings
from companion.domain.help import USUAL_HELP, HelpChoice
from companion.domain.learned_keys import NO_KEYS, LearnedKeys
from companion.domain.programme import NOTHING_AGREED, Agreed


class Advance(StrEnum):
    """What ends a step: its time, the caregiver's hand, or the caregiver's word."""

    TIMER = "timer"
    BY_HAND = "by-hand"
    UNTIL_I_SAY = "until-i-say"


class ThemeChoice(StrEnum):
    """Day, night, day or night by the hour, or black on white."""

    AUTO = "auto"
    DAY = "day"
    NIGHT = "night"
    CONTRAST = "contrast"


class Reminder(StrEnum):
    """What a reminder is tied to: nothing (there is none), an hour, or something that happens every day."""

    OFF = "off"
    AT_TIME = "at-time"
    AFTER_BATH = "after-bath"
    AFTER_NAP = "after-nap"
    AFTER_DIAPER = "after-diaper"
    BEFORE_BED = "before-bed"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``lead_in`` is in seconds, ``pace`` multiplies the length of each repetition
    (1.25 is slower), volumes run from 0.0 (silent) to 1.0.

    ``reminder_minute`` is when the reminder comes, or when its anchor usually is over; it keeps silent from
    ``quiet_from`` until ``quiet_until``. All three count minutes since midnight. ``baby`` and ``caregiver`` are
    the ids that were chosen last. ``clinic`` and ``help`` are as they were put in: ask ``clinic.careful`` and
    ``help.help_numbers`` for what counts. ``audience`` is the display that a family looks at during a demonstration:
    its identity, "here" for the presenter's own window, or "" for whichever other one there is. ``left_handed`` and
    ``facing`` (seen from the other side of the baby, as on a therapist's doll) change the pictures alone.
    ``agreed`` is the home programme: ask ``agreed.programme()`` for what counts.
    """

    language: str = "en"
    theme: ThemeChoice = ThemeChoice.AUTO
    advance: Advance = Advance.TIMER
    lead_in: float = 6.0
    pace: float = 1.0
    captions: bool = True
    voice_on: bool = True
    voice_volume: float = 0.9
    chime_volume: float = 0.5
    tick_volume: float = 0.0
    reduced_motion: bool = False
    text_scale: float = 1.0
    baby_tone: int = 2
    adult_tone: int = 4
    reminder: Reminder = Reminder.OFF
    reminder_minute: int = 18 * 60 + 30
    quiet_from: int = 20 * 60
    quiet_until: int = 7 * 60
    baby: str = ""
    caregiver: str = ""
    clinic: ClinicSettings = CAREFUL
    help: HelpChoice = USUAL_HELP
    audience: str = ""
    left_handed: bool = False
    facing: bool = False
    keys: LearnedKeys = NO_KEYS
    agreed: Agreed = NOTHING_AGREED
