"""What hypothesis calls when it is imported: from then on `st.from_type(ProductGovernance)` works by itself."""

from hypothesis import strategies as st

from productgov.fields.shapes import model_classes
from productgov.model.governance import ProductGovernance

__all__ = ["register"]


def register() -> None:
    """Tell hypothesis how every class of the model is made; nothing is built before it is asked for."""
    for cls in model_classes(ProductGovernance):
        st.register_type_strategy(cls, _narrow)


def _narrow(cls: type) -> st.SearchStrategy[object]:
    from productgov.strategies.objects import models  # noqa: PLC0415  # hypothesis may be half imported before

    return models(cls)
