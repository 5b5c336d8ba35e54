"""The order of the items: whether the roadmap follows the ranking, and how certain the ranking is."""

from collections import deque
from collections.abc import Iterator, Mapping

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.estimate import Estimate
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import External, Horizon
from productgov.model.scoring import Scoring
from productgov.ranking.ranking import Ranked
from productgov.ranking.simulation import simulate
from productgov.ranking.ties import comparable
from productgov.rules.context import Context
from productgov.rules.placed import is_later
from productgov.rules.rule import Family, Rule
from productgov.wording import distinct_texts, percent_text

__all__ = ["ORDER"]

_TOO_CLOSE = 0.6
_DRAWS = 2_000
_SEED = 0


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
        score, other = distinct_texts(mine.score, strongest[below.initiative.id].score)
        through = f", which {mine.initiative.id} requires," if mine is not ranked else ""
        yield Found(
            context.item_of(ranked.initiative).path,
            f"{name} ({horizon.value}){through} outranks {below.initiative.id} ({below.horizon.value}): "
            f"{context.ranking.method.name} {score} to {other}",
            f"swap the two, or record why not: an override with its reason, or what {name} depends on",
        )


def _strongest(context: Context) -> Mapping[str, Ranked]:
    """For each item the best ranked of itself and its dependents that are in its own horizon or in a later one."""
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
            dependent = horizons[name] if edges else None
            for edge in edges or ():
                prerequisite = horizons.get(edge.prerequisite)
                if prerequisite and dependent and not is_later(prerequisite, dependent):
                    queue.append(edge.prerequisite)
    return strongest


def _worst_startable(context: Context, strongest: Mapping[str, Ranked]) -> Mapping[Horizon, Ranked]:
    """For each horizon: of the nearest earlier one with items that are ranked and not in progress, the worst."""
    lowest: dict[Horizon, Ranked] = {}
    for ranked in context.ranking:
        if ranked.horizon and ranked.initiative.status is not Status.IN_PROGRESS:
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


def _is_waiting(context: Context, id: str) -> bool:
    """True when a prerequisite of an item is not finished."""
    for edge in context.prerequisites.get(id, ()):
        value = context.by_id[edge.prerequisite].value
        if isinstance(value, Initiative):
            finished = value.status.finished
        elif isinstance(value, External):
            finished = value.expected_date is not None and value.expected_date <= context.as_of
        else:
            finished = False
        if not finished:
            return True
    return False


def _outranks(upper: Ranked, lower: Ranked) -> bool:
    """True for a better position that does not come from breaking a tie."""
    if upper.position >= lower.position:
        return False
    same_score = comparable(upper.score) == comparable(lower.score)
    kind = ("quadrant", "category")
    return not (same_score and all(upper.terms.get(name) == lower.terms.get(name) for name in kind))


def _uncertain_top(context: Context) -> Iterator[Found]:
    top = context.ranking.top(2)
    if len(top) < 2 or not any(_is_estimated(ranked.initiative.scoring) for ranked in top):
        return
    pair = simulate(top, draws=_DRAWS, seed=_SEED, error_model=None, top=1).pairs[0]
    if pair.probability < _TOO_CLOSE:
        first, second = (ranked.initiative.id for ranked in top)
        yield Found(
            (*context.item_of(top.ranked[0].initiative).path, "scoring"),
            f"{first} ranks before {second}, but their estimates make this order only "
            f"{percent_text(pair.probability)} likely to be right",
            "narrow the wider estimate before relying on this order, or decide by something else and record it",
        )


def _is_estimated(scoring: Scoring | None) -> bool:
    rice = scoring.rice if scoring and not scoring.override else None
    return rice is not None and any(isinstance(value, Estimate) for value in (rice.reach, rice.impact, rice.effort))


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
                is not in progress of the nearest earlier horizon that has one. Silent where it waits for something
                unfinished. An item counts as much as the best of what depends on it.""",
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
                triangular distributions the order is right with a probability below 0.6 (2,000 draws).""",
            why="An order that the next estimate may reverse should not decide what a team does for a quarter.",
            bad=_with_import(100),
            good=_with_import(850),
            find=_uncertain_top,
        ),
    ),
)
