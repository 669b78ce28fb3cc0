"""The history of an entry in words: when something was said differently, and what it was before and after."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from companion.domain.baby import Answer
from companion.domain.entry import Told
from companion.domain.session import BabyState
from companion.services.retelling import Edit, EditKind, Field, value_of
from companion.ui.diary.telling import Telling, answer, comfort

LONGEST = 60


def edit_words(edits: Sequence[Edit], telling: Telling) -> tuple[tuple[str, str], ...]:
    """(when, what) of all changes after the beginning and the wrap-up, oldest first."""
    later = [edit for edit in edits if edit.kind in {EditKind.CHANGED, EditKind.TAKEN_BACK}]
    return tuple((_when(edit.at, telling), _what(edit, telling)) for edit in later)


def _when(at: datetime, telling: Telling) -> str:
    return f"{telling.short_day(at.date())}, {telling.time(at)}"


def _what(edit: Edit, telling: Telling) -> str:
    if Field.REMOVED in edit.fields and edit.then.removed:
        return QCoreApplication.translate("diary", "Taken out of the diary")
    if edit.fields == (Field.REMOVED,) and edit.kind is EditKind.CHANGED:
        return QCoreApplication.translate("diary", "Brought back")
    told = "\n".join(_change(field, edit, telling) for field in edit.fields)
    if edit.kind is EditKind.TAKEN_BACK:
        return QCoreApplication.translate("diary", "Taken back: %1").replace("%1", told)
    if not edit.stands:
        return QCoreApplication.translate("diary", "%1 (taken back later)").replace("%1", told)
    return told


def _change(field: Field, edit: Edit, telling: Telling) -> str:
    name = field_name(field)
    before, then = _value(field, edit.before, telling), _value(field, edit.then, telling)
    return f"{name}: {before} → {then}" if before or then else name


def field_name(field: Field) -> str:
    """What a field is called."""
    translate = QCoreApplication.translate
    return {
        Field.BABY: translate("diary", "Baby"),
        Field.CAREGIVER: translate("diary", "Who massaged"),
        Field.PRACTICE: translate("diary", "On a doll"),
        Field.STARTED: translate("diary", "When"),
        Field.STEPS: translate("diary", "What was done"),
        Field.BEFORE: translate("diary", "Before"),
        Field.AFTER: translate("diary", "After"),
        Field.COMFORT: translate("diary", "Baby seemed"),
        Field.OIL: translate("diary", "Oil"),
        Field.REACTION: translate("diary", "What you saw after"),
        Field.CONFIDENCE: translate("diary", "How sure you felt"),
        Field.NOTE: translate("diary", "Note"),
        Field.REMOVED: translate("diary", "In the diary"),
    }[field]


def _value(field: Field, told: Told, telling: Telling) -> str:
    """What was told of a field; – for nothing. Steps are too many to be told here."""
    if field is Field.STEPS:
        return ""
    return _in_words(field, value_of(field, told), telling) or "–"


def _in_words(field: Field, value: object, telling: Telling) -> str:
    match value:
        case None:
            return ""
        case Answer.UNKNOWN:
            return ""
        case Answer():
            return answer(value)
        case BabyState():
            return telling.state(value)
        case bool():
            return answer(Answer.YES if value is not (field is Field.REMOVED) else Answer.NO)
        case datetime():
            return _when(value, telling)
        case int():
            return comfort(value) if field is Field.COMFORT else str(value)
        case str():
            return _name(field, value, telling)
        case _:
            return str(value)


def _name(field: Field, value: str, telling: Telling) -> str:
    if field is Field.BABY:
        return telling.baby(value)
    if field is Field.CAREGIVER:
        return telling.caregiver(value)
    plain = " ".join(value.split())
    short = plain if len(plain) <= LONGEST else plain[:LONGEST].rstrip() + "…"
    return f"“{short}”" if short else ""
