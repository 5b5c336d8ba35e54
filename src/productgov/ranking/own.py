"""The ranking of a document by the method that it says, for what shows it beside other things."""

from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.ranking import Ranking, rank

__all__ = ["own_ranking"]


def own_ranking(governance: ProductGovernance) -> Ranking:
    """The open initiatives by the document's own method; none is ranked where it says none that can be used (PG308)."""
    try:
        return rank(governance)
    except InvalidValueError as error:
        return rank(governance, method=_unusable(str(error)))


def _unusable(reason: str) -> RankingMethod:
    return RankingMethod(
        name="no method",
        description=reason,
        needs="a method",
        has_inputs=lambda _, __: True,
        assess=lambda _, __: Assessment(refusal=reason),
        explain=lambda _, __: (),
    )
