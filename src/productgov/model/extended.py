"""Objects with extension data, and the one extension key that belongs to this library."""

from typing import Protocol

from productgov.model.extensions import Extensions

__all__ = ["SETTINGS", "HasExtensions"]

SETTINGS = "x-productgov"
"""The key under which any object of a document can hold settings for this library, such as findings to ignore."""


class HasExtensions(Protocol):
    """Any object of the model."""

    @property
    def extensions(self) -> Extensions:
        """Its `x-` data."""
        ...
