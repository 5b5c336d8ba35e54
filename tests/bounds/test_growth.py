"""No input costs more than it weighs: counted work and memory grow with the size of the text."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from productgov import KPI, Metrics, Status, parse
from productgov.rules.context import Context
from tests.bounds.shape import SLACK_BYTES, SLACK_EVENTS, Shape, cost, grows_linearly
from tests.bounds.shapes import SHAPES
from tests.bounds.shapes_of_metrics import one_objective_of_inputs
from tests.bounds.shapes_of_rules import document, everything, kpis
from tests.support.project import needs_checkout

pytestmark = needs_checkout


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_work_and_memory_grow_with_the_input(shape: Shape) -> None:
    shape.act(shape.build(shape.sizes[0]))
    small, middle, large = (cost(shape.act, shape.build(size)) for size in shape.sizes)
    assert grows_linearly(small.events, middle.events, large.events, slack=SLACK_EVENTS), (small, middle, large)
    assert grows_linearly(small.peak, middle.peak, large.peak, slack=SLACK_BYTES), (small, middle, large)


def metrics_before_the_north_star(count: int) -> str:
    def change(data: dict[str, Any]) -> None:
        kpis(data, "input", count)

    return document(change)


def test_all_metrics_are_gone_through_as_often_for_many_as_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    through, times = Metrics.kpis, 0

    def counted(metrics: Metrics) -> Iterator[KPI]:
        nonlocal times
        times += 1
        return through(metrics)

    monkeypatch.setattr(Metrics, "kpis", counted)
    found = set()
    for count in (5, 10, 20):
        times = 0
        everything(metrics_before_the_north_star(count))
        found.add(times)
    assert len(found) == 1, found


def test_what_moves_a_metric_is_summed_up_where_many_items_share_a_goal_of_many_metrics() -> None:
    governance = parse(one_objective_of_inputs(40), format="json").governance
    context = Context(governance=governance, as_of=date(2026, 3, 2))
    assert max(map(len, context.moved_by.values())) <= 3 * len(Status)
    messages = [finding.message for finding in parse(one_objective_of_inputs(40), format="json").check(select="PG605")]
    assert len(messages) == 40
    assert max(map(len, messages)) < 300


def test_quadratic_work_is_noticed() -> None:
    def quadratic(text: str) -> None:
        for _ in text:
            for _ in text:
                pass

    small, middle, large = (cost(quadratic, "x" * size) for size in (100, 200, 400))
    assert not grows_linearly(small.events, middle.events, large.events, slack=SLACK_EVENTS)


def test_quadratic_memory_is_noticed() -> None:
    def quadratic(text: str) -> None:
        _ = [text + str(index) for index in range(len(text))]

    small, middle, large = (cost(quadratic, "x" * size) for size in (500, 1_000, 2_000))
    assert not grows_linearly(small.peak, middle.peak, large.peak, slack=SLACK_BYTES)
