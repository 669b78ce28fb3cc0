"""The shape of ``data/text/<lang>/teaching.toml``, as a type."""

from typing import Annotated

import msgspec

from companion.content.formats import Entry, Text

Points = Annotated[tuple[Text, ...], msgspec.Meta(min_length=2, max_length=4)]
Mistakes = Annotated[tuple[Text, ...], msgspec.Meta(min_length=1, max_length=3)]
Direction = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class TeachingText(Entry, frozen=True):
    """``[<stroke id>]``: what ``companion.domain.teaching.Teaching`` holds."""

    direction: Direction
    points: Points
    mistakes: Mistakes
    ask: Text
