"""The maps that come with the library: each on a small table made for it, and on real files where they are."""

import re
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

import productgov as pg
from productgov.interchange import Imported, map_names, new_governance, read_table
from tests.support.extras import has
from tests.support.tables import samples

MAIL = r"[\w.]+@[\w-]+\.[a-z]+"

EXPECTED = {
    "jira.csv": "now A-1 | delivered A-2 A-3 | A-1 requires A-2 | refused 1",
    "linear.csv": "now L-1 L-2 | delivered L-3 | L-1 requires L-2 | refused 1 | skipped 1",
    "github-projects.json": (
        "now gh-7 | backlog gh-P2 | refused 1 | skipped 1 | the file has 3 of 9 records; export all of them"
    ),
    "trello.json": "now abc | delivered def | skipped 1",
    "asana.csv": (
        "now 1209876543210987 | delivered 1209876543210988 | "
        "1209876543210987 requires 1209876543210988 | refused 1 | skipped 1"
    ),
    "notion.csv": "now grosser-werden | delivered two | refused 1",
    "productboard.csv": "next u-1 | delivered u-2",
    "aha.json": "backlog P-1",
    "jira-product-discovery.csv": "next I-1",
    "rice.csv": (
        "now log-in | later pay | refused 1 | skipped 1 | "
        "1 row narrower than the header; the missing cells count as empty"
    ),
    "okr-order.csv": "okr-1 okr-1.1 | okr-1.1 under okr-1 | okr-1.1: okr-1.1.1 0 to 15 | skipped 1",
    "okr-ids.csv": "okr-1 okr-2 | okr-2 under okr-1 | okr-2: okr-3 1 to 5 | skipped 1",
    "okr-list.csv": "o-grow o-keep | o-grow: kr-users 10 to 20 kr-revenue 1 to 2 kr-churn 5 to 2",
    "okr-wide.csv": "o-grow o-keep | o-grow: kr-users kr-churn | o-keep: kr-calm",
    "dbt.yml": "input tax | output orders",
    "osi.yaml": "input sales",
    "openslo.yaml": "guardrail search-good search-sla",
    "metric-hub.toml": "input dau crashes | refused 1 | skipped 1",
    "gitlab-indicators.yml": "output mean-time pipeline | refused 1",
    "observations.csv": "x 2026-01-31 5 | skipped 1",
    "observations-wide.csv": "x 2026-01-31 5 x 2026-02-28 6 y 2026-02-28 7",
}
"""For the sample of each map, what is read from it."""


def told(found: Imported) -> str:
    """What was imported, in short."""
    governance = new_governance(without_observations(found))
    columns, roadmap = governance.roadmap.time_horizon, governance.roadmap
    lists: dict[str, list[str]] = {}
    for name, items in (
        ("now", columns.now),
        ("next", columns.next),
        ("later", columns.later),
        ("backlog", roadmap.backlog),
        ("delivered", roadmap.delivered),
    ):
        lists[name] = [item.id for item in items]
    for group, kpis in governance.metrics.groups():
        lists[group.value] = [kpi.id for kpi in kpis]
    parts = [f"{name} {' '.join(ids)}" for name, ids in lists.items() if ids]
    parts += [f"{each.from_} {each.type.value} {each.to}" for each in governance.roadmap.dependencies]
    parts += [" ".join(objective.id for objective in governance.objectives)]
    parts += [f"{each.id} under {each.parent}" for each in governance.objectives if each.parent]
    parts += [
        f"{each.id}: {' '.join(_key_result(result) for result in each.key_results)}"
        for each in governance.objectives
        if each.key_results
    ]
    parts += [" ".join(f"{each.kpi} {each.observation.date} {each.observation.value:g}" for each in found.observations)]
    losses = found.losses
    parts += [
        f"{name} {len(items)}" for name, items in (("refused", losses.refused), ("skipped", losses.skipped)) if items
    ]
    return " | ".join(filter(None, (*parts, *losses.notes)))


def without_observations(found: Imported) -> Imported:
    return attrs.evolve(found, observations=())


def _key_result(result: pg.KeyResult) -> str:
    return result.id if result.to is None else f"{result.id} {result.from_:g} to {result.to:g}"


def test_every_map_has_a_sample() -> None:
    assert {Path(file).stem for file in EXPECTED} == set(map_names())


@pytest.mark.parametrize("file", EXPECTED)
def test_a_small_table_of_each_tool(file: str) -> None:
    path = Path(__file__).parent / "samples" / file
    if path.suffix in (".yml", ".yaml") and not has("yaml"):
        pytest.skip("needs yaml")
    found = read_table(path, path.stem)
    assert told(found) == EXPECTED[file]
    governance = new_governance(without_observations(found))
    assert not pg.check(governance).errors
    assert without_observations(found).apply(governance) == governance
    assert not re.search(MAIL, pg.dumps(governance))


class Real(NamedTuple):
    file: str
    map: str
    rows: int
    items: int


REAL = [
    Real("interchange/jira/cloud_all_fields.csv", "jira", 22, 22),
    Real("interchange/jira/cloud_current_fields.csv", "jira", 32, 32),
    Real("interchange/linear/issues_30_columns.csv", "linear", 28, 28),
    Real("interchange/github_projects/gh_item_list_roi_milestones.json", "github-projects", 28, 16),
    Real("interchange/trello/board_export.json", "trello", 11, 11),
    Real("interchange/osi/tpcds_semantic_model.yaml", "osi", 5, 5),
    Real("interchange/openslo/timeslices-slo.yaml", "openslo", 2, 2),
    Real("interchange/dbt/jaffle_orders.yml", "dbt", 7, 7),
    Real("interchange/metric_hub/focus_ios.toml", "metric-hub", 22, 19),
    Real("gitlab_performance_indicators/quality_department.yml", "gitlab-indicators", 26, 26),
    Real("rice/intercom_2016_worked.csv", "rice", 3, 3),
    Real("rice/marketbridge_2026_student.csv", "rice", 9, 9),
]


@pytest.mark.parametrize("real", REAL, ids=[real.file for real in REAL])
def test_real_files(real: Real) -> None:
    for path in samples(real.file):
        found = read_table(path, real.map)
        assert (found.losses.rows, len(found)) == (real.rows, real.items)
        governance = new_governance(found)
        assert not pg.check(governance).errors
        assert found.apply(governance) == governance
        assert not re.search(MAIL, pg.dumps(governance))
