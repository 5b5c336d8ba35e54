"""Packages with entry points, as pip lays them out, that a test writes."""

from pathlib import Path

import pytest

from productgov import plugins
from productgov.ranking import plugged as plugged_methods
from productgov.rules import plugged as plugged_rules

__all__ = ["METHOD", "RULE", "Installer", "forget_plugins"]

RULE = """
from productgov import Severity
from productgov.fields import Found, Replace
from productgov.rules import Rule


def rule(find, code="ACME101"):
    return Rule(code=code, severity=Severity.WARNING, title="a title", meaning="m", why="w", bad={}, good={}, find=find)


def titles(context):
    for path, each, _ in context.items:
        yield Found((*path, "title"), f"the title of {each.id}", "write another", Replace("Another title"))
"""
"""The beginning of a module with rules."""

METHOD = """
from productgov.ranking import Assessment, RankingMethod, Terms, UncertainFunction


def has_inputs(scoring, settings):
    return bool(scoring.inputs)


def assess(scoring, settings):
    if not scoring.inputs:
        return Assessment(refusal="no inputs")
    return Assessment(score=scoring.inputs[0].value, terms=Terms({"x": scoring.inputs[0].value}))


def explain(scoring, settings):
    yield f"Mine: {scoring.inputs[0].value:g}"


def method(**changes):
    given = {"name": "Mine", "description": "d.", "needs": "n (scoring.x)", "has_inputs": has_inputs, "assess": assess}
    return RankingMethod(**{**given, "explain": explain, **changes})


FAILING = ('explain', 'notes', 'uncertain', 'has_inputs')


def fails(*arguments):
    raise ZeroDivisionError("it\\nbroke")
"""
"""The beginning of a module with a ranking method."""


def _install(
    folder: Path,
    patch: pytest.MonkeyPatch,
    module: str,
    source: str = "",
    *,
    rules: dict[str, str] | None = None,
    methods: dict[str, str] | None = None,
) -> None:
    """Write a package of one module, whose entry points are given as name and object, and put it on the path."""
    (folder / f"{module}.py").write_text(source, encoding="utf-8")
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", encoding="utf-8")
    groups = {"productgov.rules": rules or {}, "productgov.methods": methods or {}}
    lines = [
        line
        for group, points in groups.items()
        for line in (f"[{group}]", *(f"{name} = {module}:{value}" for name, value in points.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    patch.syspath_prepend(folder)
    forget_plugins()


def forget_plugins() -> None:
    """Look for plug-ins anew: what is installed does not change while a program runs, except in tests."""
    for function in (plugins.provided, plugged_rules.plugged_rules, plugged_methods.plugged_methods):
        function.cache_clear()


class Installer:
    """Installs plug-ins with a module of a name of its own for each test."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.patch, self.count = folder, patch, 0

    def __call__(self, source: str, *, rules: str = "", methods: str = "", name: str = "acme") -> None:
        self.count += 1
        module = f"plugin_{abs(hash(self.folder))}_{self.count}"
        folder = self.folder / module
        folder.mkdir()
        _install(
            folder,
            self.patch,
            module,
            source,
            rules={name: rules} if rules else {},
            methods={name: methods} if methods else {},
        )
