"""The shape of a routine that somebody has put together: one TOML file, with its own words in it."""

from typing import Annotated, Literal

import msgspec

from companion.content.formats import BlockEntry, Entry
from companion.content.own_writing import MOST_NOTE, MOST_SAY, MOST_TITLE

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]*$"
"""One line of text: no control characters, nothing that turns the direction of what follows."""
LINES = LINE.replace(r"\x00-\x1f", r"\x00-\x09\x0b-\x1f")

OwnId = Annotated[str, msgspec.Meta(pattern=ID, max_length=MOST_TITLE)]
Title = Annotated[str, msgspec.Meta(pattern=LINE, min_length=1, max_length=MOST_TITLE)]
Note = Annotated[str, msgspec.Meta(pattern=LINES, max_length=MOST_NOTE)]
Said = Annotated[str, msgspec.Meta(pattern=LINE, min_length=1, max_length=MOST_SAY)]


class OwnRoutineEntry(Entry, frozen=True):
    """A file in ``routines/`` of the data folder, or one that is handed over (``*.massage.toml``).

    Whatever follows from the strokes (for whom it is not, from when, how long, how sure we are) is not in it.
    ``say`` has own spoken words by stroke or stroke@variant.
    """

    format: Literal[1]
    id: OwnId
    title: Title
    block: Annotated[tuple[BlockEntry, ...], msgspec.Meta(min_length=1, max_length=80)]
    note: Note = ""
    based_on: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]*$", max_length=MOST_TITLE)] = ""
    clothed: bool = False
    say: dict[str, Said] = msgspec.field(default_factory=dict[str, Said])
