#!/usr/bin/env python3
"""Write constraints.txt anew: `python3.11 tools/constraints.py`, from any environment with pip and packaging.

It pins the newest release of everything that the README's commands and the gate install, for the oldest supported
Python; the gate shows that later versions of Python can use the same releases. With `--lowest`, it prints the pins
with every direct dependency at the lowest version that pyproject.toml allows, and writes nothing.
"""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
OWN = "productgov"


def requirements() -> Iterator[Requirement]:
    """Every direct requirement in pyproject.toml: of the package, its extras and its build; never its own extras."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = pyproject["project"]
    for texts in (
        project["dependencies"],
        *project["optional-dependencies"].values(),
        pyproject["build-system"]["requires"],
    ):
        yield from (requirement for requirement in map(Requirement, texts) if requirement.name != OWN)


def pins(text: str) -> dict[str, str]:
    """The versions in a constraints file, by name."""
    return dict(line.split("==") for line in text.splitlines())


def as_text(versions: Mapping[str, str]) -> str:
    """A constraints file: one `name==version` a line, sorted by name."""
    return "".join(f"{name}=={version}\n" for name, version in sorted(versions.items()))


def newest() -> dict[str, str]:
    """The newest versions that fit together, as pip resolves them; nothing is installed."""
    command = ["pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", "-", ".[dev]"]
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_CONSTRAINT")}
    ran = subprocess.run(  # noqa: S603  # the command is above
        [sys.executable, "-m", *command], cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True
    )
    packages: Iterable[dict[str, dict[str, str]]] = json.loads(ran.stdout)["install"]
    found = {canonicalize_name(each["metadata"]["name"]): each["metadata"]["version"] for each in packages}
    return {name: version for name, version in found.items() if name != OWN}


def lowest() -> dict[str, str]:
    """The pins, with every direct dependency at its lower bound."""
    bounds: dict[str, str] = {
        canonicalize_name(requirement.name): specifier.version
        for requirement in requirements()
        for specifier in requirement.specifier
        if specifier.operator == ">="
    }
    return {**pins(CONSTRAINTS.read_text("utf-8")), **bounds}


def main(arguments: list[str]) -> None:
    """Write the pins, or print the lowest versions."""
    if "--lowest" in arguments:
        sys.stdout.write(as_text(lowest()))
        return
    oldest = (3, 11)
    if sys.version_info[:2] != oldest:
        sys.exit(f"constraints are resolved for Python {'.'.join(map(str, oldest))}, the oldest supported")
    CONSTRAINTS.write_text(as_text(newest()), "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
