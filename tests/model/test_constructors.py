"""What the constructors of the model refuse, take, and keep."""

import inspect
import pickle
import pydoc
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from typing import get_type_hints

import attrs
import pytest

import productgov as pg
from productgov.fields.shapes import fields_of, is_model


def rice(**changes: object) -> pg.Rice:
    inputs: dict[str, object] = {"reach": 450, "impact": 3, "confidence": 1.0, "effort": 2}
    return pg.Rice(**{**inputs, **changes})  # type: ignore[arg-type]


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "range": (
        lambda: rice(confidence=7),
        "not 7 (write a share from 0 to 1, such as 0.8)",
    ),
    "percent": (lambda: rice(confidence=80), "(write 0.8 for 80 %)"),
    "strict limit": (lambda: rice(effort=0), "Rice.effort must be a number above 0, not 0"),
    "estimate within": (
        lambda: rice(effort=pg.Estimate(low=0, likely=1, high=2)),
        "Rice.effort.low must be a number above 0, not 0",
    ),
    "bool is no number": (
        lambda: rice(reach=True),
        "Rice.reach must be a number of at least 0, or an Estimate, not true",
    ),
    "text is no number": (
        lambda: rice(confidence="0.5"),
        'Rice.confidence must be a number from 0 to 1, not the text "0.5" (write 0.5 without quotes)',
    ),
    "not finite": (
        lambda: rice(reach=float("nan")),
        "Rice.reach must be a number of at least 0, not nan (write a finite number: reach is required)",
    ),
    "too large": (
        lambda: rice(reach=10**400),
        "Rice.reach must be a number within ±1e15, not a number of over 18 digits",
    ),
    "a fraction too large for a float": (
        lambda: rice(reach=Fraction(10**400)),
        "Rice.reach must be a number within ±1e15, not a Fraction",
    ),
    "a fraction too large for a share": (
        lambda: rice(confidence=Fraction(10**400)),
        "Rice.confidence must be a number from 0 to 1, not a Fraction",
    ),
    "just too large": (
        lambda: rice(reach=1e15 + 1),
        "Rice.reach must be a number within ±1e15, not 1000000000000001.0",
    ),
    "number is no text": (lambda: pg.Role(title=5), "Role.title must be text, not 5 (put it in quotes)"),  # type: ignore[arg-type]
    "empty text": (lambda: pg.Role(title=""), "(write something: title is required)"),
    "id with a newline": (lambda: pg.Vision(id="a\n", title="A"), "(remove the blanks and line breaks around it)"),
    "long text is cut": (lambda: pg.Link(url="x" * 100), f', not the text "{"x" * 40}…"'),
    "dangerous link": (
        lambda: pg.Link(url="javascript:alert(1)"),
        "Link.url must be an http://, https:// or mailto: address",
    ),
    "date with a time": (
        lambda: pg.Target(value=1, by=datetime(2026, 1, 1, 9)),  # noqa: DTZ001
        "Target.by must be a date, YYYY-MM-DD, not a datetime (it has a time of day: take its date())",
    ),
    "unknown term": (
        lambda: pg.Initiative(id="a", title="A", status="open"),  # type: ignore[arg-type]
        "Initiative.status must be one of proposed, planned",
    ),
    "term of another type": (
        lambda: pg.Initiative(id="a", title="A", status=1),  # type: ignore[arg-type]
        "Initiative.status must be one of proposed",
    ),
    "text is no list": (lambda: pg.Initiative(id="a", title="A", tags="one"), "(put it in brackets)"),  # type: ignore[arg-type]
    "item of a list": (
        lambda: pg.Initiative(id="a", title="A", tags=("a", "")),
        "Initiative.tags[1] must be text that is not empty and contains no control characters",
    ),
    "object of another class": (lambda: pg.KPI(id="a", name="A", bounds=5), "KPI.bounds must be a Bounds, not 5"),  # type: ignore[arg-type]
    "bool is no shorthand": (
        lambda: pg.KPI(id="a", name="A", target=True),  # type: ignore[arg-type]
        "KPI.target must be a number within ±1e15, or a Target, not true",
    ),
    "fraction of a count": (
        lambda: pg.KanoResponse(functional="like", dysfunctional="like", count=1.5),  # type: ignore[arg-type]
        "(round it to a whole number)",
    ),
    "version": (
        lambda: attrs.evolve(_governance(), schema_version="2.0"),  # type: ignore[arg-type]
        'ProductGovernance.schema_version must be the text "1.0", not the text "2.0"',
    ),
    "None for what is required": (
        lambda: pg.Role(title=None),  # type: ignore[arg-type]
        "Role.title must be text, not null (write a value: title is required)",
    ),
    "extensions of another kind": (
        lambda: pg.Role(title="A", extensions=5),  # type: ignore[arg-type]
        "extensions must be a mapping of keys that start with x-, not 5",
    ),
    "extension without x-": (
        lambda: pg.Role(title="A", extensions={"jira": 1}),  # type: ignore[arg-type]
        'extension keys start with "x-", not "jira"',
    ),
    "cut": (
        lambda: _prioritization(value_effort_cut="mean"),
        "Prioritization.value_effort_cut must be one of midpoint, median, not the text",
    ),
    "cut of another kind": (
        lambda: _prioritization(value_effort_cut=5),
        "Prioritization.value_effort_cut must be one of midpoint, median, or a FixedCut, not 5",
    ),
    "dates": (
        lambda: pg.Initiative(id="a", title="A", start_date=date(2026, 2, 2), target_date=date(2026, 1, 1)),
        "Initiative: targetDate 2026-01-01 is before startDate 2026-02-02",
    ),
    "delivered but not done": (
        lambda: pg.Initiative(id="a", title="A", delivered_date=date(2026, 2, 2)),
        "Initiative: deliveredDate is given, but status is not done",
    ),
    "unfinished in the record": (
        lambda: pg.Roadmap(time_horizon=pg.TimeHorizon(), delivered=(pg.Initiative(id="a", title="A"),)),
        "Roadmap: an item of delivered must be done or dropped, not proposed",
    ),
    "bounds": (lambda: pg.Bounds(min=2, max=1), "Bounds: min 2 is above max 1"),
    "estimate": (lambda: pg.Estimate(low=1, likely=3, high=2), "Estimate: likely 3 is above high 2"),
    "survey of nothing": (pg.KanoSurvey, "exactly one of responses or counts is needed, and neither"),
    "survey of both": (
        lambda: pg.KanoSurvey(responses=(), counts=pg.KanoCounts()),
        "responses and counts are given",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_wrong_value_is_refused_by_class_field_value_and_range(case: str) -> None:
    make, message = REFUSED[case]
    with pytest.raises(pg.InvalidValueError) as caught:
        make()
    assert message in str(caught.value)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, pg.ProductGovError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_evolve_checks_too() -> None:
    with pytest.raises(pg.InvalidValueError, match=r"Rice\.reach must be a number of at least 0, not -1"):
        attrs.evolve(rice(), reach=-1)
    assert attrs.evolve(rice(), reach=1).reach == 1


def test_lists_become_tuples() -> None:
    initiative = pg.Initiative(id="a", title="A", tags=["x", "y"])  # type: ignore[arg-type]
    assert initiative.tags == ("x", "y")
    assert hash(initiative) == hash(pg.Initiative(id="a", title="A", tags=("x", "y")))


def test_shorthands_take_their_normal_form_at_once() -> None:
    kpi = pg.KPI(id="a", name="A", owner="Data", target=40)  # type: ignore[arg-type]
    assert kpi.owner == pg.Role(title="Data")
    assert kpi.target == pg.Target(value=40)


def test_terms_are_taken_by_their_value() -> None:
    assert pg.Initiative(id="a", title="A", status="done").status is pg.Status.DONE  # type: ignore[arg-type]


class Noted(date):
    """A date of a class of its own, such as tests use to stop the clock."""


@pytest.mark.parametrize(
    "given",
    [
        date(2026, 1, 31),
        Noted(2026, 1, 31),
        "2026-01-31",
        datetime(2026, 1, 31),  # noqa: DTZ001 - data frames have none
        datetime(2026, 1, 31, tzinfo=timezone(timedelta(hours=9))),
    ],
    ids=["date", "subclass", "ISO text", "midnight", "midnight with a time zone"],
)
def test_dates_are_taken_as_documents_and_data_frames_give_them(given: object) -> None:
    target = pg.Target(value=1, by=given)  # type: ignore[arg-type]
    assert target.by == date(2026, 1, 31)
    assert type(target.by) is date


class NotATime(datetime):
    """What data frames put where there is no time: it differs from itself."""

    def __ne__(self, other: object) -> bool:
        return True


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (datetime(2026, 1, 31, microsecond=1), "not a datetime (it has a time of day: take its date())"),  # noqa: DTZ001
        (NotATime(2026, 1, 31), "not a NotATime (write a date, or leave the field out)"),
        ("31/01/2026", 'not the text "31/01/2026" (write 2026-01-31)'),
        ("2026-02-30", 'not the text "2026-02-30" (there is no such day)'),
        ("soon", 'not the text "soon"'),
        (20260131, "not 20260131 (write date(2026, 1, 31))"),
    ],
)
def test_what_is_not_a_date_is_refused_with_a_hint(given: object, message: str) -> None:
    with pytest.raises(pg.InvalidValueError) as caught:
        pg.Target(value=1, by=given)  # type: ignore[arg-type]
    assert str(caught.value) == f"Target.by must be a date, YYYY-MM-DD, {message}"


def test_numbers_keep_their_form_and_lose_their_subclass() -> None:
    class Metre(float):
        pass

    assert type(rice(reach=450).reach) is int
    assert type(rice(reach=450.0).reach) is float
    assert type(rice(reach=Metre(4)).reach) is float
    assert type(pg.KanoResponse(functional="like", dysfunctional="like", count=5.0).count) is int  # type: ignore[arg-type]


def test_texts_lose_their_subclass() -> None:
    class Label(str):
        __slots__ = ()

    assert type(pg.Role(title=Label("CPO")).title) is str


def test_every_class_is_frozen_slotted_and_keyword_only() -> None:
    classes = [value for name in pg.__all__ if is_model(value := getattr(pg, name))]
    assert len(classes) > 25
    for cls in classes:
        assert cls.__attrs_props__.is_frozen, cls
        assert cls.__attrs_props__.is_slotted, cls
        assert cls.__attrs_props__.kw_only.name != "NO", cls
        assert not hasattr(cls, "__weakref__"), cls


def test_signatures_show_the_declared_types() -> None:
    checked = 0
    for name in pg.__all__:
        if is_model(cls := getattr(pg, name)):
            parameters = inspect.signature(cls).parameters
            for field in attrs.fields(cls):
                shown = parameters[field.alias].annotation
                assert shown == get_type_hints(cls)[field.name], (name, field.name)
                assert "Annotated" not in str(shown)
                assert not re.search(r"\bobject\b", str(shown))
                checked += 1
    assert checked > 150
    assert str(inspect.signature(pg.Target)).startswith("(*, value: float, by: datetime.date | None = None, ")


def test_help_shows_the_declared_types() -> None:
    text = " ".join(pydoc.plain(pydoc.render_doc(pg.Role)).replace("|", " ").split())
    assert "*, title: str, name: str None = None, email: str None = None," in text


def test_every_field_has_a_description() -> None:
    for name in pg.__all__:
        if is_model(cls := getattr(pg, name)):
            for field in fields_of(cls):
                assert field.description.endswith("."), (name, field.name)


def test_a_governance_can_be_pickled_and_hashed() -> None:
    governance = _governance()
    assert pickle.loads(pickle.dumps(governance)) == governance
    assert hash(pickle.loads(pickle.dumps(governance))) == hash(governance)


def test_the_repr_shows_no_empty_extensions() -> None:
    assert "extensions" not in repr(_governance())


def _prioritization(**changes: object) -> pg.Prioritization:
    fields: dict[str, object] = {"framework": "RICE", "review_cadence": "weekly"}
    return pg.Prioritization(**{**fields, **changes})  # type: ignore[arg-type]


def _governance() -> pg.ProductGovernance:
    review = pg.Review(frequency="weekly", participants=(pg.Role(title="CPO"),))
    return pg.ProductGovernance(
        product_vision=pg.ProductVision(
            mission="m", target_market=("t",), value_proposition="v", strategic_pillars=("Growth",)
        ),
        prioritization=_prioritization(),
        roadmap=pg.Roadmap(time_horizon=pg.TimeHorizon()),
        metrics=pg.Metrics(north_star_metric="n"),
        reviews=pg.Reviews(product_review=review, strategy_review=review, portfolio_review=review),
    )
