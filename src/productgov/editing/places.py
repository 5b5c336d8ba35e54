"""The place of a value in a text, and what an edit must know of it."""

from typing import NamedTuple

from productgov.editing.nodes import Node

__all__ = ["Place"]


class Place(NamedTuple):
    """Where a value stands.

    Attributes:
        node: the value.
        slot: the offset after its colon or its dash; in brackets, where it begins.
        column: the column of its key or dash; in brackets, the indentation of its line.
        in_brackets: whether it stands inside of brackets.
        after_dash: whether it is an item of a list with dashes.
    """

    node: Node
    slot: int
    column: int
    in_brackets: bool = False
    after_dash: bool = False
