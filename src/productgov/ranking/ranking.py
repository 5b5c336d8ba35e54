"""What comes first: initiatives in the order of a framework, with everything the order rests on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, groupby, pairwise
from operator import attrgetter, not_
from typing import NamedTuple, Self, TypeAlias

import attrs

from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.kano.evaluation import BERGER_1993, EvaluationTable, KanoCategory
from productgov.model.prioritization import (
    FixedCut,
    Framework,
    IceVariant,
    Prioritization,
    ReviewCadence,
    ScoringCriteria,
    ValueEffortCut,
)
from productgov.model.roadmap import Horizon, PlacedInitiative
from productgov.model.scoring import Override, Scoring
from productgov.ranking.methods import Assessment, Method, assess, cut_of, framework_named
from productgov.ranking.terms import Terms, TermValue
from productgov.ranking.ties import Standing, TieBreak, comparable

__all__ = ["Ranked", "Ranking", "Unranked", "rank"]

_NOTHING = Scoring()
_BELOW_ALL = len(KanoCategory)


@attrs.frozen(kw_only=True)
class Ranked:
    """An initiative and its place in a ranking.

    Attributes:
        position: 1 for the first; items that nothing tells apart share one, and the next follows without a gap.
        initiative: the item itself.
        horizon: where it stands on the roadmap; None without a roadmap.
        score: what it is ranked by, at full precision: the override's score where there is one.
        computed: the framework's own score; None when it has none and the override alone ranks it.
        terms: every input and intermediate value of the computed score.
        override: the score set by hand that moved it, with its reason.
        tie_break: what decided between it and the item of the same score before it (for the first: after it);
            None when no other item has its score.
    """

    position: int
    initiative: Initiative
    horizon: Horizon | None
    score: float
    computed: float | None
    terms: Terms
    override: Override | None
    tie_break: TieBreak | None


@attrs.frozen(kw_only=True)
class Unranked:
    """An initiative that has no place in a ranking, and why.

    Attributes:
        initiative: the item itself.
        horizon: its horizon on the roadmap; None without a roadmap.
        reason: why it is not ranked, such as a missing input.
    """

    initiative: Initiative
    horizon: Horizon | None
    reason: str


@attrs.frozen(kw_only=True)
class Ranking:
    """Initiatives in the order of a framework; iterate over it to read them, the first first.

    Attributes:
        method: the framework and the settings it was ranked by.
        ranked: the items in order.
        unranked: the items without a place, in the order of the roadmap.
    """

    method: Method
    ranked: tuple[Ranked, ...]
    unranked: tuple[Unranked, ...]

    @property
    def framework(self) -> Framework:
        """The framework it was ranked by."""
        return self.method.prioritization.framework

    def __iter__(self) -> Iterator[Ranked]:
        return iter(self.ranked)

    def __len__(self) -> int:
        return len(self.ranked)

    def find(self, id: str) -> Ranked | Unranked | None:
        """The item with this id, ranked or not; the first, should there be several."""
        items: tuple[Ranked | Unranked, ...] = (*self.ranked, *self.unranked)
        return next((item for item in items if item.initiative.id == id), None)

    def positions(self) -> dict[str, int]:
        """The position of every ranked item by its id; the best, should an id be there twice."""
        return {ranked.initiative.id: ranked.position for ranked in reversed(self.ranked)}

    def top(self, count: int) -> Self:
        """The same ranking without what comes after its first items."""
        return attrs.evolve(self, ranked=self.ranked[:count])

    def to_records(self) -> list[dict[str, TermValue]]:
        """The ranked items as plain rows with the same keys in each, ready for any data frame."""
        names = dict.fromkeys(name for ranked in self for name in ranked.terms)
        return [
            {
                "position": ranked.position,
                "id": ranked.initiative.id,
                "title": ranked.initiative.title,
                "horizon": None if ranked.horizon is None else ranked.horizon.value,
                "score": ranked.score,
                **{name: ranked.terms.get(name) for name in names},
                "computed": ranked.computed,
                "override": None if ranked.override is None else ranked.override.reason,
                "tie_break": None if ranked.tie_break is None else ranked.tie_break.value,
            }
            for ranked in self
        ]


class _Candidate(NamedTuple):
    placed: PlacedInitiative
    assessment: Assessment
    override: Override | None
    group: int
    score: float
    descending: float


_PLACE = attrgetter("group", "descending")


_Told: TypeAlias = tuple[_Candidate, TieBreak | None, TieBreak | None]


def rank(  # noqa: PLR0913  # the settings of four frameworks
    subject: ProductGovernance | Iterable[Initiative | PlacedInitiative],
    framework: Framework | str | None = None,
    *,
    weights: ScoringCriteria | None = None,
    ice_variant: IceVariant | None = None,
    value_effort_cut: ValueEffortCut | FixedCut | None = None,
    kano_table: EvaluationTable = BERGER_1993,
    open_only: bool = True,
    overrides: bool = True,
) -> Ranking:
    """Rank the open initiatives of a governance, or any initiatives, by a framework.

    Scores that agree to 12 significant digits are equal. Ties are broken by the weighted criteria, then by
    higher confidence where the framework has one, then by lower effort; items that are equal in all of these
    share a position and are listed by id. An override takes the place of the computed score; among quadrants
    and Kano categories, its item stands before the first item that it outscores.

    Args:
        subject: a governance, or initiatives (with or without their horizons).
        framework: the framework; left out, the document's own.
        weights: the weights of the four criteria; left out, the document's own, else all 1.
        ice_variant: the variant of ICE; left out, the document's own, else the mean.
        value_effort_cut: the cut of the value-effort matrix; left out, the document's own, else the midpoint.
        kano_table: the table that evaluates raw Kano answers.
        open_only: False ranks what is done or dropped, too.
        overrides: False leaves scores set by hand aside.

    Raises:
        InvalidValueError: when there is no such framework, none is given for bare initiatives, or two of these
            have one id (in a governance, that is the finding PG101).
    """
    name = None if framework is None else framework_named(framework)
    if isinstance(subject, ProductGovernance):
        prioritization = subject.prioritization
        items = tuple(subject.initiatives())
    else:
        if name is None:
            raise InvalidValueError(f"rank is given no framework; allowed is one of {', '.join(Framework)}")
        prioritization = Prioritization(framework=name, review_cadence=ReviewCadence.MONTHLY)
        items = _with_one_id_each(subject)
    method = Method(
        prioritization=attrs.evolve(
            prioritization,
            framework=name or prioritization.framework,
            scoring_criteria=weights or prioritization.scoring_criteria,
            ice_variant=ice_variant or prioritization.ice_variant,
            value_effort_cut=value_effort_cut or prioritization.value_effort_cut,
        ),
        kano_table=kano_table,
    )
    chosen = tuple(item for item in items if not (open_only and item.initiative.status.finished))
    return _ranking(chosen, method, overrides=overrides)


def _with_one_id_each(subject: Iterable[Initiative | PlacedInitiative]) -> tuple[PlacedInitiative, ...]:
    items = tuple(item if isinstance(item, PlacedInitiative) else PlacedInitiative(item, None) for item in subject)
    for name, count in Counter(item.initiative.id for item in items).items():
        if count > 1:
            raise InvalidValueError(f"{count} initiatives have the id {name!r}; give each its own")
    return items


def _ranking(items: Sequence[PlacedInitiative], method: Method, *, overrides: bool) -> Ranking:
    scorings = [item.initiative.scoring or _NOTHING for item in items]
    method = attrs.evolve(method, cut=cut_of(method.prioritization, scorings))
    assessments = [assess(scoring, method) for scoring in scorings]
    set_by_hand = [scoring.override if overrides else None for scoring in scorings]
    lowest = _lowest(compress(assessments, map(not_, set_by_hand))) if any(set_by_hand) else {}
    candidates = [
        _Candidate(
            item,
            assessment,
            override,
            assessment.group if override is None else _group_outscored(override, lowest),
            score,
            -comparable(score),
        )
        for item, assessment, override in zip(items, assessments, set_by_hand, strict=True)
        if (score := assessment.score if override is None else override.score) is not None
    ]
    candidates.sort(key=attrgetter("descending"))
    candidates.sort(key=attrgetter("group"))
    return Ranking(
        method=method,
        ranked=tuple(_ranked(candidates, method.prioritization.scoring_criteria)),
        unranked=tuple(
            Unranked(initiative=item.initiative, horizon=item.horizon, reason=assessment.refusal)
            for item, assessment, override in zip(items, assessments, set_by_hand, strict=True)
            if assessment.score is None and override is None
        ),
    )


def _lowest(assessments: Iterable[Assessment]) -> Mapping[int, float]:
    """The lowest score in each group, by group."""
    lowest: dict[int, float] = {}
    for assessment in assessments:
        if assessment.score is not None:
            score = comparable(assessment.score)
            lowest[assessment.group] = min(score, lowest.get(assessment.group, score))
    return dict(sorted(lowest.items()))


def _group_outscored(override: Override, lowest: Mapping[int, float]) -> int:
    """The first group in which an overriding score stands before something or beside it."""
    return next((group for group, least in lowest.items() if least <= comparable(override.score)), _BELOW_ALL)


def _ranked(candidates: Iterable[_Candidate], weights: ScoringCriteria) -> Iterator[Ranked]:
    """The candidates, sorted by group and score, in order: those of one score are told apart by more than that."""
    position = 0
    for _, equals in groupby(candidates, _PLACE):
        for candidate, before, after in _told_apart(tuple(equals), weights):
            if before is not TieBreak.NONE:
                position += 1
            yield Ranked(
                position=position,
                initiative=candidate.placed.initiative,
                horizon=candidate.placed.horizon,
                score=candidate.score,
                computed=candidate.assessment.score,
                terms=candidate.assessment.terms,
                override=candidate.override,
                tie_break=before or after,
            )


def _told_apart(equals: Sequence[_Candidate], weights: ScoringCriteria) -> Iterable[_Told]:
    """Candidates of one score in order, each with what decides between it and the one before and after it."""
    if len(equals) == 1:
        return ((equals[0], None, None),)
    standings = [
        (Standing.of(candidate.placed.initiative.scoring or _NOTHING, candidate.assessment, weights), candidate)
        for candidate in equals
    ]
    standings.sort(key=lambda standing: (standing[0], standing[1].placed.initiative.id))
    ties = [before.against(after) for (before, _), (after, _) in pairwise(standings)]
    return zip((candidate for _, candidate in standings), [None, *ties], [*ties, None], strict=True)
