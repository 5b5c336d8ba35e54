"""The API reference: a page for each public module, and one for the classes of a document.

Headings, docstrings, signatures and methods come from mkdocstrings. What it does not show is written here: the
constructor and the fields of a class with their types, defaults and meanings, and the members of an enumeration.
Everything is derived from the `__all__` of the public modules.
"""

import enum
import functools
import re
from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import Annotated, get_args, get_origin

from tools.api_members import (
    MODULES,
    default_text,
    described,
    docstring_of,
    is_value,
    members_of,
    page_of,
    public_names,
    public_paths,
    signature_of,
    source_of,
    type_text,
    value_of,
)

__all__ = ["api_pages"]

_HEADS = {
    "api.md": """\
# API

Everything on this page and on the page of [the model](api-model.md) is imported from `productgov`.
[Compatibility](../compatibility.md) says what may change between versions.""",
    "api-model.md": """\
# API: the model

The classes of a document, imported from `productgov`. [The document](document.md) describes the same fields by the
names that they have in a document.

All values are immutable, and all arguments of a constructor are keywords. A constructor raises `InvalidValueError` for
what a document must not hold; so does `attrs.evolve`, which makes a changed copy. Members of enumerations are texts:
`Status.DONE == "done"`.""",
    "api-changes.md": """\
# API: productgov.changes

Two versions of a document compared: what `productgov diff` says.
[The how-to](../how-to/what-changed.md) shows it at work, and [the changes](changes.md) are every code.""",
    "api-fields.md": """\
# API: productgov.fields

The types and the decorator that the model is declared with, for [classes of your own](../how-to/extending.md).""",
    "api-ics.md": """\
# API: productgov.ics

Reviews as calendar files. Needs the extra `calendar`.""",
    "api-packs.md": """\
# API: productgov.packs

What `productgov review` writes, and what it is made of.""",
    "api-interchange.md": """\
# API: productgov.interchange

Tables of other tools, [read by maps](../how-to/import-jira.md) and written by them. XLSX needs the extra `excel`,
YAML the extra `yaml`.""",
    "api-ranking.md": """\
# API: productgov.ranking

What the results of `rank`, `simulate` and `compare_frameworks` are made of, and what a
[ranking method](../how-to/ranking.md) is made of.""",
    "api-rules.md": """\
# API: productgov.rules

What a rule is made of. `explain(code)` gives the rule of a finding, and [the findings](findings.md) shows them all.""",
    "api-strategies.md": """\
# API: productgov.strategies

Hypothesis strategies for your own tests. Needs the extra `hypothesis`.""",
    "api-tables.md": """\
# API: productgov.tables

Documents and results as flat tables, and rows back into objects. [Tables](tables.md) lists every column, and
[tables, notebooks and BI](../how-to/tables.md) shows what to do with them.""",
    "api-testing.md": """\
# API: productgov.testing

Tests of your own rules and ranking methods, [which plug-ins add](../how-to/plugins.md).""",
    "api-views.md": """\
# API: productgov.views

What the command line shows, as text, and charts; [charts](../how-to/charts.md) shows what they look like.""",
}
_SECTIONS = {
    "Documents": ("document", "dumping", "formats"),
    "Checks": ("rules", "report", "findings"),
    "Ranking": ("ranking",),
    "Analysis": ("analysis",),
    "Custom data": ("extension",),
    "For other tools": ("schema", "ics", "codec"),
    "Errors": ("errors",),
}
"""The sections of the first page, each with the rooms whose names it holds."""

_VALUE_TYPES = "Types such as `Text` and `Fraction` are `str` and `float` with [limits](api-fields.md)."


def api_pages() -> dict[str, str]:
    """The pages of the API reference, by their names in `docs/reference/`."""
    by_page: dict[str, list[str]] = {}
    for path in public_paths():
        by_page.setdefault(page_of(path), []).append(path)
    return {page: "\n\n".join([_HEADS[page], *_parts(page, paths)]) + "\n" for page, paths in by_page.items()}


def _parts(page: str, paths: list[str]) -> Iterator[str]:
    if page == "api.md":
        yield _other_modules()
        yield from _by_room(paths)
    elif page == "api-model.md":
        if public_names("productgov.fields"):
            yield _VALUE_TYPES
        yield from _by_concept(paths)
    else:
        yield from _as_listed(paths)


def _other_modules() -> str:
    links = [f"[`{module}`](api-{module.rpartition('.')[2]}.md)" for module in MODULES[1:] if public_names(module)]
    return f"Other public modules: {', '.join(links)}."


def _by_room(paths: list[str]) -> Iterator[str]:
    titles = {room: title for title, rooms in _SECTIONS.items() for room in rooms}
    rooms = {path: source_of(path).split(".")[1] for path in paths}
    placed = {path: titles.get(room, room.capitalize()) for path, room in rooms.items()}
    yield from _sections(placed, [*_SECTIONS, *placed.values()])


def _by_concept(paths: list[str]) -> Iterator[str]:
    placed = {path: source_of(path).split(".")[2].replace("_", " ").capitalize() for path in paths}
    yield from _sections(placed, sorted(placed.values()))


def _sections(placed: dict[str, str], titles: Iterable[str]) -> Iterator[str]:
    for title in dict.fromkeys(titles):
        yield f"## {title}"
        held = [path for path in placed if placed[path] == title]
        yield from map(_entry, sorted(held, key=lambda path: (isinstance(value_of(path), type), path)))


def _as_listed(paths: list[str]) -> Iterator[str]:
    value_types = [path for path in paths if get_origin(value_of(path)) is Annotated]
    if value_types:
        yield _table(("Value type", "Python type", "Meaning"), map(_value_type, value_types))
    strategies = [path for path in paths if isinstance(value_of(path), functools.partial)]
    if strategies:
        yield "Each of these is `models` for one class:"
        yield _table(("Strategy", "Draws"), map(_strategy, strategies))
    yield from (_entry(path) for path in paths if path not in {*value_types, *strategies})


def _value_type(path: str) -> tuple[str, ...]:
    base, *limits = get_args(value_of(path))
    return _anchored(path), type_text(Annotated[base, "", *limits]), docstring_of(path)


def _strategy(path: str) -> tuple[str, ...]:
    strategy = value_of(path)
    assert isinstance(strategy, functools.partial)
    return _anchored(path), type_text(strategy.args[0])


def _entry(path: str) -> str:
    """One public name: heading and text, fields or members, methods."""
    obj = value_of(path)
    parts = _class(path, obj) if isinstance(obj, type) else [f"::: {path}"]
    return "\n\n".join([*parts, *(_block(f"{path}.{name}", heading_level=4) for name in _methods(obj))])


def _class(path: str, cls: type) -> Iterator[str]:
    members = members_of(cls)
    if issubclass(cls, enum.Enum) and members:
        yield _block(path, show_bases=False)
        rows = [(_anchored(f"{path}.{each.name}"), each.default, each.meaning) for each in members]
        yield _table(("Member", "Value", "Meaning"), rows)
        return
    yield _block(path)
    if is_value(cls):
        yield f"```text\n{_constructor(cls)}\n```"
    if is_value(cls) and members:
        fields = [(_anchored(f"{path}.{each.name}"), each.type, each.default, each.meaning) for each in members]
        yield _table(("Field", "Type", "Default", "Meaning"), fields)
    elif members:
        attributes = [(_anchored(f"{path}.{each.name}"), each.type, each.meaning) for each in members]
        yield _table(("Attribute", "Type", "Meaning"), attributes)


def _block(path: str, **options: object) -> str:
    """What mkdocstrings replaces by heading, signature and docstring."""
    lines = [f"      {name}: {str(value).lower()}" for name, value in options.items()]
    return "\n".join([f"::: {path}", *(["    options:", *lines] if lines else [])])


def _constructor(cls: type) -> str:
    parameters = signature_of(cls)
    shown = [
        each.name if each.default is each.empty else f"{each.name}={default_text(each.default)}" for each in parameters
    ]
    keywords = ["*"] if any(each.kind is each.KEYWORD_ONLY for each in parameters) else []
    call = f"{cls.__name__}({', '.join([*keywords, *shown])})"
    return fill(call, 100, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def _methods(obj: object) -> Iterator[str]:
    """The public methods and properties that a class defines itself."""
    if isinstance(obj, type):
        for name, member in described(f"{obj.__module__}.{obj.__qualname__}").members.items():
            if not name.startswith("_") and (member.is_function or "property" in member.labels):
                yield name


def _anchored(path: str) -> str:
    return f"`{path.rpartition('.')[2]}`{{ #{path} }}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_without_bars, line))} |" for line in lines)


def _without_bars(cell: str) -> str:
    """A cell whose bars end no column; those in code do not, and would be shown as they are escaped."""
    return re.sub(r"(`[^`]*`)|\|", lambda found: found[1] or "&#124;", cell)
