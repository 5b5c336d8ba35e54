"""Names of objectives, key results, teams and decisions that must exist."""

from collections.abc import Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.decisions import Decision
from productgov.model.references import references
from productgov.nearest import Names
from productgov.rules.context import Context
from productgov.rules.placed import UnknownName
from productgov.rules.plans import unknown_plans
from productgov.rules.rule import Family, Rule
from productgov.wording import listed, quoted

__all__ = ["PLAN_NAMES"]

_SUBJECTS = ("item", "objective", "key result", "kpi")


def _unknown(context: Context) -> Iterator[Found]:
    yield from _found(context, "objective")
    yield from _found(context, "team")
    yield from _found(context, "decision")
    yield from _vanished_subjects(context)


def _found(context: Context, kind: str) -> Iterator[Found]:
    known: dict[str, Names] = {}
    for unknown in unknown_plans(context, kind):
        both = unknown.field == "objectives"
        names = known.setdefault(unknown.field, _names(context, (kind, "key result") if both else (kind,)))
        nouns = "objective or key result" if both else kind
        message = f"{_who(unknown)} names the {kind} {unknown.name}, which is not {_a(nouns)} in this document"
        hint = names.hint(unknown.name, f"add it to {kind}s, or remove the name")
        yield Found(unknown.path, message, hint, names.near(unknown.name).repair)


def _vanished_subjects(context: Context) -> Iterator[Found]:
    """No repair: what a decision was about may be gone."""
    if not context.governance.decisions:
        return
    names = _names(context, _SUBJECTS)
    known = frozenset(names.known)
    for mention in references(context.governance):
        if isinstance(mention.holder, Decision) and mention.field.wire == "subjects" and mention.name not in known:
            near = names.near(mention.name).names
            meant = f"did you mean {listed([quoted(name) for name in near], 'or')}? otherwise, " if near else ""
            yield Found(
                mention.path,
                f"{mention.holder.id} is about {mention.name}, which is not in this document",
                f"{meant}keep it as the record of what is gone, or correct the id",
                severity=Severity.INFO,
            )


def _names(context: Context, kinds: tuple[str, ...]) -> Names:
    known = tuple(name for kind in kinds for name in context.names[kind])
    return Names(known, tuple(name for kind, names in context.names.items() if kind not in kinds for name in names))


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _who(unknown: UnknownName) -> str:
    """Who names it: the id of the holder, or what the holder is."""
    name: str | None = getattr(unknown.holder, "id", None)
    return name or "an effort"


_GOAL = {"id": "calm", "title": "Mornings without meetings", "period": "2026-Q1", "keyResults": [{"id": "adopt"}]}
_RESULT = {"id": "adopt", "kpi": "weekly-teams"}


def _checkout(name: str) -> dict[str, object]:
    return {
        "roadmap": {"timeHorizon": {"now": [{"id": "checkout", "objectives": [name]}]}},
        "objectives": [{**_GOAL, "keyResults": [_RESULT]}],
    }


PLAN_NAMES = Family(
    prefix="PG7",
    title="Names of objectives, teams and decisions",
    about="Every objective, key result, team and decision that is named must exist.",
    rules=(
        Rule(
            code="PG701",
            severity=Severity.ERROR,
            title="unknown objective, team or decision",
            meaning="""An initiative names an objective, a key result or a team that does not exist; an objective a team
                or a parent; a decision the decision that it supersedes. Where the subject of a decision does not exist,
                it is only an info. Silent in delivered items and graded objectives: the record is not rewritten.""",
            why="Work for a goal that is nowhere counts for no goal.",
            bad=_checkout("clam"),
            good=_checkout("calm"),
            find=_unknown,
            as_written=True,
        ),
    ),
)
