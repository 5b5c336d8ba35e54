"""A governance with the repairs of its misspelt references made.

Most rules see the corrected governance, so that one slip is one finding: a theme that is misspelt in its only item is
not also a theme without an item.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias, cast

import attrs

from productgov.fields.shapes import fields_of
from productgov.found import Found, Replace
from productgov.model.governance import ProductGovernance
from productgov.paths import Path

__all__ = ["corrected"]

_Edits: TypeAlias = dict[str | int, object]
"""What to write where: texts, or the edits below a key or an index."""


def corrected(governance: ProductGovernance, found: Iterable[Found]) -> ProductGovernance:
    """The governance with every text replaced for which there is a repair; the paths of all values stay the same."""
    edits: _Edits = {}
    for one in found:
        if isinstance(one.repair, Replace):
            _plan(edits, one.path, one.repair.text)
    return cast(ProductGovernance, _edited(governance, edits)) if edits else governance


def _plan(edits: _Edits, path: Path, text: str) -> None:
    for token in path[:-1]:
        edits = cast(_Edits, edits.setdefault(token, {}))
    edits[path[-1]] = text


def _edited(value: object, edits: object) -> object:
    """The value with the edits made; recursive, for the model is only a few levels deep."""
    if not isinstance(edits, dict):
        return edits
    if isinstance(value, tuple):
        return tuple(_edited(item, edits[index]) if index in edits else item for index, item in enumerate(value))
    cls: type = type(value)
    names = _names(cls)
    changes = {names[wire]: _edited(getattr(value, names[wire]), inner) for wire, inner in edits.items()}
    return attrs.evolve(value, **changes)  # type: ignore[misc]


@cache
def _names(cls: type) -> Mapping[str | int, str]:
    return {field.wire: field.name for field in fields_of(cls)}
