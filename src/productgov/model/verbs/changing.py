"""Changing fields of what has an id, and the id itself."""

from typing import TYPE_CHECKING

import attrs

from productgov.errors import InvalidValueError
from productgov.fields.shapes import EXTENSIONS, python_path
from productgov.model.extensions import HasExtensions
from productgov.model.verbs.finding import KINDS, fields_in, find_object, holders_of_names, replaced
from productgov.wording import quoted_value

if TYPE_CHECKING:
    from productgov.model.governance import ProductGovernance

__all__ = ["change", "evolved", "rename"]

_UNIQUE_TOGETHER = (("objective", "key result"),)


def change(governance: "ProductGovernance", id: str, /, **fields: object) -> "ProductGovernance":
    """Change fields of what has an id; see `ProductGovernance.change`."""
    found = find_object(governance, id)
    if "id" in fields:
        raise InvalidValueError("change does not change ids, because references would lead nowhere; use rename")
    return replaced(governance, found.steps, lambda _value: evolved(found.value, **fields))


def evolved(value: HasExtensions, **fields: object) -> object:
    """A copy of a model object with other values of some fields.

    Raises:
        InvalidValueError: when it has no such field, or does not take the value.
    """
    known = [field.name for field in fields_in(value)]
    for name in fields:
        if name not in (*known, EXTENSIONS):
            from productgov.nearest import nearest  # noqa: PLC0415 - only for the error

            near = nearest(name, known)
            hint = f"did you mean {' or '.join(near)}?" if near else f"it has {', '.join(known)}"
            raise InvalidValueError(f"{type(value).__name__} has no field {name}; {hint}")
    return attrs.evolve(value, **fields)  # type: ignore[misc]


def rename(governance: "ProductGovernance", id: str, new_id: str) -> "ProductGovernance":
    """Give something another id, and every reference with it; see `ProductGovernance.rename`."""
    from productgov.model.references import references  # noqa: PLC0415 - it imports the governance

    found = find_object(governance, id)
    old = found.id
    if old == new_id:
        return governance
    together = next((kinds for kinds in _UNIQUE_TOGETHER if found.kind in kinds), (found.kind,))
    names: dict[str, set[str]] = {}
    for each in holders_of_names(governance):
        names.setdefault(each.kind, set()).add(each.id)
    for kind in together:
        if new_id in names.get(kind, ()):
            raise InvalidValueError(f"{quoted_value(new_id)} is the id of another {KINDS[kind]}; choose another id")
    changed = replaced(governance, found.steps, lambda _value: evolved(found.value, id=new_id))
    for mention in references(governance):
        meant = next((kind for kind in mention.kinds if old in names.get(kind, ())), None)
        if mention.name == old and meant == found.kind:
            steps = python_path(type(governance), mention.path)
            changed = replaced(changed, steps, lambda _value: new_id)
    return changed
