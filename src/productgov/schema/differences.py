"""Every difference between loading a document and validating it with the JSON Schema."""

import attrs

__all__ = ["DIFFERENCES", "Difference"]


@attrs.frozen(kw_only=True)
class Difference:
    """One thing that a JSON Schema cannot say.

    Attributes:
        code: the code of the finding when loading; empty where loading accepts more than the schema.
        path: the start of the keys where it applies; empty for anywhere.
        holding: a regular expression that is found in the values to which it applies; empty for any value.
        about: what it is, in a sentence.
    """

    code: str = ""
    path: str = ""
    holding: str = ""
    about: str


DIFFERENCES = (
    Difference(code="PG001", about="A text that is not JSON, YAML or TOML: a schema sees only values."),
    Difference(code="PG002", about="A duplicate key in an object: parsers that feed a schema keep one of the two."),
    Difference(
        code="PG008",
        about="Fields of one object that contradict each other, such as a target date before the start date.",
    ),
    Difference(code="PG010", about="A limit of the reader: size, depth, the length of a number."),
    Difference(path="schemaVersion", about="An older version that loading migrates; the schema knows the current one."),
    Difference(
        code="PG007",
        holding="[\ud800-\udfff]",
        about="A lone surrogate in a text: half of a character, which few languages can hold.",
    ),
    Difference(code="PG007", path="x-", about="A lone surrogate or a number that is not finite in `x-` data."),
)
"""For every other JSON value, loading accepts exactly what the input schema accepts."""
