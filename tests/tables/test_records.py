"""Rows back into objects: what is read, and how every mistake is told."""

import csv
import pickle
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from productgov import (
    KPI,
    CheckIn,
    Estimate,
    Extensions,
    Initiative,
    KeyResult,
    Limits,
    Objective,
    Observation,
    ProductGovernance,
    Review,
    Rice,
    Scoring,
)
from productgov.errors import InvalidRecordsError, InvalidValueError
from productgov.tables import from_records, to_tables
from tests.support.extras import needs
from tests.support.full_governance import FULL

TABLES = to_tables(FULL)
SIGN_UP = attrs.evolve(FULL.initiative("sign-up"), check_ins=())


def mistakes(*rows: object, cls: type = Initiative) -> list[tuple[str, str]]:
    """The paths and codes of what is wrong with rows."""
    with pytest.raises(InvalidRecordsError) as raised:
        from_records(cls, rows)  # type: ignore[arg-type]
    return [(finding.path, finding.code) for finding in raised.value.findings]


def test_rows_of_a_table_are_its_objects_again() -> None:
    assert from_records(Initiative, TABLES.initiatives)[0] == SIGN_UP
    assert from_records(KPI, TABLES.kpis.to_records())[0] == attrs.evolve(FULL.kpi("weekly-teams"), observations=())
    assert from_records(Observation, TABLES.observations)[1].note == "After the fair"
    first, second, _ = from_records(KeyResult, TABLES.key_results)
    assert (first.to, second.from_, second.observations) == (150, 10, ())
    assert from_records(Review, TABLES.reviews)[0] == attrs.evolve(FULL.reviews.product_review, participants=())
    assert from_records(Objective, TABLES.objectives)[0].key_results == ()


def test_a_range_stays_a_range_and_a_number_a_number() -> None:
    row = {"id": "a", "title": "A", "rice_impact": 2.0, "rice_confidence": 1, "rice_effort": 1}
    rice = {"rice_reach": 5.0, "rice_reach_low": 2.0, "rice_reach_high": 9.0}
    (ranged,), (plain,) = from_records(Initiative, [row | rice]), from_records(Initiative, [row | {"rice_reach": 5.0}])
    reach = Estimate(low=2, likely=5, high=9)
    assert ranged.scoring == Scoring(rice=Rice(reach=reach, impact=2, confidence=1, effort=1))
    assert plain.scoring == Scoring(rice=Rice(reach=5, impact=2, confidence=1, effort=1))
    assert isinstance(plain.scoring.rice.reach, int)  # type: ignore[union-attr]  # as one writes it


@pytest.mark.parametrize("missing", [None, float("nan"), ""])
def test_what_is_missing_is_left_out(missing: object) -> None:
    row = {"id": "a", "title": "A", "rice_reach": missing, "start_date": missing, "tags": missing, "status": missing}
    assert from_records(Initiative, [row]) == (Initiative(id="a", title="A"),)


def test_a_missing_required_value_is_a_mistake_of_its_row() -> None:
    assert mistakes({"id": "a", "title": "A"}, {"id": "b", "title": None}, {"id": "c"}) == [
        ("/1", "PG004"),
        ("/2", "PG004"),
    ]


@needs("pandas")
def test_rows_of_pandas() -> None:
    for table, cls in ((TABLES.initiatives, Initiative), (TABLES.kpis, KPI), (TABLES.check_ins, CheckIn)):
        assert from_records(cls, table.to_pandas().to_dict("records")) == from_records(cls, table)


@needs("pandas")
def test_what_pandas_has_in_the_place_of_a_value_is_missing() -> None:
    import pandas as pd

    for missing in (pd.NA, pd.NaT):
        row = {"id": "a", "title": "A", "start_date": missing, "rice_reach": missing, "tags": missing}
        assert from_records(Initiative, [row]) == (Initiative(id="a", title="A"),)


@needs("pandas")
def test_values_of_numpy() -> None:
    import numpy as np

    row = {
        "id": "a",
        "title": "A",
        "rice_reach": np.int64(3),
        "rice_impact": np.float64(1),
        "tags": np.array(["x", "y"]),
    }
    (found,) = from_records(Initiative, [row | {"rice_confidence": np.float32(0.5), "rice_effort": np.int8(1)}])
    assert found.tags == ("x", "y")
    assert found.scoring == Scoring(rice=Rice(reach=3, impact=1, confidence=0.5, effort=1))


@needs("polars")
def test_rows_of_polars() -> None:
    assert from_records(Initiative, TABLES.initiatives.to_polars().to_dicts())[0] == SIGN_UP


def test_rows_of_csv(tmp_path: Path) -> None:
    TABLES.kpis.save(tmp_path / "kpis.csv")
    with (tmp_path / "kpis.csv").open(newline="", encoding="utf-8") as file:
        assert from_records(KPI, csv.DictReader(file)) == from_records(KPI, TABLES.kpis)


def test_numbers_as_text() -> None:
    rows = [{"id": "a", "name": "A", "baseline": text} for text in ("-1.50", "1e3", " 7 ", "0.1")]
    assert [kpi.baseline for kpi in from_records(KPI, rows)] == [-1.5, 1000, 7, 0.1]
    assert mistakes({"id": "a", "name": "A", "baseline": "1,000"}, cls=KPI) == [("/0/baseline", "PG005")]
    assert mistakes({"id": "a", "name": "A", "baseline": Decimal(1)}, cls=KPI) == [("/0/baseline", "PG005")]


def test_dates_can_be_dates_texts_or_midnights() -> None:
    day = date(2026, 1, 31)
    rows = [{"id": "a", "title": "A", "start_date": given} for given in (day, "2026-01-31", datetime(2026, 1, 31))]  # noqa: DTZ001
    assert {each.start_date for each in from_records(Initiative, rows)} == {day}
    assert mistakes({"id": "a", "title": "A", "start_date": datetime(2026, 1, 31, 12)}) == [("/0/start_date", "PG007")]  # noqa: DTZ001


def test_lists_can_be_lists_or_json() -> None:
    for tags in (["x", "y"], ("x", "y"), '["x", "y"]'):
        assert from_records(Initiative, [{"id": "a", "title": "A", "tags": tags}])[0].tags == ("x", "y")
    for wrong in ("x, y", "[", '"x"', "[1", "[" * 500):
        assert mistakes({"id": "a", "title": "A", "tags": wrong}) == [("/0/tags", "PG005")]


def test_extension_data() -> None:
    for given in ('{"x-a": [1]}', {"x-a": [1]}):
        (found,) = from_records(Initiative, [{"id": "a", "title": "A", "extensions": given}])
        assert found.extensions == Extensions({"x-a": [1]})
    for wrong in ('{"title": "B"}', "[]", 5, "x"):
        assert mistakes({"id": "a", "title": "A", "extensions": wrong}) == [("/0/extensions", "PG005")]
    deep = {"id": "a", "title": "A", "extensions": {"x-a": {"b": float("inf")}}}
    assert mistakes(deep) == [("/0/extensions/x-a/b", "PG007")]


def test_columns_that_are_no_fields_are_not_read() -> None:
    row = {"document": "d", "place": "now", "rank_position": 3, "id": "a", "title": "A", "as_of": "no date"}
    assert from_records(Initiative, [row]) == (Initiative(id="a", title="A"),)


def test_an_unknown_column_is_told_once_with_near_names() -> None:
    with pytest.raises(InvalidRecordsError) as raised:
        from_records(
            Initiative, [{"id": "a", "title": "A", "stauts": "done"}] * 3 + [{"id": "b", "title": "B", "zzz": 1}]
        )
    assert str(raised.value) == (
        "the rows are not valid:\n"
        '  /0/stauts PG003 the table has no column "stauts"; did you mean status or tags?\n'
        '  /3/zzz PG003 the table has no column "zzz"; leave it out'
    )


def test_every_mistake_names_its_row_and_column() -> None:
    good = {"id": "a", "title": "A"}
    estimate = {"rice_reach_low": 3, "rice_impact": 1, "rice_confidence": 1, "rice_effort": 1}
    assert mistakes(
        good,
        good | {"status": "finished", "efforts": [{"team": "a b", "effort": 1}]},
        good | {"delivered_date": "2026-01-01"},
        good | {"owner_name": "Ana"},
        good | estimate,
        good | {"ice_impact": 11, "ice_confidence": 1, "ice_ease": 1},
    ) == [
        ("/1/efforts/0/team", "PG007"),
        ("/1/status", "PG006"),
        ("/2/delivered_date", "PG008"),
        ("/3/owner", "PG004"),
        ("/4/rice_reach", "PG004"),
        ("/4/rice_reach", "PG004"),
        ("/5/ice_impact", "PG007"),
    ]


def test_a_mistake_in_an_object_whose_name_is_not_in_columns_is_one_of_the_row() -> None:
    kano = [{"functional": "like", "dysfunctional": "dislike"}]
    row = {"id": "a", "title": "A", "kano_responses": kano, "kano_counts_attractive": 1}
    assert {path.split("/")[1] for path, _ in mistakes(row)} == {"0"}


def test_a_row_that_is_no_mapping_is_told() -> None:
    with pytest.raises(
        InvalidRecordsError, match=r'/1 PG005 row 1 must be a mapping, not .* frame.to_dict\("records"\)'
    ):
        from_records(Initiative, [{"id": "a", "title": "A"}, "title"])  # type: ignore[list-item]


@pytest.mark.parametrize("cls", [ProductGovernance, Rice, int])
def test_a_class_without_a_table_is_refused(cls: type) -> None:
    with pytest.raises(InvalidValueError, match=r"there is no table for .*; expected one of Initiative, KPI"):
        from_records(cls, [])


def test_of_very_many_mistakes_the_last_are_only_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("productgov.tables.records.DEFAULT_LIMITS", Limits(max_findings=30))
    with pytest.raises(InvalidRecordsError) as raised:
        from_records(Initiative, [{"id": "a", "title": "A", "kind": "bug"}] * 32)
    assert len(raised.value.findings) == 30
    assert [each.count for each in raised.value.omitted] == [2]
    assert str(raised.value).endswith("\n  and 12 more")
    again = pickle.loads(pickle.dumps(raised.value))
    assert (again.findings, again.omitted) == (raised.value.findings, raised.value.omitted)
