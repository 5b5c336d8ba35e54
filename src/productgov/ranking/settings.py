"""The settings of a ranking: what scores depend on, apart from the items."""

from typing import NamedTuple

import attrs

from productgov.display import Displayed
from productgov.model.kano.evaluation import BERGER_1993, EvaluationTable
from productgov.model.prioritization import Prioritization
from productgov.model.scoring import MIDPOINT

__all__ = ["MatrixCut", "RankingSettings"]


class MatrixCut(NamedTuple):
    """Where the value-effort matrix is cut.

    Attributes:
        value: the value above which an item counts as high.
        effort: the effort above which an item counts as high.
    """

    value: float
    effort: float


_MIDPOINT = MatrixCut(MIDPOINT.value, MIDPOINT.effort)


@attrs.frozen(kw_only=True, repr=False)
class RankingSettings(Displayed):
    """The settings a ranking method computes with.

    Attributes:
        prioritization: the document's settings, with those replaced that `rank` was given; the defaults for
            initiatives without a document.
        kano_table: the table that evaluates raw Kano answers.
        cut: where the value-effort matrix is cut; only Value-Effort uses it. At the midpoint, items that are placed by
            their criteria are cut at 5, the middle of the scale of these.
    """

    prioritization: Prioritization
    kano_table: EvaluationTable = BERGER_1993
    cut: MatrixCut = _MIDPOINT
