"""For those who bring a cattrs converter: it learns the classes of the model, with the checks that `load` makes."""

from cattrs import Converter

from productgov.codec.build import structure
from productgov.codec.to_data import writer_of
from productgov.fields.shapes import is_model

__all__ = ["configure_converter", "make_converter"]


def make_converter() -> Converter:
    """A cattrs converter that knows the classes of the model."""
    converter = Converter()
    configure_converter(converter)
    return converter


def configure_converter(converter: Converter) -> None:
    """Teach a cattrs converter the classes of the model.

    Structuring a document that is not valid raises `InvalidDocumentError`, which a converter with detailed validation
    puts into its groups where the document is part of something larger.
    """
    converter.register_structure_hook_factory(is_model, lambda cls: lambda data, _: structure(data, cls))
    converter.register_unstructure_hook_factory(is_model, writer_of)
