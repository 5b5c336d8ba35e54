"""What holds for the check of any governance."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeAlias

import attrs
import networkx as nx
from hypothesis import assume, given
from hypothesis import strategies as st

from productgov.dumping import to_dict
from productgov.findings import Finding, Related
from productgov.loading import from_dict
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.prioritization import ScoringCriteria
from productgov.model.roadmap import Dependency, DependencyType, External, TimeHorizon
from productgov.rules.engine import check
from productgov.strategies import governances
from tests.support.governances import governance as small

TODAY = date(2026, 3, 2)
BUSY = governances().filter(lambda subject: any(True for _ in subject.initiatives()))
"""Governances that have at least one initiative."""
Mutation: TypeAlias = Callable[[ProductGovernance], tuple[ProductGovernance, str]]
"""A change that breaks one rule, and the place where that is found."""
CYCLE = re.compile(r"^dependency cycle: ([^;(]*[^ ;(])")
IDS = re.compile(r"\b(item|kpi|vision|external)-(\d+)\b")


def said(findings: Sequence[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter((finding.code, finding.path, finding.message) for finding in findings)


def without_names(findings: Sequence[Finding]) -> Counter[tuple[str, str, int]]:
    """The findings; of those about several items, how many they are about in place of their names and their order."""
    return Counter(
        (finding.code, finding.message.partition(":")[0] if finding.related else finding.message, len(finding.related))
        for finding in findings
    )


def without_totals(findings: Sequence[Finding]) -> Counter[tuple[str, str, str, tuple[Related, ...]]]:
    """The findings; of those about several items, without the message, which says how many items there are."""
    return Counter(
        (finding.code, finding.path, "" if finding.related else finding.message, finding.related)
        for finding in findings
    )


def found(subject: ProductGovernance) -> tuple[Finding, ...]:
    return check(subject).findings


def changed(subject: ProductGovernance, part: str, **changes: object) -> ProductGovernance:
    """The governance with fields of one of its parts changed."""
    return attrs.evolve(subject, **{part: attrs.evolve(getattr(subject, part), **changes)})


@given(governances())
def test_a_consistent_governance_has_no_error(subject: ProductGovernance) -> None:
    assert check(subject).errors == ()


@given(governances(consistent=False))
def test_any_governance_can_be_checked_and_every_finding_is_whole(subject: ProductGovernance) -> None:
    for finding in check(subject, as_of=TODAY):
        assert finding.message
        assert finding.hint


def unknown_dependency(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    dependencies = subject.roadmap.dependencies
    new = Dependency(from_=next(subject.initiatives()).initiative.id, to="NOWHERE")
    path = f"/roadmap/dependencies/{len(dependencies)}/to"
    return changed(subject, "roadmap", dependencies=(*dependencies, new)), path


def dependency_on_itself(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    dependencies, name = subject.roadmap.dependencies, next(subject.initiatives()).initiative.id
    path = f"/roadmap/dependencies/{len(dependencies)}"
    return changed(subject, "roadmap", dependencies=(*dependencies, Dependency(from_=name, to=name))), path


def dependency_stated_twice(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    dependencies = subject.roadmap.dependencies
    assume(dependencies)
    return changed(subject, "roadmap", dependencies=(*dependencies, dependencies[0])), (
        f"/roadmap/dependencies/{len(dependencies)}"
    )


def id_twice(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    externals = subject.roadmap.externals
    new = External(id=next(subject.initiatives()).initiative.id, title="The same again")
    return changed(subject, "roadmap", externals=(*externals, new)), f"/roadmap/externals/{len(externals)}/id"


def unserved_pillar(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    pillars = subject.product_vision.strategic_pillars
    open_or_done = [item.initiative for item in subject.initiatives() if item.initiative.status is not Status.DROPPED]
    assume(any(initiative.pillar is not None for initiative in open_or_done))
    return changed(subject, "product_vision", strategic_pillars=(*pillars, "Wonder")), (
        f"/productVision/strategicPillars/{len(pillars)}"
    )


def empty_theme(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    themes = subject.roadmap.themes
    assume(themes)
    return changed(subject, "roadmap", themes=(*themes, "Wonder")), f"/roadmap/themes/{len(themes)}"


def placeholder(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    return changed(subject, "product_vision", mission="TBD"), "/productVision/mission"


def weights_of_zero(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    nothing = ScoringCriteria(business_value=0, user_impact=0, effort=0, strategic_alignment=0)
    assume(not any(item.initiative.scoring for item in subject.initiatives()))
    return changed(subject, "prioritization", scoring_criteria=nothing), "/prioritization/scoringCriteria"


def idle_ignore(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    ignore = {"x-productgov": {"ignore": [{"code": "PG101", "reason": "they are twins"}]}}
    return attrs.evolve(subject, extensions=Extensions(ignore)), "/x-productgov/ignore/0"


def unschedulable(subject: ProductGovernance) -> tuple[ProductGovernance, str]:
    review = attrs.evolve(subject.reviews.strategy_review, frequency="bimonthly")
    return changed(subject, "reviews", strategy_review=review), "/reviews/strategyReview/frequency"


MUTATIONS: tuple[tuple[str, Mutation], ...] = (
    ("PG101", id_twice),
    ("PG102", unknown_dependency),
    ("PG207", empty_theme),
    ("PG209", dependency_on_itself),
    ("PG209", dependency_stated_twice),
    ("PG304", weights_of_zero),
    ("PG501", unschedulable),
    ("PG601", unserved_pillar),
    ("PG606", placeholder),
    ("PG607", idle_ignore),
)


@given(BUSY, st.sampled_from(MUTATIONS))
def test_a_mutation_breaks_exactly_its_rule(subject: ProductGovernance, mutation: tuple[str, Mutation]) -> None:
    code, mutate = mutation
    broken, path = mutate(subject)
    new = said(found(broken)) - said(found(subject))
    assert [(found_code, at) for found_code, at, _ in new.elements()] == [(code, path)]


@given(BUSY)
def test_an_unrelated_initiative_changes_no_other_finding(subject: ProductGovernance) -> None:
    assume(any(item.initiative.status is not Status.DROPPED for item in subject.initiatives()))
    themes = subject.roadmap.themes
    new = Initiative(id="UNRELATED", title="Something else altogether", theme="Elsewhere")
    columns = attrs.evolve(subject.roadmap.time_horizon, later=(*subject.roadmap.time_horizon.later, new))
    with_it = changed(subject, "roadmap", time_horizon=columns, themes=(*themes, "Elsewhere") if themes else ())
    assert without_totals(found(with_it)) == without_totals(found(subject))


def renamed(subject: ProductGovernance) -> ProductGovernance:
    """All ids with an n before them, wherever they stand."""

    def rename(value: object) -> object:
        if isinstance(value, dict):
            return {key: rename(item) for key, item in value.items()}
        if isinstance(value, list):
            return list(map(rename, value))
        return IDS.sub(r"n\1-\2", value) if isinstance(value, str) else value

    document = rename(to_dict(subject))
    assert isinstance(document, dict)
    return from_dict(document)


@given(governances(), st.booleans())
def test_renaming_all_ids_renames_the_findings(subject: ProductGovernance, circular: bool) -> None:
    if circular:
        reversed_too = [
            Dependency(from_=edge.to, to=edge.from_, type=edge.type) for edge in subject.roadmap.dependencies
        ]
        subject = changed(subject, "roadmap", dependencies=(*subject.roadmap.dependencies, *reversed_too))
    before = [(finding.code, finding.path, IDS.sub(r"n\1-\2", undrawn(finding))) for finding in found(subject)]
    assert [(finding.code, finding.path, undrawn(finding)) for finding in found(renamed(subject))] == before


def undrawn(finding: Finding) -> str:
    """The message without a probability: the draws of an item depend on its id."""
    return re.sub(r"probability of [<>]?\d+ %", "probability", finding.message)


@given(governances(max_initiatives=6), st.randoms(use_true_random=False))
def test_the_order_within_a_horizon_changes_only_places(subject: ProductGovernance, random: object) -> None:
    columns = subject.roadmap.time_horizon

    def shuffled(items: tuple[Initiative, ...]) -> tuple[Initiative, ...]:
        mixed = list(items)
        random.shuffle(mixed)  # type: ignore[attr-defined]
        return tuple(mixed)

    mixed = TimeHorizon(
        now=shuffled(columns.now), next=shuffled(columns.next), later=shuffled(columns.later), future=columns.future
    )
    assert without_names(found(changed(subject, "roadmap", time_horizon=mixed))) == without_names(found(subject))


NODES = st.integers(0, 7)


@given(st.lists(st.tuples(NODES, NODES, st.booleans()), max_size=20))
def test_cycles_are_those_of_networkx(edges: list[tuple[int, int, bool]]) -> None:
    items = tuple(Initiative(id=f"i{node}", title="An item") for node in range(8))
    dependencies = tuple(
        Dependency(from_=f"i{to}", to=f"i{source}", type=DependencyType.BLOCKS)
        if blocks
        else Dependency(from_=f"i{source}", to=f"i{to}")
        for source, to, blocks in edges
    )
    subject = changed(small(now=items), "roadmap", dependencies=dependencies)
    theirs: nx.DiGraph[str] = nx.DiGraph((f"i{source}", f"i{to}") for source, to, _ in edges)
    large = [sorted(group) for group in nx.strongly_connected_components(theirs) if len(group) > 1]
    cycles = [CYCLE.findall(finding.message)[0].split(" → ") for finding in check(subject, as_of=TODAY, select="PG201")]
    assert len(cycles) == len(large)
    for cycle in cycles:
        assert cycle[0] == cycle[-1]
        assert all(theirs.has_edge(*step) for step in pairwise(cycle))
        group = next(group for group in large if cycle[0] in group)
        assert cycle[0] == group[0]
        through = (
            nx.shortest_path_length(theirs, after, cycle[0]) + 1
            for after in theirs[cycle[0]]
            if after in group and after != cycle[0]
        )
        assert len(cycle) - 1 == min(through)
