"""The clips of all strokes: taking films in after a check, changing and removing them, finding them again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from companion.domain.clip import (
    LONGEST_CAPTION,
    LONGEST_TITLE,
    Clip,
    Film,
    refusal,
    tidy,
    title_from,
    trimmed,
)
from companion.domain.errors import CompanionError
from companion.services.clip_ports import ClipShelf, Cue, FilmInspector, Incoming


@dataclass(frozen=True, slots=True)
class Candidate:
    """A film that was checked and may be kept: its copy, what it is, and its picture (a JPEG file)."""

    incoming: Incoming
    film: Film
    poster: bytes


class ClipLibrary:
    """Finds and keeps clips. All calls but ``check`` are quick; ``new_id`` gives ids that never come twice."""

    def __init__(self, shelf: ClipShelf, inspector: FilmInspector, new_id: Callable[[], str]) -> None:
        self._shelf = shelf
        self._inspector = inspector
        self._new_id = new_id
        self._has_removed = False

    def of_stroke(self, stroke: str) -> tuple[Clip, ...]:
        """The clips of one stroke, oldest first."""
        return tuple(clip for clip in self._shelf.clips() if clip.stroke == stroke)

    def check(self, source: Path) -> Candidate:
        """Copy a film in and look at it; slow, so call it off the UI thread.

        Raises CompanionError with the reason when it is none, or cannot be played; nothing is left behind then.
        """
        incoming = self._shelf.take_in(source)
        try:
            return self._looked_at(incoming)
        except CompanionError:
            self._shelf.drop(incoming)
            raise

    def proposal(self, candidate: Candidate, stroke: str) -> Clip:
        """The clip that the candidate would become, to be trimmed and named before it is kept."""
        title, film = title_from(candidate.incoming.name), candidate.film
        return Clip(self._new_id(), stroke, title, film, 0.0, film.seconds)

    def keep(self, candidate: Candidate, clip: Clip) -> Clip:
        """Put the film on the shelf and the clip into the list."""
        kept = _in_order(clip)
        self._shelf.keep(candidate.incoming, candidate.poster)
        self._shelf.save((*self._shelf.clips(), kept))
        return kept

    def discard(self, candidate: Candidate) -> None:
        """Throw a candidate away."""
        self._shelf.drop(candidate.incoming)

    def change(self, clip: Clip) -> Clip:
        """Store what was changed about a clip; one that was removed meanwhile stays removed."""
        changed = _in_order(clip)
        self._shelf.save(tuple(changed if one.id == clip.id else one for one in self._shelf.clips()))
        return changed

    def remove(self, clip: Clip) -> None:
        """Take a clip off the list. Its film stays until the next ``sweep``, so that it can be put back."""
        self._shelf.save(tuple(one for one in self._shelf.clips() if one.id != clip.id))
        self._has_removed = True

    def put_back(self, clip: Clip) -> None:
        """Undo a removal."""
        others = tuple(one for one in self._shelf.clips() if one.id != clip.id)
        self._shelf.save((*others, clip))

    def sweep(self) -> None:
        """Remove films that no clip shows; for when the program starts or ends."""
        self._shelf.sweep({clip.film.sha for clip in self._shelf.clips()})

    def leave(self) -> None:
        """For when the program ends: sweep after a removal. A list that was only read, and perhaps badly, costs no
        film."""
        if self._has_removed:
            self.sweep()

    def cue(self, clip: Clip) -> Cue:
        """What a player needs to show this clip."""
        film = clip.film
        return Cue(
            file=self._shelf.film(film.sha),
            size=(film.width, film.height),
            seconds=film.seconds,
            start=clip.start,
            end=clip.end,
            rate=clip.rate,
            muted=clip.muted or not film.sound,
            source=self._shelf.source(film.sha),
        )

    def trial_cue(self, candidate: Candidate) -> Cue:
        """What a player needs to show a film that is not kept yet."""
        film = candidate.film
        return Cue(candidate.incoming.part, (film.width, film.height), film.seconds, 0.0, film.seconds)

    def poster(self, clip: Clip) -> bytes:
        """The picture of a clip's film, as a JPEG file; empty when there is none."""
        return self._shelf.poster(clip.film.sha)

    def _looked_at(self, incoming: Incoming) -> Candidate:
        seen = self._inspector.inspect(incoming.part, incoming.name)
        film = Film(incoming.sha, seen.seconds, seen.width, seen.height, seen.sound, incoming.size)
        refused = refusal(film, incoming.name)
        if refused:
            raise refused
        return Candidate(incoming, film, seen.poster)


def _in_order(clip: Clip) -> Clip:
    """The clip with its words tidied and its trim inside the film."""
    title = tidy(clip.title, LONGEST_TITLE)
    named = replace(clip, title=title, caption=tidy(clip.caption, LONGEST_CAPTION))
    return trimmed(named, clip.start, clip.end)
