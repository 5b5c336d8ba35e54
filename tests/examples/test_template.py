"""What `productgov init` writes is a good document to start from."""

from itertools import combinations

import pytest

from productgov import loads
from productgov.cli.template import PARTS, TemplatePart, template_text
from productgov.rules.engine import check
from tests.support.extras import needs

pytestmark = needs("yaml")

TEMPLATE = template_text()
CHOICES = [chosen for count in range(len(PARTS) + 1) for chosen in combinations(PARTS, count)]


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


@pytest.mark.parametrize("parts", CHOICES, ids=str)
def test_the_template_passes_check_with_every_choice_of_parts(parts: tuple[TemplatePart, ...]) -> None:
    text = template_text(parts)
    governance = loads(text, format="yaml")
    assert check(governance).findings == ()
    assert [bool(governance.organization), bool(governance.objectives), bool(governance.teams)] == [
        part in parts for part in PARTS
    ]
    assert "|" not in text


def test_every_line_of_the_template_is_in_the_template_with_all_parts() -> None:
    lines = iter(template_text(PARTS).splitlines())
    assert all(line in lines for line in TEMPLATE.splitlines())


def test_every_part_has_comments_and_short_lines() -> None:
    for part in PARTS:
        added = template_text((part,)).splitlines()[len(TEMPLATE.splitlines()) :]
        assert any("#" in line for line in added)
    assert max(map(len, template_text(PARTS).splitlines())) <= 120
