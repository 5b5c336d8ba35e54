"""What rankings are made of, and what a ranking method of your own is made of.

`productgov.rank`, `simulate`, `compare_frameworks` and `value_of_information` give the results whose parts are here.
"""

from typing import TYPE_CHECKING

from productgov.lazy import lazy_names

if TYPE_CHECKING:
    from productgov.ranking.comparison import Concordance, RankDifference, TermRank
    from productgov.ranking.draws import Sampling
    from productgov.ranking.method import Assessment, RankingMethod
    from productgov.ranking.moscow import MustShare, must_share
    from productgov.ranking.registry import METHODS, MethodName
    from productgov.ranking.report import RankReport
    from productgov.ranking.settings import MatrixCut, RankingSettings
    from productgov.ranking.terms import Terms, TermValue
    from productgov.ranking.ties import TieBreak
    from productgov.ranking.uncertain import ExpectedScore, UncertainFunction, UncertainScore
else:
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "comparison": "Concordance RankDifference TermRank",
            "draws": "Sampling",
            "method": "Assessment RankingMethod",
            "moscow": "MustShare must_share",
            "registry": "METHODS MethodName",
            "report": "RankReport",
            "settings": "MatrixCut RankingSettings",
            "terms": "TermValue Terms",
            "ties": "TieBreak",
            "uncertain": "ExpectedScore UncertainFunction UncertainScore",
        },
    )

__all__ = [
    "METHODS",
    "Assessment",
    "Concordance",
    "ExpectedScore",
    "MatrixCut",
    "MethodName",
    "MustShare",
    "RankDifference",
    "RankReport",
    "RankingMethod",
    "RankingSettings",
    "Sampling",
    "TermRank",
    "TermValue",
    "Terms",
    "TieBreak",
    "UncertainFunction",
    "UncertainScore",
    "must_share",
]
