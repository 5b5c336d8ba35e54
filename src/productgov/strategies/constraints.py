"""How drafts are made to satisfy the constraints of their classes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from productgov.fields.constraints import (
    AllFinished,
    Ascending,
    AtLeastOne,
    Constraint,
    DatesAscend,
    ExactlyOne,
    NeededUnless,
    NeverOneOf,
    NotBefore,
    NotWith,
    OnlyWhen,
    OnlyWith,
    constraints_of,
)

__all__ = ["settled", "with_needed"]

Values = Mapping[str, Any]
"""The given fields of a draft, by their Python names."""


def with_needed(draw: st.DrawFn, wanted: frozenset[str], constraints: Iterable[Constraint]) -> frozenset[str]:
    """The fields to draw: those that are wanted, and those that the constraints need."""
    for constraint in constraints:
        match constraint:
            case ExactlyOne(fields):
                wanted = wanted.difference(fields) | {draw(st.sampled_from(fields))}
            case AtLeastOne(fields) if wanted.isdisjoint(fields):
                wanted |= {draw(st.sampled_from(fields))}
    return wanted


def settled(draw: st.DrawFn, constraint: Constraint, values: Values) -> Iterator[tuple[str, object]]:
    """The values that must change to satisfy a constraint; None removes a value."""
    settle = _SETTLERS.get(type(constraint))
    if settle is None:
        assume(not any(constraint.violations(values)))
        return
    yield from settle(draw, constraint, values)


def _later(_draw: st.DrawFn, constraint: NotBefore, values: Values) -> Iterator[tuple[str, object]]:
    first, second = values.get(constraint.earlier), values.get(constraint.later)
    if isinstance(first, date) and isinstance(second, date):
        yield constraint.later, max(first, second)


def _only_when(_draw: st.DrawFn, constraint: OnlyWhen, values: Values) -> Iterator[tuple[str, object]]:
    if constraint.or_none and constraint.other not in values:
        return
    if values.get(constraint.other) not in constraint.terms:
        yield constraint.field, None


def _never_one_of(_draw: st.DrawFn, constraint: NeverOneOf, values: Values) -> Iterator[tuple[str, object]]:
    if values.get(constraint.field) in constraint.texts:
        yield constraint.field, None


def _only_with(_draw: st.DrawFn, constraint: OnlyWith, values: Values) -> Iterator[tuple[str, object]]:
    if not values.get(constraint.other):
        yield constraint.field, None


def _without_others(_draw: st.DrawFn, constraint: NotWith, values: Values) -> Iterator[tuple[str, object]]:
    if values.get(constraint.field):
        yield from ((other, None) for other in constraint.others)


def _ascending(_draw: st.DrawFn, constraint: Ascending, values: Values) -> Iterator[tuple[str, object]]:
    given = [name for name in constraint.fields if name in values]
    numbers = [value for name in given if isinstance(value := values[name], (int, float))]
    yield from zip(given, sorted(numbers), strict=True)


def _by_day(_draw: st.DrawFn, constraint: DatesAscend, values: Values) -> Iterator[tuple[str, object]]:
    by_day = {item.values[constraint.date]: item for item in values.get(constraint.field, ())}
    yield constraint.field, [by_day[day] for day in sorted(by_day)]


def _finished(draw: st.DrawFn, constraint: AllFinished, values: Values) -> Iterator[tuple[str, object]]:
    finished = st.sampled_from(constraint.finished)
    if constraint.field in values:
        yield (
            constraint.field,
            [
                item if item.values.get("status") in constraint.finished else _with_status(draw, item, draw(finished))
                for item in values[constraint.field]
            ],
        )


def _with_status(draw: st.DrawFn, item: Any, status: str) -> object:
    """A draft with another status, and without what only the old one allows."""
    values = {**item.values, "status": status}
    for constraint in constraints_of(item.cls):
        values |= dict(settled(draw, constraint, values))
    return attrs.evolve(item, values={name: value for name, value in values.items() if value is not None})


def _with_value(draw: st.DrawFn, constraint: NeededUnless, values: Values) -> Iterator[tuple[str, object]]:
    first, *steps = constraint.path
    if first in values and not values.get(constraint.other):
        yield first, _with_value_at(draw, values[first], steps)


def _with_value_at(draw: st.DrawFn, draft: Any, steps: Sequence[str]) -> Any:
    """The draft with a small number at the end of the steps, where all but the last lead somewhere."""
    step, *others = steps
    held = draft.values.get(step)
    if held is None and others:
        return draft
    new = _with_value_at(draw, held, others) if others else draw(st.integers(1, 9)) if held is None else held
    return attrs.evolve(draft, values={**draft.values, step: new})


def _nothing(_draw: st.DrawFn, _constraint: Constraint, _values: Values) -> Iterator[tuple[str, object]]:
    yield from ()


_SETTLERS: Mapping[type, Callable[[st.DrawFn, Any, Values], Iterator[tuple[str, object]]]] = MappingProxyType(
    {
        NotBefore: _later,
        NeverOneOf: _never_one_of,
        OnlyWhen: _only_when,
        OnlyWith: _only_with,
        NotWith: _without_others,
        Ascending: _ascending,
        DatesAscend: _by_day,
        AllFinished: _finished,
        NeededUnless: _with_value,
        ExactlyOne: _nothing,
        AtLeastOne: _nothing,
    }
)
