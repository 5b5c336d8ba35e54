"""The model as the JSON Schema that language models are held to: every field required, null where it may be absent.

It keeps to what all providers of structured output accept: no patterns, limits, defaults or `x-` keys, and nothing
next to a `$ref`. What is left out is said in the descriptions, and checked when the answer is read.
"""

import attrs

from productgov.fields import shapes
from productgov.fields.scalars import Json
from productgov.fields.shapes import Field, summary_of
from productgov.schema.definitions import Definitions
from productgov.schema.selection import Selection

__all__ = ["strict_schema"]


def strict_schema(shape: shapes.Object, definitions: Definitions, only: Selection) -> Json:
    """The JSON Schema to ask a language model for objects of one shape with, or for some of their fields."""
    return definitions.added_to(_Renderer(definitions).object(shape, only))


@attrs.frozen
class _Renderer:
    """Renders shapes; classes become definitions."""

    definitions: Definitions

    def schema(self, shape: shapes.Shape, only: Selection) -> Json:
        match shape:
            case shapes.List(item):
                return {"type": "array", "items": self.schema(item, only)}
            case shapes.Either(options):
                return {"anyOf": [self.schema(option, only) for option in options]}
            case shapes.Object() if only:
                return self.object(shape, only)
            case shapes.Object():
                return self.definitions.refer(shape.name, lambda: self.object(shape, only))
            case _:
                kind = shape.schema()["type"]
                return {"type": kind, "enum": list(shape.values)} if shape.values else {"type": kind}

    def object(self, shape: shapes.Object, only: Selection) -> Json:
        fields = [field for field in shape.fields if not only or field.wire in only]
        return {
            "description": summary_of(shape.cls),
            "type": "object",
            "properties": {field.wire: self._field(field, only.get(field.wire, {})) for field in fields},
            "required": [field.wire for field in fields],
            "additionalProperties": False,
        }

    def _field(self, field: Field, only: Selection) -> Json:
        schema: Json = self.schema(field.shape, only)
        if not field.required:
            options = field.shape.options if isinstance(field.shape, shapes.Either) else (field.shape,)
            schema = {"anyOf": [*(self.schema(option, only) for option in options), {"type": "null"}]}
        if "$ref" in schema:
            return schema
        allowed = _allowed(field.shape)
        about: Json = {"description": f"{field.description} {allowed}".rstrip()}
        return {"description": "", **schema} | about


def _allowed(shape: shapes.Shape) -> str:
    """What a single value must be, in a sentence; empty where the schema says it all."""
    match shape:
        case shapes.Terms(terms):
            return " ".join(f'"{term.value}": {term.description}' for term in terms)
        case shapes.Scalar() if shape not in (shapes.Text(), shapes.Flag()):
            return f"Must be {shape.words}."
        case _:
            return ""
