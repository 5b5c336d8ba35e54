#!/usr/bin/env python3
"""Write every generated file anew: `python tools/generate.py`. With `--check`, only name those that are stale."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the tools import each other as the tests import them

from productgov.schema.json_schema import as_text, json_schema  # noqa: E402  # after the path
from productgov.schema.outputs import check_schema, diff_schema, history_schema, rank_schema  # noqa: E402
from productgov.schema.typescript import typescript  # noqa: E402
from tools.api_page import api_pages  # noqa: E402
from tools.changes_page import changes_page  # noqa: E402
from tools.document_page import document_page  # noqa: E402
from tools.findings_page import findings_page  # noqa: E402
from tools.notebook_page import notebook_page  # noqa: E402
from tools.pictures import pictures  # noqa: E402
from tools.tables_page import tables_page  # noqa: E402

DATA = ROOT / "src" / "productgov" / "schema" / "data"
PAGES = ROOT / "docs" / "reference"
BROKEN = Path("examples", "broken")


def files() -> dict[Path, str]:
    """Every generated file with what it must hold."""
    return {
        DATA / "productgov.schema.json": as_text(json_schema()),
        DATA / "productgov-draft-07.schema.json": as_text(json_schema(draft="draft-07")),
        DATA / "productgov-output.schema.json": as_text(json_schema("output")),
        DATA / "productgov-output-draft-07.schema.json": as_text(json_schema("output", draft="draft-07")),
        DATA / "productgov-strict.schema.json": as_text(json_schema("strict")),
        DATA / "productgov.d.ts": typescript(),
        DATA / "productgov-output.d.ts": typescript("output"),
        DATA / "check.schema.json": as_text(check_schema()),
        DATA / "diff.schema.json": as_text(diff_schema()),
        DATA / "history.schema.json": as_text(history_schema()),
        DATA / "rank.schema.json": as_text(rank_schema()),
        **{PAGES / name: text for name, text in api_pages().items()},
        PAGES / "document.md": document_page(),
        PAGES / "findings.md": findings_page(),
        PAGES / "tables.md": tables_page(),
        ROOT / "docs" / "how-to" / "notebook.md": notebook_page(),
        **{ROOT / "docs" / "pictures" / name: picture for name, picture in pictures().items()},
        PAGES / "changes.md": changes_page(),
        **{ROOT / BROKEN / f"{name}.expected.txt": findings_in(f"{name}.yaml") for name in ("document", "strategy")},
    }


def findings_in(name: str) -> str:
    """What `productgov check` prints for a broken example."""
    command = [sys.executable, "-m", "productgov", "check", str(BROKEN / name)]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=False).stdout  # noqa: S603


def main(arguments: list[str]) -> int:
    """Write the files that are stale, or only name them."""
    stale = {path: text for path, text in files().items() if not path.exists() or path.read_text("utf-8") != text}
    for path, text in stale.items():
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
