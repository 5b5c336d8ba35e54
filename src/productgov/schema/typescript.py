"""The model as TypeScript: an interface for each class, a union of literals for each enumeration."""

import json

import attrs

from productgov.fields.shapes import (
    ConstantShape,
    DateShape,
    EnumShape,
    Field,
    ListShape,
    NumberShape,
    Shape,
    TextShape,
    UnionShape,
    fields_of,
    shape_of,
    shorthand_of,
    summary_of,
)
from productgov.model.governance import CURRENT_VERSION, ProductGovernance
from productgov.schema.json_schema import Mode, is_required
from productgov.schema.plain import plain

__all__ = ["typescript"]

_VERB = {"input": "read", "output": "written"}
_ANY_EXTENSION = "  [key: `x-${string}`]: unknown;"
_EXTENSIONS = f"""\
/** Data of other tools; a root that holds some is an `& Extensions`, for the root itself must not be open. */
export interface Extensions {{
{_ANY_EXTENSION}
}}
"""


def typescript(mode: Mode = "input", cls: type = ProductGovernance) -> str:
    """The TypeScript types of documents, or of the documents' part that one class describes.

    Args:
        mode: "input" admits what `load` admits; "output" says what `dump` writes, and is assignable to and from the
            interface that this library implements.
        cls: The class whose type is wanted; it may be one of your own, declared with the same vocabulary.
    """
    renderer = _Renderer(mode, cls)
    renderer.type_of(shape_of(cls))
    title = f"// Product governance {CURRENT_VERSION} as it is {_VERB[mode]}; generated from the model.\n"
    return "\n".join([title, *renderer.defined.values(), _EXTENSIONS])


@attrs.frozen
class _Renderer:
    """Renders shapes; classes and enumerations become declarations, in the order in which they are met."""

    mode: Mode
    root: type
    defined: dict[str, str] = attrs.field(factory=dict)

    def type_of(self, shape: Shape) -> str:
        """The type of values of a shape, as it stands in a field."""
        match shape:
            case TextShape() | DateShape():
                return "string"
            case NumberShape():
                return "number"
            case ConstantShape(value):
                return json.dumps(value)
            case ListShape(item):
                inner = self.type_of(item)
                return f"({inner})[]" if "|" in inner else f"{inner}[]"
            case UnionShape(options):
                return " | ".join(map(self.type_of, options))
            case EnumShape(terms):
                name = terms.__name__
                self.defined.setdefault(name, _union(shape))
                return name
        cls = shape.cls
        if cls.__name__ not in self.defined:
            self.defined[cls.__name__] = ""
            self.defined[cls.__name__] = self._interface(cls)
        shorthand = shorthand_of(cls) if self.mode == "input" else None
        return f"{cls.__name__} | {self.type_of(shorthand.shape)}" if shorthand else cls.__name__

    def _interface(self, cls: type) -> str:
        fields = [line for field in fields_of(cls) for line in self._field(field)]
        if cls is not self.root:
            fields += ["  /** Data of other tools. */", _ANY_EXTENSION]
        lines = [_comment(summary_of(cls)), f"export interface {cls.__name__} {{", *fields, "}\n"]
        return "\n".join(lines)

    def _field(self, field: Field) -> tuple[str, str]:
        about = field.description
        if isinstance(field.shape, DateShape):
            about += " Written YYYY-MM-DD."
        if not field.required and field.default is not None:
            about += f" Left out, it is {json.dumps(plain(field.default))}."
        mark = "" if is_required(field, self.mode) else "?"
        return f"  {_comment(about)}", f"  {field.wire}{mark}: {self.type_of(field.shape)};"


def _union(shape: EnumShape) -> str:
    terms = [f"\n  /** {term.description} */\n  | {json.dumps(term.value)}" for term in shape.terms]
    return f"{_comment(summary_of(shape.terms))}\nexport type {shape.terms.__name__} ={''.join(terms)};\n"


def _comment(text: str) -> str:
    return f"/** {text.replace('*/', '* /')} */"
