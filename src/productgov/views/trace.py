"""Traceability as text: what serves every pillar, and where a chain is broken."""

from collections.abc import Iterable, Iterator

from productgov.analysis.traceability import Chain, PillarTrace, Traceability
from productgov.model.metrics import KPI
from productgov.views.layout import WIDTH, wrap
from productgov.views.metrics import short_name
from productgov.wording import one_line, percent_text

__all__ = ["trace_text"]

_MOST = 6


def trace_text(traced: Traceability) -> str:
    """Every pillar with its coverage; under it each initiative with its metrics, what watches them, and its reviews.

    Args:
        traced: what `trace` found.
    """
    pillars = (*traced.pillars, *((traced.unassigned,) if traced.unassigned.chains else ()))
    return "\n".join(line for pillar in pillars for line in _pillar_lines(pillar)) or "(nothing)"


def _pillar_lines(pillar: PillarTrace) -> Iterator[str]:
    complete = sum(not chain.missing for chain in pillar.chains)
    name = "(no pillar)" if pillar.pillar is None else one_line(pillar.pillar)
    coverage = "no initiative serves it"
    if pillar.coverage is not None:
        coverage = f"{percent_text(pillar.coverage)} covered, {complete} of {len(pillar.chains)}"
    yield from _hanging("", f"{name}: {coverage}")
    for chain in pillar.chains:
        yield from _chain_lines(chain)


def _chain_lines(chain: Chain) -> Iterator[str]:
    initiative, horizon = chain.placed
    where = horizon.value if horizon else "delivered"
    yield from _hanging("  ", f"{initiative.id}: {one_line(initiative.title)} ({where})")
    watching = _names(chain.watched_by[:_MOST]) + (" and more" if chain.watched_by[_MOST:] else "")
    reviews = ", ".join(kind.value for kind in chain.reviews)
    for label, found in (("moves", _names(chain.metrics)), ("watched by", watching), ("seen in", reviews)):
        yield from _hanging(f"      {label:<12}", found or "nothing")


def _names(kpis: Iterable[KPI]) -> str:
    return ", ".join(dict.fromkeys(map(short_name, kpis)))


def _hanging(head: str, text: str) -> Iterator[str]:
    """A text after a head; its further lines are indented to the end of the head."""
    for number, line in enumerate(wrap(text, WIDTH - len(head))):
        yield f"{' ' * len(head) if number else head}{line}"
