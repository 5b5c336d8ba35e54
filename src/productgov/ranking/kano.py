"""Kano: the categories of a survey in order, and Better - Worse within each (Kano et al., 1984; Timko, 1993)."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from productgov.model.kano.evaluation import KanoCategory
from productgov.model.prioritization import Framework
from productgov.model.scoring import Scoring
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.settings import RankingSettings
from productgov.ranking.terms import Terms
from productgov.wording import number_text

__all__ = ["KANO"]

_NEEDS = "Kano survey (scoring.kano)"
_REFUSED: Mapping[KanoCategory | None, str] = MappingProxyType(
    {
        None: "its Kano survey holds no answers (scoring.kano)",
        KanoCategory.REVERSE: "its Kano survey says reverse: customers do not want it",
        KanoCategory.QUESTIONABLE: "its Kano survey says questionable: the answers contradict each other",
    }
)


def _has_inputs(scoring: Scoring, _settings: RankingSettings) -> bool:
    return scoring.kano is not None and scoring.kano.tally().total > 0


def _assess(scoring: Scoring, settings: RankingSettings) -> Assessment:
    if scoring.kano is None:
        return Assessment(refusal=f"no {_NEEDS}")
    counts = scoring.kano.tally(settings.kano_table)
    category, better, worse = counts.category, counts.better, counts.worse
    terms = Terms(
        {
            "category": None if category is None else category.value,
            "better": better,
            "worse": worse,
            "significant": counts.significant,
            "n": counts.total,
        }
    )
    if category is None or category in _REFUSED:
        return Assessment(terms=terms, refusal=_REFUSED[category])
    # Some answered M, O, A or I when one of these is the category, so that both coefficients are defined.
    score = (better or 0) - (worse or 0)
    return Assessment(score=score, group=tuple(KanoCategory).index(category), terms=terms)


def _explain(scoring: Scoring, settings: RankingSettings) -> Iterator[str]:
    if scoring.kano is None:
        return
    counts = scoring.kano.tally(settings.kano_table)
    if counts.leaders is None:
        yield "Kano: nobody answered."
        return
    first, second = counts.leaders
    yield f"Kano: {', '.join(f'{each.value} {number_text(counts.of(each))}' for each in KanoCategory)}"
    if scoring.kano.responses:
        yield f"  evaluated by the table of {settings.kano_table.source}"
    yield f"  most frequent is {first.value}: {first.description}"
    lead, needed = number_text(counts.of(first) - counts.of(second)), number_text(counts.critical_lead or 0)
    verdict = "significant" if counts.significant else "not significant"
    yield f"  ahead of {second.value} by {lead}, where {needed} are needed: {verdict} (Fong, 1996)"
    if counts.better is not None and counts.worse is not None:
        must, one, attractive, indifferent = (number_text(counts.of(each)) for each in tuple(KanoCategory)[:4])
        total = f"({attractive} + {one} + {must} + {indifferent})"
        yield f"  Better = ({attractive} + {one}) ÷ {total} = {number_text(counts.better)}"
        yield f"  Worse = -({one} + {must}) ÷ {total} = {number_text(counts.worse)}"
        yield f"  within its category: Better - Worse = {number_text(counts.better - counts.worse)}"


KANO = RankingMethod(
    name=Framework.KANO.value,
    description=Framework.KANO.description,
    source="Kano et al., 1984",
    needs=_NEEDS,
    has_inputs=_has_inputs,
    assess=_assess,
    explain=_explain,
    lower_is_better=frozenset({"worse"}),
    not_inputs=frozenset({"significant", "n"}),
    categories=tuple(category.value for category in KanoCategory),
)
