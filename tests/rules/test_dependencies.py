"""What depends on what: cycles, prerequisites, redundant dependencies."""

import pytest

from productgov.findings import Severity
from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi, messages

TO = "/roadmap/dependencies/0/to"
VISION = item("future", "everywhere", title="Sell everywhere")


def depends(from_: str, to: str, type: str = "requires", **fields: object) -> dict[str, object]:
    return {"from": from_, "to": to, "type": type, **fields}


def dependencies(*dependencies: dict[str, object]) -> Fragment:
    return {"roadmap": {"dependencies": list(dependencies)}}


def delivered(id: str, **fields: object) -> Fragment:
    return {"roadmap": {"delivered": [{"id": id, "title": "T", "status": "done", **fields}]}}


def test_a_cycle_is_walked_whole_from_its_first_item() -> None:
    fragment = dependencies(
        depends("checkout", "payments"), depends("payments", "identity"), depends("identity", "checkout")
    )
    assert codes_and_places(fragment) == [("PG201", TO)]
    assert "checkout → payments → identity → checkout" in messages(fragment)[0]


def test_a_cycle_of_blocks_is_found_at_the_name_of_what_is_waited_for() -> None:
    fragment = dependencies(depends("payments", "checkout", "blocks"), depends("payments", "checkout"))
    assert codes_and_places(fragment) == [("PG201", "/roadmap/dependencies/0/from")]


def test_cycles_that_share_items_are_one_finding_with_a_shortest_path() -> None:
    fragment = dependencies(
        depends("checkout", "payments"),
        depends("payments", "identity"),
        depends("identity", "checkout"),
        depends("payments", "checkout"),
    )
    assert codes_and_places(fragment) == [("PG201", TO)]
    assert "checkout → payments → checkout" in messages(fragment)[0]
    assert "(1 more item in the same cycle)" in messages(fragment)[0]


def test_what_is_only_related_makes_no_cycle() -> None:
    fragment = dependencies(depends("payments", "checkout"), depends("checkout", "payments", "relatesTo"))
    assert codes_and_places(fragment) == []


def test_cycles_count_what_is_finished_too() -> None:
    fragment = dependencies(depends("trial", "checkout"), depends("checkout", "trial"))
    assert codes_and_places(fragment, delivered("trial")) == [("PG201", "/roadmap/dependencies/1/to")]


def test_a_later_prerequisite_is_named_with_both_horizons() -> None:
    fragment = dependencies(depends("checkout", "payments"))
    assert codes_and_places(fragment) == [("PG202", TO)]
    assert "checkout (now) requires payments, which is planned for next" in messages(fragment)[0]
    assert codes_and_places(dependencies(depends("payments", "checkout", "blocks"))) == [
        ("PG202", "/roadmap/dependencies/0/from")
    ]


def test_a_vision_is_later_than_everything() -> None:
    fragment = dependencies(depends("identity", "everywhere"))
    assert codes_and_places(fragment, VISION) == [("PG202", TO)]
    assert "make everywhere an initiative" in messages(fragment, VISION)[0]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_finished_is_no_later_prerequisite(status: str) -> None:
    found = codes_and_places(dependencies(depends("checkout", "identity")), item("later", "identity", status=status))
    assert "PG202" not in [code for code, _ in found]


def test_what_is_finished_may_have_required_anything() -> None:
    done = item("now", "checkout", status="done")
    assert codes_and_places(dependencies(depends("checkout", "payments")), done) == []


def backlog(id: str, **fields: object) -> Fragment:
    return {"roadmap": {"backlog": [{"id": id, "title": "T", **fields}]}}


def test_what_is_in_the_backlog_is_a_later_prerequisite_until_it_is_finished() -> None:
    fragment = dependencies(depends("payments", "idea"))
    assert codes_and_places(fragment, backlog("idea")) == [("PG202", TO)]
    assert (
        "payments (next) requires idea, which is in the backlog | move idea to next or earlier"
        in messages(fragment, backlog("idea"))[0]
    )
    assert codes_and_places(fragment, backlog("idea", status="done")) == []
    assert codes_and_places(dependencies(depends("idea", "payments")), backlog("idea")) == []


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ({"targetDate": "2026-06-05"}, {"targetDate": "2026-06-05"}, []),
        ({"targetDate": "2026-06-05"}, {"targetDate": "2026-06-06"}, ["PG202"]),
        ({"targetDate": "2026-06-05"}, {}, ["PG202"]),
        ({}, {"targetDate": "2026-06-05"}, ["PG202"]),
        ({"targetPeriod": "2026-Q2"}, {"targetPeriod": "2026-06"}, []),
        ({"targetPeriod": "2026-05"}, {"targetPeriod": "2026-06"}, ["PG202"]),
    ],
)
def test_due_days_can_show_that_a_later_prerequisite_comes_in_time(
    mine: Fragment, theirs: Fragment, found: list[str]
) -> None:
    items = item("now", "checkout", **{"targetDate": None, **mine}), item("next", "payments", **theirs)
    codes = codes_and_places(dependencies(depends("checkout", "payments")), *items, select="PG202,PG213")
    assert [code for code, _ in codes] == found


def test_a_cycle_within_the_backlog_is_not_looked_at() -> None:
    ring = dependencies(depends("one", "two"), depends("two", "one"))
    both: Fragment = {"roadmap": {"backlog": [{"id": "one", "title": "One"}, {"id": "two", "title": "Two"}]}}
    assert codes_and_places(ring, both) == []
    mixed = dependencies(depends("payments", "one"), depends("one", "payments"))
    assert codes_and_places(mixed, backlog("one")) == [("PG201", TO)]


def requires(mine: Fragment, theirs: Fragment, *more: dict[str, object]) -> tuple[Fragment, ...]:
    """Payments require a ledger, both in next."""
    scoring = {"rice": {"reach": 100, "impact": 1, "confidence": 0.8, "effort": 2}}
    ledger = item("next", "ledger", title="A ledger", metrics=["activation"], scoring=scoring, **theirs)
    return item("next", "payments", **mine), ledger, dependencies(depends("payments", "ledger"), *more)


JULY, AUGUST = {"targetDate": "2026-07-01"}, {"targetDate": "2026-08-01"}


def test_an_item_that_is_due_before_what_it_requires_is_found() -> None:
    fragments = requires(JULY, AUGUST)
    assert codes_and_places(*fragments) == [("PG213", TO)]
    assert messages(*fragments) == [
        (
            "payments is due on 2026-07-01, before ledger, which it requires, is due on 2026-08-01 | "
            "plan payments for a later day, or ledger for an earlier one"
        )
    ]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (AUGUST, JULY),
        (JULY, JULY),
        (JULY, {}),
        ({}, AUGUST),
        (JULY, {**AUGUST, "status": "done"}),
        (JULY, {"targetPeriod": "2026-Q3"}),
        ({"targetPeriod": "2026-Q3"}, AUGUST),
    ],
)
def test_an_item_that_may_be_due_after_what_it_requires_is_not_found(mine: Fragment, theirs: Fragment) -> None:
    assert codes_and_places(*requires(mine, theirs), select="PG213") == []


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ({"committedDate": "2026-07-01"}, {"committedDate": "2026-08-01"}, "is due on 2026-08-01"),
        (JULY, {"targetPeriod": "2026-08"}, "is due in 2026-08 (2026-08-01 to 2026-08-31)"),
        ({"targetPeriod": "2026-07"}, AUGUST, "payments is due in 2026-07 (2026-07-01 to 2026-07-31), before ledger"),
    ],
)
def test_every_due_day_counts_for_what_is_required(mine: Fragment, theirs: Fragment, said: str) -> None:
    (message,) = messages(*requires(mine, theirs))
    assert said in message


def test_due_days_are_not_compared_within_a_cycle_or_for_what_is_overdue() -> None:
    cycle = requires(JULY, AUGUST, depends("ledger", "payments"))
    assert codes_and_places(*cycle) == [("PG201", TO)]
    overdue = requires({"targetDate": "2026-02-01"}, AUGUST)
    assert [code for code, _ in codes_and_places(*overdue)] == ["PG205"]


def external(**fields: object) -> tuple[Fragment, ...]:
    """Payments, which are due in July, wait for a bank."""
    bank = {"id": "bank", "title": "The bank", "owner": "The bank", **fields}
    return (
        {"roadmap": {"externals": [bank]}},
        item("next", "payments", **JULY),
        dependencies(depends("payments", "bank")),
    )


def test_an_item_that_is_due_before_an_external_is_expected_is_found() -> None:
    assert (
        "payments is due on 2026-07-01, before bank, which it requires, is expected on 2026-07-02"
        in messages(*external(expectedDate="2026-07-02"))[0]
    )
    assert codes_and_places(*external(expectedDate="2026-07-01")) == []
    assert codes_and_places(*external(expectedDate="2026-07-02", status="delivered")) == []
    assert codes_and_places(*external()) == []


def test_a_dependency_on_itself_is_found_and_nothing_else() -> None:
    fragment = dependencies(depends("payments", "payments"))
    assert codes_and_places(fragment) == [("PG209", "/roadmap/dependencies/0")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (depends("payments", "checkout"), depends("payments", "checkout")),
        (depends("checkout", "payments", "blocks"), depends("checkout", "payments", "blocks")),
        (depends("payments", "checkout", "relatesTo"), depends("payments", "checkout", "relatesTo")),
    ],
)
def test_the_second_statement_of_a_dependency_is_found(first: dict[str, object], second: dict[str, object]) -> None:
    assert codes_and_places(dependencies(first, second)) == [("PG209", "/roadmap/dependencies/1")]
    assert "fixable" in messages(dependencies(first, second))[0]


REASON = {"reason": "one basket"}
TICKET = {"x-ticket": 5}
TWICE = "duplicate dependency: payments requires checkout"


@pytest.mark.parametrize(
    ("first", "second", "hint"),
    [
        ({}, REASON, "merge the two into one, and keep the reason of this one"),
        ({}, TICKET, "merge the two into one, and keep the x- data of this one"),
        (REASON, TICKET, "merge the two into one, and keep the x- data of this one"),
        (
            {"reason": "another"},
            {**REASON, **TICKET},
            "merge the two into one, and keep the reason and x- data of this one",
        ),
        (TICKET, TICKET, "merge the two into one, and keep the x- data of this one"),
        (REASON, REASON, "remove this one (fixable: check --fix)"),
        ({**REASON, **TICKET}, {}, "remove this one (fixable: check --fix)"),
    ],
)
def test_a_second_statement_that_says_more_is_not_removed(
    first: dict[str, object], second: dict[str, object], hint: str
) -> None:
    both = dependencies(*({**depends("payments", "checkout"), **more} for more in (first, second)))
    assert codes_and_places(both) == [("PG209", "/roadmap/dependencies/1")]
    assert messages(both) == [f"{TWICE} | {hint}"]
    assert bool(document_with(both).repairs()) is hint.startswith("remove")


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        ({}, "remove it (fixable: check --fix)"),
        (REASON, "remove it by hand, because its reason would be lost"),
        (TICKET, "remove it by hand, because its x- data would be lost"),
    ],
)
def test_a_dependency_on_itself_is_removed_only_with_nothing_else(more: dict[str, object], hint: str) -> None:
    fragment = dependencies({**depends("payments", "payments"), **more})
    assert messages(fragment) == [f"payments depends on itself | {hint}"]
    assert bool(document_with(fragment).repairs()) is (not more)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (depends("payments", "checkout"), depends("checkout", "payments", "blocks")),
        (depends("payments", "checkout", "relatesTo"), depends("checkout", "payments", "relatesTo")),
    ],
)
def test_the_same_stated_from_both_ends_is_an_info_and_stays(
    first: dict[str, object], second: dict[str, object]
) -> None:
    document = document_with(dependencies(first, second))
    (finding,) = document.check()
    assert (finding.code, finding.severity, finding.path) == ("PG209", Severity.INFO, "/roadmap/dependencies/1")
    assert finding.message.startswith(f'"checkout {second["type"]} payments" says the same as "payments ')
    assert document.repairs() == ()


def test_a_dependency_on_a_metric_is_not_taken_for_one_on_an_item() -> None:
    metric = kpi(
        "input",
        "paymnets",
        name="Payments",
        direction="increase",
        target=9,
        source="the bank",
        influences=["activation"],
    )
    fragment = dependencies(depends("payments", "paymnets"))
    assert [code for code, _ in codes_and_places(fragment)] == ["PG209", "PG102"]
    found = codes_and_places(fragment, metric, item("next", "payments", metrics=["paymnets"]))
    assert [code for code, _ in found] == ["PG102"]


def test_to_require_and_to_relate_are_two_statements() -> None:
    fragment = dependencies(depends("payments", "checkout"), depends("payments", "checkout", "relatesTo"))
    assert codes_and_places(fragment) == []


def test_relations_of_different_items_are_two_statements() -> None:
    fragment = dependencies(depends("payments", "checkout", "relatesTo"), depends("payments", "trial", "relatesTo"))
    assert codes_and_places(fragment, delivered("trial")) == []


@pytest.mark.parametrize("status", ["dropped", "paused"])
def test_what_rests_is_no_prerequisite(status: str) -> None:
    fragment = dependencies(depends("payments", "checkout"))
    assert codes_and_places(fragment, item("now", "checkout", status=status), select="PG211") == [("PG211", TO)]


def test_a_paused_item_may_wait_for_a_paused_one() -> None:
    paused = item("now", "checkout", status="paused"), item("next", "payments", status="paused")
    assert codes_and_places(dependencies(depends("payments", "checkout")), *paused) == []


def test_a_finding_stands_at_the_very_end_of_the_dependency() -> None:
    document = document_with(dependencies(depends("checkout", "payments")))
    finding = next(iter(document.check()))
    assert finding.location
    line = document.text.splitlines()[finding.location.line - 1]
    assert line[finding.location.column - 1 :].startswith('"payments"')


def test_a_paused_item_that_requires_a_dropped_one_is_found() -> None:
    items = item("now", "checkout", status="dropped"), item("next", "payments", status="paused")
    found = codes_and_places(dependencies(depends("payments", "checkout")), *items, select="PG211")
    assert found == [("PG211", TO)]
