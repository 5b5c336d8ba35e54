"""Whether each metric is measured, and how often."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from productgov.findings import Severity
from productgov.found import Common, Found
from productgov.model.metrics import STALE_DAYS, Observation
from productgov.paths import Path
from productgov.rules.cadence_texts import unreadable_cadence
from productgov.rules.context import Context
from productgov.rules.metric_examples import observed, with_kpi
from productgov.rules.odd_texts import is_placeholder
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, distinct_texts, quoted

__all__ = ["OBSERVATIONS"]


def _unknown_or_stale(context: Context) -> Iterator[Found]:
    totals = Counter(group for _, _, group in context.kpis)
    for path, kpi, group in context.kpis:
        if not kpi.observations and kpi.source is None:
            nothing = "neither an observation nor a source"
            yield Found(
                path,
                f"{quoted(kpi.name)} has {nothing}",
                "add an observation, or the source of its numbers",
                common=Common(list=f"{group.value} metrics", total=totals[group], what=f"have {nothing}", name=kpi.id),
            )
            continue
        current = kpi.current(context.as_of)
        if current and kpi.stale(context.as_of) and not kpi.breached(context.as_of):
            age = counted((context.as_of - current.date).days, "day")
            seen = f"{quoted(kpi.name)} was last observed on {current.date}, {age} before {context.as_of}"
            scheduled = kpi.cadence is not None and kpi.cadence.dated is not None
            yield Found(
                path,
                f"{seen}, but its refresh is {kpi.refresh}"
                if scheduled
                else f"{seen}; without a refresh that has dates it counts for {STALE_DAYS} days",
                "add its latest observation, or correct its refresh"
                if scheduled
                else "add its latest observation, or a refresh that says how often it is measured",
            )


def _unreadable_refresh(context: Context) -> Iterator[Found]:
    for path, kpi, _ in context.kpis:
        problem = None if kpi.refresh is None or is_placeholder(kpi.refresh) else unreadable_cadence(kpi.refresh)
        if problem:
            yield Found(
                (*path, "refresh"),
                f"the refresh of {quoted(kpi.name)} is {quoted(kpi.refresh or '')}, which cannot be read, so nothing "
                "says when it is stale",
                problem,
            )


def _contradicting(context: Context) -> Iterator[Found]:
    for path, name, observations in _measured(context):
        first: dict[date, tuple[int, Observation]] = {}
        told: set[date] = set()
        for index, seen in enumerate(observations):
            place, before = first.setdefault(seen.date, (index, seen))
            if seen.value != before.value and seen.date not in told:
                told.add(seen.date)
                one, other = distinct_texts(before.value, seen.value)
                yield Found(
                    (*path, "observations", index),
                    f"{name} has two values for {seen.date}: {one} and {other}; the last in the list counts",
                    "keep the one that is right, or correct a date",
                    related=((*path, "observations", place),),
                )


def _measured(context: Context) -> Iterator[tuple[Path, str, Iterable[Observation]]]:
    """Whatever has observations: where it is, its name in messages, and the observations."""
    for path, kpi, _ in context.kpis:
        yield path, quoted(kpi.name), kpi.observations
    for placed in context.objectives:
        for path, key_result in placed.key_results:
            yield path, f"the key result {key_result.id}", key_result.observations


OBSERVATIONS = Family(
    prefix="PG4",
    title="Observations",
    about="Is each metric measured, and often enough?",
    rules=(
        Rule(
            code="PG404",
            severity=Severity.WARNING,
            title="never measured, or stale",
            meaning="""KPIs have neither an observation nor a source (one finding for a group of metrics); or a KPI has
                missed two observations that its refresh schedules; or, without a refresh that has dates, its latest one
                is more than 400 days old. Silent for a breach, which stands until the KPI is observed within its bounds
                (PG403, PG410).""",
            why="Decisions rely on it as if it were known. Unknown and stale are neither good nor bad.",
            bad=with_kpi("input", "activation", observations=observed("2026-01-12", 33)),
            good=with_kpi("input", "activation", observations=observed("2026-02-23", 33)),
            find=_unknown_or_stale,
        ),
        Rule(
            code="PG413",
            severity=Severity.WARNING,
            title="refresh that cannot be read",
            meaning="""The refresh of a KPI names no rhythm, or could be one of two: bimonthly is every two months or
                twice a month. Silent for a placeholder (PG606).""",
            why="Nobody can tell when the next observation is due, so the KPI is never stale before 400 days.",
            bad=with_kpi("guardrail", "crash-rate", refresh="whenever we look"),
            good=with_kpi("guardrail", "crash-rate", refresh="every 2 weeks"),
            find=_unreadable_refresh,
        ),
        Rule(
            code="PG416",
            severity=Severity.WARNING,
            title="two values for one day",
            meaning="""A KPI or a key result has observations of one day with different values. The finding is at the
                first that differs.""",
            why="Only the last of them counts, and nobody has decided that it is the right one.",
            bad=with_kpi(
                "guardrail", "crash-rate", observations=[*observed("2026-02-23", 1.1), *observed("2026-02-23", 1.4)]
            ),
            good=with_kpi(
                "guardrail", "crash-rate", observations=[*observed("2026-02-16", 1.1), *observed("2026-02-23", 1.4)]
            ),
            find=_contradicting,
        ),
    ),
)
