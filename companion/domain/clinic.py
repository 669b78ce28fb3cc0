"""Settings of the clinic, for questions on which sources disagree; each starts at its careful value."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from companion.domain.errors import CompanionError


@dataclass(frozen=True, slots=True)
class ClinicSettings:
    """The clinic's choices (brief 4.7), within the ranges of ``data/safety/clinic.toml``.

    Hours after a vaccine; whether it defers whole-body sessions too (1) or only spares the limb (0); minutes after
    a feed, and before tummy strokes and movements; seconds of the knees-to-tummy hold; weeks of corrected age
    for undressing, for medium pressure and for oil; minutes of calm after crying.
    """

    vaccine_hours: int = 48
    vaccine_defers_whole_body: int = 0
    feed_gap: int = 30
    feed_gap_tummy: int = 45
    knees_hold: int = 10
    undressed_from_weeks: int = 6
    firm_from_weeks: int = 6
    oil_from_weeks: int = 5
    calm_minutes: int = 10


CAREFUL = ClinicSettings()
"""What a home starts from: the careful value of each."""

CLINIC_PRESET = ClinicSettings(vaccine_defers_whole_body=1)
"""What a clinic starts from: after a vaccine, whole-body sessions wait too (brief 4.2)."""


@dataclass(frozen=True, slots=True)
class ClinicRange:
    """What a setting may be, and where its range comes from."""

    default: int
    lowest: int
    highest: int
    sources: tuple[str, ...]


def within(settings: ClinicSettings, ranges: Mapping[str, ClinicRange]) -> ClinicSettings:
    """The same settings. Raises CompanionError "clinic-value-out-of-range" (name, value, lowest, highest)."""
    for field in fields(settings):
        value: int = getattr(settings, field.name)
        allowed = ranges[field.name.replace("_", "-")]
        if not allowed.lowest <= value <= allowed.highest:
            raise CompanionError(
                "clinic-value-out-of-range",
                name=field.name,
                value=value,
                lowest=allowed.lowest,
                highest=allowed.highest,
            )
    return settings


def careful(settings: ClinicSettings, ranges: Mapping[str, ClinicRange]) -> ClinicSettings:
    """The settings that count: a value outside its range gives way to the careful one, on its own."""
    for field in fields(settings):
        allowed = ranges[field.name.replace("_", "-")]
        if not allowed.lowest <= getattr(settings, field.name) <= allowed.highest:
            settings = replace(settings, **{field.name: allowed.default})
    return settings
