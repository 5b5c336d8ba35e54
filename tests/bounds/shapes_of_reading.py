"""Shapes that the readers once paid too much for."""

import contextlib

from productgov import InvalidDocumentError, Limits, loads
from tests.bounds.shape import Shape


def read_json(text: str) -> None:
    """Read a JSON text that is refused."""
    with contextlib.suppress(InvalidDocumentError):
        loads(text, format="json")


def read_toml(text: str) -> None:
    """Read a TOML text that is refused."""
    with contextlib.suppress(InvalidDocumentError):
        loads(text, format="toml", limits=Limits(max_depth=250))


def dotted(parts: int) -> str:
    """A header of many parts, and below it many keys of as many parts."""
    key = ".h" * parts
    return f"[g{'.g' * parts}]\n" + "".join(f"k{index}{key} = 1\n" for index in range(40))


SHAPES = (
    Shape(
        name="many unknown keys",
        build=lambda n: "{" + ",".join(f'"k{index}":1' for index in range(n)) + "}",
        act=read_json,
        sizes=(100, 200, 400),
    ),
    Shape(
        name="toml: many duplicate keys",
        build=lambda n: "x-a = 1\n" + "".join(f'"x-{index}" = 1\n"x-{index}" = 2\n' for index in range(n)),
        act=read_toml,
        sizes=(100, 200, 400),
    ),
    Shape(
        name="toml: one key very often",
        build=lambda n: "x-a = 1\n" * n,
        act=read_toml,
        sizes=(100, 200, 400),
    ),
    Shape(
        name="toml: long dotted keys below a long header",
        build=dotted,
        act=read_toml,
        sizes=(25, 50, 100),
    ),
    Shape(
        name="toml: many headers of many parts",
        build=lambda n: "".join(f"[x-{index}{'.g' * 20}]\n" for index in range(n)),
        act=read_toml,
        sizes=(50, 100, 200),
    ),
)
