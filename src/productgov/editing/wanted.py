"""What a text should say: plain data, and for each part of it the value of the old text that it continues."""

import attrs

from productgov.paths import Path

__all__ = ["Wanted", "differences", "same"]


@attrs.frozen(eq=False, kw_only=True)
class Wanted:
    """A value that a text should say.

    Attributes:
        value: a scalar, or anything that is as it was; None for what has fields or items.
        origin: the path of the value that it continues in the old text; None for a new value.
        unchanged: whether the old text says exactly this at `origin`.
        fields: the fields of an object that is not unchanged, in order.
        items: the items of a list that is not unchanged.
        lent: the same value as a continuation of another text, which it can be taken from.
    """

    value: object = None
    origin: Path | None = None
    unchanged: bool = False
    fields: "dict[str, Wanted] | None" = None
    items: "list[Wanted] | None" = None
    lent: "Wanted | None" = None

    def plain(self) -> object:
        """The value as plain data."""
        if self.fields is not None:
            return {name: field.plain() for name, field in self.fields.items()}
        return self.value if self.items is None else [item.plain() for item in self.items]

    @classmethod
    def as_it_was(cls, data: object, origin: Path) -> "Wanted":
        """A value that does not change."""
        return cls(value=data, origin=origin, unchanged=True)

    def opened(self) -> "Wanted":
        """An unchanged object or list with its parts, each of them unchanged."""
        if not self.unchanged or self.origin is None:
            return self
        value, origin = self.value, self.origin
        if isinstance(value, dict):
            fields = {name: Wanted.as_it_was(field, (*origin, name)) for name, field in value.items()}
            return Wanted(origin=origin, fields=fields)
        if isinstance(value, (list, tuple)):
            return Wanted(
                origin=origin,
                items=[Wanted.as_it_was(item, (*origin, index)) for index, item in enumerate(value)],
            )
        return self

    def origin_at(self, path: Path) -> Path:
        """The path in the old text of the value at a path, or of the nearest value around it that was there."""
        wanted, origin = self, self.origin or ()
        for token in path:
            fields, items = wanted.fields, wanted.items
            inner = fields.get(str(token)) if fields is not None else None
            if items is not None and isinstance(token, int):
                inner = items[token]
            if inner is None:
                break
            wanted, origin = inner, inner.origin or origin
        return origin

    def with_lent(self, other: "Wanted") -> "Wanted":
        """The same with items of lists that are new here taken from another text, where they are not new.

        Args:
            other: the same value as a continuation of the other text.
        """
        if self.unchanged or self.is_scalar:
            return self
        other = other.opened()
        if self.fields is not None and other.fields is not None:
            theirs = other.fields
            fields = {name: each.with_lent(theirs.get(name, each)) for name, each in self.fields.items()}
            return attrs.evolve(self, fields=fields)
        if self.items is not None and other.items is not None:
            pairs = zip(self.items, other.items, strict=True)
            return attrs.evolve(self, items=[_lent(mine, each) or mine.with_lent(each) for mine, each in pairs])
        return self

    def detached(self) -> "Wanted":
        """The same as a new value."""
        wanted = self.opened()
        if wanted.fields is not None:
            return Wanted(fields={name: each.detached() for name, each in wanted.fields.items()})
        if wanted.items is not None:
            return Wanted(items=[each.detached() for each in wanted.items])
        return Wanted(value=wanted.value)

    @property
    def is_scalar(self) -> bool:
        """Whether it is neither an object nor a list."""
        return self.fields is None and self.items is None and not isinstance(self.value, (dict, list, tuple))


def _lent(wanted: Wanted, other: Wanted) -> Wanted | None:
    """An item from another text; None where it is not new here, or new there too."""
    if wanted.origin is not None or other.origin is None:
        return None
    return attrs.evolve(other.detached(), lent=other)


def same(one: object, other: object) -> bool:
    """Whether two values are equal as plain data, in the form of numbers too: 450 is not 450.0, and 0.0 not -0.0."""
    match one, other:
        case dict(), dict():
            return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
        case _:
            return type(one) is type(other) and (repr(one) == repr(other) if isinstance(one, float) else one == other)


def differences(one: object, other: object, path: Path = ()) -> list[Path]:
    """The smallest parts in which two values differ, by their paths in the first."""
    match one, other:
        case dict(), dict() if one.keys() == other.keys():
            return [each for key, value in one.items() for each in differences(value, other[key], (*path, key))]
        case list(), list() if len(one) == len(other):
            pairs = enumerate(zip(one, other, strict=True))
            return [each for index, (mine, others) in pairs for each in differences(mine, others, (*path, index))]
        case _:
            return [] if same(one, other) else [path]
