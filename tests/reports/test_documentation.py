"""Rules in SARIF lead to their page, where the package states the address of its documentation."""

import json
from email.message import Message
from importlib.metadata import PackageNotFoundError

import pytest

from productgov.reports import documentation
from productgov.reports.documentation import address_of_code
from productgov.reports.reporter import CheckRun
from productgov.reports.sarif import sarif_report


def stating(monkeypatch: pytest.MonkeyPatch, *urls: str) -> None:
    message = Message()
    for url in urls:
        message["Project-URL"] = url
    monkeypatch.setattr(documentation, "metadata", lambda _: message)


def test_the_stated_address_leads_to_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    stating(monkeypatch, "Source, https://example.com/source", "Documentation, https://example.com/docs/")
    assert address_of_code("PG101") == "https://example.com/docs/reference/findings/#pg101"
    (run,) = json.loads(sarif_report(CheckRun()))["runs"]
    rules = {rule["id"]: rule["helpUri"] for rule in run["tool"]["driver"]["rules"]}
    assert rules["PG203"] == "https://example.com/docs/reference/findings/#pg203"


def test_without_a_stated_address_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    stating(monkeypatch, "Source, https://example.com/source")
    assert address_of_code("PG101") is None
    stating(monkeypatch)
    assert address_of_code("PG101") is None
    (run,) = json.loads(sarif_report(CheckRun()))["runs"]
    assert not any("helpUri" in rule for rule in run["tool"]["driver"]["rules"])


def test_a_package_that_is_not_installed_states_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(documentation, "metadata", missing)
    assert address_of_code("PG101") is None
