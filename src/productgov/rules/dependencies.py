"""What depends on what, and whether that can work."""

from collections.abc import Iterator, Mapping
from datetime import date

from productgov.findings import Severity
from productgov.found import Found, Remove
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import Dependency, DependencyType, External, Horizon
from productgov.model.vision import Vision
from productgov.rules.context import Context
from productgov.rules.placed import Edge, PlacedEntry, PlacedItem, is_later
from productgov.rules.rule import Family, Rule
from productgov.wording import counted

__all__ = ["DEPENDENCIES"]


def _cycles(context: Context) -> Iterator[Found]:
    for cycle in context.cycles:
        first, second = cycle.path[0], cycle.path[1]
        path = " → ".join((*cycle.path, first))
        more = len(cycle.members) - len(cycle.path)
        others = f" ({counted(more, 'more item')} in the same cycle)" if more else ""
        yield Found(
            _edge(context, first, second).path,
            f"dependency cycle: {path}{others}; none of them can be finished first",
            "remove or reverse one of these dependencies, or split an item so that one part requires nothing",
        )


def _edge(context: Context, dependent: str, prerequisite: str) -> Edge:
    return next(edge for edge in context.prerequisites[dependent] if edge.prerequisite == prerequisite)


def _is_planned_later(item: PlacedItem, prerequisite: PlacedEntry) -> bool:
    """True when an open prerequisite, or a vision, has a later horizon than the item."""
    status = _status(prerequisite)
    unfinished = status is None or not status.finished
    return bool(item.horizon and prerequisite.horizon and unfinished and is_later(prerequisite.horizon, item.horizon))


def _status(entry: PlacedEntry) -> Status | None:
    return entry.value.status if isinstance(entry.value, Initiative) else None


def _later_prerequisites(context: Context) -> Iterator[Found]:
    for item, edge, prerequisite in context.requirements:
        if item.horizon and prerequisite.horizon and _is_planned_later(item, prerequisite):
            mine, theirs = item.horizon.value, prerequisite.horizon.value
            yield Found(
                edge.path,
                f"{edge.dependent} ({mine}) requires {edge.prerequisite}, which is planned for {theirs}",
                f"move {edge.prerequisite} to {mine} or earlier, or {edge.dependent} to {theirs}"
                if prerequisite.horizon is not Horizon.FUTURE
                else f"make {edge.prerequisite} an initiative in {mine} or earlier, or remove the dependency",
            )


def _early_starts(context: Context) -> Iterator[Found]:
    for item, edge, prerequisite in context.requirements:
        start, end = item.initiative.start_date, _end(prerequisite, context.as_of)
        if start and end and start < end and not _is_planned_later(item, prerequisite):
            yield Found(
                edge.path,
                f"{edge.dependent} starts on {start}, but {edge.prerequisite}, which it requires, ends on {end}",
                f"start {edge.dependent} on {end} or later, or finish {edge.prerequisite} earlier",
            )


def _end(prerequisite: PlacedEntry, as_of: date) -> date | None:
    """The day something ends, as far as is known; an item that is done ended on or before the day of the check."""
    value = prerequisite.value
    if isinstance(value, External):
        return value.expected_date
    if isinstance(value, Vision) or value.status is Status.DROPPED:
        return None
    if value.status is Status.DONE and value.target_date and not value.delivered_date:
        return min(value.target_date, as_of)
    return value.delivered_date or value.target_date


_FIXABLE = "(fixable: check --fix)"


def _redundant_dependencies(context: Context) -> Iterator[Found]:
    stated: dict[tuple[str, ...], Dependency] = {}
    for index, dependency in enumerate(context.governance.roadmap.dependencies):
        path = ("roadmap", "dependencies", index)
        if dependency.from_ == dependency.to:
            message = f"{dependency.to} depends on itself"
            lost = _lost(dependency)
            hint = f"remove it by hand, because its {lost} would be lost" if lost else f"remove it {_FIXABLE}"
            yield Found(path, message, hint, None if lost else Remove())
            continue
        before = stated.get(statement := _statement(dependency))
        if before is None:
            stated[statement] = dependency
        else:
            message = (
                f"duplicate dependency: {_sentence(dependency)}"
                if before.type is dependency.type
                else f'"{_sentence(dependency)}" says the same as "{_sentence(before)}"'
            )
            lost = _lost(dependency, before)
            hint = f"merge the two into one, and keep the {lost} of this one" if lost else f"remove this one {_FIXABLE}"
            yield Found(path, message, hint, None if lost else Remove())


def _lost(dependency: Dependency, kept: Dependency | None = None) -> str:
    """What would be lost with a dependency, while one that says the same is kept; empty when nothing is."""
    reason = dependency.reason is not None and (kept is None or dependency.reason != kept.reason)
    return " and ".join((*(("reason",) if reason else ()), *(("x- data",) if dependency.extensions else ())))


def _sentence(dependency: Dependency) -> str:
    return f"{dependency.from_} {dependency.type.value} {dependency.to}"


def _statement(dependency: Dependency) -> tuple[str, ...]:
    """What a dependency says; equal for dependencies that say the same."""
    first, second = dependency.from_, dependency.to
    if dependency.type is DependencyType.RELATES_TO:
        return ("relates", *sorted((first, second)))
    return ("requires", first, second) if dependency.type is DependencyType.REQUIRES else ("requires", second, first)


_INACTIVE: Mapping[Status, str] = {Status.DROPPED: "was dropped", Status.PAUSED: "is paused"}


def _inactive_prerequisites(context: Context) -> Iterator[Found]:
    for item, edge, prerequisite in context.requirements:
        status = _status(prerequisite)
        both_paused = item.initiative.status is Status.PAUSED and status is Status.PAUSED
        if status and status in _INACTIVE and not both_paused:
            yield Found(
                edge.path,
                f"{edge.dependent} requires {edge.prerequisite}, which {_INACTIVE[status]}",
                f"resume {edge.prerequisite}, pause {edge.dependent} too, or remove the dependency"
                if status is Status.PAUSED
                else f"remove the dependency, or drop {edge.dependent} too",
            )


_LEDGER = {
    "id": "ledger",
    "title": "A ledger for payments",
    "metrics": ["activation"],
    "scoring": {"rice": {"reach": 100, "impact": 1, "confidence": 0.8, "effort": 2}},
}
_BANK = {"id": "bank", "title": "The contract with the bank", "expectedDate": "2026-07-01"}


def _with_ledger(*dependencies: dict[str, str], **fields: str) -> dict[str, object]:
    return {"roadmap": {"timeHorizon": {"next": [{**_LEDGER, **fields}]}, "dependencies": list(dependencies)}}


def _with_bank(start: str) -> dict[str, object]:
    roadmap = {
        "timeHorizon": {"next": [{"id": "payments", "startDate": start}]},
        "externals": [_BANK],
        "dependencies": [{"from": "payments", "to": "bank"}],
    }
    return {"roadmap": roadmap}


DEPENDENCIES = Family(
    prefix="PG2",
    title="Dependencies",
    about="What depends on what, and whether that can work.",
    rules=(
        Rule(
            code="PG201",
            severity=Severity.ERROR,
            title="dependency cycle",
            meaning="""Items require each other in a cycle. There is one finding for all items that are in cycles
                together, with a shortest cycle through the first of them. The status of the items makes no
                difference.""",
            why="""None of them can be finished first. Somebody will break the cycle by surprise instead of by
                decision.""",
            bad=_with_ledger({"from": "payments", "to": "ledger"}, {"from": "ledger", "to": "payments"}),
            good=_with_ledger({"from": "payments", "to": "ledger"}),
            find=_cycles,
        ),
        Rule(
            code="PG202",
            severity=Severity.ERROR,
            title="prerequisite in a later horizon",
            meaning="""An open item requires an open one in a later horizon, or a vision. Silent within a cycle, which
                is PG201.""",
            why="The roadmap promises an item before its prerequisite. One of the two is in the wrong column.",
            bad={"roadmap": {"dependencies": [{"from": "payments", "to": "identity"}]}},
            good={"roadmap": {"dependencies": [{"from": "identity", "to": "payments"}]}},
            find=_later_prerequisites,
        ),
        Rule(
            code="PG204",
            severity=Severity.WARNING,
            title="start before a prerequisite ends",
            meaning="""An item starts before its prerequisite ends: on its deliveredDate, else its targetDate, or the
                expectedDate of an external. Silent where PG201 or PG202 is about the same dependency.""",
            why="The start will slip, or the work starts on assumptions.",
            bad=_with_bank("2026-06-08"),
            good=_with_bank("2026-07-01"),
            find=_early_starts,
        ),
        Rule(
            code="PG209",
            severity=Severity.WARNING,
            title="redundant dependency",
            meaning="""A dependency of an item on itself, or one that says the same as another: "a blocks b" is "b
                requires a". It can be removed automatically where no reason and no x- data would be lost with it.""",
            why="When one of the two is removed later, the other still holds, and nobody knows why.",
            bad={
                "roadmap": {
                    "dependencies": [
                        {"from": "payments", "to": "checkout"},
                        {"from": "checkout", "to": "payments", "type": "blocks"},
                    ]
                }
            },
            good={"roadmap": {"dependencies": [{"from": "payments", "to": "checkout"}]}},
            find=_redundant_dependencies,
        ),
        Rule(
            code="PG211",
            severity=Severity.WARNING,
            title="prerequisite dropped or paused",
            meaning="An open item requires one that was dropped or is paused. Silent when it is paused as well.",
            why="It waits for something that nobody is working on.",
            bad=_with_ledger({"from": "payments", "to": "ledger"}, status="paused"),
            good=_with_ledger({"from": "payments", "to": "ledger"}, status="planned"),
            find=_inactive_prerequisites,
        ),
    ),
)
