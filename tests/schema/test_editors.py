"""The schema in a real editor: what the YAML language server underlines, offers and explains."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from productgov.schema.json_schema import Draft, as_text, json_schema
from tests.schema.language_server import Editor, editor
from tests.support.node import module, needs_node

pytestmark = needs_node

TEXT = """\
# yaml-language-server: $schema=productgov.schema.json
productVision:
  mission: Meals that fit the day
  targetMarket: [Families]
  valueProposition: No planning
  strategicPillars: []
prioritization:
  framework: ICE
  reviewCadence: monthly
roadmap:
  timeHorizon:
    now:
      - id: search
        title: Search
        owner: Ana
        x-ticket: 7
        scoring:
          rice: {reach: 450, impact: 2, confidence: 0.8, effort: 3}
metrics:
  northStarMetric: Meals cooked
reviews:
  productReview: {frequency: weekly, participants: [Ana]}
  strategyReview: {frequency: monthly, participants: []}
  portfolioReview: {frequency: quarterly, participants: []}
"""


@pytest.fixture(scope="module", params=["2020-12", "draft-07"])
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder, draft = tmp_path_factory.mktemp("editor"), cast(Draft, request.param)
    Path(folder, "productgov.schema.json").write_text(as_text(json_schema(draft=draft)), "utf-8")
    server = module("yaml-language-server", "bin", "yaml-language-server")
    with editor([shutil.which("node") or "node", str(server), "--stdio"], folder) as opened:
        yield opened


def _line(text: str, part: str) -> tuple[int, str]:
    return next((number, line) for number, line in enumerate(text.splitlines()) if part in line)


def test_nothing_is_underlined_in_a_valid_document(session: Editor) -> None:
    assert session.open("valid.yaml", TEXT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("framework: ICE", "framework: RISE", '"RICE" | "ICE" | "Value-Effort" | "Kano"'),
        ("confidence: 0.8", "confidence: 80", "above the maximum of 1"),
        ("effort: 3", "effort: 0", "below the exclusive minimum of 0"),
        ("id: search", "id: se arch", "does not match the pattern"),
        ("title: Search", "titel: Search", "Property titel is not allowed"),
    ],
)
def test_a_mistake_is_underlined_where_it_stands(session: Editor, right: str, wrong: str, message: str) -> None:
    text = TEXT.replace(right, wrong)
    found = session.open(f"{wrong.partition(':')[0]}.yaml", text)
    line, written = _line(text, wrong)
    value = wrong if wrong.startswith("titel") else wrong.partition(": ")[2]
    said = [item for item in found if message in item["message"]]
    assert len(said) == 1
    assert said[0]["range"]["start"]["line"] == line
    assert written[said[0]["range"]["start"]["character"] :].startswith(value.partition(":")[0])


def test_the_values_of_an_enumeration_are_offered(session: Editor) -> None:
    text = TEXT.replace("reviewCadence: monthly", "reviewCadence: ")
    session.open("values.yaml", text)
    line, written = _line(text, "reviewCadence")
    assert session.completions("values.yaml", line, len(written)) == ["weekly", "biweekly", "monthly"]


def test_the_fields_that_are_not_there_yet_are_offered(session: Editor) -> None:
    text = TEXT.replace("        x-ticket: 7\n", "        \n")
    session.open("fields.yaml", text)
    line, _ = _line(text, "owner: Ana")
    offered = session.completions("fields.yaml", line + 1, 8)
    assert {"theme", "pillar", "status", "targetDate", "guardrails"} <= set(offered)
    assert "title" not in offered


def test_resting_on_a_value_or_a_field_says_what_it_means(session: Editor) -> None:
    session.open("hover.yaml", TEXT)
    line, written = _line(TEXT, "framework")
    assert "Impact, Confidence and Ease" in session.hover("hover.yaml", line, written.index("ICE"))
    line, written = _line(TEXT, "mission")
    assert "Why the product exists." in session.hover("hover.yaml", line, written.index("mission"))
