"""Names of a package that are imported when they are first used (PEP 562)."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["lazy_names"]


def lazy_names(package: str, modules: Mapping[str, str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The functions `__getattr__` and `__dir__` of a package with lazy names.

    Args:
        package: the package, its `__name__`.
        modules: the modules of the package by name, each with the names to import from it, separated by
            blanks; a module beside the package begins with a dot.
    """
    found = {name: module for module, names in modules.items() for name in names.split()}

    def get(name: str) -> object:
        if name not in found:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f".{found[name]}", package), name)
        setattr(sys.modules[package], name, value)
        return value

    return get, lambda: sorted(vars(sys.modules[package])["__all__"])
