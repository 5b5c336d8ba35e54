"""The order of the items: whether the roadmap follows the ranking, and how certain the ranking is."""

from collections import deque
from collections.abc import Iterator, Mapping

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.estimate import Estimate
from productgov.model.initiative import Initiative, InitiativeKind, Status
from productgov.model.roadmap import External, ExternalStatus, Horizon
from productgov.ranking.ranking import Ranked, Ranking
from productgov.ranking.simulation import simulate
from productgov.ranking.ties import equal_scores
from productgov.rules.context import Context
from productgov.rules.placed import is_later
from productgov.rules.rule import Family, Rule
from productgov.wording import distinct_texts, percent_text

__all__ = ["ORDER"]

_TOO_CLOSE = 0.6
_DRAWS = 2_000
_SEED = 0
_KINDS = ("priority", "quadrant", "category")
"""The terms that tell the groups of methods apart."""


def _inversions(context: Context) -> Iterator[Found]:
    strongest = _strongest(context)
    worst = _worst_startable(context, strongest)
    for ranked in context.ranking:
        name, horizon = ranked.initiative.id, ranked.horizon
        below = worst.get(horizon) if horizon else None
        if horizon is None or below is None or below.horizon is None:
            continue
        mine = strongest[name]
        if not _outranks(mine, strongest[below.initiative.id]) or _is_waiting(context, name):
            continue
        through = f", which {mine.initiative.id} requires," if mine is not ranked else ""
        yield Found(
            context.item_of(ranked.initiative).path,
            f"{name} ({horizon.value}){through} outranks {below.initiative.id} ({below.horizon.value}): "
            f"{context.ranking.method.name} {_compared(mine, strongest[below.initiative.id])}",
            f"swap the two, or record why not: an override with its reason, or what {name} depends on",
            related=(context.item_of(below.initiative).path,),
        )


def _strongest(context: Context) -> Mapping[str, Ranked]:
    """For each item the best ranked of itself and its dependents that are in its own horizon or in a later one.

    An item of the backlog is in no horizon, and counts for itself alone.
    """
    strongest: dict[str, Ranked] = {}
    horizons = {item.initiative.id: item.horizon for item in reversed(context.items)}
    for ranked in context.ranking:
        queue = deque([ranked.initiative.id])
        while queue:
            name = queue.popleft()
            if name in strongest:
                continue
            strongest[name] = ranked
            edges = context.prerequisites.get(name)
            dependent = horizons.get(name)
            for edge in edges or ():
                prerequisite = horizons.get(edge.prerequisite)
                if prerequisite and dependent and not is_later(prerequisite, dependent):
                    queue.append(edge.prerequisite)
    return strongest


def _worst_startable(context: Context, strongest: Mapping[str, Ranked]) -> Mapping[Horizon, Ranked]:
    """For each horizon: of the nearest earlier one with items that can wait, the worst of these."""
    lowest: dict[Horizon, Ranked] = {}
    for ranked in context.ranking:
        if ranked.horizon and _can_wait(ranked.initiative):
            before = lowest.get(ranked.horizon)
            mine = strongest[ranked.initiative.id].position
            if before is None or mine >= strongest[before.initiative.id].position:
                lowest[ranked.horizon] = ranked
    nearest: dict[Horizon, Ranked] = {}
    for horizon in Horizon:
        earlier = [lowest[other] for other in reversed(Horizon) if other in lowest and is_later(horizon, other)]
        if earlier:
            nearest[horizon] = earlier[0]
    return nearest


def _can_wait(initiative: Initiative) -> bool:
    """False for what has begun, is promised, or must be done: its rank did not decide its horizon."""
    return (
        initiative.status not in (Status.IN_PROGRESS, Status.ROLLING_OUT)
        and initiative.kind is not InitiativeKind.COMPLIANCE
        and initiative.committed_date is None
        and initiative.deadline is None
    )


def _is_waiting(context: Context, id: str) -> bool:
    """True when a prerequisite of an item is not finished."""
    for edge in context.prerequisites.get(id, ()):
        value = context.by_id[edge.prerequisite].value
        if isinstance(value, Initiative):
            finished = value.status.finished
        elif isinstance(value, External):
            finished = value.status is ExternalStatus.DELIVERED
        else:
            finished = False
        if not finished:
            return True
    return False


def _outranks(upper: Ranked, lower: Ranked) -> bool:
    """True for a better position that does not come from breaking a tie."""
    if upper.position >= lower.position:
        return False
    same_score = equal_scores(upper.score, lower.score)
    return not (same_score and all(upper.terms.get(name) == lower.terms.get(name) for name in _KINDS))


def _compared(upper: Ranked, lower: Ranked) -> str:
    """What one item has, and the other less of: a group of MoSCoW, or a score."""
    first, second = (str(each.terms.get("priority", "an override")) for each in (upper, lower))
    if upper.score is None or lower.score is None:
        return f"{first} to {second}" if first != second else f"{first} with a score to {second} without one"
    if first != second:
        return f"{first} to {second}"
    return " to ".join(distinct_texts(upper.score, lower.score))


def _uncertain_top(context: Context) -> Iterator[Found]:
    top = context.ranking.top(2)
    if len(top) < 2 or not any(_is_estimated(context.ranking, ranked) for ranked in top):
        return
    pair = simulate(top, draws=_DRAWS, seed=_SEED, error_model=None, top=1).pairs[0]
    if pair.probability < _TOO_CLOSE:
        first, second = top.ranked
        yield Found(
            (*context.item_of(first.initiative).path, "scoring"),
            _order_text(first, second, pair.probability),
            "narrow the wider estimate before relying on this order, or decide by something else and record it",
            related=((*context.item_of(second.initiative).path, "scoring"),),
        )


def _is_estimated(ranking: Ranking, ranked: Ranked) -> bool:
    score = ranking.uncertain_score(ranked)
    return score is not None and any(isinstance(value, Estimate) for value in score.inputs.values())


def _order_text(first: Ranked, second: Ranked, right: float) -> str:
    """What the estimates of the first two items say about their order, which is right with this probability."""
    one, other = first.initiative.id, second.initiative.id
    if first.position == second.position:
        order, reverse = f"{one} and {other} share the first place", other
        close = "and their estimates do not decide between them"
    else:
        order, reverse = f"{one} ranks before {other}", "the other one"
        close = f"but their estimates make this order only {percent_text(right)} likely to be right"
    if right < 1 - _TOO_CLOSE:
        close = f"but by their estimates {reverse} is first in {percent_text(1 - right)} of the cases"
    return f"{order}, {close}"


_IDENTITY = {"id": "identity", "scoring": {"rice": {"reach": 800, "impact": 1, "confidence": 0.8, "effort": 2}}}
_IMPORT = {
    "id": "import",
    "title": "Bring your old plan",
    "owner": "Head of Growth",
    "targetDate": "2026-05-04",
    "metrics": ["activation"],
    "guardrails": ["crash-rate"],
    "scoring": {"rice": {"reach": 800, "impact": 1, "confidence": 0.8, "effort": 2}},
}


def _with_import(least: int) -> dict[str, object]:
    reach = {"low": least, "likely": 900, "high": 1000}
    checkout = {"id": "checkout", "scoring": {"rice": {"reach": reach, "impact": 1, "confidence": 0.8, "effort": 2}}}
    return {"roadmap": {"timeHorizon": {"now": [checkout, _IMPORT]}}}


ORDER = Family(
    prefix="PG3",
    title="Order",
    about="Does the roadmap follow the ranking, and how certain is the ranking?",
    rules=(
        Rule(
            code="PG302",
            severity=Severity.INFO,
            title="outranks an earlier horizon",
            meaning="""An item in a later horizon has a better rank than one in an earlier horizon: the worst item that
                can wait of the nearest earlier horizon that has one. In progress or rolling out, with a committed date
                or a deadline, or of the kind compliance, an item cannot wait. Silent where the later item waits for
                something unfinished. An item counts as much as the best of what depends on it.""",
            why="""Scores are advice and horizons are decisions (McBride, Intercom, 2016, on dependencies and table
                stakes). Where they differ there is a reason, and it should be written down.""",
            bad={"roadmap": {"timeHorizon": {"later": [_IDENTITY]}}},
            good={
                "roadmap": {
                    "timeHorizon": {"later": [_IDENTITY]},
                    "externals": [{"id": "directory", "title": "The vendor's directory service"}],
                    "dependencies": [{"from": "identity", "to": "directory"}],
                }
            },
            find=_inversions,
        ),
        Rule(
            code="PG306",
            severity=Severity.INFO,
            title="first two items too close to call",
            meaning="""At least one of the first two items holds a range (low, likely, high), and with values drawn from
                triangular distributions the order is right with a probability below 0.6 (2,000 draws). Below 0.4, the
                other one is first more often.""",
            why="An order that the next estimate may reverse should not decide what a team does for a quarter.",
            bad=_with_import(100),
            good=_with_import(850),
            find=_uncertain_top,
        ),
    ),
)
