"""Fingerprints: the same when lines and items move, different for different findings, and cheap."""

import attrs
import pytest

from productgov.findings import Finding, Location, Severity
from productgov.reports.fingerprints import fingerprints
from tests.support.checked import checked

ITEM = {"id": "checkout", "theme": "x"}
LATE = Finding(
    code="PG205",
    severity=Severity.WARNING,
    path="/items/0/theme",
    message="late",
    hint="be on time",
    location=Location(line=3, column=7),
)


def prints(data: object, *findings: Finding, path: str = "a.yaml") -> list[str]:
    return list(fingerprints(checked(path, *findings, data=data)))


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ({"items": [ITEM]}, {"items": [{"id": "import"}, ITEM]}, "/items/1/theme"),
        ({"items": [{"from": "a", "to": "b"}]}, {"items": [{}, {"from": "a", "to": "b"}]}, "/items/1/theme"),
        ({"items": ["x"]}, {"items": ["y", "x"]}, "/items/1/theme"),
        ({"items": [5]}, {"items": [4, 5]}, "/items/1/theme"),
        ({"items": [{"reason": "z"}]}, {"items": [{"reason": "y"}]}, "/items/0/theme"),
    ],
)
def test_a_fingerprint_stays_when_lines_and_items_move(before: object, after: object, path: str) -> None:
    moved = attrs.evolve(LATE, path=path, location=Location(line=90, column=1), message="late by another day")
    assert prints(after, moved) == prints(before, LATE)


def test_fingerprints_differ_by_code_place_and_number() -> None:
    others = [
        attrs.evolve(LATE, code="PG203"),
        attrs.evolve(LATE, path="/items/0"),
        attrs.evolve(LATE, path="/items/7/theme"),
        LATE,
    ]
    found = prints({"items": [ITEM]}, LATE, *others)
    assert len(set(found)) == len(found)
    assert found[-1] == found[0].replace(":1", ":2")


def test_fingerprints_differ_by_file() -> None:
    assert prints({}, LATE, path="a.yaml") != prints({}, LATE, path="b.yaml")


def test_parts_of_a_place_do_not_run_together() -> None:
    assert prints({}, attrs.evolve(LATE, path="/a/bc")) != prints({}, attrs.evolve(LATE, path="/ab/c"))


def test_a_list_has_no_name_of_its_own() -> None:
    class Unreadable(list[object]):
        def __str__(self) -> str:
            raise AssertionError

    inner = Unreadable(["x"])
    data = {"items": [inner, {"id": inner}, {"from": inner, "to": {}}]}
    found = [attrs.evolve(LATE, path=f"/items/{index}") for index in range(3)]
    assert len(set(prints(data, *found))) == 3
