"""Use cases about who belongs to the family: babies, caregivers, a clinician's yes, and who massaged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from companion.domain.baby import BabyProfile
from companion.domain.errors import CompanionError
from companion.domain.family import Baby, Caregiver
from companion.domain.session import Reflection
from companion.domain.unlock import Unlock
from companion.services.ports import Diary, Families


def add_baby(families: Families, new_id: Callable[[], str], nickname: str = "") -> Baby:
    """A new baby of whom nothing more is known; ``new_id`` gives a UUID."""
    baby = Baby(BabyProfile(new_id(), nickname.strip()))
    families.keep_baby(baby)
    return baby


def change_baby(families: Families, baby: Baby) -> Baby:
    """Keep what is known of a baby now. Its unlocks stay as they are in the diary; returned as it is kept."""
    families.keep_baby(replace(baby, profile=replace(baby.profile, nickname=baby.profile.nickname.strip())))
    return baby_called(families, baby.id)


def archive_baby(families: Families, baby: str, *, archived: bool = True) -> Baby:
    """Offer a baby nowhere any more, or again; its diary stays."""
    return change_baby(families, replace(baby_called(families, baby), archived=archived))


def baby_called(families: Families, baby: str) -> Baby:
    """The baby with this id. KeyError for one that is not there is our bug."""
    found = {known.id: known for known in families.babies()}
    return found[baby]


def chosen_baby(families: Families, chosen: str) -> Baby | None:
    """The baby that a start offers: the one chosen last, else the first that is not archived, else none."""
    offered = [baby for baby in families.babies() if not baby.archived]
    return next((baby for baby in offered if baby.id == chosen), offered[0] if offered else None)


def add_caregiver(families: Families, new_id: Callable[[], str], name: str) -> Caregiver:
    """A new caregiver; ``new_id`` gives a UUID."""
    caregiver = Caregiver(new_id(), name.strip())
    families.keep_caregiver(caregiver)
    return caregiver


def change_caregiver(families: Families, caregiver: Caregiver) -> None:
    """Rename a caregiver, archive them, or take them back."""
    families.keep_caregiver(replace(caregiver, name=caregiver.name.strip()))


def note_unlock(families: Families, baby: str, unlock: Unlock, today: date) -> Baby:
    """Note a clinician's yes for good. Raises CompanionError: ``unlock-incomplete`` when it lacks a name or an area,
    ``unlock-in-future`` (date) when it was given after today."""
    if unlock.given > today:
        raise CompanionError("unlock-in-future", date=unlock.given.isoformat())
    if not unlock.counts_on(today) and unlock.withdrawn is None:
        raise CompanionError("unlock-incomplete")
    families.note_unlock(baby, replace(unlock, therapist=unlock.therapist.strip()))
    return baby_called(families, baby)


def withdraw_unlock(families: Families, baby: str, unlock: Unlock, today: date) -> Baby:
    """From today on a clinician's yes does not count any more; it stays in the history."""
    families.withdraw_unlock(baby, unlock, today)
    return baby_called(families, baby)


def who_massaged(diary: Diary, session: str, caregiver: str) -> None:
    """Say who massaged, at any time after a session has begun; the other answers stay.

    KeyError for a session that is not there is our bug.
    """
    record = diary.session(session)
    if record is None:
        raise KeyError(session)
    diary.reflect(session, replace(record.reflection, who=caregiver))


def wrap_up(diary: Diary, session: str, reflection: Reflection) -> None:
    """Store the wrap-up's answers. Raises ValueError for a comfort or confidence that no screen offers."""
    if reflection.comfort not in {None, *range(5)} or reflection.confidence not in {None, *range(11)}:
        raise ValueError(f"comfort {reflection.comfort}, confidence {reflection.confidence}")
    diary.reflect(session, reflection)
