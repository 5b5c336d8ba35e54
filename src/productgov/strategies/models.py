"""One strategy for each class of the model, all derived through one."""

from typing import Protocol, TypeVar

from hypothesis import strategies as st

from productgov.model.governance import ProductGovernance
from productgov.strategies.consistent import consistent_drafts
from productgov.strategies.drafts import Draft, built, drafts, written
from productgov.strategies.values import Latitude, extension_values

__all__ = ["Models", "documents", "governances", "governances_with_documents", "models"]

Model = TypeVar("Model")
Model_co = TypeVar("Model_co", covariant=True)
Json = dict[str, object]


class Models(Protocol[Model_co]):
    """`models` for one class."""

    def __call__(
        self,
        *,
        consistent: bool = True,
        extensions: st.SearchStrategy[object] | None = None,
        **fields: st.SearchStrategy[object],
    ) -> st.SearchStrategy[Model_co]:
        """Objects of the class; see `models`."""
        ...


def models(
    cls: type[Model],
    *,
    consistent: bool = True,
    extensions: st.SearchStrategy[object] | None = None,
    **fields: st.SearchStrategy[object],
) -> st.SearchStrategy[Model]:
    """Objects of one class of the model.

    Args:
        cls: The class; a class of your own that is declared with the same vocabulary serves as well.
        consistent: Small and readable values, without `x-` data. False goes wild: any valid value, `x-` data included.
        extensions: The values of `x-` keys, where narrow objects should have such keys or wild ones less of them.
        **fields: Strategies for single fields, by their Python names; None among their values leaves a field out.
    """
    if cls is ProductGovernance and consistent and not fields:
        return governances(extensions=extensions)  # type: ignore[return-value]
    return drafts(cls, _latitude(consistent=consistent, longest=2, extensions=extensions), fields).map(built)


def governances(
    *, consistent: bool = True, max_initiatives: int = 4, extensions: st.SearchStrategy[object] | None = None
) -> st.SearchStrategy[ProductGovernance]:
    """Whole governances.

    Args:
        consistent: Ids are unique, references resolve, nothing goes round in circles, dates suit their horizons, so
            that `check(governance)` finds no error (warnings it may find). False goes wild: whatever can be built.
        max_initiatives: The most initiatives there are in all; in a wild one no list is longer, nor longer than two.
        extensions: The values of `x-` keys; without it, narrow governances have none, and wild ones have any.
    """
    return _drafts(consistent=consistent, max_initiatives=max_initiatives, extensions=extensions).map(built)


def documents(
    *, consistent: bool = True, max_initiatives: int = 4, extensions: st.SearchStrategy[object] | None = None
) -> st.SearchStrategy[Json]:
    """Documents that can be read, as plain dicts and lists: the same as `governances`, in every spelling."""
    return _drafts(consistent=consistent, max_initiatives=max_initiatives, extensions=extensions).map(written)


def governances_with_documents(
    *, consistent: bool = True, max_initiatives: int = 4, extensions: st.SearchStrategy[object] | None = None
) -> st.SearchStrategy[tuple[ProductGovernance, Json]]:
    """Pairs of a governance and a document that says the same, made without reading or writing one."""
    return _drafts(consistent=consistent, max_initiatives=max_initiatives, extensions=extensions).map(
        lambda draft: (built(draft), written(draft))
    )


def _drafts(
    *, consistent: bool, max_initiatives: int, extensions: st.SearchStrategy[object] | None
) -> st.SearchStrategy[Draft]:
    latitude = _latitude(
        consistent=consistent, longest=2 if consistent else min(2, max_initiatives), extensions=extensions
    )
    return consistent_drafts(latitude, max_initiatives) if consistent else drafts(ProductGovernance, latitude)


def _latitude(*, consistent: bool, longest: int, extensions: st.SearchStrategy[object] | None) -> Latitude:
    if not consistent and extensions is None:
        extensions = extension_values()
    return Latitude(wild=not consistent, longest=longest, extensions=extensions)
