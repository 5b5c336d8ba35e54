"""Marks: what an annotation can say about a field, in addition to its type."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

import attrs

__all__ = ["AlwaysWritten", "Key", "Names", "Pattern", "Refers", "Scale", "Shorthand", "WireName", "wire_name"]


@attrs.frozen
class Pattern:
    r"""The texts that a field accepts.

    Attributes:
        regex: a regular expression, anchored at both ends: `^…$`. JSON Schema takes it when all engines read it alike,
            without lookaround and short forms such as `\d`.
        allows: what it allows, in words that complete "must be …", such as "three capital letters".
    """

    regex: str
    allows: str

    @property
    def inner(self) -> str:
        """The expression without its anchors, for Python: lone surrogates match nothing."""
        bare = self.regex.removeprefix("^").removesuffix("$")
        return re.sub(r"(\\.)|\[\^", lambda found: found[1] or r"[^\ud800-\udfff", bare)

    @cached_property
    def match(self) -> Callable[[str], object]:
        """A function that gives something true for the texts that match as a whole; compiled at its first use."""
        return re.compile(self.inner).fullmatch


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
        also: other kinds of things that it can refer to.
    """

    kind: str
    exact: bool = True
    also: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of thing that it can refer to."""
        return (self.kind, *self.also)


class Key:
    """A field by which the objects of a list are told apart; several such fields count together."""


def wire_name(name: str) -> str:
    """The name in documents of a field with this Python name: `target_market` is `targetMarket`, `from_` is `from`."""
    head, *tail = name.strip("_").split("_")
    return head + "".join(word.capitalize() for word in tail)
