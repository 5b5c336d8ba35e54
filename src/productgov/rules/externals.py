"""What others must deliver, and whether it can be relied on."""

from collections.abc import Iterator, Sequence

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.roadmap import External, ExternalStatus, Horizon
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.placed import Requirement
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, listed

__all__ = ["EXTERNALS"]


def _unreliable(context: Context) -> Iterator[Found]:
    waiting: dict[str, list[Requirement]] = {}
    for one in context.requirements:
        waiting.setdefault(one.edge.prerequisite, []).append(one)
    for index, external in enumerate(context.governance.roadmap.externals):
        edges = waiting.get(external.id)
        if edges and edges[0].prerequisite.value is external:
            yield from _found(context, ("roadmap", "externals", index), external, edges)


def _found(context: Context, path: Path, external: External, edges: Sequence[Requirement]) -> Iterator[Found]:
    related = tuple(one.edge.path for one in edges)
    expected, refused = external.expected_date, external.status is ExternalStatus.REFUSED
    if refused:
        yield Found(
            (*path, "status"),
            f"{external.id} was refused, and {_wait(edges)} for it",
            f"find another way for {listed([one.edge.dependent for one in edges])}, or drop the dependency",
            related=related,
        )
    elif external.status is ExternalStatus.EXPECTED and expected and expected < context.as_of:
        late = counted((context.as_of - expected).days, "day")
        yield Found(
            (*path, "expectedDate"),
            f"{external.id} was expected on {expected}, {late} before {context.as_of}, and {_wait(edges)} for it",
            "ask for it and set the new expectedDate, or set its status to delivered or refused",
            related=related,
        )
    elif external.status is ExternalStatus.EXPECTED:
        missing = [name for name, value in (("expectedDate", expected), ("owner", external.owner)) if value is None]
        soon = [one for one in edges if one.item.horizon is Horizon.NOW]
        if missing and soon:
            yield Found(
                path,
                f"{external.id} has no {listed(missing, 'and no')}, and {_wait(soon)} for it in now",
                "agree with whoever delivers it on a day and a name",
                severity=Severity.INFO,
                related=tuple(one.edge.path for one in soon),
            )


def _wait(edges: Sequence[Requirement]) -> str:
    names = [one.edge.dependent for one in edges]
    return f"{listed(names)} {'waits' if len(names) == 1 else 'wait'}"


_BANK = {"id": "bank", "title": "The contract with the bank", "owner": "The bank"}


def _with_bank(expected: str) -> dict[str, object]:
    dependencies = [{"from": "payments", "to": "bank"}]
    return {"roadmap": {"externals": [{**_BANK, "expectedDate": expected}], "dependencies": dependencies}}


EXTERNALS = Family(
    prefix="PG2",
    title="Externals",
    about="What others must deliver, and whether it can be relied on.",
    rules=(
        Rule(
            code="PG214",
            severity=Severity.WARNING,
            title="external that cannot be relied on",
            meaning="""An open item waits for an external that was expected before the day of the check and has not
                arrived, or that was refused. It is an info where an item in now waits for an external without a date or
                without an owner.""",
            why="Nobody in the house can hurry it. What waits for it is late before anyone says so.",
            bad=_with_bank("2026-02-20"),
            good=_with_bank("2026-04-20"),
            find=_unreliable,
        ),
    ),
)
