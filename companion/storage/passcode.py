"""Knows the small file that keeps a diary's key: wrapped by the passcode and, once more, by the recovery code."""

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from companion.domain.errors import CompanionError
from companion.domain.passcode import ALPHABET, GROUP, GROUPS, meant_code, meant_passcode
from companion.storage.erasing import PASSCODE_FILE
from companion.storage.faults import world_told
from companion.storage.files import sync_folder, write_whole

VERSION = 1
KEY_BYTES = 32
_LARGEST_FILE = 64 * 1024
_MIB = 1024 * 1024


class Slot(StrEnum):
    """What unwraps the key."""

    PASSCODE = "passcode"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess is, to Argon2id: passes, and bytes of memory."""

    passes: int
    memory: int


STRONG = Cost(3, 256 * _MIB)
"""Half a second to a second on the computers of today; libsodium calls it moderate."""
_DEAREST = Cost(20, 1024 * _MIB)


@dataclass(frozen=True, slots=True, repr=False)
class Wrapped:
    """The key in a box that a secret opens."""

    salt: bytes
    cost: Cost
    box: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Lock:
    """All that the file holds. ``opened`` is the key itself, while the passcode is being taken away: until the last
    file lies open, the next start must be able to read all."""

    slots: Mapping[Slot, Wrapped] = field(default_factory=dict[Slot, Wrapped])
    opened: bytes | None = None


def new_key() -> bytes:
    """A key that nobody can guess."""
    return secrets.token_bytes(KEY_BYTES)


def new_code() -> str:
    """A recovery code that nobody can guess, without its strokes."""
    return "".join(secrets.choice(ALPHABET) for _ in range(GROUPS * GROUP))


def wrapped(lock: Lock, slot: Slot, secret: str, key: bytes, cost: Cost = STRONG) -> Lock:
    """The lock as it is when this secret, too, unwraps the key; another one for the same slot does not any more."""
    from nacl.secret import SecretBox  # noqa: PLC0415 - only where there is a passcode

    salt = secrets.token_bytes(16)
    box = bytes(SecretBox(_derived(slot, secret, salt, cost)).encrypt(key))
    return Lock({**lock.slots, slot: Wrapped(salt, cost, box)})


def unwrapped(lock: Lock, slot: Slot, secret: str) -> bytes:
    """The key. Slow on purpose. Raises CompanionError ``passcode-wrong`` or ``recovery-wrong``."""
    from nacl.exceptions import CryptoError  # noqa: PLC0415
    from nacl.secret import SecretBox  # noqa: PLC0415

    try:
        kept = lock.slots[slot]
        return bytes(SecretBox(_derived(slot, secret, kept.salt, kept.cost)).decrypt(kept.box))
    except (CryptoError, KeyError) as error:
        raise CompanionError(f"{slot}-wrong") from error


def write_lock(lock: Lock, homes: tuple[Path, ...]) -> None:
    """Keep the lock in each folder that there is. Raises CompanionError; in each folder the old file or the new one
    is whole."""
    content = json.dumps(_plain(lock), indent=1).encode()
    for home in homes:
        with world_told(home / PASSCODE_FILE):
            if home.is_dir():
                write_whole(home / PASSCODE_FILE, content)


def keep_lock(lock: Lock, homes: tuple[Path, ...]) -> None:
    """Write the lock where there is none, another one, or a broken one. Raises CompanionError."""
    for home in homes:
        try:
            is_there = read_lock((home,)) == lock
        except CompanionError:
            is_there = False
        if not is_there:
            write_lock(lock, (home,))


def read_lock(homes: tuple[Path, ...]) -> Lock | None:
    """The lock in the first folder in which there is a good one; None where there is no such file at all.

    Raises CompanionError ``passcode-file-broken`` (file) when there are files, and none is good.
    """
    broken: Path | None = None
    for file in (home / PASSCODE_FILE for home in homes):
        with world_told(file):
            if not file.is_file():
                continue
            with file.open("rb") as opened:
                content = opened.read(_LARGEST_FILE)
        try:
            return _lock(json.loads(content))
        except (ValueError, TypeError, KeyError, RecursionError):
            broken = broken or file
    if broken is not None:
        raise CompanionError("passcode-file-broken", file=str(broken))
    return None


def remove_lock(homes: tuple[Path, ...]) -> None:
    """Forget the lock. Raises CompanionError."""
    for home in homes:
        with world_told(home / PASSCODE_FILE):
            if (home / PASSCODE_FILE).exists():
                (home / PASSCODE_FILE).unlink()
                sync_folder(home)


def _derived(slot: Slot, secret: str, salt: bytes, cost: Cost) -> bytes:
    from nacl.pwhash import argon2id  # noqa: PLC0415

    meant = meant_code(secret) if slot is Slot.RECOVERY else meant_passcode(secret)
    return bytes(argon2id.kdf(KEY_BYTES, meant.encode(), salt, cost.passes, cost.memory))


def _plain(lock: Lock) -> dict[str, object]:
    slots = {
        slot.value: {
            "salt": _text(kept.salt), "passes": kept.cost.passes, "memory": kept.cost.memory, "box": _text(kept.box)
        }
        for slot, kept in lock.slots.items()
    }  # fmt: skip
    told: dict[str, object] = {"version": VERSION, "kdf": "argon2id", "slots": slots}
    return told if lock.opened is None else {**told, "opened": _text(lock.opened)}


def _lock(given: Any) -> Lock:  # noqa: ANN401 - what a file holds
    """Raises ValueError, TypeError or KeyError for anything that we did not write."""
    if given["version"] != VERSION or given["kdf"] != "argon2id":
        raise ValueError(given["version"])
    slots = {Slot(name): _wrapped(kept) for name, kept in given["slots"].items()}
    opened = _bytes(given["opened"], KEY_BYTES) if "opened" in given else None
    if not slots and opened is None:
        raise ValueError("no way to the key")
    return Lock(slots, opened)


def _wrapped(given: Mapping[str, Any]) -> Wrapped:
    cost = Cost(int(given["passes"]), int(given["memory"]))
    if not (1 <= cost.passes <= _DEAREST.passes and 8192 <= cost.memory <= _DEAREST.memory):
        raise ValueError(cost)
    return Wrapped(_bytes(given["salt"], 16), cost, _bytes(given["box"], KEY_BYTES + 40))


def _bytes(text: object, length: int) -> bytes:
    found = base64.b64decode(cast("str", text), validate=True)
    if len(found) != length:
        raise ValueError(len(found))
    return found


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
