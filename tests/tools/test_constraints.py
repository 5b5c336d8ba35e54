"""constraints.txt pins everything that the README and the gate install, and nothing else."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.project import ROOT
from tools import constraints


def lines() -> list[str]:
    return (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def supported() -> list[str]:
    """The versions of Python that the classifiers name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [match[1] for text in project["classifiers"] if (match := re.search(r":: (3\.\d+)$", text))]


def applies(requirement: Requirement, extras: set[str], python: str) -> bool:
    """Whether a requirement counts under a version of Python, for some extras of the package that states it."""
    versions = {"python_version": python, "python_full_version": f"{python}.0"}
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**versions, "extra": extra}) for extra in (*extras, ""))


def required(python: str) -> Iterator[Requirement]:
    """Every requirement of the project with its extras, and all that these require, as far as they are installed."""
    waiting = list(constraints.requirements())
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        yield requirement
        known = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if known not in seen:
            seen.add(known)
            try:
                stated = map(Requirement, requires(requirement.name) or ())
            except PackageNotFoundError:
                continue
            waiting.extend(each for each in stated if applies(each, requirement.extras, python))


def test_every_line_is_a_name_and_a_version_and_they_are_sorted() -> None:
    pins = [re.fullmatch(r"([a-z0-9]+(?:-[a-z0-9]+)*)==([0-9][0-9a-z.]*)", line) for line in lines()]
    assert all(pins)
    names = [pin[1] for pin in pins if pin]
    assert names == sorted(set(names))


def test_every_dependency_is_pinned_within_its_range_and_nothing_else_is() -> None:
    pins = constraints.pins("\n".join(lines()))
    needed = [requirement for python in supported() for requirement in required(python)]
    assert {canonicalize_name(requirement.name) for requirement in needed} == set(pins)
    refused = [
        str(requirement)
        for requirement in needed
        if not requirement.specifier.contains(pins[canonicalize_name(requirement.name)])
    ]
    assert refused == []


def test_every_direct_dependency_has_a_lower_bound_that_can_be_tested() -> None:
    lowest = constraints.lowest()
    unbounded = [str(each) for each in constraints.requirements() if f">={lowest[each.name.lower()]}" not in str(each)]
    assert unbounded == []
