"""What tests do where an extra is not installed: they skip.

Mark what shows otherwise, such as an exit status, with `needs`. A test, or the import of a test file, that fails for
an extra that is not here needs no mark: it is skipped by the hooks in `tests/conftest.py`.
"""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import pytest

from productgov import MissingExtraError

__all__ = ["ModuleOfTests", "absent", "has", "may_skip", "needs"]

MODULES = {
    "arrow": "nanoarrow",
    "calendar": "icalendar",
    "cli": "rich",
    "excel": "openpyxl",
    "fast": "msgspec",
    "yaml": "yaml",
}
"""The extras that tests can do without, and the module that tells whether each is here."""


def has(*modules: str) -> bool:
    """Whether all of these modules could be imported."""
    return all(map(_is_installed, modules))


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the package that the module is in
        return False


def needs(*modules: str) -> pytest.MarkDecorator:
    """Skip a test, or with `pytestmark = needs(...)` a file of tests, where one of these modules is not installed."""
    return pytest.mark.skipif(not has(*modules), reason=f"needs {', '.join(modules)}")


def absent(error: BaseException | None) -> str | None:
    """The module of an extra that is not installed, when an error says nothing but that."""
    if isinstance(error, MissingExtraError):
        module = MODULES.get(error.extra)
    elif isinstance(error, ModuleNotFoundError):
        module = error.name if error.name in MODULES.values() else None
    else:
        module = None
    return module if module and not has(module) else None


def may_skip(path: Path) -> bool:
    """Whether the tests in a file may skip for want of an extra; those of the rules must not, for rules need none."""
    return path.parent.name != "rules"


class ModuleOfTests(pytest.Module):
    """A file of tests that is skipped when it imports an extra that is not installed."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        try:
            return super().collect()
        except self.CollectError as error:
            if (module := absent(error.__cause__)) and may_skip(self.path):
                pytest.skip(f"needs {module}", allow_module_level=True)
            raise
