"""Traceability as text: what every pillar rests on, and where a chain is broken."""

from collections.abc import Iterable, Iterator

from productgov.analysis.traceability import Chain, PillarTrace, trace
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI
from productgov.views.layout import wrap
from productgov.wording import one_line

__all__ = ["trace_lines"]

_WIDTH = 80


def trace_lines(governance: ProductGovernance) -> tuple[str, ...]:
    """Every pillar with its coverage; under it each initiative with its metrics, what watches it, and its reviews."""
    traced = trace(governance)
    lines = [line for pillar in traced.pillars for line in _pillar_lines(pillar)]
    if traced.unassigned.chains:
        lines += _pillar_lines(traced.unassigned)
    return tuple(lines)


def _pillar_lines(pillar: PillarTrace) -> Iterator[str]:
    whole = sum(not chain.missing for chain in pillar.chains)
    name = "(no pillar)" if pillar.pillar is None else one_line(pillar.pillar)
    coverage = "no initiative serves it"
    if pillar.coverage is not None:
        coverage = f"{pillar.coverage:.0%} covered, {whole} of {len(pillar.chains)}"
    yield from _hanging("", f"{name}: {coverage}")
    for chain in pillar.chains:
        yield from _chain_lines(chain)


def _chain_lines(chain: Chain) -> Iterator[str]:
    initiative, horizon = chain.placed
    where = horizon.value if horizon else "delivered"
    yield from _hanging("  ", f"{initiative.id}: {one_line(initiative.title)} ({where})")
    watching = _names((*chain.guardrails, *chain.outputs))
    reviews = ", ".join(kind.value for kind in chain.reviews)
    for label, found in (("moves", _names(chain.metrics)), ("watched by", watching), ("seen in", reviews)):
        yield from _hanging(f"      {label:<12}", found or "nothing")


def _names(kpis: Iterable[KPI]) -> str:
    return ", ".join(dict.fromkeys(one_line(kpi.name) for kpi in kpis))


def _hanging(head: str, text: str) -> Iterator[str]:
    """A text after a head, its further lines below its first."""
    for number, line in enumerate(wrap(text, _WIDTH - len(head))):
        yield f"{' ' * len(head) if number else head}{line}"
