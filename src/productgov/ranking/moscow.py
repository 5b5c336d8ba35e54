"""MoSCoW: must, should, could and not this time, and within each group by the framework of the document (DSDM)."""

from collections.abc import Iterable, Iterator, Sequence
from math import fsum
from typing import NamedTuple

from productgov.model.estimate import likely
from productgov.model.initiative import Initiative
from productgov.model.roadmap import Horizon, PlacedInitiative
from productgov.model.scoring import MoscowPriority, Scoring
from productgov.ranking.frameworks import FRAMEWORKS
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.settings import RankingSettings
from productgov.ranking.terms import Terms
from productgov.wording import counted, percent_text

__all__ = ["MOSCOW", "MustShare", "must_share"]

_NEEDS = "MoSCoW group (scoring.moscow)"
_GROUPS = 10
"""More groups than any framework has: the groups of the framework are within those of MoSCoW."""
_MOST_MUST = 0.6
_ROUNDING = 1e-9


class MustShare(NamedTuple):
    """How much of the effort of the open items in now is for what must be there.

    Attributes:
        share: the effort of the musts ÷ that of all items whose effort is known, from 0 to 1.
        estimated: the number of the items whose effort is known.
        items: the number of the items.
    """

    share: float
    estimated: int
    items: int

    @property
    def known(self) -> float:
        """The share of the items whose effort is known, from 0 to 1."""
        return self.estimated / self.items

    @property
    def too_high(self) -> bool:
        """Whether it is above 60 %, so that too little is left that can be given up (DSDM)."""
        return self.share > _MOST_MUST + _ROUNDING


def must_share(placed: Iterable[PlacedInitiative]) -> MustShare | None:
    """The must share of the open initiatives in now; None where no effort is known.

    The effort is in person-months, not a number of items (DSDM, chapter 10).
    """
    items = [item for item, horizon in placed if horizon is Horizon.NOW and not item.status.finished]
    efforts = [(item, likely(item.effort)) for item in items if item.effort is not None]
    if not efforts:
        return None
    must = fsum(effort for item, effort in efforts if _priority(item) is MoscowPriority.MUST)
    return MustShare(must / fsum(effort for _, effort in efforts), len(efforts), len(items))


def _priority(initiative: Initiative) -> MoscowPriority | None:
    return initiative.scoring.moscow if initiative.scoring else None


def _has_inputs(scoring: Scoring, _settings: RankingSettings) -> bool:
    return scoring.moscow is not None


def _prepare(settings: RankingSettings, scorings: Sequence[Scoring]) -> RankingSettings:
    prepare = FRAMEWORKS[settings.prioritization.framework].prepare
    return settings if prepare is None else prepare(settings, scorings)


def _assess(scoring: Scoring, settings: RankingSettings) -> Assessment:
    priority = scoring.moscow
    if priority is None:
        return Assessment(refusal=f"no {_NEEDS}")
    if priority is MoscowPriority.WONT:
        return Assessment(refusal="not this time (scoring.moscow)", terms=Terms({"priority": priority.value}))
    within = FRAMEWORKS[settings.prioritization.framework].assess(scoring, settings)
    group = _GROUPS * tuple(MoscowPriority).index(priority)
    terms = Terms({"priority": priority.value, **within.terms})
    if within.score is None:
        return Assessment(group=group + _GROUPS - 1, terms=terms)
    return Assessment(score=within.score, group=group + within.group, terms=terms, confidence=within.confidence)


def _explain(scoring: Scoring, settings: RankingSettings) -> Iterator[str]:
    priority = scoring.moscow
    if priority is None:
        return
    framework = FRAMEWORKS[settings.prioritization.framework]
    yield f"MoSCoW: {MOSCOW.description}"
    yield f"  {priority.value}: {priority.description}"
    within = framework.assess(scoring, settings)
    if priority is not MoscowPriority.WONT:
        how = "by its score there" if within.score is not None else f"last, as it has no score there: {within.refusal}"
        yield f"  within {priority.value} by {framework.name}: {how}"
        yield from (f"  {line}" for line in framework.explain(scoring, settings))


def _notes(placed: Sequence[PlacedInitiative], _settings: RankingSettings) -> Iterator[str]:
    share = must_share(placed)
    if share is None:
        return
    known = f"known for {share.estimated} of {counted(share.items, 'open item')}"
    yield f"Must share: {percent_text(share.share)} of the effort in now is for musts ({known})."
    if share.too_high:
        yield "More than 60 % for musts leaves too little that can be given up (DSDM)."


MOSCOW = RankingMethod(
    name="MoSCoW",
    description="Must, should, could, and within each by the framework of the document (DSDM).",
    source="DSDM",
    needs=_NEEDS,
    has_inputs=_has_inputs,
    assess=_assess,
    explain=_explain,
    prepare=_prepare,
    notes=_notes,
    lower_is_better=frozenset().union(*(method.lower_is_better for method in FRAMEWORKS.values())),
    not_inputs=frozenset().union(*(method.not_inputs for method in FRAMEWORKS.values())),
    categories=(
        *(priority.value for priority in MoscowPriority),
        *(category for method in FRAMEWORKS.values() for category in method.categories),
    ),
    effort_of_item=True,
)
