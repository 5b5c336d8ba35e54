"""The order of scored items: by group, then by score, then by tie-break."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, groupby, pairwise
from math import inf
from operator import attrgetter, not_
from typing import NamedTuple

from productgov.model.prioritization import ScoringCriteria
from productgov.model.scoring import NO_SCORING, Override
from productgov.ranking.method import Assessment
from productgov.ranking.subjects import Subject
from productgov.ranking.ties import TieBreak, TieKey, comparable

__all__ = ["Candidate", "candidates_of", "in_order"]


class Candidate(NamedTuple):
    """An item that is ranked, by a score that is computed or set by hand, or after others as it has none.

    Attributes:
        key: its group and the negative of its comparable score: the lower key comes first.
    """

    item: Subject
    assessment: Assessment
    override: Override | None
    score: float | None
    key: tuple[int, float]


def candidates_of(
    items: Sequence[Subject], assessments: Sequence[Assessment], overrides: Sequence[Override | None]
) -> Iterator[Candidate]:
    """The items that are ranked; an override replaces a computed score."""
    lowest = _lowest(compress(assessments, map(not_, overrides))) if any(overrides) else {}
    for item, assessment, override in zip(items, assessments, overrides, strict=True):
        if override is not None:
            key = (_group_outscored(comparable(override.score), lowest), -comparable(override.score))
            yield Candidate(item, assessment, override, override.score, key)
        elif not assessment.refusal:
            score = assessment.score
            key = (assessment.group, inf if score is None else -comparable(score))
            yield Candidate(item, assessment, override, score, key)


def in_order(
    candidates: Iterable[Candidate], weights: ScoringCriteria
) -> Iterator[tuple[int, Candidate, TieBreak | None]]:
    """The candidates from the first to the last: position, candidate, what decided between it and its neighbour."""
    position = 0
    by_key = attrgetter("key")
    for _, group in groupby(sorted(candidates, key=by_key), by_key):
        first, *others = group
        if not others:
            position += 1
            yield position, first, None
            continue
        for candidate, before, after in _with_tie_breaks([first, *others], weights):
            if before is not TieBreak.NONE:
                position += 1
            yield position, candidate, before or after


def _lowest(assessments: Iterable[Assessment]) -> Mapping[int, float]:
    """The lowest score in each group, by group."""
    lowest: dict[int, float] = {}
    for assessment in assessments:
        if assessment.score is not None:
            score = comparable(assessment.score)
            lowest[assessment.group] = min(score, lowest.get(assessment.group, score))
    return dict(sorted(lowest.items()))


def _group_outscored(score: float, lowest: Mapping[int, float]) -> int:
    """The first group with an item that a score set by hand beats or equals; else a group after all others."""
    return next((group for group, least in lowest.items() if least <= score), max(lowest, default=0) + 1)


def _with_tie_breaks(
    equals: Sequence[Candidate], weights: ScoringCriteria
) -> Iterable[tuple[Candidate, TieBreak | None, TieBreak | None]]:
    """Candidates of one score in order, each with what decides between it and the one before and after it."""
    keys = [
        (TieKey.of(candidate.item.initiative.scoring or NO_SCORING, candidate.assessment, weights), candidate)
        for candidate in equals
    ]
    keys.sort(key=lambda pair: (pair[0], pair[1].item.initiative.id))
    ties = [before.tie_break(after) for (before, _), (after, _) in pairwise(keys)]
    return zip((candidate for _, candidate in keys), [None, *ties], [*ties, None], strict=True)
