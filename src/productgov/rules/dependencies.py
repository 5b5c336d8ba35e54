"""What depends on what, and whether that can work."""

from collections.abc import Iterator, Mapping

from productgov.findings import Severity
from productgov.found import Found, Remove
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import Dependency, DependencyType, External, ExternalStatus, Horizon
from productgov.model.vision import Vision
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.due import Due
from productgov.rules.placed import Edge, PlacedEntry, PlacedItem, is_later
from productgov.rules.rule import Family, Rule
from productgov.wording import counted

__all__ = ["DEPENDENCIES"]


def _cycles(context: Context) -> Iterator[Found]:
    for cycle in context.cycles:
        if all(context.by_id[name].in_backlog for name in cycle.members):
            continue
        first, second = cycle.path[0], cycle.path[1]
        path = " → ".join((*cycle.path, first))
        more = len(cycle.members) - len(cycle.path)
        others = f" ({counted(more, 'more item')} in the same cycle)" if more else ""
        yield Found(
            _edge(context, first, second).path,
            f"dependency cycle: {path}{others}; each requires the next",
            "remove or reverse one of these dependencies, or split an item so that one part requires nothing",
        )


def _edge(context: Context, dependent: str, prerequisite: str) -> Edge:
    return next(edge for edge in context.prerequisites[dependent] if edge.prerequisite == prerequisite)


def _later_prerequisites(context: Context) -> Iterator[Found]:
    for item, edge, prerequisite in context.requirements:
        if item.horizon and _is_planned_later(context, item, prerequisite):
            mine = item.horizon.value
            where, remedy = _where(edge, mine, prerequisite)
            yield Found(
                edge.path,
                f"{edge.dependent} ({mine}) requires {edge.prerequisite}, which is {where}",
                remedy,
            )


def _is_planned_later(context: Context, item: PlacedItem, prerequisite: PlacedEntry) -> bool:
    """True when an unfinished prerequisite has a later horizon or none yet, unless the due days say otherwise."""
    later = prerequisite.in_backlog or (
        item.horizon is not None and prerequisite.horizon is not None and is_later(prerequisite.horizon, item.horizon)
    )
    if not later or not isinstance(prerequisite.value, Initiative):
        return later
    mine, theirs = context.due(item.initiative), context.due(prerequisite.value)
    in_time = mine is not None and theirs is not None and not mine.is_before(theirs)
    return not prerequisite.value.status.finished and not in_time


def _where(edge: Edge, horizon: str, prerequisite: PlacedEntry) -> tuple[str, str]:
    """Where a prerequisite is planned, in words, and what to do about it."""
    if prerequisite.horizon is None:
        return "in the backlog", f"move {edge.prerequisite} to {horizon} or earlier, or remove the dependency"
    where = f"planned for {prerequisite.horizon.value}"
    if prerequisite.horizon is Horizon.FUTURE:
        return where, f"make {edge.prerequisite} an initiative in {horizon} or earlier, or remove the dependency"
    return where, (
        f"move {edge.prerequisite} to {horizon} or earlier, or {edge.dependent} to {prerequisite.horizon.value}"
    )


def _due_before_prerequisites(context: Context) -> Iterator[Found]:
    for item, edge, prerequisite in context.requirements:
        mine, theirs = context.due(item.initiative), _due(context, prerequisite)
        if mine is None or theirs is None or not mine.is_before(theirs) or mine.last < context.as_of:
            continue
        if not _is_planned_later(context, item, prerequisite):
            expected = "is expected" if isinstance(prerequisite.value, External) else "is due"
            yield Found(
                edge.path,
                f"{edge.dependent} is due {mine.text}, before {edge.prerequisite}, which it requires, "
                f"{expected} {theirs.text}",
                f"plan {edge.dependent} for a later day, or {edge.prerequisite} for an earlier one",
            )


def _due(context: Context, prerequisite: PlacedEntry) -> Due | None:
    """When a prerequisite is due that is open, or expected of others; None for all else, and for an unknown day."""
    value = prerequisite.value
    if isinstance(value, External):
        day = value.expected_date if value.status is ExternalStatus.EXPECTED else None
        return Due(day, day, ("expectedDate",)) if day and day >= context.as_of else None
    if isinstance(value, Vision) or value.status.finished:
        return None
    return context.due(value)


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
            yield _stated_twice(path, dependency, before)


def _stated_twice(path: Path, dependency: Dependency, before: Dependency) -> Found:
    """A dependency that says what one before it says, in the same words or from the other end."""
    if before.from_ != dependency.from_:
        message = f'"{_sentence(dependency)}" says the same as "{_sentence(before)}"'
        return Found(path, message, "one of the two is enough", severity=Severity.INFO)
    lost = _lost(dependency, before)
    hint = f"merge the two into one, and keep the {lost} of this one" if lost else f"remove this one {_FIXABLE}"
    return Found(path, f"duplicate dependency: {_sentence(dependency)}", hint, None if lost else Remove())


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
        status = prerequisite.value.status if isinstance(prerequisite.value, Initiative) else None
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


def _with_ledger(*dependencies: dict[str, str], **fields: str) -> dict[str, object]:
    items = [{**_LEDGER, **fields}, {"id": "payments", "targetDate": "2026-07-01"}]
    return {"roadmap": {"timeHorizon": {"next": items}, "dependencies": list(dependencies)}}


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
                difference. Silent within the backlog.""",
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
            meaning="""An open item requires an unfinished one in a later horizon or in the backlog, or a vision. Silent
                where both have due days and the required one's is not later, and within a cycle, which is PG201.""",
            why="The roadmap promises an item before its prerequisite. One of the two is in the wrong column.",
            bad={"roadmap": {"dependencies": [{"from": "payments", "to": "identity"}]}},
            good={"roadmap": {"dependencies": [{"from": "identity", "to": "payments"}]}},
            find=_later_prerequisites,
        ),
        Rule(
            code="PG209",
            severity=Severity.WARNING,
            title="redundant dependency",
            meaning="""A dependency of an item on itself, or one that stands twice. It can be removed automatically
                where no reason and no x- data would be lost with it. It is an info where the two are stated from both
                ends: "a blocks b" says the same as "b requires a".""",
            why="When one of the two is removed later, the other still holds, and nobody knows why.",
            bad={
                "roadmap": {
                    "dependencies": [
                        {"from": "payments", "to": "checkout"},
                        {"from": "payments", "to": "checkout"},
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
        Rule(
            code="PG213",
            severity=Severity.WARNING,
            title="due before what it requires",
            meaning="""An open item is due before an open item that it requires, or before an external that it waits for
                is expected. With a targetPeriod, this holds for each of its days. Silent within a cycle (PG201), where
                PG202 or PG214 speaks, and for an item that is overdue.""",
            why="One of the two days is wrong, and whoever waits for the first will learn it last.",
            bad=_with_ledger({"from": "payments", "to": "ledger"}, targetDate="2026-07-15"),
            good=_with_ledger({"from": "payments", "to": "ledger"}, targetDate="2026-06-15"),
            find=_due_before_prerequisites,
        ),
    ),
)
