"""When two spoken texts are the same: a fingerprint that survives changes of spacing, not of words."""

import hashlib
import unicodedata


def text_hash(text: str) -> str:
    """16 hex digits that name a spoken text; runs of white space count as one blank, case and marks count."""
    same = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(same.encode("utf-8")).hexdigest()[:16]
