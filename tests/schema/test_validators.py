"""One verdict in every validator: each accepts the same mutated documents as loading does."""

from operator import attrgetter

import pytest
from hypothesis import settings

from productgov.fields.shapes import model_classes
from productgov.model.governance import ProductGovernance
from productgov.schema.json_schema import json_schema
from tests.schema.mutants import mutants, variants
from tests.schema.verdicts import Judged, assert_one_verdict_on_each, findings_in, findings_of
from tests.support.project import ROOT

if not (ROOT / "tools").exists():
    pytest.skip("the validators are for development", allow_module_level=True)

from tests.schema.validators import VALIDATORS, Validator, can_be_held

MUTANTS = 10 * min(settings().max_examples, 250)

name = attrgetter("name")


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return [(value, findings_of(value)) for value in mutants(MUTANTS, seed=1) if can_be_held(value)]


@pytest.fixture(scope="module")
def judged_by_class() -> dict[type, list[Judged]]:
    return {
        cls: [(value, findings_in(cls, value)) for value in variants(cls) if can_be_held(value)]
        for cls in model_classes(ProductGovernance)
    }


@pytest.mark.parametrize("validator", VALIDATORS, ids=name)
def test_it_agrees_with_loading_on_mutants(validator: Validator, judged: list[Judged]) -> None:
    values = [value for value, _ in judged]
    for draft in validator.drafts:
        assert_one_verdict_on_each(judged, validator.verdicts(json_schema(draft=draft), values))


@pytest.mark.parametrize("validator", [each for each in VALIDATORS if not each.is_slow], ids=name)
def test_it_agrees_with_loading_on_every_field_of_every_class(
    validator: Validator, judged_by_class: dict[type, list[Judged]]
) -> None:
    for cls, judged in judged_by_class.items():
        for draft in validator.drafts:
            verdicts = validator.verdicts(json_schema(draft=draft, cls=cls), [value for value, _ in judged])
            assert_one_verdict_on_each(judged, verdicts)
