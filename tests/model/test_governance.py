"""What a whole governance answers about its parts."""

import pickle
from collections.abc import Callable

import attrs
import pytest

import productgov as pg
from tests.support.documents import minimal_document

DONE = pg.Initiative(id="old", title="Old", status=pg.Status.DONE)
ROADMAP = pg.Roadmap(
    time_horizon=pg.TimeHorizon(
        now=(pg.Initiative(id="a", title="A"),),
        next=(pg.Initiative(id="b", title="B"),),
        later=(pg.Initiative(id="c", title="C"), pg.Initiative(id="a", title="A again")),
        future=(pg.Vision(id="far", title="Far"),),
    ),
    delivered=(DONE,),
    externals=(pg.External(id="law", title="Legal opinion"),),
)
METRICS = pg.Metrics(
    north_star_metric="Meals cooked",
    input_metrics=(pg.KPI(id="in", name="Plans made"),),
    output_metrics=(pg.KPI(id="out", name="Meals cooked"),),
    guardrail_metrics=(pg.KPI(id="guard", name="Complaints"),),
)
GOVERNANCE = attrs.evolve(pg.from_dict(minimal_document()), roadmap=ROADMAP, metrics=METRICS)


def test_initiatives_come_with_their_horizons_and_the_delivered_without() -> None:
    assert [(item.id, horizon) for item, horizon in GOVERNANCE.initiatives()] == [
        ("a", pg.Horizon.NOW),
        ("b", pg.Horizon.NEXT),
        ("c", pg.Horizon.LATER),
        ("a", pg.Horizon.LATER),
        ("old", None),
    ]


def test_items_of_the_roadmap_are_found_by_id_the_first_first() -> None:
    found = [GOVERNANCE.find(name) for name in ("a", "far", "law", "old")]
    assert [item.title for item in found if item] == ["A", "Far", "Legal opinion", "Old"]
    assert GOVERNANCE.find("nothing") is None


def test_a_horizon_is_where_an_item_stands() -> None:
    horizons = [GOVERNANCE.roadmap.horizon_of(name) for name in ("a", "c", "far", "old", "law", "nothing")]
    assert horizons == [pg.Horizon.NOW, pg.Horizon.LATER, pg.Horizon.FUTURE, None, None, None]


def test_kpis_are_listed_by_group_and_found_by_id() -> None:
    assert [kpi.id for kpi in GOVERNANCE.kpis()] == ["in", "out", "guard"]
    assert GOVERNANCE.kpi("guard") == METRICS.guardrail_metrics[0]
    assert METRICS.by_id == {kpi.id: kpi for kpi in GOVERNANCE.kpis()}


def test_groups_of_metrics_know_their_fields() -> None:
    assert [(group, [kpi.id for kpi in kpis]) for group, kpis in METRICS.groups()] == [
        (pg.MetricGroup.INPUT, ["in"]),
        (pg.MetricGroup.OUTPUT, ["out"]),
        (pg.MetricGroup.GUARDRAIL, ["guard"]),
    ]
    written = pg.to_dict(GOVERNANCE)["metrics"]
    for group, kpis in METRICS.groups():
        assert getattr(METRICS, group.field) == kpis
        assert len(written[group.wire]) == len(kpis)  # type: ignore[index]


def test_of_several_kpis_with_one_id_the_first_is_found() -> None:
    again = attrs.evolve(METRICS, output_metrics=(pg.KPI(id="in", name="Again"),))
    assert again.by_id["in"].name == "Plans made"
    assert attrs.evolve(GOVERNANCE, metrics=again).kpi("in").name == "Plans made"


FINDERS: dict[str, Callable[[str], object]] = {
    "initiative": GOVERNANCE.initiative,
    "vision": GOVERNANCE.vision,
    "external": GOVERNANCE.external,
    "KPI": GOVERNANCE.kpi,
}


@pytest.mark.parametrize(("kind", "id"), [("initiative", "a"), ("vision", "far"), ("external", "law"), ("KPI", "out")])
def test_each_kind_of_thing_is_found_by_its_id_and_the_first_first(kind: str, id: str) -> None:
    found = FINDERS[kind](id)
    assert found.id == id  # type: ignore[attr-defined]
    if kind != "KPI":
        assert found == GOVERNANCE.find(id)


@pytest.mark.parametrize(
    ("kind", "id", "near"),
    [
        ("initiative", "odl", ("old",)),
        ("initiative", "far", ()),
        ("vision", "fra", ("far",)),
        ("external", "a", ()),
        ("KPI", "gaurd", ("guard",)),
        ("KPI", "Plans made", ()),
    ],
)
def test_an_unknown_id_is_an_error_that_names_the_ids_most_like_it(kind: str, id: str, near: tuple[str, ...]) -> None:
    with pytest.raises(pg.UnknownIdError) as caught:
        FINDERS[kind](id)
    assert (caught.value.kind, caught.value.id, caught.value.near) == (kind, id, near)
    assert isinstance(caught.value, LookupError)
    assert isinstance(caught.value, pg.ProductGovError)
    meant = f"; did you mean {near[0]}?" if near else ""
    assert str(caught.value) == f"no {kind} has the id {id!r}{meant}"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_the_north_star_is_found_by_its_id_before_its_name() -> None:
    assert METRICS.north_star == METRICS.output_metrics[0]
    assert attrs.evolve(METRICS, north_star_metric="in").north_star == METRICS.input_metrics[0]
    assert attrs.evolve(METRICS, north_star_metric="Happiness").north_star is None
    namesake = (*METRICS.input_metrics, pg.KPI(id="Complaints", name="Other"))
    assert attrs.evolve(METRICS, north_star_metric="Complaints", input_metrics=namesake).north_star == namesake[1]
