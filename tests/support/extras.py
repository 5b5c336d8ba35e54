"""Marks for tests that need what a bare installation does not have."""

from importlib.util import find_spec

import pytest

__all__ = ["has", "needs"]


def has(*modules: str) -> bool:
    """Whether all of these modules could be imported."""
    return all(find_spec(module) is not None for module in modules)


def needs(*modules: str) -> pytest.MarkDecorator:
    """Skip a test, or with `pytestmark = needs(...)` a file of tests, where one of these modules is not installed."""
    return pytest.mark.skipif(not has(*modules), reason=f"needs {', '.join(modules)}")
