"""Typed data under an x- key: read, written and checked like the rest of a document."""

from typing import Annotated

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov import (
    ExtensionType,
    Initiative,
    InvalidDocumentError,
    InvalidValueError,
    ProductGovernance,
    Role,
    dumps,
    from_dict,
    loads,
    strategies,
    to_dict,
)
from productgov.fields import Identifier, NonNegative, checked
from productgov.loading import parse
from productgov.model.extensions import Extensions


@attrs.frozen(kw_only=True, field_transformer=checked)
class Ticket:
    """The ticket under which an initiative is worked on."""

    key: Annotated[Identifier, "Its name in the tracker."]
    points: Annotated[NonNegative | None, "Its size."] = None
    watchers: Annotated[tuple[Role, ...], "Who is told of its changes."] = ()
    extensions: Extensions = Extensions()


TICKET = ExtensionType("x-ticket", Ticket)
SEARCH = Initiative(id="search", title="Search")


@given(initiative=strategies.initiatives(), ticket=strategies.models(Ticket, consistent=False))
def test_what_is_put_is_what_is_read(initiative: Initiative, ticket: Ticket) -> None:
    assert TICKET.of(TICKET.put(initiative, ticket)) == ticket


@given(initiative=strategies.initiatives(consistent=False), ticket=strategies.models(Ticket))
def test_putting_changes_nothing_else_and_can_be_undone(initiative: Initiative, ticket: Ticket) -> None:
    put = TICKET.put(initiative, ticket)
    assert attrs.evolve(put, extensions=initiative.extensions) == initiative
    assert TICKET.put(put, None) == initiative
    assert TICKET.of(initiative) is None


@given(governance=strategies.governances(), ticket=strategies.models(Ticket))
def test_it_survives_being_written_and_loaded(governance: ProductGovernance, ticket: Ticket) -> None:
    put = TICKET.put(governance, ticket)
    loaded = loads(dumps(put))
    assert loaded == put
    assert list(TICKET.all(loaded)) == [(put, ticket)]
    assert TICKET.findings(loaded) == ()


def test_mistakes_are_findings_that_begin_at_the_object() -> None:
    broken = attrs.evolve(SEARCH, extensions=Extensions({"x-ticket": {"kee": "A-1", "points": -1, "watchers": [{}]}}))
    with pytest.raises(InvalidDocumentError) as caught:
        TICKET.of(broken)
    assert {(finding.code, finding.path) for finding in caught.value.findings} == {
        ("PG003", "/x-ticket/kee"),
        ("PG004", "/x-ticket/watchers/0"),
        ("PG007", "/x-ticket/points"),
    }


@given(governance=strategies.governances(), value=st.none() | st.just({"key": "a b"}))
def test_mistakes_in_a_governance_have_whole_paths(governance: ProductGovernance, value: object) -> None:
    document = to_dict(governance)
    document["metrics"]["x-ticket"] = value  # type: ignore[index]
    (finding,) = TICKET.findings(from_dict(document))
    assert finding.path == ("/metrics/x-ticket" if value is None else "/metrics/x-ticket/key")
    assert finding.location is None


@given(governance=strategies.governances())
def test_mistakes_in_a_document_have_lines(governance: ProductGovernance) -> None:
    broken = attrs.evolve(governance, extensions=Extensions({"x-ticket": {"key": 7}}))
    document = parse(dumps(broken), format="json", name="a.json")
    (finding,) = TICKET.findings(document)
    assert finding.location is not None
    assert finding.location == document.locate("/x-ticket/key")


@pytest.mark.parametrize("key", ["ticket", "x-productgov", ""])
def test_other_keys_are_refused(key: str) -> None:
    with pytest.raises(InvalidValueError, match='extension keys start with "x-"'):
        ExtensionType(key, Ticket)


def test_a_class_that_keeps_no_extensions_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="int must be declared with"):
        ExtensionType("x-ticket", int)
