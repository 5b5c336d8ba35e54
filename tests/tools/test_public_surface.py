"""What can be imported from `productgov` and its public modules."""

import ast
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import resolve_name
from pathlib import Path
from typing import TypeVar

import griffe
import pytest

from tools.api_members import MODULES, described, public_names, public_paths, source_of, value_of

PACKAGES = tuple(module for module in MODULES if hasattr(import_module(module), "__getattr__"))


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_can_be_imported_and_is_listed_once(module: str) -> None:
    names = public_names(module)
    assert names
    assert list(names) == sorted(set(names), key=lambda name: (not name.isupper(), not name[:1].isupper(), name))
    assert all(value_of(f"{module}.{name}") is not None for name in names)


@pytest.mark.parametrize("module", PACKAGES)
def test_dir_lists_what_is_public_and_nothing_else(module: str) -> None:
    assert {name for name in dir(import_module(module)) if not name.startswith("__")} == set(public_names(module))


@pytest.mark.parametrize("module", PACKAGES)
def test_lazy_names_are_the_same_for_type_checkers_and_at_run_time(module: str) -> None:
    tree = ast.parse(Path(str(import_module(module).__file__)).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    checked = {str(node.module): sorted(alias.name for alias in node.names) for node in imports}
    call = next(
        node.value for node in block.orelse if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
    )
    table = ast.literal_eval(call.args[1])
    assert {resolve_name(f".{name}", module): sorted(names.split()) for name, names in table.items()} == checked


@pytest.mark.parametrize("module", MODULES)
def test_no_public_name_is_that_of_a_module_at_the_same_place(module: str) -> None:
    folder = Path(str(import_module(module).__file__)).parent
    modules = {path.stem for path in folder.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert not modules & set(public_names(module))


def types_in(annotation: object) -> Iterator[str]:
    """The names of this package in an annotation, by the places where they are defined."""
    for part in annotation.iterate(flat=True) if isinstance(annotation, griffe.Expr) else ():
        if isinstance(part, griffe.ExprName) and part.canonical_path.startswith("productgov."):
            found = described(part.canonical_path)
            if not (found.parent and found.parent.is_class):
                yield str(found.canonical_path)


def reached(found: griffe.Object | griffe.Alias) -> Iterator[str]:
    """The types that the signatures of a function, the members of a class or the value of an alias name."""
    if isinstance(found, griffe.Alias):
        yield from reached(found.final_target)
    elif isinstance(found, griffe.Function):
        yield from types_in(found.returns)
        for parameter in found.parameters:
            yield from types_in(parameter.annotation)
    elif isinstance(found, griffe.Attribute):
        yield from types_in(found.annotation)
        if "TypeAlias" in str(found.annotation):
            yield from types_in(found.value)
    elif isinstance(found, griffe.Class):
        for name, member in found.all_members.items():
            if name == "__init__" or not name.startswith("_"):
                yield from reached(member)


@pytest.mark.parametrize("path", public_paths())
def test_every_type_that_a_public_signature_reaches_is_public(path: str) -> None:
    public = {source_of(each) for each in public_paths()}
    private = {name for name in reached(described(source_of(path))) if name not in public}
    private = {name for name in private if not MADE_FROM_THE_MODEL.fullmatch(name)}
    assert {name for name in private if not isinstance(at_run_time(name), (TypeVar, Mapping))} == set()


MADE_FROM_THE_MODEL = re.compile(r"productgov\.interchange\.(import_map\.\w+Columns|sections\.(Section|Kind))")
"""The classes of the sections of a map: `--print-map` shows them, and nobody makes an object of them by hand."""


def at_run_time(name: str) -> object:
    """What a name in a module stands for."""
    module, _, name = name.rpartition(".")
    return getattr(import_module(module), name)
