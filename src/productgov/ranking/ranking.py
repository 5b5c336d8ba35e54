"""Rankings: initiatives in the order of a method, with the scores and terms that led to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Self

import attrs

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.model.estimate import likely
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.kano.evaluation import BERGER_1993, EvaluationTable
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
from productgov.model.verbs.placing import Place
from productgov.ranking.formula import FORMULA
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.ordering import candidates_of, in_order
from productgov.ranking.plugged import methods_with
from productgov.ranking.records import NUMBER, PLACE, TEXT, VALUE, RecordField, cells, mapping_of, nullable, one_of
from productgov.ranking.registry import METHODS, MethodName, method_of, method_of_document
from productgov.ranking.settings import RankingSettings
from productgov.ranking.subjects import Subject, scoring_of, subjects_of
from productgov.ranking.terms import Terms, TermValue
from productgov.ranking.ties import TieBreak
from productgov.ranking.uncertain import UncertainFunction, UncertainScore
from productgov.tabular import Tabular

__all__ = ["RANKED", "UNRANKED", "Ranked", "Ranking", "Unranked", "rank", "ranking_of"]

_GREATEST = 1e200
"""The greatest score: sums of many scores remain finite."""
_BACKLOG: Place = "backlog"
_HORIZONS: Mapping[str | None, Horizon] = MappingProxyType({horizon.value: horizon for horizon in Horizon})
_DEFAULTS = Prioritization(framework=Framework.RICE, review_cadence=ReviewCadence.MONTHLY)
"""The settings of initiatives without a document; the method is always given for them."""


@attrs.frozen(kw_only=True, repr=False)
class Ranked(Displayed):
    """An initiative and its position in a ranking.

    Attributes:
        position: 1 for the first; items that are equal in everything share a position, and there are no gaps.
        initiative: the item itself.
        place: the list of the roadmap that it is in, such as now or backlog; None without a roadmap.
        score: what it is ranked by, at full precision: the override's score where there is one; None for an item that
            is ranked after the others of its group because it has none.
        group: the quadrant or category it is ranked in, from 0; always 0 under methods that rank by score alone. An
            override is put into the first group with an item that it beats or equals.
        computed: the method's own score; None when it has none and the override alone ranks it.
        terms: every input and intermediate value of the computed score.
        override: the score set by hand that moved it, with its reason.
        tie_break: what decided between it and the item of the same score before it (for the first: after it);
            None when no other item has its score.
    """

    position: int
    initiative: Initiative
    place: Place | None
    score: float | None
    group: int
    computed: float | None
    terms: Terms
    override: Override | None
    tie_break: TieBreak | None

    @property
    def horizon(self) -> Horizon | None:
        """Its horizon; None in the backlog, for what was delivered, and without a roadmap."""
        return _HORIZONS.get(self.place)


@attrs.frozen(kw_only=True, repr=False)
class Unranked(Displayed):
    """An initiative that has no place in a ranking, and why.

    Attributes:
        initiative: the item itself.
        place: the list of the roadmap that it is in, such as now or backlog; None without a roadmap.
        reason: why it is not ranked, such as a missing input.
    """

    initiative: Initiative
    place: Place | None
    reason: str

    @property
    def horizon(self) -> Horizon | None:
        """Its horizon; None in the backlog, for what was delivered, and without a roadmap."""
        return _HORIZONS.get(self.place)


_SCORE: tuple[RecordField[Ranked, TermValue], ...] = (
    RecordField("position", PLACE, "Its place in the ranking, from 1.", lambda item: item.position),
    RecordField("id", TEXT, "The id of the initiative.", lambda item: item.initiative.id),
    RecordField("title", TEXT, "Its title.", lambda item: item.initiative.title),
    RecordField(
        "horizon",
        nullable(one_of((*(horizon.value for horizon in Horizon), _BACKLOG))),
        "Its horizon, or backlog; null for what was delivered.",
        lambda item: _BACKLOG if item.place == _BACKLOG else item.horizon and item.horizon.value,
    ),
    RecordField(
        "score", nullable(NUMBER), "Its score; null where the framework ranks without one.", lambda item: item.score
    ),
)
_DECISIONS: tuple[RecordField[Ranked, TermValue], ...] = (
    RecordField(
        "computed",
        nullable(NUMBER),
        "The computed score, where an override replaces it.",
        lambda item: item.computed,
        included=lambda item: item.override is not None,
    ),
    RecordField(
        "override",
        TEXT,
        "Why the computed score does not decide.",
        lambda item: None if item.override is None else item.override.reason,
        included=lambda item: item.override is not None,
    ),
    RecordField(
        "tie_break",
        TEXT,
        "What decided between equal scores.",
        lambda item: None if item.tie_break is None else item.tie_break.value,
        included=lambda item: item.tie_break is not None,
    ),
)
RANKED: tuple[RecordField[Ranked, object], ...] = (
    *_SCORE,
    RecordField(
        "terms",
        mapping_of(VALUE),
        "Every input and intermediate value of the score, by name.",
        lambda item: dict(item.terms),
    ),
    *_DECISIONS,
)
"""The fields of a ranked item; in rows, each term has a column of its own."""
UNRANKED: tuple[RecordField[Unranked, object], ...] = (
    RecordField("id", TEXT, "The id of the initiative.", lambda item: item.initiative.id),
    RecordField("missing", TEXT, "What it lacks.", lambda item: item.reason),
)
"""The fields of an item that is not ranked."""


@attrs.frozen(kw_only=True)
class Ranking(Displayed, Tabular):
    """Initiatives in the order of a method; iterate over it to read them from the first to the last.

    Attributes:
        method: the method it was ranked by.
        settings: the settings of the method.
        ranked: the items in order.
        unranked: the items that could not be ranked, in the order of the roadmap.
        overrides_left_out: the ids of the items whose overrides do not count, because they were decided under the
            document's own method and this is another.
        notes: what the method says about all items together.
    """

    method: RankingMethod
    settings: RankingSettings
    ranked: tuple[Ranked, ...]
    unranked: tuple[Unranked, ...]
    overrides_left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Ranked]:
        return iter(self.ranked)

    def __len__(self) -> int:
        return len(self.ranked)

    def __repr__(self) -> str:
        return f"<Ranking {self.method.name}: {len(self.ranked)} ranked, {len(self.unranked)} unranked>"

    def find(self, id: str) -> Ranked | Unranked | None:
        """The item with this id, ranked or not; the first one if there are several."""
        items: tuple[Ranked | Unranked, ...] = (*self.ranked, *self.unranked)
        return next((item for item in items if item.initiative.id == id), None)

    def positions(self) -> dict[str, int]:
        """The position of every ranked item by its id; the best one if an id is used twice."""
        return {ranked.initiative.id: ranked.position for ranked in reversed(self.ranked)}

    def top(self, count: int) -> Self:
        """The ranking of its first items only."""
        return attrs.evolve(self, ranked=self.ranked[:count])

    def to_records(self) -> list[dict[str, TermValue]]:
        """The ranked items as plain rows with the same keys in each, ready for any data frame."""
        names = dict.fromkeys(name for ranked in self for name in ranked.terms)
        return [
            {
                **cells(_SCORE, ranked),
                **{name: ranked.terms.get(name) for name in names},
                # Again, so that a term of the same name does not hide a field.
                **cells((*_SCORE, *_DECISIONS), ranked),
            }
            for ranked in self
        ]

    def uncertain_score(self, item: Ranked) -> UncertainScore | UncertainFunction | None:
        """The score of an item as a function of its uncertain inputs.

        None for an item whose score is certain: an override is a decision, and most methods have no estimates.
        """
        if self.method.uncertain is None or item.override is not None:
            return None
        return self.method.uncertain(scoring_of(item.initiative), self.settings)


def rank(  # noqa: PLR0913  # the settings of several methods
    subject: ProductGovernance | Iterable[Initiative | PlacedInitiative],
    *,
    method: MethodName | Framework | RankingMethod | None = None,
    weights: ScoringCriteria | None = None,
    ice_variant: IceVariant | None = None,
    value_effort_cut: ValueEffortCut | FixedCut | None = None,
    kano_table: EvaluationTable | None = None,
    formula: str | None = None,
    open_only: bool = True,
    overrides: bool = True,
    plugins: Iterable[str] | str = (),
) -> Ranking:
    """Rank the open initiatives of a governance, those in its backlog too, or any initiatives, by a method.

    The document's method is that of its `rankBy`, else Formula where it has a formula, else its framework. An item
    without the inputs of the method is not ranked, whatever other inputs it has.

    Scores that agree to 12 significant digits are equal. Ties are broken by the weighted criteria, then by
    higher confidence where the method has one, then by lower effort; items that are equal in all of these
    share a position and are listed by id. An override replaces the computed score; among quadrants and Kano
    categories, its item is put before the first item that it outscores. It is a score of the document's own method,
    so it does not count under another one, and the ranking says so.

    Args:
        subject: a governance, or initiatives (with or without their horizons).
        method: the name of a method, in any case, or a method of your own; left out, Formula where a formula is given,
            else the document's method.
        weights: the weights of the four criteria; left out, the document's own, else all 1.
        ice_variant: the variant of ICE; left out, the document's own, else the mean.
        value_effort_cut: the cut of the value-effort matrix; left out, the document's own, else the midpoint.
        kano_table: the table that evaluates raw Kano answers; left out, that of Berger et al. (1993).
        formula: the formula to rank by; left out, the document's own.
        open_only: False ranks what is done or dropped, too.
        overrides: False ignores overrides.
        plugins: the names of plug-ins whose ranking methods can be named too.

    Raises:
        InvalidValueError: when the method is unknown, is missing for bare initiatives, or two of these have
            the same id (in a governance, that is the finding PG101); or a formula is given for another method.
        FormulaError: when the formula to rank by cannot be read.
        PluginError: when a plug-in cannot be used.
    """
    items = tuple(subjects_of(subject))
    if isinstance(subject, ProductGovernance):
        prioritization = subject.prioritization
    else:
        prioritization = _DEFAULTS
        if method is None and formula is None:
            raise InvalidValueError(
                f"initiatives without a document need a method; expected one of {', '.join(METHODS)}"
            )
    methods = methods_with(plugins)
    if method is None:
        method = method_of_document(prioritization, methods) if formula is None else FORMULA
    chosen_method = method_of(method, methods)
    if formula is not None and chosen_method is not FORMULA:
        raise InvalidValueError(f"a formula is given, but the method is {chosen_method.name}; leave one of them out")
    settings = RankingSettings(
        prioritization=attrs.evolve(
            prioritization,
            scoring_criteria=weights or prioritization.scoring_criteria,
            ice_variant=ice_variant or prioritization.ice_variant,
            value_effort_cut=value_effort_cut or prioritization.value_effort_cut,
        ),
        kano_table=kano_table or BERGER_1993,
        formula=formula or prioritization.formula,
    )
    chosen_items = tuple(item for item in items if not (open_only and item.initiative.status.finished))
    counted = overrides and (not isinstance(subject, ProductGovernance) or _is_own(chosen_method, settings, subject))
    ranking = _ranking(chosen_items, chosen_method, settings, overrides=counted)
    left_out = (each.initiative.id for each in chosen_items if _override(each.initiative)) if overrides else ()
    return ranking if counted else attrs.evolve(ranking, overrides_left_out=tuple(left_out))


def _is_own(method: RankingMethod, settings: RankingSettings, governance: ProductGovernance) -> bool:
    """Whether a method is that of the document, so that its overrides are scores of it."""
    own = governance.prioritization
    return method.name.lower() == own.method_name.lower() and (method is not FORMULA or settings.formula == own.formula)


def _override(initiative: Initiative) -> Override | None:
    return initiative.scoring.override if initiative.scoring else None


def ranking_of(
    subject: Ranking | ProductGovernance | Iterable[Initiative | PlacedInitiative],
    method: MethodName | Framework | RankingMethod | None,
) -> Ranking:
    """A ranking as it is, or the ranking of what `rank` takes.

    Raises:
        InvalidValueError: when a ranking is given with a method, and as `rank` does.
    """
    if not isinstance(subject, Ranking):
        return rank(subject, method=method)
    if method is not None:
        raise InvalidValueError(f"the ranking already has a method, {subject.method.name}; leave method out")
    return subject


def _ranking(items: Sequence[Subject], method: RankingMethod, settings: RankingSettings, *, overrides: bool) -> Ranking:
    scorings = [scoring_of(item.initiative) for item in items]
    if method.prepare is not None:
        settings = method.prepare(settings, scorings)
    assessments = [
        _assessed(method, item.initiative, scoring, settings) for item, scoring in zip(items, scorings, strict=True)
    ]
    set_by_hand = [scoring.override if overrides else None for scoring in scorings]
    places = in_order(candidates_of(items, assessments, set_by_hand), settings.prioritization.scoring_criteria)
    return Ranking(
        method=method,
        settings=settings,
        ranked=tuple(
            Ranked(
                position=position,
                initiative=candidate.item.initiative,
                place=candidate.item.place,
                score=candidate.score,
                group=candidate.key[0],
                computed=candidate.assessment.score,
                terms=candidate.assessment.terms,
                override=candidate.override,
                tie_break=tie_break,
            )
            for position, candidate, tie_break in places
        ),
        unranked=tuple(
            Unranked(initiative=item.initiative, place=item.place, reason=assessment.refusal)
            for item, assessment, override in zip(items, assessments, set_by_hand, strict=True)
            if assessment.refusal and override is None
        ),
        notes=() if method.notes is None else tuple(method.notes(tuple(map(_placed, items)), settings)),
    )


def _placed(item: Subject) -> PlacedInitiative:
    return PlacedInitiative(item.initiative, _HORIZONS.get(item.place))


def _assessed(method: RankingMethod, initiative: Initiative, scoring: Scoring, settings: RankingSettings) -> Assessment:
    """What a method says of an item, with the effort that breaks ties."""
    assessment = method.assess(scoring, settings)
    if assessment.score is not None and not abs(assessment.score) <= _GREATEST:
        assessment = assessment._replace(score=None, refusal="its score is not finite, or too large")
    if method.effort_of_item:
        effort = initiative.effort
        return assessment._replace(effort=None if effort is None else likely(effort))
    if assessment.effort is None and scoring.criteria is not None:
        return assessment._replace(effort=scoring.criteria.effort)
    return assessment
