"""The model as the JSON Schema that language models are held to: every field required, and null where it may be absent.

It keeps to what all providers of structured output accept: no patterns, limits, defaults or `x-` keys, and no
word beside a `$ref`. What is left out is said in the descriptions, and checked when the answer is read:
`from_dict(drop_nulls(answer))`.
"""

import attrs

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
    summary_of,
)
from productgov.model.governance import ProductGovernance
from productgov.schema.json_schema import limited_name
from productgov.schema.words import in_words

__all__ = ["strict_json_schema"]

Json = dict[str, object]


def strict_json_schema(cls: type = ProductGovernance) -> Json:
    """The JSON Schema to ask a language model for a document with, or for the part that one class describes."""
    renderer = _Renderer()
    return {**renderer.object(shape_of(cls)), "$defs": renderer.defined}


@attrs.frozen
class _Renderer:
    """Renders shapes; classes become definitions, in the order in which they are met."""

    defined: dict[str, Json] = attrs.field(factory=dict)

    def schema(self, shape: Shape) -> Json:
        match shape:
            case TextShape() | DateShape():
                return {"type": "string"}
            case NumberShape():
                return {"type": "integer" if shape.whole else "number"}
            case ConstantShape(value):
                return {"type": "string", "enum": [value]}
            case EnumShape(terms):
                return {"type": "string", "enum": [term.value for term in terms]}
            case ListShape(item):
                return {"type": "array", "items": self.schema(item)}
            case UnionShape(options):
                return {"anyOf": [self.schema(option) for option in options]}
        name = limited_name(shape)
        if name not in self.defined:
            self.defined[name] = {}
            self.defined[name] |= self.object(shape)
        return {"$ref": f"#/$defs/{name}"}

    def object(self, shape: ObjectShape) -> Json:
        fields = fields_of(shape.cls)
        return {
            "description": summary_of(shape.cls),
            "type": "object",
            "properties": {field.wire: self._field(field, shape.limits) for field in fields},
            "required": [field.wire for field in fields],
            "additionalProperties": False,
        }

    def _field(self, field: Field, limits: NumberShape | None) -> Json:
        shape = limits or field.shape
        schema: Json = self.schema(shape)
        if not field.required:
            options = shape.options if isinstance(shape, UnionShape) else (shape,)
            schema = {"anyOf": [*map(self.schema, options), {"type": "null"}]}
        if "$ref" in schema:
            return schema
        allowed = in_words(shape)
        return {"description": f"{field.description} Allowed is {allowed}." if allowed else field.description, **schema}
