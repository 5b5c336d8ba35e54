"""The fields of a public class and the members of a public enumeration, as Markdown for the API reference."""

import enum
import functools
import inspect
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
import griffe
from annotated_types import Ge, Gt, Le

__all__ = [
    "MODULES",
    "Member",
    "default_text",
    "described",
    "docstring_of",
    "is_value",
    "members_of",
    "page_of",
    "public_names",
    "public_paths",
    "signature_of",
    "source_of",
    "type_text",
    "value_of",
]

MODULES = (
    "productgov",
    "productgov.changes",
    "productgov.fields",
    "productgov.ics",
    "productgov.interchange",
    "productgov.packs",
    "productgov.ranking",
    "productgov.rules",
    "productgov.strategies",
    "productgov.tables",
    "productgov.testing",
    "productgov.views",
)
"""The public modules. One without `__all__` has no page yet."""

_PACKAGE = griffe.load("productgov", search_paths=[Path(__file__).parents[1] / "src"], resolve_aliases=True)
_X_DATA = "The keys that begin with `x-`."
_WIDEST = 1e15  # the limit of every number, which no table repeats


class Member(NamedTuple):
    """A field of a class or a member of an enumeration; all texts are Markdown."""

    name: str
    type: str
    default: str
    meaning: str


def public_names(module: str) -> tuple[str, ...]:
    """The names that a public module exports."""
    return tuple(getattr(import_module(module), "__all__", ()))


def public_paths() -> list[str]:
    """Every public name with its module: `productgov.load`."""
    return [f"{module}.{name}" for module in MODULES for name in public_names(module)]


def value_of(path: str) -> object:
    """What a public name stands for."""
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)


def source_of(path: str) -> str:
    """Where a public name is defined: `productgov.document.load`."""
    return str(described(path).canonical_path)


def docstring_of(path: str) -> str:
    """The docstring of a public name, on one line."""
    docstring = described(path).docstring
    return _one_line(docstring.value) if docstring else ""


def page_of(path: str) -> str:
    """The page of the API reference that a public name is on."""
    module = path.rpartition(".")[0]
    if module != "productgov":
        return f"api-{module.rpartition('.')[2]}.md"
    return "api-model.md" if source_of(path).startswith("productgov.model.") else "api.md"


def signature_of(cls: type) -> Sequence[inspect.Parameter]:
    """The parameters of a constructor."""
    return tuple(inspect.signature(cls).parameters.values())


def members_of(obj: object) -> list[Member]:
    """The members of an enumeration, the fields of a class of values, the documented attributes of any other class."""
    if not isinstance(obj, type):
        return []
    documented = _documented(obj)
    if issubclass(obj, enum.Enum):
        return [
            Member(each.name, "", f"`{each.value!r}`", getattr(each, "description", documented.get(each.name, "")))
            for each in obj
        ]
    hints = get_type_hints(obj, include_extras=True)
    if not is_value(obj):
        return [Member(name, type_text(hints[name]), "", documented[name]) for name in documented if name in hints]
    return [
        Member(
            name,
            type_text(hints[name]),
            "*required*" if default is inspect.Parameter.empty else f"`{default_text(default)}`",
            _said(hints[name]) or documented.get(name, _X_DATA if name == "extensions" else ""),
        )
        for name, default in _fields(obj)
    ]


def is_value(cls: type) -> bool:
    """Whether a class has fields, which its constructor takes: an attrs class or a named tuple."""
    return attrs.has(cls) or hasattr(cls, "_fields")


def type_text(annotation: object) -> str:
    """A type as it is declared, with links to what is public, and its limits in words."""
    limits = _limits(_named(annotation)[1])
    return f"<code>{_type(annotation)}</code>" + (f", {limits}" if limits else "")


def default_text(value: object) -> str:
    """A default as one writes it in Python."""
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    cls: type = type(value)
    if attrs.has(cls):
        given = [(name, getattr(value, name)) for name, default in _fields(cls) if getattr(value, name) != default]
        return f"{cls.__name__}({', '.join(f'{name}={default_text(each)}' for name, each in given)})"
    return repr(value)


def described(path: str) -> griffe.Object | griffe.Alias:
    """What the source says of a name: `productgov.load`, or where it is defined."""
    found: griffe.Object | griffe.Alias = _PACKAGE[path.removeprefix("productgov.")]
    return found


def _fields(cls: type) -> Iterator[tuple[str, object]]:
    """The fields of a class of values, each with its default."""
    if attrs.has(cls):
        names = {attribute.alias: attribute.name for attribute in attrs.fields(cls)}
    else:
        names = {name: name for name in getattr(cls, "_fields", ())}
    for parameter in signature_of(cls):
        if not names[parameter.name].startswith("_"):
            yield names[parameter.name], parameter.default


def _documented(cls: type) -> dict[str, str]:
    """The meanings of attributes: from their own docstrings, and from the section "Attributes" of their class."""
    its_source = described(f"{cls.__module__}.{cls.__qualname__}")
    found = {name: _one_line(each.docstring.value) for name, each in its_source.attributes.items() if each.docstring}
    for section in its_source.docstring.parse("google") if its_source.docstring else ():
        if section.kind is griffe.DocstringSectionKind.attributes:
            found |= {each.name: _one_line(each.description) for each in section.value}
    return {name: meaning[:1].upper() + meaning[1:] for name, meaning in found.items()}


def _said(annotation: object) -> str:
    """The meaning of a field, which its annotation holds as a text."""
    marks = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return " ".join(mark for mark in marks if isinstance(mark, str))


def _type(annotation: object) -> str:
    path, _ = _named(annotation)
    if path:
        return f"[{path.rpartition('.')[2]}]({page_of(path)}#{path})"
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(arguments[0])
    if origin in (Union, UnionType):
        return " | ".join(map(_type, arguments))
    if annotation in (None, NoneType):
        return "None"
    if annotation is Ellipsis:
        return "..."
    if isinstance(annotation, list):
        return _in_brackets(annotation)
    if isinstance(origin, type):
        return f"{origin.__name__}{_in_brackets(arguments)}"
    if isinstance(annotation, (type, TypeVar)):
        return annotation.__name__
    return re.sub(r"(?:\w+\.)+(?=\w)", "", str(annotation)).replace("[", "&#91;").replace("]", "&#93;")


def _in_brackets(arguments: Sequence[object]) -> str:
    return f"&#91;{', '.join(map(_type, arguments))}&#93;"


def _named(annotation: object) -> tuple[str | None, tuple[object, ...]]:
    """The public name of a class or a value type, and what an annotation says besides."""
    marks: tuple[object, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *rest = get_args(annotation)
        marks = tuple(rest)
    for path, known, limits in _public_types():
        if known is annotation and limits == marks[: len(limits)] and (limits or isinstance(known, type)):
            return path, marks[len(limits) :]
    return None, marks


@functools.cache
def _public_types() -> tuple[tuple[str, object, tuple[object, ...]], ...]:
    """The public classes and value types, those with limits first."""
    found = []
    for path in public_paths():
        value = value_of(path)
        if get_origin(value) is Annotated:
            base, *limits = get_args(value)
            found.append((path, base, tuple(limits)))
        elif isinstance(value, type):
            found.append((path, value, ()))
    return tuple(sorted(found, key=lambda each: -len(each[2])))


def _limits(marks: Sequence[object]) -> str:
    words = [str(mark.allows) for mark in marks if hasattr(mark, "allows")]
    words += [f"at least {mark.ge:g}" for mark in marks if isinstance(mark, Ge) and mark.ge != -_WIDEST]
    words += [f"above {mark.gt:g}" for mark in marks if isinstance(mark, Gt)]
    words += [f"at most {mark.le:g}" for mark in marks if isinstance(mark, Le) and mark.le != _WIDEST]
    return ", ".join(words)


def _one_line(text: str) -> str:
    return " ".join(text.split())
