"""Errors of the world in the words of the content."""

from companion.domain.errors import CompanionError
from companion.domain.words import Words


def sentence(error: CompanionError, words: Words) -> str:
    """The content's sentence for this error; its key and details when there is no sentence that fits."""
    try:
        return words.messages[error.key].format(**error.details)
    except (KeyError, IndexError, ValueError):
        return str(error)
