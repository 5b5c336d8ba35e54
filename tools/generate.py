#!/usr/bin/env python3
"""Write every file that is generated from the model and the catalogue: `python tools/generate.py [--check]`."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from productgov.schema.json_schema import as_text, json_schema  # noqa: E402 - the path comes first
from productgov.schema.outputs import check_schema, rank_schema  # noqa: E402 - likewise
from productgov.schema.typescript import typescript  # noqa: E402 - likewise
from productgov.views.codes import findings_reference  # noqa: E402 - likewise
from tools.document_page import document_page  # noqa: E402 - likewise

DATA = ROOT / "src" / "productgov" / "schema" / "data"
PAGES = ROOT / "docs" / "reference"


def files() -> dict[Path, str]:
    """Every generated file with what it must contain."""
    return {
        DATA / "productgov.schema.json": as_text(json_schema()),
        DATA / "productgov-draft-07.schema.json": as_text(json_schema(draft="draft-07")),
        DATA / "productgov-output.schema.json": as_text(json_schema("output")),
        DATA / "productgov-output-draft-07.schema.json": as_text(json_schema("output", draft="draft-07")),
        DATA / "productgov-strict.schema.json": as_text(json_schema("strict")),
        DATA / "productgov.d.ts": typescript(),
        DATA / "productgov-output.d.ts": typescript("output"),
        DATA / "check.schema.json": as_text(check_schema()),
        DATA / "rank.schema.json": as_text(rank_schema()),
        PAGES / "document.md": document_page(),
        PAGES / "findings.md": findings_reference(),
    }


def stale() -> list[Path]:
    """The generated files that do not contain what they must."""
    return [path for path, text in files().items() if not path.exists() or path.read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write the stale files; with `--check`, only name them."""
    found = stale()
    for path in found:
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files()[path], "utf-8", newline="\n")
    return 1 if found and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
