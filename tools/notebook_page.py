"""The notebook of the docs as a page: its texts as they are, its code as Python blocks, with pictures for outputs.

A cell whose metadata has `"productgov": {"picture": …, "alternative": …}` is followed by that picture.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["NOTEBOOK", "notebook_page"]

NOTEBOOK = Path(__file__).parents[1] / "docs" / "how-to" / "notebook.ipynb"


def notebook_page() -> str:
    """The notebook as Markdown; the folder of the examples is the one next to the page that is read."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join(part for cell in cells for part in _parts(cell)) + "\n"


def _parts(cell: dict[str, Any]) -> Iterator[str]:
    text = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        yield text
        return
    yield f"```python\n{text.replace('../../examples/', 'examples/')}\n```"
    if shown := cell["metadata"].get("productgov"):
        yield f"![{shown['alternative']}]({shown['picture']})"
