"""The loop of the documentation, with a scripted stand-in for the language model."""

import copy
import re
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from productgov import ProductGovernance, to_dict
from productgov.rules.example import EXAMPLE
from tests.support.project import ROOT

PAGE = ROOT / "docs" / "how-to" / "language-models.md"

if not PAGE.exists():
    pytest.skip("an installed library has no documentation", allow_module_level=True)

Json = dict[str, Any]


@pytest.fixture(scope="module")
def page() -> Json:
    """What the last block of the page defines."""
    block = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)[-1]
    names: Json = {}
    exec(compile(block, str(PAGE), "exec"), names)
    return names


class StandIn:
    """A model that makes one mistake less each time that it is told of them."""

    def __init__(self, *mistakes: Callable[[Json], object]) -> None:
        self.mistakes = list(mistakes)
        self.told: list[list[str]] = []

    def __call__(self, said: list[str]) -> Json:
        if self.told:
            assert len(said) > len(self.told[-1])
            self.mistakes = self.mistakes[1:]
        self.told.append(list(said))
        draft: Json = copy.deepcopy(dict(EXAMPLE))
        for mistake in self.mistakes:
            mistake(draft)
        return draft


def _wrong_framework(draft: Json) -> None:
    draft["prioritization"]["framework"] = "RISE"


def _missing_field(draft: Json) -> None:
    del draft["productVision"]["mission"]


def _unknown_metric(draft: Json) -> None:
    draft["roadmap"]["timeHorizon"]["now"][0]["metrics"] = ["activaton"]


def test_the_tool_takes_the_input_schema_as_its_parameters(page: Json) -> None:
    schema = page["TOOL"]["input_schema"]
    assert schema["type"] == "object"
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(EXAMPLE)


def test_it_goes_on_until_no_finding_is_left(page: Json) -> None:
    model = StandIn(_wrong_framework, _missing_field, _unknown_metric)
    governance = page["ask"](model)
    assert isinstance(governance, ProductGovernance)
    assert to_dict(governance)["name"] == "Tempo"
    assert len(model.told) == 4
    last = "\n".join(model.told[-1])
    assert "PG006 /prioritization/framework" in last
    assert "/productVision" in last
    assert re.search(r'^PG1\d\d /roadmap/timeHorizon/now/0/metrics/0: .*; write "activation"', last, re.MULTILINE)


def test_a_good_answer_is_taken_at_once(page: Json) -> None:
    model = StandIn()
    page["ask"](model)
    assert len(model.told) == 1


def test_it_gives_up_after_some_attempts(page: Json) -> None:
    model = StandIn(*[_wrong_framework] * 9)
    with pytest.raises(RuntimeError, match="still wrong after 5 attempts: PG006 /prioritization/framework"):
        page["ask"](model)
    assert len(model.told) == 5
