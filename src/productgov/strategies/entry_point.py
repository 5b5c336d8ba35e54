"""The entry point that hypothesis calls, so that `st.from_type(ProductGovernance)` works."""

from hypothesis import strategies as st

from productgov.fields.shapes import model_classes
from productgov.model.governance import ProductGovernance

__all__ = ["register"]


def register() -> None:
    """Register a strategy for every class of the model; it is made when it is first used."""
    for cls in model_classes(ProductGovernance):
        st.register_type_strategy(cls, _consistent)


def _consistent(cls: type) -> st.SearchStrategy[object]:
    from productgov.strategies.objects import models  # noqa: PLC0415  # hypothesis may be half imported before

    return models(cls)
