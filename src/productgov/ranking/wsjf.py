"""WSJF, weighted shortest job first: the cost of delay ÷ the size of the job (Reinertsen, 2009; SAFe)."""

from collections.abc import Iterator

from productgov.model.scoring import Scoring
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.settings import RankingSettings
from productgov.ranking.terms import Terms
from productgov.wording import number_text

__all__ = ["WSJF"]

_NEEDS = "WSJF inputs (scoring.wsjf)"


def _has_inputs(scoring: Scoring, _settings: RankingSettings) -> bool:
    return scoring.wsjf is not None


def _assess(scoring: Scoring, _settings: RankingSettings) -> Assessment:
    wsjf = scoring.wsjf
    if wsjf is None:
        return Assessment(refusal=f"no {_NEEDS}")
    terms = {
        "user_business_value": wsjf.user_business_value,
        "time_criticality": wsjf.time_criticality,
        "risk_reduction": wsjf.risk_reduction,
        "job_size": wsjf.job_size,
    }
    return Assessment(score=wsjf.score, terms=Terms(terms), effort=wsjf.job_size)


def _explain(scoring: Scoring, _settings: RankingSettings) -> Iterator[str]:
    wsjf = scoring.wsjf
    if wsjf is None:
        return
    parts = (wsjf.user_business_value, wsjf.time_criticality, wsjf.risk_reduction)
    yield f"WSJF: {WSJF.description}"
    for name, number in zip(("user-business value", "time criticality", "risk reduction"), parts, strict=True):
        yield f"  {name:<19}  {number_text(number)}"
    yield f"  {'job size':<19}  {number_text(wsjf.job_size)}"
    delay = " + ".join(map(number_text, parts))
    yield f"  ({delay}) ÷ {number_text(wsjf.job_size)} = {number_text(wsjf.score)}"


WSJF = RankingMethod(
    name="WSJF",
    description="(User-Business Value + Time Criticality + Risk Reduction) ÷ Job Size (Reinertsen, 2009; SAFe).",
    source="Reinertsen, 2009; SAFe",
    needs=_NEEDS,
    has_inputs=_has_inputs,
    assess=_assess,
    explain=_explain,
    lower_is_better=frozenset({"job_size"}),
)
