"""The GitHub action and the pre-commit hook: their files are well formed, and what they run works."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from productgov.cli.settings import Settings
from productgov.cli.targets import documents
from tests.support.documents import minimal_document
from tests.support.project import ROOT, needs_checkout

pytestmark = [needs_checkout, pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")]

DOCUMENTS = [
    "governance.yaml",
    "plans/governance.yml",
    "acme.governance.json",
    "beta one.productgov.yaml",
    "team.a.productgov.toml",
    "a/b-c/x_y.productgov.json",
]
OTHERS = [
    "mygovernance.yaml",
    "governance.yaml.bak",
    "governance.txt",
    "governance.json5",
    "governance/readme.md",
    "productgov.schema.json",
    "pyproject.toml",
    "package.json",
]


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read("action.yml")["runs"]["steps"]
    return found


def test_the_action_is_a_composite_one_whose_inputs_are_all_used() -> None:
    action = read("action.yml")
    assert action["runs"]["using"] == "composite"
    assert all(one["description"] and "default" in one for one in action["inputs"].values())
    used = re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", (ROOT / "action.yml").read_text(encoding="utf-8"))
    assert sorted(used) == sorted(action["inputs"])


def test_no_input_is_part_of_a_script() -> None:
    scripts = [step["run"] for step in steps() if "run" in step]
    assert len(scripts) == 2
    assert all(step["shell"] == "bash" for step in steps() if "run" in step)
    assert all("${{" not in script for script in scripts)
    for script in scripts:
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)


def run_check(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action, with the defaults of its inputs where none are given."""
    step, declared = steps()[-1], read("action.yml")["inputs"]
    given = {name: inputs.get(name, one["default"]) for name, one in declared.items()}
    names = {variable: re.findall(r"inputs\.([\w-]+)", text)[0] for variable, text in step["env"].items()}
    (folder / "bin").mkdir(exist_ok=True)
    if not (folder / "bin" / "python").exists():
        (folder / "bin" / "python").symlink_to(sys.executable)
    environment = {variable: given[name] for variable, name in names.items()}
    path = {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_the_action_runs_works(tmp_path: Path) -> None:
    (tmp_path / "governance.json").write_text(json.dumps(minimal_document()))
    (tmp_path / "wrong plan.json").write_text('{"name": 5}')
    result = run_check(tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert re.search(r"\n1 file checked: 1 warning \(as of \d{4}-\d\d-\d\d\)\n$", result.stdout)
    result = run_check(tmp_path, files="wrong plan.json\ngovernance.json\n", options="--select=PG0\n--strict")
    assert result.returncode == 1
    assert "::error file=wrong plan.json,line=1" in result.stdout
    assert "2 files checked" in result.stdout
    assert run_check(tmp_path, files="wrong plan.json", format="sarif", output="a.sarif").returncode == 1
    assert json.loads((tmp_path / "a.sarif").read_text())["version"] == "2.1.0"


def test_inputs_of_the_action_are_not_run(tmp_path: Path) -> None:
    result = run_check(tmp_path, files='$(touch pwned)\n"; touch pwned; "', options="`touch pwned`")
    assert result.returncode == 2
    assert not (tmp_path / "pwned").exists()


def test_the_hook_takes_documents_and_nothing_else() -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    assert [name for name in [*DOCUMENTS, *OTHERS] if re.search(hook["files"], name)] == DOCUMENTS
    assert hook["entry"] == "productgov check"


def test_a_folder_has_the_documents_that_the_hook_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [*DOCUMENTS, *OTHERS]:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    assert sorted(documents(["."], lambda _: Settings())) == sorted(map(str, map(Path, DOCUMENTS)))
