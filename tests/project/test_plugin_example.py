"""The example of a plug-in is a package: built from its own pyproject, installed, tested and used."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from productgov.cli.main import main
from productgov.ranking import METHODS
from tests.support.extras import needs
from tests.support.plugins import forget_plugins
from tests.support.project import EXAMPLES

PLUGIN = EXAMPLES / "plugin"
HAS_BUILDER = all(map(importlib.util.find_spec, ("pip", "hatchling")))


@needs("yaml")
@pytest.mark.skipif(not HAS_BUILDER, reason="pip or hatchling is not installed")
def test_the_plugin_is_built_installed_tested_and_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "site"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--disable-pip-version-check",
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    subprocess.run([*pip, "--target", target, PLUGIN], check=True, capture_output=True, env=environment)
    monkeypatch.syspath_prepend(target)
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    forget_plugins()
    try:
        document = str(EXAMPLES / "clinic.yaml")
        assert main(["check", document, "--plugin", "acme"]) == 0
        out = capsys.readouterr().out
        assert "warning ACME101 reminders has no link to its ticket" in out
        assert main(["explain", "ACME102", "--plugin", "acme"]) == 0
        assert capsys.readouterr().out.startswith("ACME102 (error): too much in progress")
        assert main(["rank", document, "--plugin", "acme", "--method", "cost of delay"]) == 0
        assert "no delay_cost and weeks (scoring.inputs)" in capsys.readouterr().out
        assert (
            pytest.main([str(PLUGIN / "tests"), "-q", "-p", "no:cacheprovider", "-c", str(PLUGIN / "pyproject.toml")])
            == 0
        )
    finally:
        forget_plugins()
    assert "Cost of delay" not in METHODS
