"""The values of changes as plain data, for those who read them as JSON."""

from datetime import date

from productgov.codec.to_data import writer_of
from productgov.fields.periods import Period
from productgov.fields.shapes import is_model
from productgov.fields.types import Term
from productgov.model.extensions import Extensions, thaw_object

__all__ = ["plain_data"]


def plain_data(value: object) -> object:
    """A value of the model as plain data: dicts, lists, texts, numbers, booleans and None."""
    if isinstance(value, Extensions):
        return thaw_object(value)
    if isinstance(value, tuple):
        return [plain_data(item) for item in value]
    if isinstance(value, Term):
        return value.value
    if isinstance(value, (date, Period)):
        return str(value)
    cls: type = type(value)
    return writer_of(cls)(value) if is_model(cls) else value
