"""Data of one's own under an `x-` key, typed: read, written and checked like the rest of a document."""

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

import attrs

from productgov.codec.converter import build
from productgov.codec.strict.objects import walk_of
from productgov.codec.to_data import writer_of
from productgov.document import Document, reading_of
from productgov.errors import InvalidDocumentError, InvalidValueError
from productgov.fields.shapes import is_model, shape_of
from productgov.findings import Finding
from productgov.found import Found
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance
from productgov.model.walk import objects
from productgov.paths import Trail

__all__ = ["Extension"]

Data = TypeVar("Data")
Owner = TypeVar("Owner", bound="_HasExtensions")


class _HasExtensions(Protocol):
    """Any object of the model."""

    @property
    def extensions(self) -> Extensions:
        """Its `x-` data."""
        ...


@attrs.frozen
class Extension(Generic[Data]):
    """An `x-` key, and the class of what is kept under it.

    The class is declared like those of the model: `@attrs.frozen(kw_only=True, field_transformer=checked)`, fields
    annotated with the types of `productgov.fields.types`, and `extensions: Extensions = Extensions()` as the last one.

    Attributes:
        key: the key, such as `x-ticket`.
        cls: the class of the data under the key.

    Raises:
        InvalidValueError: when the key does not begin with `x-`, or the class is not declared like that.
    """

    key: str
    cls: type[Data]

    def __attrs_post_init__(self) -> None:
        if not self.key.startswith("x-") or self.key == "x-productgov":
            raise InvalidValueError(f"{self.key!r:.40} is no key of yours; allowed is x- and a name, but x-productgov")
        cls: type = self.cls
        if not is_model(cls):
            raise InvalidValueError(f"{cls.__name__} has no field `extensions: Extensions = Extensions()`; add it")
        walk_of(shape_of(cls))

    def of(self, owner: _HasExtensions) -> Data | None:
        """What an object keeps under the key; None when there is nothing.

        Raises:
            InvalidDocumentError: with every finding, whose paths begin at the object.
        """
        if self.key not in owner.extensions:
            return None
        data = owner.extensions[self.key]
        mistakes = self._mistakes(data, None)
        if mistakes:
            raise InvalidDocumentError(tuple(mistake.to_finding() for mistake in mistakes))
        return build(data, self.cls)

    def put(self, owner: Owner, data: Data | None) -> Owner:
        """The object with this data under the key in place of what was there; None takes it away."""
        others = {key: value for key, value in owner.extensions.items() if key != self.key}
        cls: type = self.cls
        own = {} if data is None else {self.key: writer_of(cls)(data)}
        return attrs.evolve(owner, extensions={**others, **own})  # type: ignore[misc]

    def all(self, governance: ProductGovernance) -> Iterator[tuple[object, Data]]:
        """Every object of a governance that keeps something under the key, with what it keeps.

        Raises:
            InvalidDocumentError: as `of` does.
        """
        for _, owner in objects(governance):
            data = self.of(owner)
            if data is not None:
                yield owner, data

    def findings(self, source: Document | ProductGovernance) -> tuple[Finding, ...]:
        """Everything that is wrong with the data under the key in a governance; a document knows its lines too."""
        governance = source.governance if isinstance(source, Document) else source
        locate = reading_of(source).locate if isinstance(source, Document) else Found.to_finding
        found: list[Found] = []
        for trail, owner in objects(governance):
            extensions: Extensions = owner.extensions
            if self.key in extensions:
                found += self._mistakes(extensions[self.key], trail)
        return tuple(map(locate, found))

    def _mistakes(self, data: object, holder: Trail) -> list[Found]:
        mistakes: list[Found] = []
        walk_of(shape_of(self.cls))(data, (holder, self.key), mistakes)
        return mistakes
