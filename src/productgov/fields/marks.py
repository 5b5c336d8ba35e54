"""Marks: what an annotation can say about a field, in addition to its type."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

import attrs

__all__ = ["AlwaysWritten", "Key", "Names", "Pattern", "Refers", "Scale", "Shorthand", "WireName", "wire_name"]


@attrs.frozen
class Pattern:
    """The texts that a field accepts.

    Attributes:
        regex: a regular expression that Python and ECMA 262 read alike, anchored at both ends.
        allows: what it allows, in words that complete "must be …", such as "three capital letters".
    """

    regex: str
    allows: str

    @cached_property
    def match(self) -> Callable[[str], object]:
        """A function that gives something true for the texts that match; compiled at its first use."""
        return re.compile(self.regex).match


class WireName(NamedTuple):
    """The name of a field in documents, where it is not the camelCase of its Python name.

    Attributes:
        name: the name in documents.
    """

    name: str


class AlwaysWritten:
    """A field that is written even with its default."""


class Shorthand:
    """A field whose bare value can be given for the whole object: a text for a role, a number for a target."""


class Scale(NamedTuple):
    """A number whose steps have names, which people write instead of it: `high` for 2.

    Attributes:
        steps: the name of each number, in lower case.
    """

    steps: Mapping[float, str]


class Names(NamedTuple):
    """A field whose texts are names that other fields refer to: an id, a theme, a pillar.

    Attributes:
        kind: the kind of thing that is named, such as "kpi".
    """

    kind: str


class Refers(NamedTuple):
    """A field whose texts refer to names given elsewhere in the document.

    Attributes:
        kind: the kind of thing that is referred to, as the `Names` of the other field says.
        exact: False for a field that can also contain any other text.
    """

    kind: str
    exact: bool = True


class Key:
    """A field by which the objects of a list are told apart; several such fields count together."""


def wire_name(name: str) -> str:
    """The name in documents of a field with this Python name: `target_market` is `targetMarket`, `from_` is `from`."""
    head, *tail = name.strip("_").split("_")
    return head + "".join(word.capitalize() for word in tail)
