"""Who belongs to a family: its babies, as their pictures and lists show them, and those who massage them."""

from dataclasses import dataclass

from companion.domain.baby import BabyProfile


@dataclass(frozen=True, slots=True)
class Baby:
    """A baby of the family. ``tone`` is the skin of the pictures (None: nobody chose one, the setting decides);
    an ``archived`` baby is offered nowhere any more, its diary stays."""

    profile: BabyProfile
    tone: int | None = None
    archived: bool = False

    @property
    def id(self) -> str:
        """The baby's id (a UUID)."""
        return self.profile.id


@dataclass(frozen=True, slots=True)
class Caregiver:
    """Someone who massages. ``id`` is a UUID."""

    id: str
    name: str = ""
    archived: bool = False
