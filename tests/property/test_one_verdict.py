"""One verdict: loading, jsonschema and ajv accept or refuse any JSON value together, but for a named list."""

import pytest
from hypothesis import given, settings
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker

from productgov import strategies, to_dict
from productgov.fields.shapes import model_classes
from productgov.model.governance import ProductGovernance
from productgov.schema.json_schema import Draft, json_schema
from tests.schema.mutants import mutants, variants
from tests.schema.verdicts import Judged, assert_one_verdict, assert_one_verdict_on_each, findings_in, findings_of
from tests.support.node import needs_node, run_node

pytestmark = pytest.mark.once

Json = dict[str, object]

MUTANTS = 40 * min(settings().max_examples, 250)
INPUT = json_schema()
DRAFTS: tuple[Draft, ...] = ("2020-12", "draft-07")
VALIDATORS = {"2020-12": Draft202012Validator, "draft-07": Draft7Validator}
CLASSES = model_classes(ProductGovernance)
AJV = """
const Ajv = {"2020-12": require("ajv/dist/2020"), "draft-07": require("ajv")}[input.draft];
const ajv = new Ajv({strict: true});
ajv.addKeyword("x-refers");
require("ajv-formats").default(ajv);
console.log(JSON.stringify(input.batches.map(({schema, values}) => {
  const validate = ajv.compile(schema);
  return values.map(value => validate(value));
})));
"""


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return [(value, findings_of(value)) for value in mutants(MUTANTS)]


def test_jsonschema_and_loading_agree_on_mutants(judged: list[Judged]) -> None:
    validator = Draft202012Validator(INPUT)
    assert_one_verdict_on_each(judged, [validator.is_valid(value) for value, _ in judged])


@pytest.mark.parametrize("draft", DRAFTS)
def test_drafts_and_formats_make_no_difference(draft: Draft, judged: list[Judged]) -> None:
    values = [value for value, _ in judged[:250]]
    with_formats = VALIDATORS[draft](json_schema(draft=draft), format_checker=FormatChecker())
    plain = Draft202012Validator(INPUT)
    assert [with_formats.is_valid(value) for value in values] == [plain.is_valid(value) for value in values]


@needs_node
@pytest.mark.parametrize("draft", DRAFTS)
def test_ajv_and_loading_agree_on_mutants(draft: Draft, judged: list[Judged]) -> None:
    values = [value for value, _ in judged]
    (verdicts,) = _verdicts_of_ajv(draft, [(json_schema(draft=draft), values)])
    assert_one_verdict_on_each(judged, verdicts)


def _verdicts_of_ajv(draft: Draft, batches: list[tuple[Json, list[object]]]) -> list[list[bool]]:
    data = [{"schema": schema, "values": values} for schema, values in batches]
    verdicts = run_node(AJV, {"draft": draft, "batches": data})
    assert isinstance(verdicts, list)
    return verdicts


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_jsonschema_and_loading_agree_on_every_field_of_a_class(cls: type) -> None:
    validator = Draft202012Validator(json_schema(cls=cls))
    for value in variants(cls):
        assert_one_verdict(value, findings_in(cls, value), valid=validator.is_valid(value))


@needs_node
def test_ajv_and_loading_agree_on_every_field_of_every_class() -> None:
    batches = [(json_schema(cls=cls), list(variants(cls))) for cls in CLASSES]
    for cls, (_, values), verdicts in zip(CLASSES, batches, _verdicts_of_ajv("2020-12", batches), strict=True):
        for value, valid in zip(values, verdicts, strict=True):
            assert_one_verdict(value, findings_in(cls, value), valid=valid)


def test_the_mutants_are_neither_all_good_nor_all_bad(judged: list[Judged]) -> None:
    good = sum(not findings for _, findings in judged)
    assert 0.1 < good / len(judged) < 0.9


@given(document=strategies.documents(consistent=False))
def test_what_can_be_loaded_is_valid_input(document: Json) -> None:
    assert Draft202012Validator(INPUT).is_valid(document)


@given(governance=strategies.governances(consistent=False))
def test_what_is_written_is_valid_output_and_input(governance: ProductGovernance) -> None:
    written = to_dict(governance)
    Draft202012Validator(json_schema("output")).validate(written)
    assert Draft202012Validator(INPUT).is_valid(written)
