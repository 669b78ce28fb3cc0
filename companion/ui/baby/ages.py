"""How old a baby is, in words, and what follows while something is not known."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication

from companion.domain.baby import DAYS, Age, Answer, BabyProfile, age_since_birth, corrected_age
from companion.domain.safety_words import SafetyWords, about_words
from companion.domain.words import Words


def age_words(profile: BabyProfile, today: date, safety: SafetyWords, words: Words) -> str:
    """Age since birth, and counted from the due date where that differs: "9 weeks old"."""
    since = age_since_birth(profile, today)
    if since is None:
        return QCoreApplication.translate("Baby", "Age not known yet")
    told = _old(since, safety, words)
    corrected = corrected_age(profile, today)
    if corrected == since:
        return told
    if profile.born_early is not Answer.YES:
        return told
    counted = QCoreApplication.translate("Baby", "%1 · counted from the due date: %2")
    return counted.replace("%1", told).replace("%2", _old(corrected, safety, words))


def short_age(profile: BabyProfile, today: date, safety: SafetyWords, words: Words) -> str:
    """The age that counts, in two words; "" while the birth is not known."""
    if age_since_birth(profile, today) is None:
        return ""
    early = profile.born_early is Answer.YES
    return _old(corrected_age(profile, today) if early else age_since_birth(profile, today), safety, words)


def careful_lines(profile: BabyProfile) -> Iterator[str]:
    """What is done while something is not known, one sentence for each."""
    if profile.birth is None:
        yield QCoreApplication.translate(
            "Baby",
            "Birth date: baby is taken as a newborn. Short and light, and only what newborns may have.",
        )
    if profile.weeks_early is None:
        yield QCoreApplication.translate(
            "Baby", "Born early or not: no massage yet. A baby born early needs a clinician’s yes first."
        )
    if profile.navel_healed is Answer.UNKNOWN:
        yield QCoreApplication.translate("Baby", "Navel: no strokes on the tummy, and no oil.")
    if profile.conditions is None:
        yield QCoreApplication.translate(
            "Baby", "Things to know: no massage yet. Look at the short list once."
        )
    elif profile.unsure:
        yield QCoreApplication.translate(
            "Baby", "Things to know: where you are not sure, a clinician has to say yes first."
        )


def _old(age: Age | None, safety: SafetyWords, words: Words) -> str:
    """An age in words, by its youngest; an age of which only the month of birth is known is told as such."""
    if age is None:
        return ""
    if 0 <= age.youngest < DAYS:
        if age.oldest < DAYS:
            return QCoreApplication.translate("Baby", "less than a week old")
        return QCoreApplication.translate("Baby", "only a few weeks old")
    return about_words(f"weeks:{age.weeks}", safety, words)
