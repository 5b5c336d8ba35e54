"""What depends on what: cycles, prerequisites, redundant dependencies."""

import pytest

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


def start(day: str, **prerequisite: str) -> tuple[Fragment, ...]:
    """Payments start on a day and require `bank`, which is delivered where it has a status, else an external."""
    column = "delivered" if "status" in prerequisite else "externals"
    bank = {"roadmap": {column: [{"id": "bank", "title": "B", **prerequisite}]}}
    return dependencies(depends("payments", "bank")), item("next", "payments", startDate=day), bank


@pytest.mark.parametrize(
    "prerequisite",
    [
        {"expectedDate": "2026-07-01"},
        {"status": "done", "targetDate": "2026-07-01", "deliveredDate": "2026-07-01"},
    ],
)
def test_a_start_before_what_is_required_ends_is_found(prerequisite: dict[str, str]) -> None:
    assert ("PG204", TO) in codes_and_places(*start("2026-06-30", **prerequisite))
    assert ("PG204", TO) not in codes_and_places(*start("2026-07-01", **prerequisite))


@pytest.mark.parametrize(
    "prerequisite", [{"owner": "Bank"}, {"status": "done", "targetDate": "2026-07-01"}, {"status": "done"}]
)
def test_what_is_over_or_has_no_day_starts_nothing_too_early(prerequisite: dict[str, str]) -> None:
    assert codes_and_places(*start("2026-06-30", **prerequisite)) == []


def test_an_open_item_ends_on_its_target_date() -> None:
    items = (
        item("now", "checkout", targetDate="2026-05-31"),
        item("next", "payments", startDate="2026-05-04", targetDate="2026-07-01"),
    )
    assert codes_and_places(dependencies(depends("payments", "checkout")), *items) == [("PG204", TO)]
    assert codes_and_places(dependencies(depends("checkout", "payments")), *items) == [("PG202", TO)]


def test_a_later_prerequisite_is_not_said_twice() -> None:
    items = item("now", "checkout", startDate="2026-03-02"), item("next", "payments", targetDate="2026-07-01")
    assert codes_and_places(dependencies(depends("checkout", "payments")), *items) == [("PG202", TO)]


def test_a_vision_never_ends() -> None:
    items = VISION, item("later", "identity", startDate="2026-10-01")
    assert codes_and_places(dependencies(depends("identity", "everywhere")), *items) == [("PG202", TO)]


def test_a_dependency_on_itself_is_found_and_nothing_else() -> None:
    fragment = dependencies(depends("payments", "payments"))
    assert codes_and_places(fragment) == [("PG209", "/roadmap/dependencies/0")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (depends("payments", "checkout"), depends("payments", "checkout")),
        (depends("payments", "checkout"), depends("checkout", "payments", "blocks")),
        (depends("payments", "checkout", "relatesTo"), depends("checkout", "payments", "relatesTo")),
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


def test_the_same_said_in_two_ways_is_told_from_the_same_said_twice() -> None:
    blocks = dependencies(depends("payments", "checkout"), depends("checkout", "payments", "blocks"))
    [message] = messages(blocks)
    assert message.startswith('"checkout blocks payments" says the same as "payments requires checkout" | remove')


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


@pytest.mark.parametrize("status", ["dropped", "paused"])
def test_what_rests_is_no_prerequisite(status: str) -> None:
    fragment = dependencies(depends("payments", "checkout"))
    assert codes_and_places(fragment, item("now", "checkout", status=status)) == [("PG211", TO)]


def test_a_paused_item_may_wait_for_a_paused_one() -> None:
    paused = item("now", "checkout", status="paused"), item("next", "payments", status="paused")
    assert codes_and_places(dependencies(depends("payments", "checkout")), *paused) == []


def test_a_finding_stands_at_the_very_end_of_the_dependency() -> None:
    document = document_with(dependencies(depends("checkout", "payments")))
    finding = next(iter(document.check()))
    assert finding.location
    line = document.text.splitlines()[finding.location.line - 1]
    assert line[finding.location.column - 1 :].startswith('"payments"')


def test_what_was_delivered_late_ended_on_that_day_and_not_on_its_target_date() -> None:
    late = start("2026-02-20", status="done", targetDate="2026-02-10", deliveredDate="2026-02-24")
    assert [message for message in messages(*late) if "ends on 2026-02-24" in message]
    assert ("PG204", TO) in codes_and_places(*late)


def test_what_is_done_without_a_day_ended_on_its_target_date() -> None:
    found = messages(*start("2026-02-10", status="done", targetDate="2026-02-20"))
    assert [message for message in found if "payments starts on 2026-02-10, but bank" in message]


def test_what_was_dropped_never_ends() -> None:
    found = [code for code, _ in codes_and_places(*start("2026-06-30", status="dropped", targetDate="2026-07-01"))]
    assert found == ["PG211"]


def test_a_paused_item_that_requires_a_dropped_one_is_found() -> None:
    items = item("now", "checkout", status="dropped"), item("next", "payments", status="paused")
    found = codes_and_places(dependencies(depends("payments", "checkout")), *items)
    assert found == [("PG211", TO)]
