"""Shapes that the readers once paid too much for."""

import contextlib

from productgov import InvalidDocumentError, loads
from tests.bounds.shape import Shape


def read_json(text: str) -> None:
    """Read a JSON text that is refused."""
    with contextlib.suppress(InvalidDocumentError):
        loads(text, format="json")


SHAPES = (
    Shape(
        name="many unknown keys",
        build=lambda n: "{" + ",".join(f'"k{index}":1' for index in range(n)) + "}",
        act=read_json,
        sizes=(100, 200, 400),
    ),
)
