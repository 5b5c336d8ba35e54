"""Findings as SARIF 2.1.0."""

import json
from collections.abc import Mapping

import attrs
import jsonschema
import pytest

from productgov import __version__
from productgov.findings import Finding, Location, Severity
from productgov.reports.reporter import CheckedDocument
from productgov.reports.sarif import sarif_report
from productgov.rules.registry import RULES
from tests.support.examples import bad_document, example_data
from tests.support.node import module, needs_node

ITEM = {"id": "checkout", "theme": "x"}
LATE = Finding(
    code="PG205",
    severity=Severity.WARNING,
    path="/items/0/theme",
    message="late",
    hint="be on time",
    location=Location(line=3, column=7),
)


def run(*checked: CheckedDocument) -> Mapping[str, object]:
    (only,) = json.loads(sarif_report(checked))["runs"]
    assert isinstance(only, dict)
    return only


def results(data: object, *findings: Finding) -> list[dict[str, object]]:
    found = run(CheckedDocument("a b.yaml", data, findings))["results"]
    assert isinstance(found, list)
    return found


def fingerprint(data: object, finding: Finding) -> object:
    return results(data, finding)[0]["partialFingerprints"]


def test_every_code_is_a_rule_with_its_level_and_its_words() -> None:
    driver = run()["tool"]["driver"]  # type: ignore[index]
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in driver["rules"]}
    assert levels["PG302"] == "note"
    assert {code for code, level in levels.items() if level == "error"} == {
        code for code, rule in RULES.items() if rule.severity is Severity.ERROR
    }
    assert driver["semanticVersion"] == __version__


def test_a_result_has_its_rule_its_level_its_words_and_its_place() -> None:
    (result,) = results({"items": [ITEM]}, LATE)
    assert result["ruleId"] == "PG205"
    assert result["ruleIndex"] == list(RULES).index("PG205")
    assert result["level"] == "warning"
    assert result["message"] == {"text": "late. Hint: be on time"}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a%20b.yaml"},
                "region": {"startLine": 3, "startColumn": 7},
            },
            "logicalLocations": [{"fullyQualifiedName": "/items/0/theme", "kind": "value"}],
        }
    ]


def test_a_finding_without_a_place_has_no_region() -> None:
    (result,) = results(None, attrs.evolve(LATE, location=None, path=""))
    assert "region" not in result["locations"][0]["physicalLocation"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ({"items": [ITEM]}, {"items": [{"id": "import"}, ITEM]}, "/items/1/theme"),
        ({"items": [{"from": "a", "to": "b"}]}, {"items": [{}, {"from": "a", "to": "b"}]}, "/items/1/theme"),
        ({"items": ["x"]}, {"items": ["y", "x"]}, "/items/1/theme"),
        ({"items": [{"reason": "z"}]}, {"items": [{"reason": "y"}]}, "/items/0/theme"),
    ],
)
def test_a_fingerprint_stays_when_lines_and_items_move(before: object, after: object, path: str) -> None:
    moved = attrs.evolve(LATE, path=path, location=Location(line=90, column=1), message="late by another day")
    assert fingerprint(after, moved) == fingerprint(before, LATE)


def test_fingerprints_differ_by_code_place_and_number() -> None:
    data = {"items": [ITEM]}
    others = [
        attrs.evolve(LATE, code="PG203"),
        attrs.evolve(LATE, path="/items/0"),
        attrs.evolve(LATE, path="/items/7/theme"),
        LATE,
    ]
    found = results(data, LATE, *others)
    assert len({json.dumps(result["partialFingerprints"]) for result in found}) == len(found)


@needs_node
def test_what_is_written_is_valid_under_the_official_schema() -> None:
    path = module("@microsoft", "sarif-multitool-linux", "sarif-2.1.0.json")
    if not path.exists():
        pytest.skip("the npm package that holds the schema, @microsoft/sarif-multitool-linux, is not here")
    schema = json.loads(path.read_text(encoding="utf-8"))
    documents = [bad_document(rule) for rule in RULES.values()]
    checked = [CheckedDocument("a b/ü.yaml", document.data, tuple(document.check())) for document in documents]
    assert all(document.findings for document in checked)
    text = sarif_report([*checked, CheckedDocument("-", example_data(), ())])
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert list(validator.iter_errors(json.loads(text))) == []
