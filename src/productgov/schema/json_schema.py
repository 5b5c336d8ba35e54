"""The model as JSON Schema: for documents that are read, and for those that are written."""

from typing import Literal

import attrs

from productgov.fields.constraints import ExactlyOne
from productgov.fields.shapes import (
    ConstantShape,
    DateShape,
    EnumShape,
    Field,
    ListShape,
    NumberShape,
    ObjectShape,
    Shape,
    TextShape,
    UnionShape,
    fields_of,
    shape_of,
    shorthand_of,
    summary_of,
)
from productgov.fields.types import DATE, wire_name
from productgov.model.governance import CURRENT_VERSION, ProductGovernance
from productgov.schema.plain import plain

__all__ = ["Draft", "Mode", "json_schema"]

Mode = Literal["input", "output"]
Draft = Literal["2020-12", "draft-07"]
Json = dict[str, object]

_DIALECTS = {
    "2020-12": ("https://json-schema.org/draft/2020-12/schema", "$defs"),
    "draft-07": ("http://json-schema.org/draft-07/schema#", "definitions"),
}


def json_schema(mode: Mode = "input", draft: Draft = "2020-12", cls: type = ProductGovernance) -> Json:
    """The JSON Schema of documents, or of the documents' part that one class describes.

    Args:
        mode: "input" admits what `load` admits; "output" says what `dump` writes, where nothing is abbreviated and
            the lists that the interface requires are always there.
        draft: "2020-12", or "draft-07" for editors and catalogues that know no later one.
        cls: The class whose schema is wanted; it may be one of your own, declared with the same vocabulary.
    """
    dialect, definitions = _DIALECTS[draft]
    renderer = _Renderer(mode, draft, definitions)
    body = renderer.definition(shape_of(cls))
    parts = "" if cls is ProductGovernance else f":{cls.__name__}"
    suffix = "" if draft == "2020-12" else f":{draft}"
    name = f"urn:productgov:schema:{CURRENT_VERSION}:{mode}{parts}{suffix}"
    return {"$schema": dialect, "$id": name, **body, definitions: renderer.defined}


def is_required(field: Field, mode: Mode) -> bool:
    """Whether a field must be there; what is always written must be there in what was written, but for constants."""
    written = mode == "output" and not isinstance(field.shape, ConstantShape)
    return field.always_written if written else field.required


def limited_name(shape: ObjectShape) -> str:
    """The name of an object's definition; where limits bound its numbers, they are part of the name."""
    limits = shape.limits
    if limits is None:
        return shape.cls.__name__
    bound = f"AtLeast{limits.at_least:g}" if limits.above is None else f"Above{limits.above:g}"
    return shape.cls.__name__ + bound


def number_schema(shape: NumberShape) -> Json:
    """The schema of a number within limits."""
    limits = {"minimum": shape.at_least, "exclusiveMinimum": shape.above, "maximum": shape.at_most}
    given = {key: int(limit) if limit == int(limit) else limit for key, limit in limits.items() if limit is not None}
    return {"type": "integer" if shape.whole else "number", **given}


@attrs.frozen
class _Renderer:
    """Renders shapes; classes and enumerations become definitions, in the order in which they are met."""

    mode: Mode
    draft: Draft
    definitions: str
    defined: dict[str, Json] = attrs.field(factory=dict)

    def schema(self, shape: Shape) -> Json:
        match shape:
            case TextShape(pattern):
                return {"type": "string", "pattern": pattern.regex}
            case DateShape():
                return {"type": "string", "format": "date", "pattern": DATE.regex}
            case ConstantShape(value):
                return {"type": "string", "const": value}
            case NumberShape():
                return number_schema(shape)
            case ListShape(item):
                return {"type": "array", "items": self.schema(item)}
            case UnionShape(options):
                return {"anyOf": [self.schema(option) for option in options]}
            case EnumShape(terms):
                return self._reference(terms.__name__, shape)
        return self._reference(limited_name(shape), shape)

    def definition(self, shape: EnumShape | ObjectShape) -> Json:
        if isinstance(shape, EnumShape):
            terms = [{"const": term.value, "description": term.description} for term in shape.terms]
            return _about(shape.terms) | {"type": "string", "oneOf": terms}
        about = _about(shape.cls)
        shorthand = shorthand_of(shape.cls)
        if shorthand is None or self.mode == "output":
            return about | self._object(shape)
        return about | {"anyOf": [self.schema(shorthand.shape), self._object(shape)]}

    def _reference(self, name: str, shape: EnumShape | ObjectShape) -> Json:
        if name not in self.defined:
            self.defined[name] = {}
            self.defined[name] |= self.definition(shape)
        return {"$ref": f"#/{self.definitions}/{name}"}

    def _object(self, shape: ObjectShape) -> Json:
        fields = fields_of(shape.cls)
        body: Json = {
            "type": "object",
            "properties": {field.wire: self._field(field, shape.limits) for field in fields},
            "required": [field.wire for field in fields if is_required(field, self.mode)],
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        }
        for agreement in getattr(shape.cls, "__agreements__", ()):
            if isinstance(agreement, ExactlyOne):
                names = map(wire_name, agreement.fields)
                body["oneOf"] = [{"properties": {name: True}, "required": [name]} for name in names]
        return body

    def _field(self, field: Field, limits: NumberShape | None) -> Json:
        schema = self.schema(limits or field.shape)
        if self.draft == "draft-07" and "$ref" in schema:
            schema = {"allOf": [schema]}
        default: Json = {} if field.required or field.default is None else {"default": plain(field.default)}
        return {"description": field.description, **schema, **default}


def _about(cls: type) -> Json:
    return {"title": cls.__name__, "description": summary_of(cls)}
