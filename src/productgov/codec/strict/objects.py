"""The strict walk: every level-1 mistake in a value, found in one pass that is compiled from the shapes.

Each shape compiles to a function of a value, its trail and what mistakes are added to. A trail becomes a path
only when there is something to report.
"""

from collections.abc import Mapping

from productgov.codec.once import once
from productgov.codec.quick.from_data import suspects
from productgov.codec.strict.extensions import walk_extension
from productgov.codec.strict.keys import Keys
from productgov.codec.strict.lists import bracketed
from productgov.codec.strict.mistakes import Mistakes, mistake, subject
from productgov.codec.strict.scalars import Walk, scalar_walk, wrong_type
from productgov.fields import shapes
from productgov.fields.constraints import constraints_of
from productgov.fields.hints import field_hint, is_empty
from productgov.fields.shapes import Field, wire_path
from productgov.found import Found
from productgov.model.governance import ProductGovernance
from productgov.paths import Trail

__all__ = ["Walk", "walk_of"]

_NOT_A_GOVERNANCE = "this does not look like a governance document; productgov init writes an example to start from"


@once
def walk_of(shape: shapes.Shape) -> Walk:
    """The walk over values of this shape."""
    match shape:
        case shapes.List():
            return _list_walk(shape)
        case shapes.Object():
            shorthand = shape.shorthand
            whole = _ObjectWalk(shape)
            if shorthand is None or not isinstance(shorthand.shape, shapes.Scalar):
                return whole
            return _either_walk(whole, shorthand.shape)
        case shapes.Either():
            return _either_walk(walk_of(shape.object), shape.scalar)
        case _:
            return scalar_walk(shape)


def _list_walk(shape: shapes.List) -> Walk:
    walk_item = walk_of(shape.item)
    objects = shape.item if isinstance(shape.item, shapes.Object) else None

    def walk(value: object, trail: Trail, mistakes: Mistakes) -> None:
        if not isinstance(value, (list, tuple)):
            wrong_type(value, "a list", trail, mistakes, *bracketed(value, walk_item))
            return
        for index in suspects(value, objects) if objects else range(len(value)):
            walk_item(value[index], (trail, index), mistakes)

    return walk


def _either_walk(walk_object: Walk, scalar: shapes.Scalar) -> Walk:
    walk_scalar = scalar_walk(scalar)

    def walk(value: object, trail: Trail, mistakes: Mistakes) -> None:
        if isinstance(value, Mapping):
            walk_object(value, trail, mistakes)
        elif scalar.fits(value):
            walk_scalar(value, trail, mistakes)
        else:
            problem = scalar.problem(value)
            wrong_type(value, f"{problem.allowed}, or an object", trail, mistakes, problem.hint, problem.proposal)

    return walk


class _ObjectWalk:
    """The walk over objects of one class: its fields, its extensions, and its constraints."""

    def __init__(self, shape: shapes.Object) -> None:
        self._cls = shape.cls
        self._walks = {field.wire: walk_of(field.shape) for field in shape.fields}
        self._names = {field.wire: field.name for field in shape.fields}
        self._required = {field.wire: field for field in shape.fields if field.required}
        self._keys = Keys(self._cls, tuple(self._walks), frozenset(self._required))
        self._constraints = constraints_of(shape.cls)

    def __call__(self, value: object, trail: Trail, mistakes: Mistakes) -> None:
        if not isinstance(value, Mapping):
            wrong_type(value, "an object", trail, mistakes)
            return
        walks = self._walks
        wrong: set[str] = set()
        meant: set[str] = set()
        for key, item in value.items():
            walk = walks.get(key)
            if walk is not None:
                if self._has_mistakes(walk, key, item, (trail, key), mistakes):
                    wrong.add(self._names[key])
            elif isinstance(key, str) and key.startswith("x-"):
                walk_extension(key, item, trail, mistakes)
            else:
                unknown = self._keys.unknown(key, value, trail)
                mistakes.append(unknown.mistake)
                if unknown.meant is not None:
                    meant.add(unknown.meant)
                    wrong.add(self._names[unknown.meant])
                    if unknown.is_sure:
                        walks[unknown.meant](unknown.value, (trail, key), mistakes)
        missing = [field for wire, field in self._required.items() if wire not in value and wire not in meant]
        if missing:
            is_another_document = self._cls is ProductGovernance and len(missing) == len(self._required)
            mistakes.extend(
                _missing(field, trail, _NOT_A_GOVERNANCE if is_another_document else "") for field in missing
            )
        if self._constraints:
            self._check_constraints(value, wrong, trail, mistakes)

    def _has_mistakes(self, walk: Walk, key: str, item: object, trail: Trail, mistakes: Mistakes) -> bool:
        """Walk the value of a field. What a field without a value may do instead depends on whether it is required."""
        before = len(mistakes)
        walk(item, trail, mistakes)
        if len(mistakes) == before:
            return False
        last = mistakes.last()
        if last and is_empty(item):
            hint = field_hint(last.hint, key, is_required=key in self._required)
            mistakes.replace_last(last._replace(hint=hint))
        return True

    def _check_constraints(
        self, value: Mapping[object, object], wrong: set[str], trail: Trail, mistakes: Mistakes
    ) -> None:
        given = {name: value[wire] for wire, name in self._names.items() if wire in value}
        for constraint in self._constraints:
            if wrong.isdisjoint(constraint.fields):
                for found in constraint.violations(given):
                    where = trail
                    for token in wire_path(self._cls, found.path):
                        where = (where, token)
                    mistakes.append(mistake("PG008", where, found.message, found.hint))


def _missing(field: Field, trail: Trail, hint: str) -> Found:
    message = f"{subject(trail)} has no {field.wire}, which is required"
    return mistake("PG004", trail, message, hint or f"add {field.wire}: {field.description}")
