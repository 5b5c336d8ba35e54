"""The capacity of teams, and how effort and time are divided."""

import pytest

from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi, messages

IN_BLUE = item("now", "checkout", team="blue")
"""2 person-months from 2026-03-02 to 2026-04-15, two thirds of them in the first quarter."""
TRUST: Fragment = {"productVision": {"strategicPillars": ["Calm", "Trust"]}}
PAYMENTS = item("next", "payments", pillar="Trust")


def blue(*capacity: tuple[str, float]) -> Fragment:
    given = [{"period": period, "effort": effort} for period, effort in capacity]
    return {"teams": [{"id": "blue", "name": "Blue", "capacity": given}]}


def allocation(**shares: float) -> Fragment:
    return {"roadmap": {"allocation": [{"pillar": pillar, "share": share} for pillar, share in shares.items()]}}


def time(customers: float, teams: float, executives: float, administration: float) -> Fragment:
    shares = {"customers": customers, "teams": teams, "executives": executives, "administration": administration}
    return {"organization": {"timeAllocation": shares}}


def test_a_team_is_over_its_capacity_in_the_period_where_it_is() -> None:
    capacity = ("2026-Q2", 0.5), ("2026-Q1", 1.4), ("2026-03", 1)
    assert codes_and_places(blue(*capacity), IN_BLUE) == [
        ("PG801", "/teams/0/capacity/0"),
        ("PG801", "/teams/0/capacity/2"),
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        blue(("2026-Q1", 1.34)),
        blue(("2025", 0)),
        blue(("2026-02", 0)),
        blue(("2026-Q3", 0)),
        blue(),
        {"teams": []},
        {**blue(("2026-Q1", 1)), **item("now", "checkout", team="blue", scoring={"rice": None})},
        {**blue(("2026-Q1", 1)), **item("now", "checkout", team="blue", status="done")},
    ],
)
def test_a_team_within_its_capacity_is_right(fragment: Fragment) -> None:
    assert not [code for code, _ in codes_and_places(IN_BLUE, fragment) if code == "PG801"]


def test_a_team_is_said_to_be_over_its_capacity_in_two_years_of_months_at_most() -> None:
    months = [(f"{2026 + number // 12}-{number % 12 + 1:02}", 0.0) for number in range(2, 40)]
    far = item("now", "checkout", team="blue", targetDate="2030-01-01", startDate="2026-03-02")
    found = [place for code, place in codes_and_places(blue(*months), far) if code == "PG801"]
    assert found == [f"/teams/0/capacity/{number}" for number in range(24)]


def test_the_finding_says_how_likely_it_fits_and_what_is_not_estimated() -> None:
    (message,) = messages(blue(("2026", 1.9)), IN_BLUE, item("later", "identity", team="blue"))
    assert "blue has 2 person-months to do in 2026, and a capacity of 1.9" in message
    assert "it fits with a probability of 4" in message
    assert "1 more item has no effort" in message


def test_a_misspelt_team_is_one_finding() -> None:
    fragments = blue(("2026-Q1", 1)), item("now", "checkout", team="blue"), item("next", "payments", team="sales")
    assert [code for code, _ in codes_and_places(*fragments)] == ["PG701"]


def test_a_share_far_off_its_allocation_is_found() -> None:
    assert codes_and_places(TRUST, PAYMENTS, allocation(Calm=0.66, Trust=0.34)) == [
        ("PG802", "/roadmap/allocation/0/share"),
        ("PG802", "/roadmap/allocation/1/share"),
    ]
    (message, _) = messages(TRUST, PAYMENTS, allocation(Calm=0.8, Trust=0.2))
    assert '"Calm" is to get 80 % of the effort, and gets 50 % of what is planned' in message


@pytest.mark.parametrize(
    "fragments",
    [
        (PAYMENTS, allocation(Calm=0.65, Trust=0.35)),
        (PAYMENTS, allocation(Calm=0.35, Trust=0.65)),
        (PAYMENTS, item("next", "payments", scoring=None), item("later", "identity"), allocation(Trust=1)),
        (PAYMENTS, item("now", "checkout", scoring=None), item("next", "payments", scoring=None), allocation(Trust=1)),
        (PAYMENTS,),
    ],
)
def test_shares_near_their_allocation_or_hardly_known_are_right(fragments: tuple[Fragment, ...]) -> None:
    assert not [code for code, _ in codes_and_places(TRUST, *fragments) if code == "PG802"]


def test_a_pillar_that_nothing_serves_and_an_unknown_one_are_one_finding() -> None:
    unserved = codes_and_places(TRUST, item("next", "payments", pillar="Calm"), allocation(Trust=1))
    assert [code for code, _ in unserved] == ["PG601"]
    unknown = codes_and_places(TRUST, item("next", "payments", pillar="Growth"), allocation(Calm=1))
    assert [code for code, _ in unknown] == ["PG105"]


def test_a_pillar_that_only_done_items_serve_is_compared() -> None:
    done = {"roadmap": {"delivered": [{"id": "a", "title": "A", "status": "done", "pillar": "Trust"}]}}
    assert codes_and_places(TRUST, item("next", "payments", pillar="Calm"), done, allocation(Calm=0.7, Trust=0.3)) == [
        ("PG802", "/roadmap/allocation/0/share"),
        ("PG802", "/roadmap/allocation/1/share"),
    ]


@pytest.mark.parametrize("shares", [(0.55, 0.4), (0.6, 0.41), (0.6, 0.6)])
def test_an_allocation_sums_to_one(shares: tuple[float, float]) -> None:
    fragment = allocation(Calm=shares[0], Trust=shares[1])
    assert codes_and_places(TRUST, PAYMENTS, fragment) == [("PG803", "/roadmap/allocation")]


@pytest.mark.parametrize("shares", [(0.6, 0.4), (0.6, 0.405), (0.6, 0.395)])
def test_an_allocation_may_be_rounded(shares: tuple[float, float]) -> None:
    assert codes_and_places(TRUST, PAYMENTS, allocation(Calm=shares[0], Trust=shares[1])) == []


def test_the_time_of_a_leader_sums_to_one() -> None:
    assert codes_and_places(time(0.4, 0.3, 0.2, 0.2)) == [("PG803", "/organization/timeAllocation")]
    assert codes_and_places(time(0.4, 0.3, 0.2, 0.1)) == []
    assert codes_and_places(time(0.395, 0.3, 0.2, 0.1)) == []
    assert codes_and_places({"organization": {}}) == []


def test_a_document_without_teams_and_shares_is_not_looked_at() -> None:
    assert not document_with(kpi("input", "activation")).check(select="PG8").findings
