"""The explanation of one item's position: the whole computation in words and numbers."""

from collections.abc import Iterator

from productgov.model.scoring import Override
from productgov.ranking.ranking import Ranked, Ranking, Unranked
from productgov.ranking.subjects import scoring_of
from productgov.ranking.ties import TieBreak, equal_scores
from productgov.wording import number_text, one_line

__all__ = ["explanation_lines", "override_text", "tie_text"]


def explanation_lines(ranking: Ranking, item: Ranked | Unranked) -> Iterator[str]:
    """Why an item has its position, or none."""
    initiative = item.initiative
    place = f" ({item.place})" if item.place else ""
    yield f"{initiative.id}: {one_line(initiative.title)}{place}"
    if isinstance(item, Unranked):
        yield f"Not ranked by {ranking.method.name}: {one_line(item.reason)}."
        yield from _left_out_lines(ranking, item)
        return
    last = ranking.ranked[-1].position
    score = "without a score" if item.score is None else f"with a score of {number_text(item.score)}"
    yield f"Position {item.position} of {last} by {ranking.method.name}, {score}."
    yield from ranking.method.explain(scoring_of(initiative), ranking.settings)
    yield from _override_lines(item)
    yield from _left_out_lines(ranking, item)
    yield from _tie_lines(ranking, item)


def _override_lines(item: Ranked) -> Iterator[str]:
    if item.override is not None:
        by = f" (decided by {one_line(item.override.by)})" if item.override.by else ""
        yield f"Overridden: {override_text(item.override, item.computed)}{by}."
        yield f"Reason: {one_line(item.override.reason)}"


def _left_out_lines(ranking: Ranking, item: Ranked | Unranked) -> Iterator[str]:
    if item.initiative.id in ranking.overrides_left_out:
        own = one_line(ranking.settings.prioritization.method_name)
        yield f"Its override does not count here: it is a score of {own}."


def override_text(override: Override, computed: float | None) -> str:
    """The overriding score and the computed one that it replaces."""
    replaced = "no computed score" if computed is None else number_text(computed)
    return f"{number_text(override.score)} instead of {replaced}"


def tie_text(tie_break: TieBreak | None) -> str:
    """What a tie was broken by."""
    if tie_break is None or tie_break is TieBreak.NONE:
        return "equal in every tie-break, so they share a position"
    return f"tie broken by {tie_break.value} ({tie_break.description.rstrip('.').lower()})"


def _tie_lines(ranking: Ranking, item: Ranked) -> Iterator[str]:
    if item.tie_break is not None:
        equals = [
            other.initiative.id
            for other in ranking
            if other is not item and other.group == item.group and equal_scores(other.score, item.score)
        ]
        same = "Same score as" if item.score is not None else "Without a score, as"
        yield f"{same} {_few(equals)}: {tie_text(item.tie_break)}."


def _few(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
