"""What a session is about besides its plan: which baby, whose hands, baby or doll, and what today's check said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most sessions of a start are only counted
    from companion.domain.check import TodayCheck
    from companion.domain.plan import Reason
    from companion.domain.safety import Verdict


@dataclass(frozen=True, slots=True)
class Occasion:
    """The occasion of a session; "" and None mean that it is not known.

    ``baby`` and ``caregiver`` are ids. ``practice``: on a doll, so it counts as practice and never as dose. ``twins``
    is one id for the sessions of babies who are massaged together. ``reasons`` are why the check came to its
    ``verdict``; why the plan changed stands in the plan.
    """

    baby: str = ""
    caregiver: str = ""
    practice: bool = False
    twins: str = ""
    check: TodayCheck | None = None
    verdict: Verdict | None = None
    reasons: tuple[Reason, ...] = ()


NO_OCCASION = Occasion()
"""A session of which nothing more is known."""
