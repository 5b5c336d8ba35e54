"""Loading and writing by a chosen path: with the extra `fast`, without it, and without any short cut."""

import contextlib
from collections.abc import Callable, Iterator
from typing import TypeVar
from unittest import mock

import productgov as pg
from productgov import document
from productgov.codec.quick import shortcut
from productgov.codec.strict import objects
from productgov.formats.json import reader

__all__ = ["Outcome", "bare", "detailed", "outcome"]

Result = TypeVar("Result")
Outcome = str | tuple[pg.Finding, ...]
"""What came of a text: what the governance in it is written as, or the findings."""


@contextlib.contextmanager
def bare() -> Iterator[None]:
    """Without the extra: what is surely good is built in one pass, by plain Python."""
    with (
        mock.patch.object(shortcut, "has_msgspec", return_value=False),
        mock.patch.object(reader, "has_msgspec", return_value=False),
    ):
        yield


@contextlib.contextmanager
def detailed() -> Iterator[None]:
    """Without any short cut: the walk decides, and the constructors build."""
    with (
        bare(),
        mock.patch.object(document, "try_build", return_value=None),
        mock.patch.object(objects, "suspects", lambda items, shape: range(len(items))),
    ):
        yield


def outcome(load: Callable[[], pg.ProductGovernance]) -> Outcome:
    """What comes of loading; the text tells apart what == cannot: 450 and 450.0."""
    try:
        governance = load()
    except pg.InvalidDocumentError as error:
        return error.findings
    with detailed():
        return pg.dumps(governance)
