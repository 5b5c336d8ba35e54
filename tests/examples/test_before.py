"""Documents without objectives, teams, check-ins, decisions and an organization are treated as before there were any.

The documents in `before` are the examples of that time, with what was shown, ranked and written of them.
"""

from pathlib import Path

import attrs
import pytest
from hypothesis import given

from productgov import ProductGovernance, check, dumps, load, loads, rank, to_dict
from productgov.model.initiative import Initiative, InitiativeKind, Status
from productgov.model.roadmap import ExternalStatus, TimeHorizon, Windows
from productgov.strategies import governances
from productgov.views import board_text
from tests.support.extras import needs

BEFORE = Path(__file__).with_name("before")
NAMES = ("consumer-app.yaml", "platform.json")
NEW_CODES = ["PG7", "PG8", "PG9"]
NEW_SECTIONS = {"Objectives", "Teams", "Decisions"}


def recorded(name: str, what: str) -> str:
    return (BEFORE / f"{Path(name).stem}.{what}").read_text(encoding="utf-8")


@needs("yaml")
@pytest.mark.parametrize("name", NAMES)
class TestAnEarlierDocument:
    def test_is_shown_as_before(self, name: str) -> None:
        assert board_text(load(BEFORE / name), with_trace=True) + "\n" == recorded(name, "show.txt")

    def test_is_ranked_as_before(self, name: str) -> None:
        assert f"{rank(load(BEFORE / name))}\n" == recorded(name, "rank.txt")

    def test_is_written_as_before(self, name: str) -> None:
        assert dumps(load(BEFORE / name), format="yaml") == recorded(name, "written.yaml")

    def test_has_no_finding_about_what_it_does_not_use(self, name: str) -> None:
        assert check(load(BEFORE / name), select=NEW_CODES).findings == ()


def earlier(subject: ProductGovernance) -> ProductGovernance:
    """A governance without the parts that are new."""
    roadmap, columns = subject.roadmap, subject.roadmap.time_horizon
    return attrs.evolve(
        subject,
        fiscal_year_start=1,
        objectives=(),
        teams=(),
        decisions=(),
        organization=None,
        roadmap=attrs.evolve(
            roadmap,
            windows=Windows.ROLLING,
            backlog=(),
            allocation=(),
            time_horizon=TimeHorizon(
                now=tuple(map(earlier_item, columns.now)),
                next=tuple(map(earlier_item, columns.next)),
                later=tuple(map(earlier_item, columns.later)),
                future=columns.future,
            ),
            delivered=tuple(map(earlier_item, roadmap.delivered)),
            externals=tuple(
                attrs.evolve(each, status=ExternalStatus.EXPECTED, delivered_date=None, check_ins=())
                for each in roadmap.externals
            ),
        ),
    )


def earlier_item(item: Initiative) -> Initiative:
    needs_efforts = item.scoring and item.scoring.rice and item.scoring.rice.effort is None
    return attrs.evolve(
        item,
        scoring=None if needs_efforts else item.scoring,
        kind=InitiativeKind.FEATURE,
        team=None,
        efforts=(),
        objectives=(),
        status=Status.IN_PROGRESS if item.status is Status.ROLLING_OUT else item.status,
        delivered_date=item.delivered_date if item.status is Status.DONE else None,
        proposed_date=None,
        target_period=None,
        deadline=None,
        check_ins=(),
        outcome=None,
    )


@given(governances())
def test_any_governance_without_the_new_parts_has_none_of_their_findings_and_sections(
    subject: ProductGovernance,
) -> None:
    old = earlier(subject)
    assert check(old, select=NEW_CODES).findings == ()
    assert not NEW_SECTIONS & set(board_text(old, with_trace=True).splitlines())
    written = to_dict(old)
    assert not {"objectives", "teams", "decisions", "organization", "fiscalYearStart"} & written.keys()
    assert loads(dumps(old, format="json"), format="json") == old
