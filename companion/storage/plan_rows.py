"""Knows how a session's plan, and what was done of each step, lie in the tables ``step`` and ``reason``."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from companion.domain.body import Area, Position, Side
from companion.domain.events import Outcome
from companion.domain.plan import PlannedStep, Reason, SessionPlan
from companion.domain.session import StepDone
from companion.domain.settings import Advance
from companion.domain.stroke import Pressure, StrokeKind
from companion.storage.database import Database

_INSERT_STEP = """
INSERT INTO step (session, idx, stroke, variant, kind, side, area, position, times, seconds, pressure, block, advance)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_REASON = "INSERT INTO reason (session, idx, key, about, source) VALUES (?, ?, ?, ?, ?)"
_STEPS = """
SELECT stroke, variant, kind, side, area, position, times, seconds, pressure, block, advance
FROM step WHERE session = ? ORDER BY idx
"""
_REASONS = "SELECT key, about, source FROM reason WHERE session = ? ORDER BY idx"
_DONE = """
UPDATE step SET done_seconds = ?, done_repetitions = ?, outcome = ?
WHERE session = ? AND idx = ? AND stroke = ? AND side = ?
"""


def insert_plan(connection: sqlite3.Connection, nr: int, plan: SessionPlan) -> None:
    """Write the whole plan of session ``nr``, inside a transaction of the caller."""
    steps = [(nr, index, *_step_row(step)) for index, step in enumerate(plan.steps)]
    connection.executemany(_INSERT_STEP, steps)
    reasons = [
        (nr, index, reason.key, reason.about, reason.source) for index, reason in enumerate(plan.reasons)
    ]
    connection.executemany(_INSERT_REASON, reasons)


def read_plan(database: Database, nr: int, routine: str) -> SessionPlan:
    """The plan of session ``nr`` as it was written. Raises CompanionError; ValueError for a row that does not fit."""
    steps = tuple(planned_step(*row) for row in database.rows(_STEPS, nr))
    reasons = tuple(Reason(*row) for row in database.rows(_REASONS, nr))
    return SessionPlan(routine, steps, reasons)


def insert_done(connection: sqlite3.Connection, nr: int, steps: Sequence[StepDone]) -> None:
    """Write what was done of the planned steps, inside a transaction of the caller.

    Raises ValueError when a step done is not the step planned at its index.
    """
    for done in steps:
        values = (done.seconds, done.repetitions, done.outcome, nr, done.index, done.stroke, done.side)
        if connection.execute(_DONE, values).rowcount != 1:
            raise ValueError(f"step {done.index} was not planned as {done.stroke} {done.side}")


def step_done(index: int, stroke: str, side: str, seconds: float, repetitions: int, outcome: str) -> StepDone:
    """One step done from its columns, in this order. Raises ValueError for a word that is not ours."""
    return StepDone(index, stroke, Side(side), seconds, repetitions, Outcome(outcome))


def _step_row(step: PlannedStep) -> tuple[str | int | float | None, ...]:
    pressure = json.dumps(step.pressure)
    place = (step.kind, step.side, step.area, step.position)
    return (step.stroke, step.variant, *place, step.times, step.seconds, pressure, step.block, step.advance)


def planned_step(stroke: str, variant: str, *columns: Any) -> PlannedStep:  # noqa: ANN401 - as SQLite has them
    """One planned step from its columns, in this order. Raises ValueError for a word that is not ours."""
    kind, side, area, position, times, seconds, pressure, block, advance = columns
    return PlannedStep(
        stroke=stroke,
        kind=StrokeKind(kind),
        side=Side(side),
        area=Area(area),
        position=Position(position),
        times=times,
        seconds=seconds,
        pressure=tuple(Pressure(level) for level in json.loads(pressure)),
        variant=variant,
        block=block,
        advance=None if advance is None else Advance(advance),
    )
