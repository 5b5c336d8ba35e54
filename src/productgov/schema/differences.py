"""Where loading a document is stricter than its JSON Schema, or more forgiving: the whole list."""

import attrs

__all__ = ["DIFFERENCES", "Difference"]


@attrs.frozen(kw_only=True)
class Difference:
    """One thing that a JSON Schema cannot say.

    Attributes:
        code: the finding that loading makes of it; empty where loading is the more forgiving of the two.
        path: the part of a document it is confined to, as the beginning of a key; empty for anywhere.
        about: what it is, in words.
    """

    code: str = ""
    path: str = ""
    about: str


DIFFERENCES = (
    Difference(code="PG001", about="A text that is no JSON, YAML or TOML at all: a schema sees only values."),
    Difference(code="PG002", about="The same key twice in one object: parsers that feed a schema keep one of them."),
    Difference(code="PG008", about="Fields of one object that contradict each other: a target before its start."),
    Difference(code="PG010", about="A limit of the reader: size, depth, aliases, the length of a number."),
    Difference(path="schemaVersion", about="An older version that loading migrates; the schema knows the current one."),
    Difference(code="PG007", path="x-", about="A lone surrogate or a number that is not finite in `x-` data."),
)
"""For every other JSON value, loading accepts exactly what the input schema accepts."""
