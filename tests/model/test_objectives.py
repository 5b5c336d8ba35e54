"""The three forms of a key result, and the other fields that exclude or need each other."""

from datetime import date

import pytest

import productgov as pg

INITIATIVE: dict[str, object] = {"id": "a", "title": "A"}
KPI: dict[str, object] = {"id": "k", "name": "K"}


@pytest.mark.parametrize(
    ("cls", "given", "message"),
    [
        (pg.KeyResult, {"id": "k"}, "to or kpi or keep or milestone is needed, and none is given"),
        (pg.KeyResult, {"id": "k", "milestone": "M", "to": 3}, "milestone is given together with to"),
        (pg.KeyResult, {"id": "k", "keep": {"min": 1}, "from": 3}, "keep is given together with from"),
        (
            pg.KeyResult,
            {"id": "k", "kpi": "x", "observations": [{"date": "2026-01-01", "value": 1}]},
            "kpi is given together with observations",
        ),
        (pg.KeyResult, {"id": "k", "to": 1, "reached": "2026-01-01"}, "reached is given without milestone"),
        (pg.CheckIn, {"date": "2026-01-01"}, "health or confidence is needed, and none is given"),
        (
            pg.Initiative,
            {**INITIATIVE, "targetDate": "2026-01-01", "targetPeriod": "2026"},
            "targetPeriod is given together with targetDate",
        ),
        (
            pg.Initiative,
            {**INITIATIVE, "outcome": {"date": "2026-01-01", "verdict": "partly"}},
            "outcome is given, but status is not done",
        ),
        (
            pg.Initiative,
            {**INITIATIVE, "deliveredDate": "2026-01-01"},
            "deliveredDate is given, but status is not done or rolling-out",
        ),
        (
            pg.External,
            {**INITIATIVE, "deliveredDate": "2026-01-01"},
            "deliveredDate is given, but status is not delivered",
        ),
        (
            pg.KPI,
            {**KPI, "target": 3, "targets": [{"value": 1, "by": "2026-01-01"}]},
            "targets is given together with target",
        ),
        (
            pg.KPI,
            {**KPI, "targets": [{"value": 1, "by": "2026-01-01"}, {"value": 2, "by": "2026-01-01"}]},
            "by 2026-01-01 is not after 2026-01-01, the one before it",
        ),
    ],
)
def test_fields_that_contradict_each_other_are_refused(cls: type, given: dict[str, object], message: str) -> None:
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.from_dict(given, cls)
    [finding] = caught.value.findings
    assert (finding.code, finding.message) == ("PG008", message)


@pytest.mark.parametrize(
    "given",
    [
        {"to": 3, "from": 1, "unit": "days", "observations": [{"date": "2026-01-01", "value": 1}]},
        {"kpi": "k"},
        {"kpi": "k", "to": 3, "observations": []},
        {"keep": {"max": 3}, "kpi": "k"},
        {"milestone": "Everyone has moved", "reached": "2026-01-01", "by": "2026-03-31", "weight": 2},
    ],
)
def test_each_form_of_a_key_result_is_read(given: dict[str, object]) -> None:
    read = pg.from_dict({"id": "k", **given}, pg.KeyResult)
    assert pg.from_dict(pg.to_dict(read), pg.KeyResult) == read


def test_constructors_refuse_what_documents_may_not_say() -> None:
    with pytest.raises(pg.InvalidValueError, match="milestone is given together with to"):
        pg.KeyResult(id="k", milestone="M", to=3)
    target = pg.DatedTarget(value=1, by=date(2026, 1, 1))
    with pytest.raises(pg.InvalidValueError, match="is not after"):
        pg.KPI(id="k", name="K", targets=(target, target))


def test_a_document_can_have_every_new_part() -> None:
    initiative = pg.from_dict(
        {
            **INITIATIVE,
            "kind": "compliance",
            "team": "core",
            "efforts": [{"team": "core", "effort": {"low": 1, "likely": 2, "high": 4}}],
            "status": "rolling-out",
            "deliveredDate": "2026-02-01",
            "deadline": {"date": "2026-03-01", "kind": "legal", "source": "GDPR"},
            "checkIns": [{"date": "2026-01-15", "health": "at-risk", "note": "Waiting", "author": "Ana"}],
        },
        pg.Initiative,
    )
    assert initiative.kind is pg.InitiativeKind.COMPLIANCE
    assert initiative.efforts == (pg.TeamEffort(team="core", effort=pg.Estimate(low=1, likely=2, high=4)),)
    assert initiative.deadline == pg.Deadline(date=date(2026, 3, 1), kind=pg.DeadlineKind.LEGAL, source="GDPR")
    assert initiative.check_ins[0].author == pg.Role(title="Ana")
    assert not initiative.status.finished
