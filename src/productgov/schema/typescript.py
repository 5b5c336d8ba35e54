"""The model as TypeScript: an interface for each class, a union of literals for each enumeration.

A class with fields that are not given together is an intersection with a union, which has an alternative for each of
the largest sets of fields that can be.
"""

import json
from typing import Literal

import attrs

from productgov.codec.to_data import written_default
from productgov.fields import shapes
from productgov.fields.shapes import Field, fields_of, shape_of, summary_of
from productgov.model.governance import CURRENT_VERSION, ProductGovernance
from productgov.schema.definitions import check_choice
from productgov.schema.exclusions import alternatives, needed_alone
from productgov.schema.json_schema import is_required

__all__ = ["typescript"]

_VERB = {"input": "read", "output": "written"}
_TYPES = {str: "string", int: "number", float: "number", bool: "boolean"}
_ANY_EXTENSION = "  [key: `x-${string}`]: unknown;"
_EXTENSIONS = f"""\
/** Custom data; a document with `x-` keys at its root is `ProductGovernance & Extensions`. */
export interface Extensions {{
{_ANY_EXTENSION}
}}
"""


def typescript(mode: Literal["input", "output"] = "input", *, cls: type = ProductGovernance) -> str:
    """The TypeScript types of documents, or of the part of a document that one class describes.

    Args:
        mode: "input" accepts what `load` accepts; "output" describes what `dump` writes, and is assignable to and from
            the interface that this library implements.
        cls: The class to describe; it can be a class of your own that is declared with `productgov.fields`.

    Raises:
        InvalidValueError: when there is no such mode.
    """
    check_choice("mode", mode, _VERB)
    renderer = _Renderer(mode, cls)
    renderer.type_of(shape_of(cls))
    title = f"// Product governance {CURRENT_VERSION} as it is {_VERB[mode]}; generated from the model.\n"
    return "\n".join([title, *renderer.defined.values(), _EXTENSIONS])


@attrs.frozen
class _Renderer:
    """Renders shapes; classes and enumerations become declarations, in the order in which they are met."""

    mode: Literal["input", "output"]
    root: type
    defined: dict[str, str] = attrs.field(factory=dict)

    def type_of(self, shape: shapes.Shape) -> str:
        """The type of the values of a shape, as a field names it."""
        match shape:
            case shapes.List(item):
                inner = self.type_of(item)
                return f"({inner})[]" if "|" in inner else f"{inner}[]"
            case shapes.Either(options):
                return " | ".join(map(self.type_of, options))
            case shapes.Object(cls):
                return self._object(cls, shape.shorthand)
            case shapes.Terms(terms):
                self.defined.setdefault(terms.__name__, _union(shape))
                return terms.__name__
            case _:
                return self._scalar(shape)

    def _scalar(self, shape: shapes.Scalar) -> str:
        written = " | ".join(map(json.dumps, shape.values)) or _TYPES[shape.plain_types[0]]
        others = [_TYPES[plain] for plain in shape.plain_types[1:]] if self.mode == "input" else []
        return " | ".join(dict.fromkeys((written, *others)))

    def _object(self, cls: type, shorthand: Field | None) -> str:
        if cls.__name__ not in self.defined:
            self.defined[cls.__name__] = ""
            self.defined[cls.__name__] = self._declaration(cls)
        if shorthand is None or self.mode == "output":
            return cls.__name__
        return f"{cls.__name__} | {self.type_of(shorthand.shape)}"

    def _declaration(self, cls: type) -> str:
        excluding = alternatives(cls)
        exclusive = frozenset[str]().union(*excluding)
        common = [line for field in fields_of(cls) if field.wire not in exclusive for line in self._field(field)]
        if cls is not self.root:
            common += ["  /** Custom data. */", _ANY_EXTENSION]
        if not excluding:
            lines = (f"export interface {cls.__name__} {{", *common, "}\n")
        else:
            arms = (self._arm(cls, exclusive, given) for given in excluding)
            lines = (f"export type {cls.__name__} = {{", *common, "} & (", *arms, ");\n")
        return "\n".join((_comment(summary_of(cls)), *lines))

    def _arm(self, cls: type, exclusive: frozenset[str], given: frozenset[str]) -> str:
        """The exclusive fields of a class, where some can be given and the others cannot."""
        needed = needed_alone(cls)
        lines: list[str] = []
        for field in fields_of(cls):
            if field.wire in given:
                lines += self._field(field, is_needed=field.wire in needed)
            elif field.wire in exclusive:
                lines.append(f"  {field.wire}?: never;")
        return "\n".join(("  | {", *(f"    {line}" for line in lines), "    }"))

    def _field(self, field: Field, *, is_needed: bool = False) -> tuple[str, str]:
        about = field.description
        if isinstance(field.shape, shapes.Patterned) and not isinstance(field.shape, shapes.Text):
            about += f" Must be {field.shape.words}."
        default = written_default(field)
        if default is not None:
            about += f" The default is {json.dumps(default)}."
        mark = "" if is_needed or is_required(field, self.mode) else "?"
        return f"  {_comment(about)}", f"  {field.wire}{mark}: {self.type_of(field.shape)};"


def _union(shape: shapes.Terms) -> str:
    terms = [f"\n  /** {term.description} */\n  | {json.dumps(term.value)}" for term in shape.terms]
    return f"{_comment(summary_of(shape.terms))}\nexport type {shape.terms.__name__} ={''.join(terms)};\n"


def _comment(text: str) -> str:
    return f"/** {text.replace('*/', '* /')} */"
