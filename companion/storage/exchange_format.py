"""Knows the published form of an exported diary, version 1: what is in the JSON file and what it looks like."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from companion.domain.check import TodayCheck
from companion.domain.day_card import Doing, Stool
from companion.domain.events import StopReason
from companion.domain.plan import PlannedStep, Reason
from companion.domain.session import Reflection, StepDone
from companion.domain.unlock import Unlock

FORMAT = "infant-massage-diary"
VERSION = 1

Name = Annotated[str, Meta(pattern=r"^[A-Za-z0-9._:@-]{1,80}$")]
"""An id, or the name of a routine: never a path."""
NameOrNone = Annotated[str, Meta(pattern=r"^[A-Za-z0-9._:@-]{0,80}$")]
Text = Annotated[str, Meta(max_length=1_000_000)]
Wall = Annotated[datetime, Meta(tz=True)]
Seconds = Annotated[float, Meta(ge=0, le=1e7)]
Count = Annotated[int, Meta(ge=0, le=1_000_000)]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all parts share: unknown fields are refused, what is not known is left out."""


class BabyPart(Part, frozen=True, kw_only=True):
    """A baby. ``earliest`` and ``latest``: the days on which it can have been born."""

    id: Name
    nickname: Text = ""
    earliest: str | None = None
    latest: str | None = None
    weeks_early: Count | None = None
    navel_healed: Literal["yes", "no"] | None = None
    conditions: list[Name] | None = None
    likes: list[Name] = []
    caregivers: list[Name] = []
    tone: Count | None = None
    archived: bool = False
    added: Wall
    changed: Wall


class CaregiverPart(Part, frozen=True, kw_only=True):
    """Someone who massages."""

    id: Name
    name: Text = ""
    archived: bool = False
    added: Wall
    changed: Wall


class UnlockPart(Part, frozen=True, kw_only=True):
    """A clinician's yes for a baby."""

    id: Name
    baby: Name
    noted: Wall
    unlock: Unlock


class EventPart(Part, frozen=True, kw_only=True):
    """Something that happened in a session, ``at`` seconds after it began; ``body`` depends on ``kind``."""

    at: Seconds
    kind: Name
    body: dict[str, bool | int | float | str] = {}


class ToldPart(Part, frozen=True, kw_only=True):
    """All that people say of a session at one time."""

    baby: NameOrNone = ""
    caregiver: NameOrNone = ""
    practice: bool = False
    started: Wall | None = None
    steps: tuple[StepDone, ...] | None = None
    reflection: Reflection = Reflection()
    removed: bool = False


class RevisionPart(Part, frozen=True, kw_only=True):
    """One change of what is told: ``told`` from then on, or the id of the change that it takes back."""

    id: Name
    at: Wall
    told: ToldPart | None = None
    undoes: NameOrNone = ""


class SessionPart(Part, frozen=True, kw_only=True):
    """A session that has ended: what was planned, measured and noted, and all that was said of it since."""

    id: Name
    routine: Name
    status: Literal["finished", "stopped", "interrupted"]
    stop_reason: StopReason | None = None
    started: Wall
    last_seen: Wall
    ended: Wall
    elapsed: Seconds
    by_hand: bool = False
    twins: NameOrNone = ""
    check: TodayCheck | None = None
    verdict: Literal["go", "go-with-changes", "gentle-touch-only", "not-today", "get-help-now"] | None = None
    verdict_reasons: tuple[Reason, ...] = ()
    planned: tuple[PlannedStep, ...] = ()
    reasons: tuple[Reason, ...] = ()
    done: tuple[StepDone, ...] = ()
    events: list[EventPart] = []
    revisions: Annotated[list[RevisionPart], Meta(min_length=1)]


class DayPart(Part, frozen=True, kw_only=True):
    """A baby's day; ``blocks`` are its 96 quarters of an hour, or none."""

    baby: Name
    day: str
    blocks: tuple[Doing, ...] = ()
    stools: tuple[Stool, ...] | None = None
    tummy_minutes: Count | None = None
    wakes: Count | None = None
    feeding: Text = ""
    changed: Wall


class DiaryFile(Part, frozen=True, kw_only=True):
    """A whole diary."""

    format: Literal["infant-massage-diary"]
    version: Literal[1]
    exported: Wall
    babies: list[BabyPart] = []
    caregivers: list[CaregiverPart] = []
    unlocks: list[UnlockPart] = []
    sessions: list[SessionPart] = []
    days: list[DayPart] = []


def encoded(diary: DiaryFile) -> bytes:
    """The file's content; equal diaries give equal bytes."""
    return msgspec.json.encode(diary, order="deterministic")


def decoded(content: bytes) -> DiaryFile:
    """The diary in a file's content. Raises msgspec.MsgspecError or RecursionError."""
    return msgspec.json.decode(content, type=DiaryFile)


def schema() -> Mapping[str, Any]:
    """The JSON Schema of the file, as published in ``data/schema/diary.schema.json``."""
    made = msgspec.json.schema(DiaryFile)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Diary", **made}


def schema_text() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
