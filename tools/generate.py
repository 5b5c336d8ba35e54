#!/usr/bin/env python3
"""Write every file that is generated from the model and the rules: `python tools/generate.py [--check]`."""

import sys
from pathlib import Path

from findings_page import findings_page

from productgov.schema.files import generated_files
from productgov.schema.reference import reference

ROOT = Path(__file__).parents[1]
DATA = ROOT / "src" / "productgov" / "schema" / "data"


def files() -> dict[Path, str]:
    """Every generated file with what it must hold."""
    schemas = {DATA / name: text for name, text in generated_files().items()}
    pages = ROOT / "docs" / "reference"
    return {**schemas, pages / "document.md": reference(), pages / "findings.md": findings_page()}


def stale() -> list[Path]:
    """The generated files that do not hold what they must."""
    return [path for path, text in files().items() if not path.exists() or path.read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write the files that are stale, or only name them."""
    found = stale()
    for path in found:
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files()[path], "utf-8", newline="\n")
    return 1 if found and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
