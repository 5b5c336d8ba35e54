"""In a real JupyterLab, in a real browser, every result of the notebook of the docs comes out as HTML."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.browser import BROWSER
from tests.support.extras import needs
from tests.support.project import ROOT, needs_checkout

LAB = os.environ.get("PRODUCTGOV_JUPYTERLAB")

pytestmark = [
    needs_checkout,
    needs("ipykernel", "yaml"),
    pytest.mark.once,
    pytest.mark.skipif(
        LAB is None or BROWSER is None,
        reason="no browser, or PRODUCTGOV_JUPYTERLAB does not name a Python with jupyterlab and playwright",
    ),
]


def test_every_result_comes_out_as_html_and_nothing_is_asked_for_elsewhere(tmp_path: Path) -> None:
    assert LAB is not None
    assert BROWSER is not None
    shutil.copytree(ROOT / "docs" / "how-to", tmp_path / "root" / "docs" / "how-to")
    shutil.copytree(ROOT / "examples", tmp_path / "root" / "examples")
    kernel = tmp_path / "jupyter" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (kernel / "kernel.json").write_text(json.dumps({"argv": command, "display_name": "Python 3", "language": "python"}))
    environment = os.environ | {
        "HOME": str(tmp_path),
        "JUPYTER_PATH": str(tmp_path / "jupyter"),
        "PYTHONPATH": str(ROOT / "src"),
    }
    session = [
        LAB,
        str(ROOT / "tests/support/jupyterlab_session.py"),
        str(tmp_path / "root"),
        "docs/how-to/notebook.ipynb",
        BROWSER,
    ]
    ran = subprocess.run(session, env=environment, stdout=subprocess.PIPE, check=True, timeout=240)
    said = json.loads(ran.stdout)
    assert said["requests"] == []
    assert [output["pictures"] for output in said["outputs"]] == [0, 0, 0, 1, 1, 1, 0, 0, 0]
