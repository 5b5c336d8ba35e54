"""The model as JSON Schema: for documents that are read, that are written, and that language models are to write."""

import json
from collections.abc import Collection
from typing import Literal, get_args

import attrs

from productgov.codec.to_data import written_default
from productgov.errors import InvalidValueError
from productgov.fields import shapes
from productgov.fields.marks import Refers
from productgov.fields.scalars import Json
from productgov.fields.shapes import Field, shape_of, summary_of
from productgov.model.governance import CURRENT_VERSION, ProductGovernance
from productgov.schema.definitions import Definitions, check_choice
from productgov.schema.exclusions import exclusive_pairs
from productgov.schema.selection import selected
from productgov.schema.strict import strict_schema
from productgov.schema.titles import as_title, in_words
from productgov.wording import quoted_value

__all__ = ["Draft", "Mode", "as_text", "is_required", "json_schema"]

Mode = Literal["input", "output", "strict"]
"""What a JSON Schema describes: documents that can be read, that are written, or that a language model is to write."""

Draft = Literal["2020-12", "draft-07"]
"""A version of JSON Schema."""

_DIALECTS = {
    "2020-12": ("https://json-schema.org/draft/2020-12/schema", "$defs"),
    "draft-07": ("http://json-schema.org/draft-07/schema#", "definitions"),
}


def json_schema(
    mode: Mode = "input",
    *,
    draft: Draft = "2020-12",
    refs: str = "definitions",
    only: Collection[str] | None = None,
    cls: type = ProductGovernance,
) -> dict[str, object]:
    """The JSON Schema of documents, or of the part of a document that one class describes.

    Fields that refer to something by its name carry `x-refers` with the kind of thing, such as "kpi", or with a list
    of kinds; a validator that refuses unknown keywords must be told of it: `ajv.addKeyword("x-refers")`.

    Args:
        mode: "input" accepts what `load` accepts; "output" describes what `dump` writes, where nothing is abbreviated
            and the lists that the interface requires are always present; "strict" is what to hold a language model to:
            every field required, null where it may be left out, and no keyword that a provider may not know. Read the
            answer with `from_dict(drop_nulls(answer))`.
        draft: "2020-12", or "draft-07" for editors and catalogues that know no later one.
        refs: "definitions" keeps the named parts of the schema under `$defs` (`definitions` in draft-07) and refers to
            them there; "inline" repeats them where they are used, without any `$ref`; any other text is what references
            begin with, such as "#/components/schemas/" for OpenAPI: then move what is under `$defs` there.
        only: the fields that a strict schema is limited to, by their names in documents or, for a part of what a field
            holds, by their paths: `("productVision", "roadmap.timeHorizon.now.title")`. Services limit how many fields
            may be null. What is not named is left out, so the answer may be a part of a document.
        cls: The class to describe; it can be a class of your own that is declared with `productgov.fields`.

    Raises:
        InvalidValueError: when there is no such mode, draft or field, references cannot begin with `refs`, or `only` is
            given in another mode than "strict".
    """
    check_choice("mode", mode, get_args(Mode))
    check_choice("draft", draft, get_args(Draft))
    dialect, key = _DIALECTS[draft]
    definitions = Definitions(key, refs)
    if mode == "strict":
        return strict_schema(shape_of(cls), definitions, {} if only is None else selected(cls, only))
    if only is not None:
        raise InvalidValueError(f'only is for the mode "strict", not {quoted_value(mode)}')
    body = definitions.added_to(_Renderer(mode, draft, definitions).definition(shape_of(cls)))
    if not definitions.is_whole:
        return body
    part = "" if cls is ProductGovernance else f":{cls.__name__}"
    suffix = ("" if draft == "2020-12" else f":{draft}") + ("" if refs == "definitions" else f":{refs}")
    return {"$schema": dialect, "$id": f"urn:productgov:schema:{CURRENT_VERSION}:{mode}{part}{suffix}", **body}


def as_text(schema: Json) -> str:
    """A schema as the text of a file, which has no line breaks but newlines."""
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def is_required(field: Field, mode: Literal["input", "output"]) -> bool:
    """Whether a field must be present; what is always written must be present in output, except for constants."""
    written = mode == "output" and not isinstance(field.shape, shapes.Constant)
    return field.always_written if written else field.required


@attrs.frozen
class _Renderer:
    """Renders shapes; classes and enumerations become definitions."""

    mode: Literal["input", "output"]
    draft: Draft
    definitions: Definitions

    def schema(self, shape: shapes.Shape) -> Json:
        match shape:
            case shapes.List(item):
                return {"type": "array", "items": self.schema(item)}
            case shapes.Either(options):
                return {"anyOf": [self._option(option) for option in options]}
            case shapes.Object():
                return self.definitions.refer(shape.name, lambda: self.definition(shape))
            case shapes.Terms(terms):
                return self.definitions.refer(terms.__name__, lambda: self._about(terms) | shape.schema())
            case _:
                return shape.input_schema() if self.mode == "input" else shape.schema()

    def definition(self, shape: shapes.Object) -> Json:
        about, shorthand = self._about(shape.cls), shape.shorthand
        if shorthand is None or self.mode == "output":
            return about | self._object(shape)
        name = in_words(shape.cls.__name__)
        short: Json = {"title": f"{name}, as its {shorthand.wire}", **self.schema(shorthand.shape)}
        return about | {"anyOf": [short, {"title": f"{name}, as an object", **self._object(shape)}]}

    def _option(self, shape: shapes.Object | shapes.Scalar) -> Json:
        match shape:
            case shapes.Object() | shapes.Terms():
                return self.schema(shape)
            case _:
                return self._title(as_title(shape.words)) | self.schema(shape)

    def _object(self, shape: shapes.Object) -> Json:
        body: Json = {
            "type": "object",
            "properties": {field.wire: self._field(field) for field in shape.fields},
            "required": [field.wire for field in shape.fields if is_required(field, self.mode)],
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        }
        lists = {field.wire for field in shape.fields if isinstance(field.shape, shapes.List) and field.default == ()}
        together = [_all_of(pair, lists) for pair in exclusive_pairs(shape.cls)]
        if together:
            body["not"] = together[0] if len(together) == 1 else {"anyOf": together}
        return body

    def _about(self, cls: type) -> Json:
        return {"title": cls.__name__, **self._title(in_words(cls.__name__)), "description": summary_of(cls)}

    def _title(self, words: str) -> Json:
        """A title for the forms and editors of those who write; generators make a type of whatever has a title."""
        return {"title": words} if self.mode == "input" else {}

    def _field(self, field: Field) -> Json:
        schema = self.schema(field.shape)
        if self.draft == "draft-07" and "$ref" in schema:
            schema = {"allOf": [schema]}
        refers: Json = {"x-refers": _kinds(field.refers)} if field.refers else {}
        default = written_default(field)
        about: Json = {**self._title(in_words(field.wire)), "description": field.description, **refers}
        return {**about, **schema, **about, **({} if default is None else {"default": default})}


def _kinds(refers: Refers) -> str | list[str]:
    return list(refers.kinds) if refers.also else refers.kind


def _all_of(names: Collection[str], lists: Collection[str]) -> Json:
    """Objects that have all of these fields; an empty list is the same as none.

    Strict validators want to see fields declared where they are required.
    """
    properties = {name: {"type": "array", "minItems": 1} if name in lists else {} for name in names}
    return {"properties": properties, "required": list(names)}
