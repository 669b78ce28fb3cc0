"""JSON Schema of the data files, made from ``formats``, so that editors can check a file while it is written."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from companion.content.figure_format import FigureTable
from companion.content.formats import (
    MessagesFile,
    PhrasesFile,
    RoutineEntry,
    RoutineText,
    StrokeEntry,
    StrokeText,
    VariantText,
)

DRAFT = "https://json-schema.org/draft/2020-12/schema"
REF = "#/$defs/{name}"


def schemas() -> Mapping[str, Mapping[str, Any]]:
    """File name -> schema. Text files share one: strokes, routines, phrases or messages."""
    return MappingProxyType(
        {
            "strokes.schema.json": _schema("Strokes", _stroke_schema()),
            "routines.schema.json": _schema("Routine", msgspec.json.schema(RoutineEntry)),
            "text.schema.json": _schema("Words", _text_schema()),
        }
    )


def write_schemas(folder: Path) -> None:
    """Write all schemas, to ``data/schema``."""
    for name, schema in schemas().items():
        (folder / name).write_text(written(schema), encoding="utf-8")


def written(schema: Mapping[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema(title: str, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"$schema": DRAFT, "title": title, **schema}


def _stroke_schema() -> Mapping[str, Any]:
    """With the shape of choreographies where ``formats`` leaves it to ``figure_format``."""
    (strokes, figure), parts = msgspec.json.schema_components(
        [dict[str, StrokeEntry], FigureTable], ref_template=REF
    )
    fields = parts["StrokeEntry"]["properties"]
    fields["figure"], fields["figures"] = figure, {"type": "object", "additionalProperties": figure}
    return {**strokes, "$defs": parts}


def _text_schema() -> Mapping[str, Any]:
    shapes = [StrokeText, VariantText, RoutineText, PhrasesFile, MessagesFile]
    (stroke, variant, routine, phrases, messages), parts = msgspec.json.schema_components(
        shapes, ref_template=REF
    )
    strokes = {
        "type": "object",
        "patternProperties": {"^[a-z0-9-]+$": stroke, "^[a-z0-9-]+@[a-z0-9-]+$": variant},
        "additionalProperties": False,
    }
    routines = {"type": "object", "additionalProperties": routine}
    return {"anyOf": [strokes, routines, phrases, messages], "$defs": parts}
