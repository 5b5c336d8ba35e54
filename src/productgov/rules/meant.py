"""A governance as it was meant: misspelt references replaced by what they surely name.

The rules that look at the whole see this one, so that one slip is one finding: a theme that is misspelt in
its only item is not also a theme without an item.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias, cast

import attrs

from productgov.fields.shapes import fields_of
from productgov.found import Found, Replace
from productgov.model.governance import ProductGovernance
from productgov.paths import Path

__all__ = ["as_meant"]

_Edits: TypeAlias = dict[str | int, object]
"""What to write where: texts, or the edits below a name or an index."""


def as_meant(governance: ProductGovernance, found: Iterable[Found]) -> ProductGovernance:
    """The governance with every text replaced for which there is a repair; the places of all values stay."""
    edits: _Edits = {}
    for finding in found:
        if isinstance(finding.repair, Replace):
            _plan(edits, finding.path, finding.repair.text)
    return cast(ProductGovernance, _edited(governance, edits)) if edits else governance


def _plan(edits: _Edits, path: Path, text: str) -> None:
    for token in path[:-1]:
        edits = cast(_Edits, edits.setdefault(token, {}))
    edits[path[-1]] = text


def _edited(value: object, edits: object) -> object:
    """The value with the edits below it made; as deep as the model, however large the document."""
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
