"""What `productgov init` writes is a good document to start from."""

from importlib.resources import files

from productgov import loads
from productgov.rules.engine import check
from tests.support.extras import needs

pytestmark = needs("yaml")

TEMPLATE = files("productgov.cli").joinpath("template.yaml").read_text(encoding="utf-8")


def test_the_template_passes_check_without_a_finding() -> None:
    assert check(loads(TEMPLATE, format="yaml")).findings == ()


def test_the_template_speaks_of_a_fixed_day_so_that_it_passes_on_every_day() -> None:
    assert loads(TEMPLATE, format="yaml").as_of is not None


def test_the_template_shows_all_horizons_all_groups_of_metrics_and_all_reviews() -> None:
    governance = loads(TEMPLATE, format="yaml")
    columns, metrics = governance.roadmap.time_horizon, governance.metrics
    assert all((columns.now, columns.next, columns.later, columns.future, governance.roadmap.delivered))
    assert all((metrics.input_metrics, metrics.output_metrics, metrics.guardrail_metrics, metrics.north_star))
    assert all(review.starts_on for _, review in governance.reviews.named())


def test_the_template_begins_with_the_line_that_tells_editors_its_schema() -> None:
    assert TEMPLATE.startswith("# yaml-language-server: $schema=productgov.schema.json\n")
