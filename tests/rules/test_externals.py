"""What others must deliver, on 2026-03-02."""

import pytest

from productgov.findings import Severity
from tests.support.examples import Fragment, document_with, item

BANK: dict[str, object] = {"id": "bank", "title": "The bank", "owner": "The bank", "expectedDate": "2026-04-01"}
EXTERNAL = "/roadmap/externals/0"


def waits(*names: str, to: str = "bank") -> Fragment:
    return {"roadmap": {"dependencies": [{"from": name, "to": to} for name in names]}}


def bank(**fields: object) -> Fragment:
    given = {name: value for name, value in {**BANK, **fields}.items() if value is not None}
    return {"roadmap": {"externals": [given]}}


def found(*fragments: Fragment) -> list[tuple[Severity, str, str]]:
    return [
        (one.severity, one.path, f"{one.message} | {one.hint}")
        for one in document_with(*fragments).check()
        if one.code == "PG214"
    ]


def test_an_overdue_external_is_found_once_with_all_that_wait_for_it() -> None:
    fragments = bank(expectedDate="2026-02-20"), waits("checkout", "payments", "identity")
    assert found(*fragments) == [
        (
            Severity.WARNING,
            f"{EXTERNAL}/expectedDate",
            (
                "bank was expected on 2026-02-20, 10 days before 2026-03-02, and checkout, payments and identity wait "
                "for it | ask for it and set the new expectedDate, or set its status to delivered or refused"
            ),
        )
    ]
    (finding,) = document_with(*fragments).check(select="PG214")
    assert [related.path for related in finding.related] == [f"/roadmap/dependencies/{index}/to" for index in range(3)]
    assert [one.code for one in document_with(*fragments).check()] == ["PG214"]


def test_a_refused_external_is_found_where_its_status_says_so() -> None:
    assert found(bank(status="refused"), waits("payments")) == [
        (
            Severity.WARNING,
            f"{EXTERNAL}/status",
            "bank was refused, and payments waits for it | find another way for payments, or drop the dependency",
        )
    ]


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"expectedDate": None}, "has no expectedDate, and checkout waits"),
        ({"owner": None}, "has no owner, and checkout waits"),
        ({"expectedDate": None, "owner": None}, "has no expectedDate and no owner, and checkout waits"),
    ],
)
def test_an_item_in_now_waits_for_a_day_and_a_name(missing: Fragment, said: str) -> None:
    ((severity, path, message),) = found(bank(**missing), waits("checkout", "payments"))
    assert (severity, path) == (Severity.INFO, EXTERNAL)
    assert f"bank {said} for it in now |" in message


@pytest.mark.parametrize(
    "fragments",
    [
        (bank(), waits("checkout")),
        (bank(expectedDate="2026-03-02"), waits("checkout")),
        (bank(expectedDate="2026-02-20"),),
        (bank(expectedDate="2026-02-20", status="delivered"), waits("checkout")),
        (bank(expectedDate="2026-02-20"), waits("checkout"), item("now", "checkout", status="done")),
        (bank(status="refused"),),
        (bank(expectedDate=None, owner=None), waits("payments")),
        (bank(expectedDate=None, owner=None, status="delivered"), waits("checkout")),
        (
            bank(expectedDate="2026-02-20"),
            {"roadmap": {"dependencies": [{"from": "checkout", "to": "bank", "type": "relatesTo"}]}},
        ),
        (bank(expectedDate="2026-02-20"), waits("idea"), {"roadmap": {"backlog": [{"id": "idea", "title": "Idea"}]}}),
    ],
)
def test_what_can_be_relied_on_or_nobody_waits_for(fragments: tuple[Fragment, ...]) -> None:
    assert found(*fragments) == []
