"""The notebook of the docs as a page: its texts as they are, its code as Python blocks."""

import json
from collections.abc import Iterator
from pathlib import Path

__all__ = ["NOTEBOOK", "notebook_page"]

NOTEBOOK = Path(__file__).parents[1] / "docs" / "how-to" / "notebook.ipynb"


def notebook_page() -> str:
    """The notebook as Markdown; the folder of the examples is the one next to the page that is read."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join(_parts(cells)) + "\n"


def _parts(cells: list[dict[str, object]]) -> Iterator[str]:
    for cell in cells:
        lines = cell["source"]
        text = lines if isinstance(lines, str) else "".join(map(str, lines)) if isinstance(lines, list) else ""
        if cell["cell_type"] == "markdown":
            yield text
        else:
            yield f"```python\n{text.replace('../../examples/', 'examples/')}\n```"
