"""Traceability as text: what serves every pillar, and where a chain is broken."""

from collections.abc import Iterable, Iterator

from productgov.analysis.traceability import Chain, ObjectiveTrace, PillarTrace, Traceability
from productgov.model.metrics import KPI
from productgov.views.layout import WIDTH, hanging
from productgov.views.metrics import short_name
from productgov.wording import one_line, percent_text

__all__ = ["trace_text"]

_MOST = 6


def trace_text(traced: Traceability, *, width: int = WIDTH) -> str:
    """Every pillar with its coverage, its objectives and its initiatives.

    An objective is shown with its key results, what measures it and what serves it; an initiative with the objectives
    that it is for, its metrics, what watches them, its reviews and its outcome.

    Args:
        traced: what `trace` found.
        width: the most columns that a line may take; less than 80 counts as 80.
    """
    columns = max(width, WIDTH)
    rest = traced.unassigned
    pillars = (*traced.pillars, *((rest,) if rest.chains or rest.objectives else ()))
    return "\n".join(line for pillar in pillars for line in _pillar_lines(pillar, columns)) or "(nothing)"


def _pillar_lines(pillar: PillarTrace, columns: int) -> Iterator[str]:
    complete = sum(not chain.missing for chain in pillar.chains)
    name = "(no pillar)" if pillar.pillar is None else one_line(pillar.pillar)
    coverage = "no initiative serves it"
    if pillar.coverage is not None:
        coverage = f"{percent_text(pillar.coverage)} covered, {complete} of {len(pillar.chains)}"
    yield from hanging("", f"{name}: {coverage}", columns)
    for traced in pillar.objectives:
        yield from _objective_lines(traced, columns)
    for chain in pillar.chains:
        yield from _chain_lines(chain, columns)


def _objective_lines(traced: ObjectiveTrace, columns: int) -> Iterator[str]:
    objective = traced.objective
    yield from hanging("  ", f"objective {objective.id}: {one_line(objective.title)} ({objective.period})", columns)
    serving = [initiative.id for initiative in traced.initiatives]
    served = ", ".join(serving[:_MOST]) + (" and more" if serving[_MOST:] else "")
    for each in traced.key_results:
        key_result = each.key_result
        what = short_name(each.kpi) if each.kpi else one_line(key_result.milestone or key_result.title or "")
        yield from hanging(f"      {'key result':<12}", f"{key_result.id}{f': {what}' if what else ''}", columns)
    yield from hanging(f"      {'served by':<12}", served or "nothing", columns)


def _chain_lines(chain: Chain, columns: int) -> Iterator[str]:
    initiative, horizon = chain.placed
    where = horizon.value if horizon else "delivered"
    yield from hanging("  ", f"{initiative.id}: {one_line(initiative.title)} ({where})", columns)
    watching = _names(chain.watched_by[:_MOST]) + (" and more" if chain.watched_by[_MOST:] else "")
    reviews = ", ".join(kind.value for kind in chain.reviews)
    if chain.objectives:
        yield from hanging(f"      {'for':<12}", ", ".join(objective.id for objective in chain.objectives), columns)
    for label, found in (("moves", _names(chain.moves)), ("watched by", watching), ("seen in", reviews)):
        yield from hanging(f"      {label:<12}", found or "nothing", columns)
    if chain.outcome:
        yield from hanging(f"      {'outcome':<12}", f"{chain.outcome.verdict} on {chain.outcome.date}", columns)


def _names(kpis: Iterable[KPI]) -> str:
    return ", ".join(dict.fromkeys(map(short_name, kpis)))
