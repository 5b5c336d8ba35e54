"""PG302: an item that outranks one of an earlier horizon."""

from collections.abc import Iterator, Mapping

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import External, Horizon
from productgov.ranking.ranking import Ranked
from productgov.ranking.ties import comparable
from productgov.rules.context import Context, is_later
from productgov.rules.rule import Rule
from productgov.wording import told_apart

__all__ = ["INVERSIONS"]


def _inversions(context: Context) -> Iterator[Found]:
    standing = _standing(context)
    worst = _worst_to_begin(context, standing)
    for ranked in context.ranking:
        name, horizon = ranked.initiative.id, ranked.horizon
        below = worst.get(horizon) if horizon else None
        if horizon is None or below is None or below.horizon is None:
            continue
        mine = standing[name]
        if not _outranks(mine, standing[below.initiative.id]) or _waits(context, name):
            continue
        score, other = told_apart(mine.score, standing[below.initiative.id].score)
        through = f", which {mine.initiative.id} needs," if mine is not ranked else ""
        yield Found(
            context.item_of(ranked.initiative).path,
            f"{name}{through} in {horizon.value} outranks {below.initiative.id} in {below.horizon.value} "
            f"({context.ranking.method.name} {score} to {other})",
            f"swap the two, or say why not: an override with its reason, or a dependency that {name} waits for",
        )


def _standing(context: Context) -> Mapping[str, Ranked]:
    """What every item counts for: the best of itself and of all that wait for it, in its own horizon or a later one."""
    standing: dict[str, Ranked] = {}
    horizons = {item.initiative.id: item.horizon for item in reversed(context.items)}
    for ranked in context.ranking:
        queue = [ranked.initiative.id]
        for name in queue:
            if name in standing:
                continue
            standing[name] = ranked
            edges = context.awaited.get(name)
            waiting = horizons[name] if edges else None
            for edge in edges or ():
                awaited = horizons.get(edge.awaited)
                if awaited and waiting and not is_later(awaited, waiting):
                    queue.append(edge.awaited)
    return standing


def _worst_to_begin(context: Context, standing: Mapping[str, Ranked]) -> Mapping[Horizon, Ranked]:
    """For each horizon: of the nearest earlier one with items that are ranked and not in progress, the worst."""
    lowest: dict[Horizon, Ranked] = {}
    for ranked in context.ranking:
        if ranked.horizon and ranked.initiative.status is not Status.IN_PROGRESS:
            before = lowest.get(ranked.horizon)
            mine = standing[ranked.initiative.id].position
            if before is None or mine >= standing[before.initiative.id].position:
                lowest[ranked.horizon] = ranked
    nearest: dict[Horizon, Ranked] = {}
    for horizon in Horizon:
        earlier = [lowest[other] for other in reversed(Horizon) if other in lowest and is_later(horizon, other)]
        if earlier:
            nearest[horizon] = earlier[0]
    return nearest


def _waits(context: Context, id: str) -> bool:
    """True when something that an item requires is not there yet."""
    for edge in context.awaited.get(id, ()):
        value = context.by_id[edge.awaited].value
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
    """True for a better place that is not owed to the breaking of a tie."""
    if upper.position >= lower.position:
        return False
    same_score = comparable(upper.score) == comparable(lower.score)
    kind = ("quadrant", "category")
    return not (same_score and all(upper.terms.get(name) == lower.terms.get(name) for name in kind))


INVERSIONS = Rule(code="PG302", severity=Severity.INFO, find=_inversions)
