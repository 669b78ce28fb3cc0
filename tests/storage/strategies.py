"""Any event, any plan: every field drawn on purpose, so that a forgotten column cannot hide behind a default."""

from dataclasses import fields
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from companion.domain.body import Area, Position, Side
from companion.domain.events import Event
from companion.domain.plan import PlannedStep, Reason, SessionPlan
from companion.domain.settings import Advance
from companion.domain.stroke import Pressure, StrokeKind

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
COUNTS = st.integers(0, 2**31)
SECONDS = st.floats(0, 1e9)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
WALL_TIMES = st.datetimes(datetime(2000, 1, 2), datetime(2100, 1, 1), timezones=OFFSETS)

STEPS = st.builds(
    PlannedStep,
    stroke=WORDS,
    kind=st.sampled_from(StrokeKind),
    side=st.sampled_from(Side),
    area=st.sampled_from(Area),
    position=st.sampled_from(Position),
    times=COUNTS,
    seconds=SECONDS,
    pressure=st.lists(st.sampled_from(Pressure), max_size=2).map(tuple),
    variant=WORDS,
    block=COUNTS,
    advance=st.none() | st.sampled_from(Advance),
)
STEP_FIELDS_DRAWN = {
    "stroke", "kind", "side", "area", "position", "times", "seconds", "pressure", "variant", "block", "advance"
}  # fmt: skip
REASONS = st.builds(Reason, key=WORDS, about=WORDS, source=WORDS)
PLANS = st.builds(
    SessionPlan,
    routine=WORDS,
    steps=st.lists(STEPS, max_size=4).map(tuple),
    reasons=st.lists(REASONS, max_size=3).map(tuple),
)


def _values(kind: type) -> st.SearchStrategy[Any]:
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return {int: COUNTS, float: SECONDS, str: WORDS}[kind]


def _of(event: type[Event]) -> st.SearchStrategy[Event]:
    types = get_type_hints(event)
    return st.builds(event, **{field.name: _values(types[field.name]) for field in fields(event)})


EVENTS = st.one_of([_of(event) for event in get_args(Event)])
