"""Turns an error of the world into the one sentence that a person reads."""

from collections.abc import Mapping

from companion.domain.errors import CompanionError


def sentence(error: CompanionError, messages: Mapping[str, str]) -> str:
    """The sentence for an error, its details filled in; its key where the words lack it."""
    told = messages.get(error.key)
    return told.format_map(dict(error.details)) if told else str(error)
