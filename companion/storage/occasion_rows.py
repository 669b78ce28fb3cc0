"""Knows how the occasion of a session lies in its row: the check's answers, its verdict, and the twins' id."""

from typing import TYPE_CHECKING

from companion.domain.occasion import Occasion
from companion.domain.plan import Reason
from companion.storage.plain import read, written

if TYPE_CHECKING:
    from companion.domain.safety import Verdict

OCCASION_COLUMNS = "twins, check_answers, verdict, verdict_reasons"
"""The columns of ``session``, in the order of ``occasion_columns`` and ``occasion_of``."""


def occasion_columns(occasion: Occasion) -> tuple[str | None, ...]:
    """What the occasion has beside the revision that says whose it is; NULL for what is not known."""
    return (
        occasion.twins or None,
        None if occasion.check is None else written(occasion.check),
        None if occasion.verdict is None else occasion.verdict.word,
        written(occasion.reasons) if occasion.reasons else None,
    )


def occasion_of(
    baby: str,
    caregiver: str,
    practice: bool,
    twins: str | None,
    check: str | None,
    verdict: str | None,
    why: str | None,
) -> Occasion:
    """The occasion that was written. Raises ValueError for a word that is not ours."""
    from companion.domain.check import TodayCheck  # noqa: PLC0415 - a start reads no occasions

    return Occasion(
        baby,
        caregiver,
        practice,
        twins or "",
        None if check is None else read(TodayCheck, check),
        None if verdict is None else _verdict(verdict),
        () if why is None else read(tuple[Reason, ...], why),
    )


def _verdict(word: str) -> "Verdict":
    from companion.domain.safety import Verdict  # noqa: PLC0415

    found = [verdict for verdict in Verdict if verdict.word == word]
    if not found:
        raise ValueError(f"verdict {word}")
    return found[0]
