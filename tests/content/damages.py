"""Ways to damage a copy of the content, one for each kind of problem, and what the check must say."""

import json
from collections.abc import Callable

from tests.content.copies import Copy

LEGS, TUMMY, FEET = "strokes/legs.toml", "strokes/tummy.toml", "routines/feet-anywhere.toml"
SAID, TOLD = "text/en/strokes.toml", "text/en/routines.toml"
STILL = "routines/still-touch.toml"


def double_hug(copy: Copy) -> None:
    once, more = "times = 1\ntimes_range = [1, 1]", "times = 2\ntimes_range = [1, 3]"
    copy.in_table("strokes/contact.toml", "hand-hug", once, more)


def write(copy: Copy, table: str, field: str, text: str, file: str = SAID) -> None:
    """Put other words in the place of one field."""
    path = copy.data / file
    before, head, rest = path.read_text(encoding="utf-8").partition(f"\n[{table}]\n")
    body, end, after = rest.partition("\n\n")
    lines = [f'{field} = "{text}"' if line.startswith(f"{field} =") else line for line in body.split("\n")]
    path.write_text(before + head + "\n".join(lines) + end + after, encoding="utf-8")


def manifest_entry(copy: Copy, line: str) -> None:
    path = copy.media / "narration/en/manifest.json"
    lines = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(lines | {line: {"text_hash": "0", "seconds": 1.0}}), encoding="utf-8")


Damage = tuple[str, Callable[[Copy], object], str]
DAMAGES: list[Damage] = [
    (
        "a syntax error",
        lambda c: c.append(LEGS, "\n[oops\n"),
        "data/strokes/legs.toml: line ",
    ),
    (
        "an unknown field",
        lambda c: c.in_table(LEGS, "toe-roll", "times = 5", "times = 5\nspeed = 3"),
        "data/strokes/legs.toml: toe-roll.speed: unknown field",
    ),
    (
        "a missing field",
        lambda c: c.in_table(LEGS, "toe-roll", 'code = "L4"\n', ""),
        "data/strokes/legs.toml: toe-roll.code: this field is missing",
    ),
    (
        "a wrong type",
        lambda c: c.in_table(LEGS, "toe-roll", "times = 5", 'times = "five"'),
        "data/strokes/legs.toml: toe-roll.times: expected int, got str",
    ),
    (
        "an unknown area",
        lambda c: c.in_table(LEGS, "toe-roll", 'area = "legs"', 'area = "tail"'),
        "data/strokes/legs.toml: toe-roll.area: invalid enum value 'tail'",
    ),
    (
        "an unknown pressure",
        lambda c: c.in_table(LEGS, "toe-roll", '["p1"]', '["p3"]'),
        "data/strokes/legs.toml: toe-roll.pressure[0]: invalid enum value 'p3'",
    ),
    (
        "a stroke that stands in two files",
        lambda c: c.append(TUMMY, '\n[toe-roll]\ncode = "L4"\n'),
        "data/strokes/tummy.toml: toe-roll: this stroke stands in data/strokes/legs.toml too",
    ),
    (
        "a code used twice",
        lambda c: c.in_table(LEGS, "toe-roll", '"L4"', '"L3"'),
        "data/strokes/legs.toml: toe-roll.code: L3 is thumb-over-thumb's code already",
    ),
    (
        "an unknown source",
        lambda c: c.in_table(LEGS, "toe-roll", '"REN"', '"HEARSAY"'),
        "data/strokes/legs.toml: toe-roll.sources: there is no source HEARSAY",
    ),
    (
        "an unknown condition",
        lambda c: c.in_table(LEGS, "toe-roll", '"fracture"', '"sneezing"'),
        "data/strokes/legs.toml: toe-roll.avoid: there is no condition sneezing",
    ),
    (
        "a condition with an unknown source",
        lambda c: c.replace("safety/conditions.toml", '"TR"', '"HEARSAY"'),
        "data/safety/conditions.toml: hypertonia.sources: there is no source HEARSAY",
    ),
    (
        "usual times out of range",
        lambda c: c.in_table(LEGS, "toe-roll", "times = 5", "times = 9"),
        "data/strokes/legs.toml: toe-roll.times: 9 is not in the stroke's range of 3 to 8",
    ),
    (
        "a hold done twice",
        double_hug,
        "data/strokes/contact.toml: hand-hug.times: asking and holds are done once",
    ),
    (
        "pressure in the wrong order",
        lambda c: c.in_table(LEGS, "thumb-press", '["p1", "p2"]', '["p2", "p1"]'),
        "data/strokes/legs.toml: thumb-press.pressure: the lightest comes first",
    ),
    (
        "a stroke without pressure",
        lambda c: c.in_table(LEGS, "thumb-press", '["p1", "p2"]', "[]"),
        "data/strokes/legs.toml: thumb-press.pressure: how firm the touch is must be said",
    ),
    (
        "asking with pressure",
        lambda c: c.in_table("strokes/contact.toml", "permission", "pressure = []", 'pressure = ["p1"]'),
        "data/strokes/contact.toml: permission.pressure: asking comes before touch",
    ),
    (
        "a still part longer than the whole",
        lambda c: c.replace("strokes/movements.toml", "hold_seconds = 10.0", "hold_seconds = 20.0"),
        "data/strokes/movements.toml: knees-to-tummy.hold_seconds: must be shorter than seconds",
    ),
    (
        "a tummy stroke from birth",
        lambda c: c.in_table(TUMMY, "paddle-down", '"R1"', '"R0"'),
        "data/strokes/tummy.toml: paddle-down.readiness: the tummy waits until the navel has healed",
    ),
    (
        "a tummy stroke for babies born early",
        lambda c: c.in_table(TUMMY, "paddle-down", '"preterm", ', ""),
        "data/strokes/tummy.toml: paddle-down.avoid: a baby born early gets no tummy strokes",
    ),
    (
        "sides of a variant that is not there",
        lambda c: c.replace("strokes/contact.toml", "{ legs = ", "{ wings = "),
        "data/strokes/contact.toml: touch-relaxation.laterality_at.wings: the stroke has no such variant",
    ),
    (
        "a drawing that cannot be built",
        lambda c: c.replace(
            "strokes/growing.toml", "[ask-wait-stop.figure]\n", "[ask-wait-stop.figure]\nnonsense = 1\n"
        ),
        "data/strokes/growing.toml: ask-wait-stop",
    ),
    (
        "a routine with an unknown stroke",
        lambda c: c.replace(FEET, '"toe-roll"', '"toe-tickle"'),
        "data/routines/feet-anywhere.toml: block 3.steps 2.stroke: there is no stroke toe-tickle",
    ),
    (
        "a routine with an unknown variant",
        lambda c: c.replace(FEET, '"feet"', '"wings"'),
        "data/routines/feet-anywhere.toml: block 2.steps 1.variant: resting-hands has no variant wings",
    ),
    (
        "a routine with an unknown field in a step",
        lambda c: c.replace(FEET, '{ stroke = "toe-roll" }', '{ stroke = "toe-roll", tempo = 2 }'),
        "data/routines/feet-anywhere.toml: block 3.steps 2.tempo: unknown field",
    ),
    (
        "a routine whose total is wrong",
        lambda c: c.replace(FEET, "touch_seconds = 162", "touch_seconds = 163"),
        "data/routines/feet-anywhere.toml: touch_seconds: the steps add up to 162 seconds, not 163",
    ),
    (
        "a routine with times out of range",
        lambda c: c.replace(FEET, '{ stroke = "toe-roll" }', '{ stroke = "toe-roll", times = 2 }'),
        "data/routines/feet-anywhere.toml: block 3.steps 2.times: 2 is not in the range of toe-roll, 3 to 8",
    ),
    (
        "a routine firmer than its stroke",
        lambda c: c.replace(FEET, '{ stroke = "toe-roll" }', '{ stroke = "toe-roll", pressure = ["p2"] }'),
        "data/routines/feet-anywhere.toml: block 3.steps 2.pressure: firmer than toe-roll is ever done",
    ),
    (
        "a routine in a position that does not go",
        lambda c: c.replace(FEET, '"on-back"', '"on-tummy"'),
        "data/routines/feet-anywhere.toml: block 3.steps 1.stroke: thumb-over-thumb is not done on-tummy",
    ),
    (
        "both sides at once, for each side",
        lambda c: c.replace(FEET, '"once"', '"each"'),
        "data/routines/feet-anywhere.toml: block 4.steps 1.stroke: leg-sweep takes both sides at once",
    ),
    (
        "a routine that does not ask",
        lambda c: c.replace(FEET, '"permission"', '"hand-hug"'),
        "data/routines/feet-anywhere.toml: block 1.steps 1: every routine begins by asking",
    ),
    (
        "more touch than minutes",
        lambda c: c.replace(FEET, "[3, 6]", "[1, 2]"),
        "data/routines/feet-anywhere.toml: minutes: 162 seconds of touch do not fit into 2 minutes",
    ),
    (
        "a routine with an unknown source",
        lambda c: c.replace(FEET, '"REN"', '"HEARSAY"'),
        "data/routines/feet-anywhere.toml: sources: there is no source HEARSAY",
    ),
    (
        "a routine under another name than its file",
        lambda c: c.replace(FEET, 'id = "feet-anywhere"', 'id = "feet"'),
        "data/routines/feet-anywhere.toml: id: must be feet-anywhere",
    ),
    (
        "a locked routine with times",
        lambda c: c.replace(STILL, '"hand-hug", times = 0', '"hand-hug", times = 1'),
        "data/routines/still-touch.toml: block 1.steps 2.times: the therapist sets the dose",
    ),
    (
        "a locked routine with seconds",
        lambda c: c.replace(STILL, '"hand-hug", times = 0', '"hand-hug", times = 0, seconds = 60.0'),
        "data/routines/still-touch.toml: block 1.steps 2.seconds: the therapist sets the dose",
    ),
    (
        "a locked routine with minutes",
        lambda c: c.replace(STILL, "minutes = [0, 0]", "minutes = [2, 10]"),
        "data/routines/still-touch.toml: minutes: a locked routine tells no dose",
    ),
    (
        "missing words of a stroke",
        lambda c: c.replace(SAID, "[toe-roll]", "[toe-tickle]"),
        "data/text/en/strokes.toml: toe-roll: the words for this stroke are missing",
    ),
    (
        "words of an unknown stroke",
        lambda c: c.replace(SAID, "[toe-roll]", "[toe-tickle]"),
        "data/text/en/strokes.toml: toe-tickle: there is no such stroke",
    ),
    (
        "missing words of a variant",
        lambda c: c.replace(SAID, '["resting-hands@feet"]', '["resting-hands@paws"]'),
        "data/text/en/strokes.toml: resting-hands@feet: the words for this stroke are missing",
    ),
    (
        "words of an unknown variant",
        lambda c: c.replace(SAID, '["resting-hands@feet"]', '["resting-hands@paws"]'),
        "data/text/en/strokes.toml: resting-hands@paws: resting-hands has no variant paws",
    ),
    (
        "missing words of a routine",
        lambda c: c.replace(TOLD, "[face]", "[nose]"),
        "data/text/en/routines.toml: face: the words for this routine are missing",
    ),
    (
        "words of an unknown routine",
        lambda c: c.replace(TOLD, "[face]", "[nose]"),
        "data/text/en/routines.toml: nose: there is no such routine",
    ),
    (
        "empty words",
        lambda c: write(c, "toe-roll", "line", ""),
        "data/text/en/strokes.toml: toe-roll.line: expected str of length >= 1",
    ),
    (
        "two sides and no word for the other one",
        lambda c: write(c, "toe-roll", "say_other_side", ""),
        "data/text/en/strokes.toml: toe-roll.say_other_side: this stroke has two sides",
    ),
    (
        "a long sentence",
        lambda c: write(c, "toe-roll", "line", "Roll " + "and roll " * 8 + "."),
        "data/text/en/strokes.toml: toe-roll.line: a sentence of 17 words, 15 at most",
    ),
    (
        "a claim about a stroke",
        lambda c: write(c, "toe-roll", "purpose", "It Cures cold feet."),
        "data/text/en/strokes.toml: toe-roll.purpose: “cures” claims too much: may help",
    ),
    (
        "a claim about a routine",
        lambda c: write(c, "face", "summary", "A proven remedy.", TOLD),
        "data/text/en/routines.toml: face.summary: “remedy” claims too much: comfort",
    ),
    (
        "a claim in a phrase",
        lambda c: c.append("text/en/phrases.toml", '\n"say.nonsense" = "This boosts immunity."\n'),
        "data/text/en/phrases.toml: say.nonsense: “immunity” claims too much: leave it out",
    ),
    (
        "a file of words that is missing",
        lambda c: (c.data / TOLD).unlink(),
        "data/text/en/routines.toml: line 1: the file is missing",
    ),
    (
        "a file that is not text",
        lambda c: (c.data / TOLD).write_bytes(b'title = "caf\xe9"'),
        "data/text/en/routines.toml: byte 12: this is not UTF-8 text",
    ),
    (
        "narration that says old words",
        lambda c: write(c, "toe-roll", "say_first", "Roll each toe."),
        "media/narration/en/manifest.json: stroke.toe-roll.first: the words have changed since it was spoken",
    ),
    (
        "narration without its sound",
        lambda c: (c.media / "narration/en/stroke.toe-roll.first.ogg").unlink(),
        "media/narration/en/manifest.json: stroke.toe-roll.first: its sound file is missing",
    ),
    (
        "no narration at all",
        lambda c: (c.media / "narration/en/manifest.json").unlink(),
        "media/narration/en/manifest.json: the file: it is missing",
    ),
    (
        "narration for a line that is new",
        lambda c: c.append("text/en/phrases.toml", '\n"say.hello" = "Hello."\n'),
        "media/narration/en/manifest.json: phrase.say.hello: the line is missing",
    ),
    (
        "narration that no words ask for",
        lambda c: manifest_entry(c, "stroke.toe-tickle.first"),
        "media/narration/en/manifest.json: stroke.toe-tickle.first: no words ask for this line",
    ),
    (
        "a range upside down",
        lambda c: c.in_table(LEGS, "toe-roll", "[3, 8]", "[8, 3]"),
        "data/strokes/legs.toml: toe-roll.times_range: the lowest, 8, is above the highest, 3",
    ),
    (
        "no hands, but pressure",
        lambda c: c.in_table(LEGS, "toe-roll", '"one-moves-one-holds"', '"none"'),
        "data/strokes/legs.toml: toe-roll.hands: no hands, but there is a pressure",
    ),
    (
        "readiness in a position that the stroke does not have",
        lambda c: c.in_table("strokes/back.toml", "combing", "on-chest = ", "held = "),
        "data/strokes/back.toml: combing.readiness_at: held is not one of the stroke's positions",
    ),
    (
        "a stroke that is no table",
        lambda c: c.replace("strokes/legs.toml", "\n# Hip to ankle", "\nspeed = 3\n# Hip to ankle"),
        "data/strokes/legs.toml: speed: this must be a table",
    ),
    (
        "a landmark that the body does not have",
        lambda c: c.replace("strokes/growing.toml", 'body = "toddler-rubs"', 'body = "on-back"'),
        "data/strokes/growing.toml: you-do-me.figure: the on-back body has no landmark 'arm.wrist'",
    ),
    (
        "minutes upside down",
        lambda c: c.replace(FEET, "[3, 6]", "[6, 3]"),
        "data/routines/feet-anywhere.toml: minutes: give the shortest, then the longest",
    ),
    (
        "a routine without a hold",
        lambda c: c.replace(FEET, 'stroke = "resting-hands", variant = "feet"', 'stroke = "ankle-circles"'),
        "data/routines/feet-anywhere.toml: block: every routine has a hold",
    ),
    (
        "a phrase that is too long to be said in one breath",
        lambda c: c.append("text/en/phrases.toml", f'\n"say.long" = "{"and on " * 8}."\n'),
        "data/text/en/phrases.toml: say.long: a sentence of 16 words, 15 at most",
    ),
    (
        "a claim among the cautions",
        lambda c: c.in_table(SAID, "permission", "cautions = [", 'cautions = ["It detoxifies.", '),
        "data/text/en/strokes.toml: permission.cautions: “detoxifies” claims too much: leave it out",
    ),
    (
        "narration that cannot be read",
        lambda c: (c.media / "narration/en/manifest.json").write_bytes(b"{"),
        "media/narration/en/manifest.json: the file: it cannot be read",
    ),
    (
        "narration that is no table",
        lambda c: (c.media / "narration/en/manifest.json").write_bytes(b"[]"),
        "media/narration/en/manifest.json: the file: it must hold one table of lines",
    ),
    (
        "no language at all",
        lambda c: (c.data / "text").rename(c.data / "texts"),
        "data/text: the folder: there are no words in any language",
    ),
]
