"""From an old version and its changes to the new version."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn

import attrs

from productgov.changes.change import Change
from productgov.changes.renames import with_new_names
from productgov.errors import InvalidValueError
from productgov.fields import shapes
from productgov.fields.shapes import EXTENSIONS, Field, class_in, fields_of
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance
from productgov.paths import Path, from_pointer, to_pointer

__all__ = ["apply"]


def apply(governance: ProductGovernance, changes: Iterable[Change]) -> ProductGovernance:
    """The governance that a comparison found when it compared this one: `apply(old, diff(old, new)) == new`.

    Derived changes, such as those of ranks, follow by themselves and are left out.

    Args:
        governance: the old version.
        changes: all changes from the old version to a new one.

    Raises:
        InvalidValueError: when a change does not fit: it names a place that is not there, or one with another value.
    """
    changes = [change for change in changes if change.kind != "derived"]
    names = _names(change for change in changes if change.kind == "renamed")
    start = with_new_names(governance, names)
    return _Applying(start, (change for change in changes if change.kind != "renamed")).result


class _Gone:
    """What leaves its place, by the paths of the old version.

    Attributes:
        tokens: the fields and indices of a value that are removed, or moved away.
        below: the same of the values that it holds.
    """

    __slots__ = ("below", "tokens")

    def __init__(self) -> None:
        self.tokens: set[str | int] = set()
        self.below: dict[str | int, _Gone] = {}

    def at(self, path: Path) -> "_Gone":
        """What leaves a value below."""
        node = self
        for token in path:
            node = node.below.setdefault(token, _Gone())
        return node


class _Made:
    """What is new in its place, by the paths of the new version.

    Attributes:
        change: the change that gives the value: added or changed; None where only parts of it change.
        moved: the change that moved it here, before it was changed; None where it stayed.
        below: the same of the values that it holds.
    """

    __slots__ = ("below", "change", "moved")

    def __init__(self) -> None:
        self.change: Change | None = None
        self.moved: Change | None = None
        self.below: dict[str | int, _Made] = {}

    def at(self, path: Path) -> "_Made":
        """What is new in a value below."""
        node = self
        for token in path:
            node = node.below.setdefault(token, _Made())
        return node


_NOTHING_MADE, _NOTHING_GONE = _Made(), _Gone()


class _Applying:
    """One application of changes.

    Attributes:
        result: the new version.
    """

    def __init__(self, start: ProductGovernance, changes: Iterable[Change]) -> None:
        self._start = start
        self._gone = _Gone()
        made = _Made()
        for change in changes:
            if change.old_path is not None and change.kind in ("moved", "removed"):
                *holder, last = from_pointer(change.old_path)
                self._gone.at(tuple(holder)).tokens.add(last)
            if change.new_path is not None:
                node = made.at(from_pointer(change.new_path))
                if change.kind == "moved":
                    node.moved = change
                else:
                    node.change = change
        result = self._object(start, ProductGovernance, made, self._gone, ())
        assert isinstance(result, ProductGovernance)
        self.result = result

    def _object(self, old: object, cls: type, made: _Made, gone: _Gone, origin: Path) -> object:
        """An object as one of a class, with the changes of what it holds."""
        values: dict[str, object] = {}
        for field in fields_of(cls):
            held = getattr(old, field.name, field.default)
            new, left = made.below.get(field.wire, _NOTHING_MADE), gone.below.get(field.wire, _NOTHING_GONE)
            if field.wire in gone.tokens:
                values[field.name] = field.default
            elif new is not _NOTHING_MADE or left is not _NOTHING_GONE:
                values[field.name] = self._value(held, field, new, left, (*origin, field.wire))
        extensions: Mapping[str, object] = getattr(old, EXTENSIONS)
        values[EXTENSIONS] = _extensions(extensions, made, gone)
        if type(old) is cls:
            return attrs.evolve(old, **values)  # type: ignore[misc]
        kept = {field.name: getattr(old, field.name) for field in fields_of(cls) if hasattr(old, field.name)}
        return cls(**{**kept, **values})

    def _value(self, held: object, field: Field, made: _Made, gone: _Gone, origin: Path) -> object:
        if made.change is not None:
            _check(made.change, held)
            return made.change.new
        if isinstance(field.shape, shapes.List) and isinstance(held, tuple):
            return self._list(held, field.shape.item, made, gone, origin)
        cls = class_in(field.shape)
        if cls is None or not isinstance(held, cls):
            _misfit(origin)
        return self._object(held, cls, made, gone, origin)

    def _list(
        self, held: tuple[object, ...], shape: shapes.Shape, made: _Made, gone: _Gone, origin: Path
    ) -> tuple[object, ...]:
        """A list without what leaves it, with what is placed in it, and the rest in its order around that."""
        rest = [index for index in range(len(held)) if index not in gone.tokens]
        if len(held) - len(rest) < len(gone.tokens):
            _misfit((*origin, *gone.tokens))
        placed = sum(_is_placed(new) for new in made.below.values())
        size = len(rest) + placed
        staying = iter(rest)
        result: list[object] = []
        for index in range(size):
            new = made.below.get(index, _NOTHING_MADE)
            if new.change is not None and new.change.kind == "added":
                result.append(new.change.new)
            elif new.moved is not None:
                path = from_pointer(new.moved.old_path or "")
                result.append(self._item(self._at(path), shape, new, self._gone.at(path), path))
            else:
                before = next(staying, None)
                if before is None:
                    _misfit((*origin, index))
                result.append(
                    self._item(held[before], shape, new, gone.below.get(before, _NOTHING_GONE), (*origin, before))
                )
        if not made.below.keys() <= set(range(size)):
            _misfit((*origin, *made.below))
        return tuple(result)

    def _item(self, item: object, shape: shapes.Shape, made: _Made, gone: _Gone, origin: Path) -> object:
        """An item of a list that was in the old version, with its changes."""
        if made.change is not None and made.change.kind == "changed":
            _check(made.change, item)
            return made.change.new
        cls = class_in(shape)
        if cls is None or (type(item) is cls and not made.below and not gone.below and not gone.tokens):
            return item
        return self._object(item, cls, made, gone, origin)

    def _at(self, path: Path) -> object:
        """The value at a path of the old version."""
        value: object = self._start
        for token in path:
            if isinstance(token, int):
                if not isinstance(value, Sequence) or token >= len(value):
                    _misfit(path)
                value = value[token]
            else:
                holder: type = type(value)
                field = next((field for field in fields_of(holder) if field.wire == token), None)
                if field is None:
                    _misfit(path)
                value = getattr(value, field.name)
        return value


def _is_placed(made: _Made) -> bool:
    """Whether an item comes into its list, or to another place in it."""
    return made.moved is not None or (made.change is not None and made.change.kind == "added")


def _extensions(held: Mapping[str, object], made: _Made, gone: _Gone) -> Extensions:
    """The `x-` data of an object with its changes."""
    new = {str(key): below.change.new for key, below in made.below.items() if below.change and str(key)[:2] == "x-"}
    kept = {key: value for key, value in held.items() if key not in gone.tokens}
    return Extensions({**kept, **new})


def _names(renamed: Iterable[Change]) -> Mapping[str, Mapping[str, str]]:
    """The new names by kind and old name."""
    found: dict[str, dict[str, str]] = {}
    for change in renamed:
        found.setdefault(_kind_at(from_pointer(change.new_path or "")), {})[str(change.old)] = str(change.new)
    return found


def _kind_at(path: Path) -> str:
    """The kind of the names in a field."""
    cls: type | None = ProductGovernance
    kind = ""
    for token in path:
        field = next((field for field in fields_of(cls) if field.wire == token), None) if cls else None
        if field is not None:
            kind, cls = field.names or "", class_in(field.shape)
    return kind


def _check(change: Change, held: object) -> None:
    """Raise where a value is not the one that the change is from."""
    if held != change.old:
        raise InvalidValueError(f"the change {change.code} of {change.new_path} starts from another value")


def _misfit(path: Path) -> NoReturn:
    raise InvalidValueError(f"the changes do not fit this governance: there is nothing at {to_pointer(path)}")
