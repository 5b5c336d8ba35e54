"""Fields that are not given together, as the schemas say it."""

from collections.abc import Iterator
from itertools import combinations

from productgov.fields.constraints import ExactlyOne, NotWith, constraints_of
from productgov.fields.marks import wire_name

__all__ = ["alternatives", "exclusive_pairs", "needed_alone"]


def exclusive_pairs(cls: type) -> tuple[tuple[str, str], ...]:
    """The pairs of fields of a class that are not given together, by their names in documents."""
    return tuple((wire_name(first), wire_name(second)) for first, second in _pairs(cls))


def alternatives(cls: type) -> tuple[frozenset[str], ...]:
    """The largest sets of fields that can be given together, among those that exclude some other one.

    Names are those of documents. There are none for a class without such fields.
    """
    pairs = exclusive_pairs(cls)
    names = tuple(dict.fromkeys(name for pair in pairs for name in pair))
    found: list[frozenset[str]] = []
    for size in range(len(names), 0, -1):
        for chosen in map(frozenset, combinations(names, size)):
            if not any(chosen.issuperset(pair) for pair in pairs) and not any(chosen <= larger for larger in found):
                found.append(chosen)
    return tuple(sorted(found, key=lambda chosen: [name not in chosen for name in names]))


def needed_alone(cls: type) -> frozenset[str]:
    """The fields of which exactly one must be given, by their names in documents."""
    constraints = (each for each in constraints_of(cls) if isinstance(each, ExactlyOne))
    return frozenset(wire_name(name) for constraint in constraints for name in constraint.fields)


def _pairs(cls: type) -> Iterator[tuple[str, str]]:
    for constraint in constraints_of(cls):
        match constraint:
            case ExactlyOne(fields):
                yield from combinations(fields, 2)
            case NotWith(field, others):
                yield from ((field, other) for other in others)
