"""What the screens of the clinic are given: a therapist's words, and the displays that are plugged in."""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from companion.services.ports import Wakefulness
from companion.ui.clinic.context import ClinicContext

if TYPE_CHECKING:
    from companion.domain.teaching import Teaching
    from companion.ui.stage_show.displays import Displays


def clinic_context(data: Path, language: str, awake: Wakefulness) -> ClinicContext:
    """What they are given; each part is made when it is first asked for."""
    return ClinicContext(cache(partial(_teaching, data, language)), cache(_displays), awake)


def _teaching(data: Path, language: str) -> "Mapping[str, Teaching]":
    from companion.content.teaching import load_teaching  # noqa: PLC0415 - a start needs none of it

    return load_teaching(data, language)


def _displays() -> "Displays":
    from companion.ui.stage_show.displays import Displays  # noqa: PLC0415

    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return Displays(application)
