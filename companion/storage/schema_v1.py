"""Knows the first released shape of the diary; never edited again, later shapes are migrations.

Times on the wall are ISO 8601 text with their offset from UTC; ``start_day`` is the day that the caregiver's wall
showed, so that a night feed at half past midnight and a change of clocks both land where people look for them.
Seconds are REAL. ``session.nr`` is for joins inside this file alone, ``session.id`` (a UUID) for the world.
"""

_SESSION = """
CREATE TABLE session (
    nr INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    routine TEXT NOT NULL,
    status TEXT NOT NULL,
    stop_reason TEXT,
    started_at TEXT NOT NULL,
    start_day TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    ended_at TEXT,
    elapsed REAL NOT NULL DEFAULT 0,
    moment INTEGER NOT NULL DEFAULT 0,
    moment_seconds REAL NOT NULL DEFAULT 0,
    baby_before INTEGER,
    baby_after INTEGER,
    note TEXT NOT NULL DEFAULT '',
    reflected_at TEXT,
    CHECK ((status = 'running') = (ended_at IS NULL))
) STRICT
"""

_STEP = """
CREATE TABLE step (
    session INTEGER NOT NULL REFERENCES session (nr) ON DELETE CASCADE,
    idx INTEGER NOT NULL,
    stroke TEXT NOT NULL,
    variant TEXT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    area TEXT NOT NULL,
    position TEXT NOT NULL,
    times INTEGER NOT NULL,
    seconds REAL NOT NULL,
    pressure TEXT NOT NULL,
    block INTEGER NOT NULL,
    advance TEXT,
    outcome TEXT,
    done_seconds REAL,
    done_repetitions INTEGER,
    PRIMARY KEY (session, idx)
) STRICT, WITHOUT ROWID
"""

_REASON = """
CREATE TABLE reason (
    session INTEGER NOT NULL REFERENCES session (nr) ON DELETE CASCADE,
    idx INTEGER NOT NULL,
    key TEXT NOT NULL,
    about TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (session, idx)
) STRICT, WITHOUT ROWID
"""

_EVENT = """
CREATE TABLE event (
    session INTEGER NOT NULL REFERENCES session (nr) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at REAL NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID
"""

FIRST_TABLES: tuple[str, ...] = (
    _SESSION,
    _STEP,
    _REASON,
    _EVENT,
    "CREATE INDEX session_by_day ON session (start_day)",
    "CREATE INDEX session_running ON session (nr) WHERE status = 'running'",
)
