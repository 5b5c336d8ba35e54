"""What is public of the views and of the calendar: documented names that are imported when they are first used."""

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Literal, get_origin

import pytest

from productgov import ics, views
from tests.support.project import ROOT, needs_checkout

PACKAGES = [views, ics]


def is_alias(value: object) -> bool:
    """Whether a value is another name of a type, whose docstring only its source has."""
    return get_origin(value) is Literal


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_can_be_imported_is_listed_once_and_has_a_docstring(package: ModuleType) -> None:
    assert sorted(package.__all__) == dir(package)
    for name in package.__all__:
        assert inspect.getdoc(getattr(package, name)) or is_alias(getattr(package, name))


@pytest.mark.parametrize("package", PACKAGES)
def test_no_public_name_is_that_of_a_module_at_the_same_place(package: ModuleType) -> None:
    assert [name for name in package.__all__ if find_spec(f"{package.__name__}.{name}")] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_lazy_names_are_the_same_for_type_checkers_and_for_python(package: ModuleType) -> None:
    tree = ast.parse(Path(package.__file__ or "").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    typed = {alias.name: node.module for node in imports for alias in node.names}
    for name in package.__all__:
        value = getattr(package, name)
        assert value is getattr(import_module(str(typed.pop(name))), name)
    assert typed == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_any_other_name_is_an_attribute_error(package: ModuleType) -> None:
    with pytest.raises(AttributeError, match=f"module '{package.__name__}' has no attribute 'nothing'"):
        _ = package.nothing


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_the_package_imports_none_of_its_modules(package: ModuleType) -> None:
    program = f"import sys, {package.__name__}; print([name for name in sys.modules if '{package.__name__}.' in name])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


@needs_checkout
@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_is_in_the_api_reference(package: ModuleType) -> None:
    page = f"docs/reference/api-{package.__name__.rpartition('.')[2]}.md"
    reference = (ROOT / page).read_text(encoding="utf-8").splitlines()
    assert {f"::: {package.__name__}.{name}" for name in package.__all__} <= set(reference)
