"""Knows the first released shape of the diary; never edited again, later shapes are migrations.

Times on the wall are ISO 8601 text with their offset from UTC; ``start_day`` is the day that the caregiver's wall
showed, so that a night feed at half past midnight and a change of clocks both land where people look for them.
Seconds are REAL. ``nr`` is for joins inside this file alone, ``id`` (a UUID) for the world. What is not known is NULL.

Of a session, the columns from ``baby`` on hold what people say of it as of its newest revision that stands; the ones
before are what was measured, and never change once it has ended.
"""

_BABY = """
CREATE TABLE baby (
    nr INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    nickname TEXT,
    birth_earliest TEXT,
    birth_latest TEXT,
    weeks_early INTEGER,
    navel_healed TEXT,
    conditions TEXT,
    likes TEXT,
    caregivers TEXT,
    tone INTEGER,
    archived INTEGER NOT NULL DEFAULT 0,
    added_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK ((birth_earliest IS NULL) = (birth_latest IS NULL))
) STRICT
"""

_CAREGIVER = """
CREATE TABLE caregiver (
    nr INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT,
    archived INTEGER NOT NULL DEFAULT 0,
    added_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT
"""

_UNLOCK = """
CREATE TABLE unlock (
    id TEXT NOT NULL PRIMARY KEY,
    baby INTEGER NOT NULL REFERENCES baby (nr) ON DELETE CASCADE,
    routine TEXT NOT NULL,
    therapist TEXT NOT NULL,
    given TEXT NOT NULL,
    areas TEXT NOT NULL,
    conditions TEXT NOT NULL,
    doses TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    withdrawn TEXT
) STRICT, WITHOUT ROWID
"""

_UNLOCK_STAYS = """
CREATE TRIGGER unlock_stays BEFORE UPDATE ON unlock
WHEN old.withdrawn IS NOT NULL AND (new.withdrawn IS NULL OR new.withdrawn > old.withdrawn)
    OR (old.id, old.baby, old.routine, old.therapist, old.given, old.areas, old.conditions, old.doses, old.noted_at)
    IS NOT
    (new.id, new.baby, new.routine, new.therapist, new.given, new.areas, new.conditions, new.doses, new.noted_at)
BEGIN SELECT raise(ABORT, 'an unlock is never changed, only withdrawn'); END
"""

_SESSION = """
CREATE TABLE session (
    nr INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    routine TEXT NOT NULL,
    status TEXT NOT NULL,
    stop_reason TEXT,
    started_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    ended_at TEXT,
    elapsed REAL NOT NULL DEFAULT 0,
    moment INTEGER NOT NULL DEFAULT 0,
    moment_seconds REAL NOT NULL DEFAULT 0,
    by_hand INTEGER NOT NULL DEFAULT 0,
    twins TEXT,
    check_answers TEXT,
    verdict TEXT,
    verdict_reasons TEXT,
    baby INTEGER REFERENCES baby (nr) ON DELETE CASCADE,
    caregiver INTEGER REFERENCES caregiver (nr) ON DELETE SET NULL,
    practice INTEGER NOT NULL DEFAULT 0,
    start_day TEXT NOT NULL,
    told_started_at TEXT,
    told_steps TEXT,
    touch REAL NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    edits INTEGER NOT NULL DEFAULT 0,
    baby_before INTEGER,
    baby_after INTEGER,
    comfort INTEGER,
    confidence INTEGER,
    oil TEXT,
    reaction TEXT,
    note TEXT,
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

_REVISION = """
CREATE TABLE revision (
    session INTEGER NOT NULL REFERENCES session (nr) ON DELETE CASCADE,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    told TEXT,
    undoes TEXT,
    PRIMARY KEY (session, id),
    CHECK ((told IS NULL) <> (undoes IS NULL))
) STRICT, WITHOUT ROWID
"""

_DAY_CARD = """
CREATE TABLE day_card (
    baby INTEGER NOT NULL REFERENCES baby (nr) ON DELETE CASCADE,
    day TEXT NOT NULL,
    card TEXT NOT NULL,
    feeding TEXT,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (baby, day)
) STRICT, WITHOUT ROWID
"""

FIRST_TABLES: tuple[str, ...] = (
    _BABY,
    _CAREGIVER,
    _UNLOCK,
    _UNLOCK_STAYS,
    _SESSION,
    _STEP,
    _REASON,
    _EVENT,
    _REVISION,
    _DAY_CARD,
    "CREATE INDEX unlock_of_baby ON unlock (baby)",
    "CREATE INDEX session_by_day ON session (start_day)",
    "CREATE INDEX session_of_baby ON session (baby, start_day)",
    "CREATE INDEX session_of_caregiver ON session (caregiver)",
    "CREATE INDEX session_running ON session (nr) WHERE status = 'running'",
)
