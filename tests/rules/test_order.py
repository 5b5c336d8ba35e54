"""The order of the items: whether the roadmap follows the ranking, and how certain the ranking is."""

import pytest

from tests.support.examples import Fragment, codes_and_places, document_with, item, messages
from tests.support.scoring import rice

HORIZONS = "/roadmap/timeHorizon"
NOW, NEXT, LATER = (f"{HORIZONS}/{horizon}/0" for horizon in ("now", "next", "later"))


def scored(horizon: str, id: str, reach: object, **fields: object) -> Fragment:
    return item(horizon, id, scoring={"rice": rice(reach)}, **fields)


def identity(reach: float) -> Fragment:
    return scored("later", "identity", reach)


def requires(dependent: str, prerequisite: str) -> Fragment:
    return {"roadmap": {"dependencies": [{"from": dependent, "to": prerequisite}]}}


def ledger(reach: float) -> Fragment:
    return scored("next", "ledger", reach, title="A ledger", metrics=["activation"])


def test_an_item_that_outranks_an_earlier_horizon_is_shown_with_both_scores() -> None:
    assert codes_and_places(identity(200)) == [("PG302", LATER)]
    assert "identity (later) outranks payments (next): RICE 200 to 160" in messages(identity(200))[0]
    assert codes_and_places(identity(160)) == []


def test_what_is_in_progress_is_not_weighed_against_the_next_column() -> None:
    payments = scored("next", "payments", 900)
    assert codes_and_places(payments) == []
    assert codes_and_places(item("now", "checkout", status="planned"), payments) == [("PG302", NEXT)]


def test_an_item_is_weighed_against_the_worst_of_the_nearest_earlier_horizon_that_has_any() -> None:
    fragments = (
        item("now", "checkout", status="planned"),
        item("next", "payments", status="in-progress"),
        identity(900),
    )
    assert codes_and_places(*fragments) == [("PG302", LATER)]
    assert "outranks checkout (now)" in messages(*fragments)[0]


@pytest.mark.parametrize(
    ("field", "prerequisite", "silent"),
    [
        ("externals", {}, True),
        ("externals", {"expectedDate": "2026-03-03"}, True),
        ("externals", {"expectedDate": "2026-02-02"}, True),
        ("externals", {"status": "refused"}, True),
        ("externals", {"status": "delivered"}, False),
        ("delivered", {"status": "done"}, False),
    ],
)
def test_an_item_that_waits_may_wait(field: str, prerequisite: Fragment, silent: bool) -> None:
    bank: Fragment = {"roadmap": {field: [{"id": "bank", "title": "B", **prerequisite}]}}
    found = codes_and_places(identity(200), requires("identity", "bank"), bank, select="PG302")
    assert found == ([] if silent else [("PG302", LATER)])


@pytest.mark.parametrize(
    "fields",
    [
        {"committedDate": "2026-07-01"},
        {"deadline": {"date": "2026-08-30", "kind": "legal"}},
        {"kind": "compliance"},
        {"status": "in-progress"},
        {"status": "rolling-out"},
    ],
)
def test_what_is_promised_begun_or_must_be_done_is_not_outranked(fields: Fragment) -> None:
    planned = item("now", "checkout", status="planned", targetDate="2026-05-31")
    assert codes_and_places(item("next", "payments", **fields), identity(200), select="PG302") == []
    found = codes_and_places(planned, item("next", "payments", **fields), identity(9000), select="PG302")
    assert found == [("PG302", LATER)]
    assert "outranks checkout (now)" in messages(planned, item("next", "payments", **fields), identity(9000))[0]


def test_a_promised_item_does_not_hide_another_that_is_outranked() -> None:
    promised = scored("next", "payments", 1, committedDate="2026-07-01")
    fragments = promised, ledger(100), identity(200)
    assert codes_and_places(*fragments) == [("PG302", LATER)]
    assert "outranks ledger (next): RICE 200 to 100" in messages(*fragments)[0]


def test_the_backlog_is_in_no_horizon() -> None:
    idea = {"id": "idea", "title": "An idea", "scoring": {"rice": rice(9000)}}
    unplaced: Fragment = {"roadmap": {"backlog": [idea]}}
    assert codes_and_places(unplaced) == []
    assert codes_and_places(unplaced, identity(200)) == [("PG302", LATER)]
    needed = requires("idea", "identity"), requires("payments", "idea")
    assert codes_and_places(unplaced, *needed, select="PG302") == []


def test_waiting_for_a_vision_or_an_open_item_is_waiting() -> None:
    assert codes_and_places(identity(200), requires("identity", "payments")) == []
    vision = item("future", "offline", title="O")
    found = codes_and_places(identity(200), vision, requires("identity", "offline"))
    assert [code for code, _ in found] == ["PG202"]


def test_an_item_inherits_the_best_rank_of_what_depends_on_it() -> None:
    invoices = scored("later", "invoices", 300, title="Invoices", theme="Fewer meetings")
    fragments = identity(1), invoices, requires("invoices", "identity")
    assert codes_and_places(*fragments) == [("PG302", LATER)]
    assert (
        "identity (later), which invoices requires, outranks payments (next): RICE 300 to 160"
        in (messages(*fragments)[0])
    )


def test_an_item_that_something_better_depends_on_is_not_outranked() -> None:
    fragments = scored("next", "payments", 1), ledger(300), identity(200), requires("ledger", "payments")
    assert codes_and_places(*fragments) == []


def test_the_worst_of_a_horizon_is_counted_with_what_it_inherits() -> None:
    export = scored("next", "export", 100, title="An export", metrics=["activation"])
    fragments = scored("next", "payments", 1), ledger(300), export, identity(200), requires("ledger", "payments")
    assert codes_and_places(*fragments) == [("PG302", LATER)]
    assert "outranks export (next): RICE 200 to 100" in messages(*fragments)[0]


def test_a_prerequisite_in_a_later_horizon_is_not_said_twice() -> None:
    found = codes_and_places(identity(1), requires("payments", "identity"))
    assert [code for code, _ in found] == ["PG202"]


def test_equal_scores_are_no_inversion_however_the_tie_is_broken() -> None:
    assert codes_and_places(identity(160)) == []


def first_two(first: object, second: object = 899, **override: object) -> Fragment:
    ready = {"owner": "O", "targetDate": "2026-05-04", "metrics": ["activation"], "guardrails": ["crash-rate"]}
    checkout = {"id": "checkout", "scoring": {"rice": rice(first), **override}}
    other = {"id": "import", "title": "I", **ready, "scoring": {"rice": rice(second)}}
    return {"roadmap": {"timeHorizon": {"now": [checkout, other]}}}


WIDE = {"low": 100, "likely": 900, "high": 1000}


def test_the_first_two_are_too_close_to_call_only_under_an_estimate() -> None:
    assert codes_and_places(first_two(WIDE)) == [("PG306", f"{NOW}/scoring")]
    assert codes_and_places(first_two(900)) == []
    assert codes_and_places(first_two({"low": 899, "likely": 900, "high": 1000})) == []


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (WIDE, 899, "checkout ranks before import, but by their estimates the other one is first in 88 % of the cases"),
        (
            {"low": 700, "likely": 900, "high": 1100},
            899,
            "checkout ranks before import, but their estimates make this order only 49 % likely to be right",
        ),
        (
            {"low": 700, "likely": 900, "high": 1100},
            900,
            "checkout and import share the first place, and their estimates do not decide between them",
        ),
        (
            WIDE,
            900,
            "checkout and import share the first place, but by their estimates import is first in 89 % of the cases",
        ),
    ],
)
def test_how_close_the_first_two_are_is_said_as_it_is(first: object, second: object, message: str) -> None:
    assert messages(first_two(first, second))[0].startswith(f"{message} | ")


def test_the_backlog_can_be_first() -> None:
    idea = {"id": "idea", "title": "An idea", "scoring": {"rice": rice({"low": 1, "likely": 900, "high": 1000})}}
    fragments = first_two(899), {"roadmap": {"backlog": [idea]}}
    [finding] = document_with(*fragments).check()
    assert (finding.code, finding.path) == ("PG306", "/roadmap/backlog/0/scoring")
    assert [related.path for related in finding.related] == [f"{NOW}/scoring"]


def test_an_override_is_a_decision_and_certain() -> None:
    assert codes_and_places(first_two(WIDE, override={"score": 9999, "reason": "the law"})) == []


def test_one_item_alone_is_certain() -> None:
    payments = item("next", "payments", scoring={"rice": {"reach": {"low": 1, "likely": 400, "high": 500}}})
    assert codes_and_places(item("now", "checkout", status="done"), payments) == []
