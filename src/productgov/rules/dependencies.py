"""PG201, PG202, PG204, PG209, PG211: what waits for what."""

from collections.abc import Iterator, Mapping
from datetime import date

from productgov.findings import Severity
from productgov.found import Found, Remove
from productgov.model.initiative import Status
from productgov.model.roadmap import Dependency, DependencyType, External, Horizon
from productgov.model.vision import Vision
from productgov.rules.context import Context, Edge, Entry, Item, is_later
from productgov.rules.rule import Rule
from productgov.wording import counted

__all__ = ["RULES"]


def _cycles(context: Context) -> Iterator[Found]:
    """PG201."""
    for circle in context.circles:
        first, second = circle.cycle[0], circle.cycle[1]
        way = " → ".join((*circle.cycle, first))
        more = len(circle.members) - len(circle.cycle)
        others = f"; {counted(more, 'more item')} of the same knot" if more else ""
        yield Found(
            _edge(context, first, second).path,
            f"dependency cycle: {way}: each waits for the next, so that none can be finished first{others}",
            "remove or turn round one of these dependencies, or split an item so that a part of it needs nothing",
        )


def _edge(context: Context, waiting: str, awaited: str) -> Edge:
    return next(edge for edge in context.awaited[waiting] if edge.awaited == awaited)


def _stands_later(item: Item, awaited: Entry) -> bool:
    """True when what an item waits for is planned for a later horizon; a vision always is."""
    unfinished = awaited.status is None or not awaited.status.finished
    return bool(item.horizon and awaited.horizon and unfinished and is_later(awaited.horizon, item.horizon))


def _later_prerequisites(context: Context) -> Iterator[Found]:
    """PG202."""
    for item, edge, awaited in context.waits:
        if item.horizon and awaited.horizon and _stands_later(item, awaited):
            yield Found(
                edge.path,
                f"{edge.waiting} in {item.horizon.value} requires {edge.awaited}, "
                f"which stands in {awaited.horizon.value}",
                f"move {edge.awaited} to {item.horizon.value} or earlier, or {edge.waiting} to {awaited.horizon.value}"
                if awaited.horizon is not Horizon.FUTURE
                else f"make {edge.awaited} an initiative in {item.horizon.value} or earlier, or remove the dependency",
            )


def _early_starts(context: Context) -> Iterator[Found]:
    """PG204."""
    for item, edge, awaited in context.waits:
        start, end = item.initiative.start_date, _end(awaited, context.as_of)
        if start and end and start < end and not _stands_later(item, awaited):
            yield Found(
                edge.path,
                f"{edge.waiting} starts on {start}, before {edge.awaited}, which it requires, ends on {end}",
                f"start {edge.waiting} on {end} or later, or finish {edge.awaited} sooner",
            )


def _end(awaited: Entry, as_of: date) -> date | None:
    """The day something ends, as far as is known; what is done ended by the day of the check at the latest."""
    value = awaited.value
    if isinstance(value, External):
        return value.expected_date
    if isinstance(value, Vision) or value.status is Status.DROPPED:
        return None
    if value.status is Status.DONE and value.target_date and not value.delivered_date:
        return min(value.target_date, as_of)
    return value.delivered_date or value.target_date


def _idle_dependencies(context: Context) -> Iterator[Found]:
    """PG209."""
    stated: dict[tuple[str, ...], Dependency] = {}
    for index, dependency in enumerate(context.governance.roadmap.dependencies):
        path = ("roadmap", "dependencies", index)
        if dependency.from_ == dependency.to:
            message = f"{dependency.to} depends on itself"
            yield Found(path, message, "remove the dependency (fixable: check --fix)", Remove())
            continue
        before = stated.get(statement := _statement(dependency))
        if before is None:
            stated[statement] = dependency
        else:
            same = before.type is dependency.type
            message = (
                f"the dependency of {dependency.from_} and {dependency.to} is stated twice"
                if same
                else f'"{dependency.from_} {dependency.type.value} {dependency.to}" '
                f'says the same as "{before.from_} {before.type.value} {before.to}"'
            )
            if dependency.reason in (None, before.reason) and not dependency.extensions:
                yield Found(path, message, "remove this one (fixable: check --fix)", Remove())
            else:
                yield Found(path, message, "keep one of the two, with what both say")


def _statement(dependency: Dependency) -> tuple[str, ...]:
    """What a dependency says, equal for equal meanings."""
    first, second = dependency.from_, dependency.to
    if dependency.type is DependencyType.RELATES_TO:
        return ("relates", *sorted((first, second)))
    return ("requires", first, second) if dependency.type is DependencyType.REQUIRES else ("requires", second, first)


_RESTING: Mapping[Status, str] = {Status.DROPPED: "was dropped", Status.PAUSED: "is paused"}


def _resting_prerequisites(context: Context) -> Iterator[Found]:
    """PG211."""
    for item, edge, awaited in context.waits:
        both_rest = item.initiative.status is Status.PAUSED and awaited.status is Status.PAUSED
        if awaited.status and awaited.status in _RESTING and not both_rest:
            yield Found(
                edge.path,
                f"{edge.waiting} requires {edge.awaited}, which {_RESTING[awaited.status]}",
                f"take {edge.awaited} up again, pause {edge.waiting} too, or remove the dependency"
                if awaited.status is Status.PAUSED
                else f"remove the dependency, or drop {edge.waiting} too",
            )


RULES = (
    Rule(code="PG201", severity=Severity.ERROR, find=_cycles),
    Rule(code="PG202", severity=Severity.ERROR, find=_later_prerequisites),
    Rule(code="PG204", severity=Severity.WARNING, find=_early_starts),
    Rule(code="PG209", severity=Severity.WARNING, find=_idle_dependencies),
    Rule(code="PG211", severity=Severity.WARNING, find=_resting_prerequisites),
)
