"""Knows what a text is looked for by: its letters without case and accents."""

import unicodedata


def folded(text: str | None) -> str | None:
    """The text as searches compare it: “Éveillée” is found by “eveillee”."""
    if text is None or text.isascii():
        return None if text is None else text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
