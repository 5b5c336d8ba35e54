"""The model as a page of tables: every object with its fields, and every list of values with their meanings."""

import json
from collections.abc import Iterable

from productgov.codec.to_data import written_default
from productgov.fields import shapes
from productgov.fields.shapes import Field, fields_of, model_classes, summary_of, terms_of
from productgov.fields.types import Term
from productgov.model.governance import ProductGovernance
from productgov.schema.differences import DIFFERENCES

__all__ = ["document_page"]

_HEAD = """\
# The document

Every object of a document, field by field. This page is generated from the classes of the model.

Fields in **bold** are required, all others are optional. Text is not empty and contains no control characters but tab
and newline; numbers are finite and within ±1e15; `null` is allowed in `x-` data only. Every object can also have keys
that start with `x-`, with any value; any other unknown key is an error.
"""
_REFERENCES = """\
## References

Some texts are names that other fields refer to. For these fields, the JSON Schema has the keyword `x-refers` with the
kind of thing that is referred to.
"""
_DIFFERENCES = """\
## What the JSON Schema cannot say

Loading a document and validating it with the [JSON Schema](../how-to/editors.md) give the same verdict, except for:
"""


def document_page(root: type = ProductGovernance) -> str:
    """The reference of a class and of all classes that its fields lead to, as Markdown."""
    classes = model_classes(root)
    parts = [
        _HEAD,
        *map(_class, classes),
        "## Lists of values\n",
        *map(_terms, terms_of(root)),
        _references(classes),
        _DIFFERENCES,
        "".join(
            f"- {difference.about}{f' ({difference.code})' if difference.code else ''}\n" for difference in DIFFERENCES
        ),
    ]
    return "\n".join(parts)


def _references(classes: Iterable[type]) -> str:
    """A table of the kinds of names: where they are given, and where they are referred to."""
    fields = [(f"`{cls.__name__}.{field.wire}`", field) for cls in classes for field in fields_of(cls)]
    kinds = dict.fromkeys(field.names for _, field in fields if field.names)
    rows = (
        (
            kind,
            ", ".join(place for place, field in fields if field.names == kind),
            ", ".join(place for place, field in fields if field.refers and kind in field.refers.kinds),
        )
        for kind in kinds
    )
    return "\n".join((_REFERENCES, *map(_line, (("Kind", "Named by", "Referred to by"), ("---",) * 3, *rows)), ""))


def _class(cls: type) -> str:
    rows = map(_row, fields_of(cls))
    return _section(f"## {cls.__name__}", cls, ("Field", "Type", "Default", "Meaning"), rows)


def _terms(terms: type[Term]) -> str:
    rows = ((f"`{term.value}`", term.description) for term in terms)
    return _section(f"### {terms.__name__}", terms, ("Value", "Meaning"), rows)


def _section(heading: str, cls: type, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    table = map(_line, (head, ("---",) * len(head), *rows))
    return "\n".join((heading, "", summary_of(cls), "", *table, ""))


def _row(field: Field) -> tuple[str, str, str, str]:
    name = f"**`{field.wire}`**" if field.required else f"`{field.wire}`"
    default = written_default(field)
    return name, _type_of(field), "" if default is None else f"`{json.dumps(default)}`", field.description


def _type_of(field: Field) -> str:
    if field.refers is None:
        return _type(field.shape)
    named = " or ".join(f"[{kind}](#references)" for kind in field.refers.kinds)
    named += "" if field.refers.exact else ", or text"
    return f"list of {named}" if isinstance(field.shape, shapes.List) else named


def _type(shape: shapes.Shape) -> str:
    match shape:
        case shapes.List(item):
            return f"list of {_type(item)}"
        case shapes.Either(options):
            return ", or ".join(map(_type, options))
        case shapes.Terms(terms):
            return _link(terms)
        case shapes.Object(cls, limits):
            within = f" (each {limits.words})" if limits else ""
            return _link(cls) + within + (f", or {_type(shape.shorthand.shape)}" if shape.shorthand else "")
        case _:
            return "text" if shape == shapes.Text() else shape.words


def _link(cls: type) -> str:
    return f"[{cls.__name__}](#{cls.__name__.lower()})"


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
