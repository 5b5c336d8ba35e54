"""The notebook of the docs runs from the first cell to the last, and shows every result as HTML."""

import os
from pathlib import Path

import pytest

from tests.support.extras import needs
from tests.support.project import ROOT, needs_checkout

pytestmark = [needs_checkout, needs("nbclient", "nbformat", "ipykernel", "yaml")]

NOTEBOOK = ROOT / "docs" / "how-to" / "notebook.ipynb"


@pytest.mark.filterwarnings("default")  # what the tools around notebooks warn of is not ours
def test_every_cell_runs_and_shows_its_result(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import nbformat
    from nbclient import NotebookClient

    for variable in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", ""))))
    notebook = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    shown = [cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(shown) == 9
    for outputs in shown:
        (output,) = outputs
        bundle = output["data"]
        assert len(bundle["text/plain"]) < 120
        assert bundle["text/html"].startswith('<div class="productgov"><style>')
        assert "<script" not in bundle["text/html"]
        assert bundle["text/markdown"]
    assert [output["data"]["text/html"].count("<svg ") for (output,) in shown] == [0, 0, 0, 1, 1, 1, 0, 0, 0]


def test_the_notebook_is_stored_without_outputs() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    assert text.count('"outputs": []') == text.count('"cell_type": "code"') == 9
