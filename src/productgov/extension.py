"""Custom data under an `x-` key, typed: read, written and checked like the rest of a document."""

from collections.abc import Iterator
from typing import Generic, TypeVar

import attrs

from productgov.codec.build import structure
from productgov.codec.strict.consequences import without_consequences
from productgov.codec.strict.mistakes import Mistakes
from productgov.codec.strict.objects import walk_of
from productgov.codec.to_data import writer_of
from productgov.document import Document, reading_of
from productgov.errors import InvalidValueError
from productgov.fields.shapes import is_model, shape_of
from productgov.findings import Finding
from productgov.found import Found
from productgov.model.extensions import SETTINGS, HasExtensions
from productgov.model.governance import ProductGovernance
from productgov.model.walk import objects
from productgov.wording import quoted_value

__all__ = ["ExtensionType"]

Data = TypeVar("Data")
Owner = TypeVar("Owner", bound=HasExtensions)


@attrs.frozen
class ExtensionType(Generic[Data]):
    """An `x-` key, and the class of the data under it.

    The class is declared like those of the model: `@attrs.frozen(kw_only=True, field_transformer=checked)`, fields
    annotated with plain types or the types of `productgov.fields`, and `extensions: Extensions = Extensions()`.

    Attributes:
        key: the key, which starts with `x-`, such as `x-ticket`.
        cls: the class of the data under the key.

    Raises:
        InvalidValueError: when the key does not start with `x-`, or the class is not declared like that.
    """

    key: str
    cls: type[Data]

    def __attrs_post_init__(self) -> None:
        if not self.key.startswith("x-") or self.key == SETTINGS:
            raise InvalidValueError(
                f'extension keys start with "x-" ("{SETTINGS}" is reserved), not {quoted_value(self.key)}'
            )
        cls: type = self.cls
        if not is_model(cls):
            raise InvalidValueError(
                f"{cls.__name__} must be declared with `field_transformer=checked` and have a field "
                "`extensions: Extensions = Extensions()`"
            )

    def of(self, owner: HasExtensions) -> Data | None:
        """The data of an object under the key; None when there is none.

        Raises:
            InvalidDocumentError: with every finding, whose paths begin at the object.
        """
        if self.key not in owner.extensions:
            return None
        return structure(owner.extensions[self.key], self.cls, (None, self.key))

    def put(self, owner: Owner, data: Data | None) -> Owner:
        """A copy of the object with this data under the key; None removes the key."""
        others = {key: value for key, value in owner.extensions.items() if key != self.key}
        cls: type = self.cls
        own = {} if data is None else {self.key: writer_of(cls)(data)}
        return attrs.evolve(owner, extensions={**others, **own})  # type: ignore[misc]

    def all(self, governance: ProductGovernance) -> Iterator[tuple[object, Data]]:
        """Every object of a governance that has data under the key, with this data.

        Raises:
            InvalidDocumentError: as `of` does.
        """
        for _, owner in objects(governance):
            data = self.of(owner)
            if data is not None:
                yield owner, data

    def findings(self, source: Document | ProductGovernance) -> tuple[Finding, ...]:
        """Everything that is wrong with the data under the key in a governance; in a document, with line and column."""
        governance = source.governance if isinstance(source, Document) else source
        locate = reading_of(source).locate if isinstance(source, Document) else Found.to_finding
        mistakes = Mistakes()
        for trail, owner in objects(governance):
            extensions = owner.extensions
            if self.key in extensions:
                walk_of(shape_of(self.cls))(extensions[self.key], (trail, self.key), mistakes)
        return tuple(map(locate, without_consequences(mistakes.kept)))
