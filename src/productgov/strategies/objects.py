"""Strategies for the classes of the model, and for documents."""

from typing import Protocol, TypeVar

from hypothesis import strategies as st

from productgov.model.governance import ProductGovernance
from productgov.strategies.consistent import consistent_drafts
from productgov.strategies.drafts import Draft, built, drafts, written
from productgov.strategies.values import Range, extension_values

__all__ = ["Models", "documents", "governances", "governances_with_documents", "models"]

Model = TypeVar("Model")
Model_co = TypeVar("Model_co", covariant=True)


class Models(Protocol[Model_co]):
    """A function that makes strategies for one class, as `models` does for any."""

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
        cls: The class; it can be a class of your own that is declared with `productgov.fields`.
        consistent: Small and readable values, without `x-` data. False draws any valid value, `x-` data included.
        extensions: The values of `x-` keys; without it, consistent objects have none, and others any.
        **fields: Strategies for single fields, by their Python names; None among their values leaves a field out.
    """
    if cls is ProductGovernance and consistent and not fields:
        return governances(extensions=extensions)  # type: ignore[return-value]
    return drafts(cls, _range(consistent=consistent, longest=2, extensions=extensions), fields).map(built)


def governances(
    *, consistent: bool = True, max_initiatives: int = 4, extensions: st.SearchStrategy[object] | None = None
) -> st.SearchStrategy[ProductGovernance]:
    """Whole governances.

    Args:
        consistent: Ids are unique, references resolve, dependencies have no cycles, dates fit their horizons, so that
            `check(governance)` finds no error (it may find warnings). False draws any valid value.
        max_initiatives: The most initiatives in all; with `consistent=False`, the most items of any list, up to two.
        extensions: The values of `x-` keys; without it, consistent governances have none, and others any.
    """
    return _drafts(consistent=consistent, max_initiatives=max_initiatives, extensions=extensions).map(built)


def documents(
    *, consistent: bool = True, max_initiatives: int = 4, extensions: st.SearchStrategy[object] | None = None
) -> st.SearchStrategy[dict[str, object]]:
    """Valid documents as plain dicts and lists: what `governances` makes, also in short forms."""
    return _drafts(consistent=consistent, max_initiatives=max_initiatives, extensions=extensions).map(written)


def governances_with_documents(
    *, consistent: bool = True, max_initiatives: int = 4, extensions: st.SearchStrategy[object] | None = None
) -> st.SearchStrategy[tuple[ProductGovernance, dict[str, object]]]:
    """Pairs of a governance and an equal document, made without reading or writing one."""
    return _drafts(consistent=consistent, max_initiatives=max_initiatives, extensions=extensions).map(
        lambda draft: (built(draft), written(draft))
    )


def _drafts(
    *, consistent: bool, max_initiatives: int, extensions: st.SearchStrategy[object] | None
) -> st.SearchStrategy[Draft]:
    within = _range(consistent=consistent, longest=2 if consistent else min(2, max_initiatives), extensions=extensions)
    return consistent_drafts(within, max_initiatives) if consistent else drafts(ProductGovernance, within)


def _range(*, consistent: bool, longest: int, extensions: st.SearchStrategy[object] | None) -> Range:
    if not consistent and extensions is None:
        extensions = extension_values()
    return Range(exhaustive=not consistent, longest=longest, extensions=extensions)
