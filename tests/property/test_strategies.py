"""What the strategies promise: valid objects, documents that say the same, and governances that fit together."""

import subprocess
import sys
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Annotated, cast

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from productgov import strategies
from productgov.fields import Number, Pattern, checked
from productgov.fields.shapes import model_classes
from productgov.found import Found
from productgov.loading import from_dict
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.kano.survey import KanoSurvey
from productgov.model.metrics import KPI
from productgov.model.people import Role
from productgov.model.prioritization import Prioritization
from productgov.model.roadmap import Horizon, TimeHorizon
from productgov.rules.engine import check
from productgov.strategies.constraints import settled

Pair = tuple[ProductGovernance, dict[str, object]]

CLASSES = model_classes(ProductGovernance)
UNSHRUNK = settings(phases=[Phase.generate], max_examples=500)
MONTHS = {Horizon.NOW: (0, 3), Horizon.NEXT: (3, 6), Horizon.LATER: (6, 12)}


@given(pair=strategies.governances_with_documents())
def test_a_narrow_document_reads_as_its_governance(pair: Pair) -> None:
    governance, document = pair
    assert from_dict(document) == governance


@given(pair=strategies.governances_with_documents(consistent=False))
def test_a_wild_document_reads_as_its_governance(pair: Pair) -> None:
    governance, document = pair
    assert from_dict(document) == governance


@given(document=strategies.documents(extensions=strategies.extension_values(nulls=False)))
def test_without_nulls_there_is_no_null_at_any_depth(document: dict[str, object]) -> None:
    waiting: list[object] = [document]
    while waiting:
        item = waiting.pop()
        assert item is not None
        waiting.extend(item.values() if isinstance(item, dict) else item if isinstance(item, list) else ())


@given(governance=strategies.governances())
def test_a_check_finds_no_error_in_a_consistent_governance(governance: ProductGovernance) -> None:
    assert list(check(governance).errors) == []


@given(governance=strategies.governances())
def test_ids_of_a_consistent_governance_are_unique_and_its_references_resolve(governance: ProductGovernance) -> None:
    roadmap = governance.roadmap
    items = [placed.initiative.id for placed in governance.initiatives()]
    items += [item.id for item in roadmap.backlog]
    items += [vision.id for vision in roadmap.time_horizon.future]
    items += [external.id for external in roadmap.externals]
    kpis = [kpi.id for kpi in governance.kpis()]
    assert len(set(items)) == len(items)
    assert len(set(kpis)) == len(kpis)
    assert {end for edge in roadmap.dependencies for end in (edge.from_, edge.to)} <= set(items)
    for initiative, _ in governance.initiatives():
        assert {*initiative.metrics, *initiative.guardrails} <= set(kpis)
        assert initiative.theme is None or initiative.theme in roadmap.themes
        assert initiative.pillar is None or initiative.pillar in governance.product_vision.strategic_pillars
    assert all(set(kpi.influences) <= set(kpis) for kpi in governance.kpis())


@given(governance=strategies.governances())
def test_dates_of_a_consistent_governance_lie_within_their_horizons(governance: ProductGovernance) -> None:
    as_of = governance.as_of
    assert as_of is not None
    for initiative, horizon in governance.initiatives():
        if horizon is None:
            assert initiative.status in (Status.DONE, Status.DROPPED)
            continue
        first, last = (_months_later(as_of, months) for months in MONTHS[horizon])
        for day in (initiative.start_date, initiative.committed_date, initiative.target_date):
            assert day is None or first <= day < last


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


@given(governance=strategies.governances(max_initiatives=1))
def test_there_are_no_more_initiatives_than_asked_for(governance: ProductGovernance) -> None:
    assert len(list(governance.initiatives())) <= 1


@given(governance=strategies.governances(consistent=False, max_initiatives=0))
def test_a_wild_governance_may_be_asked_to_have_empty_lists(governance: ProductGovernance) -> None:
    assert list(governance.initiatives()) == []


def test_wild_values_reach_what_narrow_ones_do_not() -> None:
    vision = find(
        strategies.product_visions(consistent=False), lambda made: not made.mission.isascii(), settings=UNSHRUNK
    )
    assert not vision.mission.isascii()
    initiative = find(
        strategies.initiatives(consistent=False), lambda made: len(made.extensions) > 0, settings=UNSHRUNK
    )
    assert initiative.extensions
    horizons = find(
        strategies.time_horizons(consistent=False), lambda made: len(made.now) > len(_ids(made)), settings=UNSHRUNK
    )
    assert len(_ids(horizons)) < len(horizons.now)


def _ids(horizons: TimeHorizon) -> set[str]:
    return {initiative.id for initiative in horizons.now}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_class_of_the_model_has_strategies_narrow_and_wild(cls: type) -> None:
    assert isinstance(find(strategies.models(cls), lambda _: True, settings=UNSHRUNK), cls)
    assert isinstance(
        find(strategies.models(cls, consistent=False), lambda made: bool(made.extensions), settings=UNSHRUNK), cls
    )


def test_every_class_of_the_model_has_its_own_function() -> None:
    named = (getattr(strategies, name) for name in strategies.__all__)
    made = {strategy.args[0] for strategy in named if hasattr(strategy, "args")}
    assert made == set(CLASSES) - {ProductGovernance}


@given(initiative=strategies.initiatives(owner=strategies.roles(), title=st.just("Search"), theme=st.none()))
def test_fields_can_be_chosen(initiative: Initiative) -> None:
    assert initiative.title == "Search"
    assert initiative.theme is None
    assert isinstance(initiative.owner, Role)


@given(made=st.from_type(Initiative) | st.from_type(KPI) | st.from_type(KanoSurvey))
def test_from_type_knows_the_classes(made: Initiative | KPI | KanoSurvey) -> None:
    assert made.extensions == Extensions()


def test_from_type_needs_no_import_of_the_strategies() -> None:
    script = (
        "from hypothesis import Phase, find, settings, strategies as st\n"
        "from productgov.model.governance import ProductGovernance\n"
        "once = settings(phases=[Phase.generate], database=None)\n"
        "print(type(find(st.from_type(ProductGovernance), lambda made: True, settings=once)).__name__)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "ProductGovernance\n"


def test_strategies_can_be_the_first_import() -> None:
    script = "import productgov.strategies as s; print(len(s.__all__))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(ran.stdout) == len(strategies.__all__)


def test_the_library_does_not_import_hypothesis() -> None:
    script = "import productgov, productgov.document, sys; print('hypothesis' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


@attrs.frozen
class _Even:
    """A constraint of someone else's."""

    fields: tuple[str, ...] = ("size",)

    def violations(self, values: object) -> Iterator[Found]:
        assert isinstance(values, dict)
        if values["size"] % 2:
            yield Found((), "odd", "make it even")


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Plan:
    """A class of someone else's, with a pattern and a constraint that the library does not know."""

    constraints = (_Even(),)

    code: Annotated[str, Pattern(r"^[A-C]{3}$", "three letters")]
    size: Annotated[Number, "How big it is."]
    extensions: Extensions = Extensions()


@given(plan=strategies.models(Plan), wild=strategies.models(Plan, consistent=False))
def test_classes_of_ones_own_have_strategies_too(plan: Plan, wild: Plan) -> None:
    assert plan.size % 2 == wild.size % 2 == 0
    assert len(plan.code) == len(wild.code) == 3


def nothing_drawn(strategy: st.SearchStrategy[object]) -> object:
    raise AssertionError(f"{strategy} is not needed")


@pytest.mark.parametrize(
    ("values", "changes"),
    [
        ({"rank_by": "RICE"}, {"rank_by": None}),
        ({"rank_by": "WSJF"}, {}),
        ({"rank_by": "WSJF", "formula": "1"}, {"formula": None}),
        ({"rank_by": "Formula", "formula": "1"}, {}),
        ({"formula": "1"}, {}),
        ({}, {}),
    ],
)
def test_what_contradicts_the_method_that_ranks_is_left_out(
    values: dict[str, object], changes: dict[str, object]
) -> None:
    draw = cast(st.DrawFn, nothing_drawn)
    found = {
        name: value
        for constraint in Prioritization.constraints
        for name, value in settled(draw, constraint, values)
        if name in values
    }
    assert found == changes
