"""What a passcode and a recovery code are like, as people write them."""

import unicodedata

SHORTEST = 6
"""Characters that a passcode must have."""
GROUPS, GROUP = 6, 4
"""A recovery code is so many groups of so many letters and figures: 120 bits."""
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without letters that are easily taken for figures, or for each other."""
_MEANT = str.maketrans("OIL", "011")


def is_long_enough(passcode: str) -> bool:
    """Whether a passcode may be used."""
    return len(meant_passcode(passcode)) >= SHORTEST


def meant_passcode(written: str) -> str:
    """The passcode, however a keyboard composes its accents and whatever white space surrounds it."""
    return unicodedata.normalize("NFKC", written).strip()


def meant_code(written: str) -> str:
    """The recovery code that was meant: without spaces and strokes, in capitals, with figures for their lookalikes."""
    kept = (letter for letter in written.upper().translate(_MEANT) if letter in ALPHABET)
    return "".join(kept)


def grouped(code: str) -> str:
    """A recovery code as it is printed."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def last_group(code: str) -> str:
    """The end of a recovery code, which whoever has written it down can read out."""
    return code[-GROUP:]
