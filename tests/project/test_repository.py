"""What holds for every file of the project, and what its files must agree on."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import productgov
from tests.support.project import ROOT, needs_checkout

pytestmark = needs_checkout

HOSTS_OF_REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "yarn" + "pkg.com")
PATHS_OF_MACHINES = re.compile(r"(?<![\w.~}])/(?:home|root|work|Users)" + r"/[\w.]")
PINNED = "PIP_CONSTRAINT=constraints.txt "
FOLDERS = (".ci", "benchmarks", "docs", "examples", "src", "tests", "tools")


def files_of_the_project() -> Iterator[Path]:
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.name not in {".coverage", ".git"})
    for folder in FOLDERS:
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def readable_files() -> Iterator[tuple[str, str]]:
    for path in files_of_the_project():
        yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8", errors="replace")


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert [name for name, text in readable_files() if any(host in text for host in HOSTS_OF_REGISTRIES)] == []


def test_no_file_contains_a_path_of_one_machine() -> None:
    assert [name for name, text in readable_files() if PATHS_OF_MACHINES.search(text)] == []


def test_no_python_file_has_more_than_400_lines() -> None:
    long = {name: text.count("\n") for name, text in readable_files() if name.endswith(".py")}
    assert {name: lines for name, lines in long.items() if lines > 400} == {}


def test_the_development_tools_are_the_same_as_an_extra_and_as_a_group() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["dependency-groups"]["dev"] == ["productgov[dev]"]
    assert "productgov[all]" in project["project"]["optional-dependencies"]["dev"]


def test_the_changelog_has_a_section_for_this_version() -> None:
    assert f"## [{productgov.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_first_two_shell_blocks_of_the_readme_do_all_of_their_own_set_up() -> None:
    blocks = re.findall(
        r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    job, tests = (block.splitlines() for block in blocks)
    assert job[0] == tests[0] == "python3.11 -m venv .venv"
    assert all(line.removeprefix(PINNED).startswith(".venv/bin/") for line in (*job[1:], *tests[1:]))
    assert all(line.startswith(PINNED) == (" -m pip install " in line) for line in (*job, *tests))
    assert any("productgov show examples/" in line for line in job)
    assert tests[-1].startswith(".venv/bin/python -m pytest")


def test_the_gate_installs_node_modules_of_exact_versions() -> None:
    stages = (ROOT / ".ci/stages.sh").read_text(encoding="utf-8")
    command = re.search(r"npm install (?:.*\\\n)*.*", stages)
    assert command
    modules = re.findall(r"(?<= )@?[a-z][\w/-]*@\S+?(?=;?\s)", command[0] + "\n")
    assert len(modules) == 6
    assert [module for module in modules if not re.fullmatch(r"\S+@\d+\.\d+\.\d+", module)] == []
