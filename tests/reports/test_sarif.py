"""Findings as SARIF 2.1.0."""

import json
from functools import partial
from typing import Any

import attrs
import jsonschema
import pytest

from productgov import Document, __version__, parse
from productgov.findings import Finding, Location, Severity
from productgov.formats.lines import Lines
from productgov.reports.reporter import CheckedDocument, CheckRun
from productgov.reports.sarif import sarif_report
from productgov.rules.registry import RULES
from tests.support.checked import GONE, MORE, checked, run_of
from tests.support.examples import bad_document, example_data, item, merged
from tests.support.findings import ALSO
from tests.support.node import module, needs_node

LATE = Finding(
    code="PG205",
    severity=Severity.WARNING,
    path="/items/0/theme",
    message="late",
    hint="be on time",
    location=Location(line=3, column=7),
)


def run(checks: CheckRun) -> dict[str, Any]:
    (only,) = json.loads(sarif_report(checks))["runs"]
    assert isinstance(only, dict)
    return only


def results(*findings: Finding, file: str = "a b.yaml") -> list[dict[str, Any]]:
    found = run(run_of(file, *findings))["results"]
    assert isinstance(found, list)
    return found


def physical(*findings: Finding, file: str = "a b.yaml") -> dict[str, Any]:
    where = results(*findings, file=file)[0]["locations"][0]["physicalLocation"]
    assert isinstance(where, dict)
    return where


def test_every_code_is_a_rule_with_its_level_and_its_words() -> None:
    driver = run(CheckRun())["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    assert driver["rules"][0]["name"] == "NotReadable"
    assert len({rule["name"] for rule in driver["rules"]}) == len(RULES)
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in driver["rules"]}
    assert levels["PG302"] == "note"
    assert {code for code, level in levels.items() if level == "error"} == {
        code for code, rule in RULES.items() if rule.severity is Severity.ERROR
    }
    assert driver["semanticVersion"] == __version__


def test_the_help_of_a_rule_is_its_explanation_with_both_examples() -> None:
    rules = run(CheckRun())["tool"]["driver"]["rules"]
    for rule, shown in zip(RULES.values(), rules, strict=True):
        parts = (rule.meaning, f"**Why it matters**: {rule.why}", f"\n{rule.bad_text}\n", f"\n{rule.good_text}\n")
        assert all(part in shown["help"]["markdown"] for part in parts)
        assert shown["help"]["text"] == rule.why


def test_a_result_has_its_rule_its_level_its_words_and_its_place() -> None:
    (result,) = results(LATE)
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


def test_a_region_ends_where_the_finding_ends() -> None:
    assert physical(attrs.evolve(LATE, end=Location(line=3, column=12)))["region"] == {
        "startLine": 3,
        "startColumn": 7,
        "endLine": 3,
        "endColumn": 12,
    }


def test_a_finding_without_a_place_is_at_the_first_line() -> None:
    assert physical(attrs.evolve(LATE, location=None, path=""))["region"] == {"startLine": 1}


def test_the_fingerprint_has_the_name_that_github_reads() -> None:
    first, second = results(LATE, LATE)
    assert list(first["partialFingerprints"]) == ["primaryLocationLineHash"]
    assert first["partialFingerprints"] != second["partialFingerprints"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("plans/ü #1?.yaml", "plans/%C3%BC%20%231%3F.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/elsewhere/a b.yaml", "file:///elsewhere/a%20b.yaml"),
        ("C:/elsewhere/a.yaml", "file:///C%3A/elsewhere/a.yaml"),
        ("not-\udcff-utf-8.yaml", "not-%FF-utf-8.yaml"),
        ("-", "-"),
    ],
)
def test_the_address_of_a_file_is_relative_in_its_repository_and_else_absolute(path: str, uri: str) -> None:
    assert physical(LATE, file=path)["artifactLocation"] == {"uri": uri}


def test_related_places_are_related_locations() -> None:
    first, second = results(ALSO, file="a.yaml")[0]["relatedLocations"][:2]
    assert "relatedLocations" not in results(LATE)[0]
    assert first == {
        "id": 1,
        "physicalLocation": {
            "artifactLocation": {"uri": "a.yaml"},
            "region": {"startLine": 9, "startColumn": 2, "endLine": 9, "endColumn": 4},
        },
        "logicalLocations": [{"fullyQualifiedName": "/b/0", "kind": "value"}],
        "message": {"text": "also here"},
    }
    assert second["id"] == 2
    assert second["physicalLocation"]["region"] == {"startLine": 1}


def test_files_that_could_not_be_checked_are_notifications() -> None:
    (good,) = run(run_of("a.yaml", LATE))["invocations"]
    assert good == {"executionSuccessful": True, "toolExecutionNotifications": []}
    (bad,) = run(CheckRun(unusable=(GONE,)))["invocations"]
    assert bad["executionSuccessful"] is False
    assert bad["toolExecutionNotifications"] == [
        {
            "level": "error",
            "message": {"text": "no such file or directory"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "plans/gone.json"}}}],
        }
    ]


def test_what_is_only_counted_is_a_notification() -> None:
    (made,) = run(run_of("a.yaml", LATE, omitted=(MORE,)))["invocations"]
    (told,) = made["toolExecutionNotifications"]
    assert made["executionSuccessful"] is True
    assert told["message"] == {"text": "7 more errors of PG003, counted but not listed"}
    assert told["associatedRule"] == {"id": "PG003", "index": list(RULES).index("PG003")}


def checked_document(document: Document) -> CheckedDocument:
    return CheckedDocument(
        "a.json", "a.json", document.check(), document.data, document.text, repairs=partial(document.repairs)
    )


def test_a_finding_with_a_repair_has_a_fix_that_makes_it() -> None:
    data = merged(example_data(), item("now", "checkout", theme="fewer meetings", pillar="Nothing near"))
    document = parse(json.dumps(data, indent=2), format="json")
    found = {result["ruleId"]: result for result in run(CheckRun((checked_document(document),)))["results"]}
    assert "fixes" not in found["PG105"]
    (fix,) = found["PG104"]["fixes"]
    assert fix["description"] == {"text": '"fewer meetings" → "Fewer meetings"'}
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "a.json"}
    (replacement,) = change["replacements"]
    region, lines = replacement["deletedRegion"], Lines(document.text)
    start = lines.offset(Location(line=region["startLine"], column=region["startColumn"]))
    end = lines.offset(Location(line=region["endLine"], column=region["endColumn"]))
    text = document.text[:start] + replacement["insertedContent"]["text"] + document.text[end:]
    assert not parse(text, format="json").check(select="PG104").findings


@needs_node
def test_what_is_written_is_valid_under_the_official_schema() -> None:
    path = module("@microsoft", "sarif-multitool-linux", "sarif-2.1.0.json")
    if not path.exists():
        pytest.skip("the npm package that holds the schema, @microsoft/sarif-multitool-linux, is not here")
    schema = json.loads(path.read_text(encoding="utf-8"))
    documents = [checked_document(bad_document(rule)) for rule in RULES.values()]
    assert all(document.report.findings for document in documents)
    others = (checked("-", omitted=(MORE,)), checked("/elsewhere/a b/ü.yaml", LATE, ALSO))
    text = sarif_report(CheckRun((*documents, *others), (GONE,)))
    assert '"fixes"' in text
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert list(validator.iter_errors(json.loads(text))) == []
