"""Files that might be routines: ours, damaged in a thousand ways; shared by the quick test and the long soak."""

import random
from collections.abc import Callable

GOOD = """format = 1
id = "ours"
title = "Ours"
note = "After the bath."

[say]
"hand-hug" = "Sing the moon song."

[[block]]
area = "contact"
position = "on-back"
sides = "once"
steps = [{ stroke = "permission" }, { stroke = "hand-hug", seconds = 30.0 }]

[[block]]
area = "legs"
position = "on-back"
sides = "each"
rounds = 2
steps = [{ stroke = "hip-to-ankle-glide", times = 3 }, { stroke = "toe-roll" }]

[[block]]
area = "contact"
position = "on-back"
sides = "once"
steps = [{ stroke = "hand-hug", variant = "cuddle" }]
"""

VALUES = (
    "nan", "inf", "-inf", "-1", "0", "1e400", "9" * 4000, "0x7fffffffffffffff", "true", '""', '"../../etc/passwd"',
    '"a/b"', '"C:\\\\\\\\con"', '"con"', '"\\u202e"', '"\\u0000"', '"' + "x" * 3000 + '"', "[]", "{}",
    "[[[[[[[[[[]]]]]]]]]]",
    "2026-01-01", "1979-13-99", "07:32:00", "'''", '"""', '"stroke:x"', '"first-massage"', '"side-carry"',
    "[1, [2, [3]]]",
    '"ümlaut"', '"💧"', "{ a.b.c.d.e.f.g = 1 }",
)  # fmt: skip
LINES = (
    "[block]", "[[block]]", "[say]", "[say.x]", "[[say]]", "format = 2", "format = 99", 'id = "other"', "locked = true",
    "from_weeks = -5", "a.b.c.d.e.f.g.h = 1", "[a.b.c.d.e.f.g]", "x = " + "[" * 70, "= 1", "\x00", "#" * 5000,
    "title = 1",
    '"" = 1', "steps = [", "]", '__proto__ = "x"', 'evidence = "H"', "avoid = []", "touch_seconds = nan",
)  # fmt: skip


def wild_file(seed: int) -> bytes:
    """The file of this number: always the same one."""
    chance = random.Random(seed)
    text = GOOD
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(DAMAGES)(text, chance)[:100_000]
    content = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.25:
        content = _bytes(content, chance)
    return content


def _value(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.choice([n for n, line in enumerate(lines) if "=" in line] or [0])
    lines[at] = lines[at].partition("=")[0] + "= " + chance.choice(VALUES)
    return "\n".join(lines)


def _inner_value(text: str, chance: random.Random) -> str:
    places = [n for n, sign in enumerate(text) if sign == "="] or [0]
    at = chance.choice(places)
    end = next((n for n in range(at, len(text)) if text[n] in ",}\n"), len(text))
    return f"{text[:at]}= {chance.choice(VALUES)} {text[end:]}"


def _line(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randint(0, len(lines)), chance.choice(LINES))
    return "\n".join(lines)


def _drop(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines) or "\n"


def _twice(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    line = chance.choice(lines)
    lines.insert(chance.randint(0, len(lines)), line)
    return "\n".join(lines)


def _many(text: str, chance: random.Random) -> str:
    at = text.find("[[block]]")
    return text + text[at:] * chance.choice((2, 30, 300))


def _cut(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)] or "\n"


def _signs(text: str, chance: random.Random) -> str:
    signs = list(text)
    for _ in range(chance.randint(1, 8)):
        signs[chance.randrange(len(signs))] = chance.choice('"\\[]{}=.,\n\r\t\0#é\u202e')
    return "".join(signs)


def _deep(text: str, chance: random.Random) -> str:
    depth = chance.choice((5, 500, 20_000))
    return text + "\nx = " + "[\n" * depth + "]\n" * depth


def _bytes(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content or b"\n")
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _value, _inner_value, _line, _drop, _twice, _many, _cut, _signs, _deep,
)  # fmt: skip
