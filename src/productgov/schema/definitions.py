"""The named parts of a JSON Schema: kept together and referred to, or written where they are used."""

from collections.abc import Callable, Iterable

import attrs

from productgov.errors import InvalidValueError
from productgov.fields.scalars import Json
from productgov.wording import quoted_value

__all__ = ["Definitions", "check_choice"]


@attrs.frozen
class Definitions:
    """The parts of one schema, in the order in which they are met.

    Attributes:
        key: where they are kept: `$defs`, or `definitions` in older drafts.
        refs: "definitions" to refer to them there, "inline" to repeat them where they are used, or what references
            begin with where the parts are moved to, such as `#/components/schemas/`.
        parts: the parts by name.
    """

    key: str
    refs: str
    parts: dict[str, Json] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        if self.refs not in ("definitions", "inline") and not self.refs.endswith("/"):
            raise InvalidValueError(
                f'refs must be "definitions", "inline" or end with "/" as "#/components/schemas/" does, not '
                f"{quoted_value(self.refs)}"
            )

    @property
    def is_whole(self) -> bool:
        """Whether the schema is used as it is, and not as a part of a larger document."""
        return self.refs in ("definitions", "inline")

    def refer(self, name: str, render: Callable[[], Json]) -> Json:
        """The schema of a named part, where it is used."""
        if self.refs == "inline":
            return render()
        if name not in self.parts:
            self.parts[name] = {}
            self.parts[name] |= render()
        return {"$ref": f"#/{self.key}/{name}" if self.refs == "definitions" else f"{self.refs}{name}"}

    def added_to(self, body: Json) -> Json:
        """A schema with its parts."""
        return {**body, self.key: self.parts} if self.parts else body


def check_choice(name: str, value: str, allowed: Iterable[str]) -> None:
    """Refuse an argument that is not one of the allowed texts.

    Raises:
        InvalidValueError: when it is not.
    """
    if value not in (choices := tuple(allowed)):
        raise InvalidValueError(f"{name} must be one of {', '.join(choices)}, not {quoted_value(value)}")
