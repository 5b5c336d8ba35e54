"""The generated files: what each is called, and what it must hold."""

import json

from productgov.schema.json_schema import json_schema
from productgov.schema.outputs import check_schema, rank_schema
from productgov.schema.strict import strict_json_schema
from productgov.schema.typescript import typescript

__all__ = ["as_text", "generated_files"]


def as_text(schema: dict[str, object]) -> str:
    """A schema as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def generated_files() -> dict[str, str]:
    """The files that ship beside this module in `data/`, by name."""
    return {
        "productgov.schema.json": as_text(json_schema()),
        "productgov-draft-07.schema.json": as_text(json_schema(draft="draft-07")),
        "productgov-output.schema.json": as_text(json_schema("output")),
        "productgov-output-draft-07.schema.json": as_text(json_schema("output", "draft-07")),
        "productgov-strict.schema.json": as_text(strict_json_schema()),
        "productgov.d.ts": typescript(),
        "productgov-output.d.ts": typescript("output"),
        "check.schema.json": as_text(check_schema()),
        "rank.schema.json": as_text(rank_schema()),
    }
