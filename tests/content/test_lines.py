"""A problem in a data file is told with the line to go to."""

import pytest

from companion.content.figure_format import choreography
from companion.content.lines import line_of
from companion.domain.errors import CompanionError
from tests.content.conftest import DATA

TEXT = """# Two strokes
[one]
code = "A1"
seconds = 4.0

[one.figure]
body = "on-back"
frame = ["brow"]

[[one.figure.hands]]
hand = "left"
stages = [{ do = "glide", grip = "flat", path = ["knee.S"] }]

[[one.figure.hands]]
hand = "right"
stages = [{ do = "rest", grip = "flat", path = ["shoulder.Q"] }]

["two"]
code = "A2"
"""


@pytest.mark.parametrize(
    ("where", "what", "line"),
    [
        ("line 7", "invalid value", 7),
        ("the last line", "a quote is not closed", 19),
        ("one", "this must be a table", 2),
        ("one.seconds", "must be a number", 4),
        ("one.times", "this field is missing", 2),
        ("two.code", "A2 is another's code already", 19),
        ("one.figure", "Invalid enum value 'on-back' - at `$.body`", 7),
        ("one.figure", "Expected `array` - at `$.hands[1].stages`", 16),
        ("one.figure", "Invalid enum value 'glide' - at `$.hands[0].stages[0].do`", 12),
        ("one.figure", "the on-back body has no landmark 'shoulder.Q'", 16),
        ("one.figure", "loop must be 1 or more", 6),
        ("three", "the words are missing", None),
    ],
)
def test_a_place_is_found(where: str, what: str, line: int | None) -> None:
    assert line_of(TEXT, where, what) == line


def test_a_wrong_landmark_in_a_shipped_file_is_found_where_it_stands() -> None:
    text = (DATA / "strokes" / "legs.toml").read_text(encoding="utf-8")
    lines = text.splitlines()
    there = next(i for i, line in enumerate(lines) if line.startswith("[toe-roll.figure]"))
    spot = next(i for i in range(there, len(lines)) if '"toe1"' in lines[i])
    lines[spot] = lines[spot].replace('"toe1"', '"toe9"', 1)
    import tomllib

    table = tomllib.loads("\n".join(lines))["toe-roll"]["figure"]
    with pytest.raises(CompanionError) as raised:
        choreography(table, "toe-roll.figure")
    assert line_of("\n".join(lines), "toe-roll.figure", str(raised.value.details["what"])) == spot + 1
