"""What people say of a session, and how each change of it is kept so that it can be taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from companion.domain.session import Reflection, StepDone

BEGUN = "begun"
"""Id of a session's first revision: what was said when it began. It cannot be taken back."""
WRAP_UP = "wrap-up"
"""Id of the revision that the wrap-up writes, again and again."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that people may say or correct of a session; "" and None: not known, or as it was measured.

    ``started`` and ``steps`` correct the measured ones; ``removed`` takes the entry out of all lists. The
    reflection's ``who`` is left empty: ``caregiver`` says it.
    """

    baby: str = ""
    caregiver: str = ""
    practice: bool = False
    started: datetime | None = None
    steps: tuple[StepDone, ...] | None = None
    reflection: Reflection = field(default_factory=Reflection)
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of what is told: all of it as it was from then on, or (``undoes``) the id of a change that is taken
    back. Revisions are only ever added, so those of two diaries can be laid together in any order."""

    id: str
    at: datetime
    told: Told | None = None
    undoes: str = ""


def standing(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """The changes that have not been taken back, oldest first."""
    known = tuple(revisions)
    undone = {revision.undoes for revision in known} - {BEGUN}
    left = [revision for revision in known if revision.told is not None and revision.id not in undone]
    return tuple(sorted(left, key=lambda revision: (revision.at, revision.id)))


def current(revisions: Sequence[Revision]) -> Told:
    """What is told of a session now. Raises ValueError when nothing was ever told."""
    left = standing(revisions)
    told = left[-1].told if left else None
    if told is None:
        raise ValueError("a session of which nothing was told")
    return told
