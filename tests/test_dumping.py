"""The way out: plain data, texts and files."""

import json
import os
import pickle
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

import productgov as pg
from productgov import strategies
from productgov.formats.registry import FormatName, read_text
from tests.support.documents import Json, minimal_document
from tests.support.extras import has, needs

FORMATS: tuple[FormatName, ...] = ("json", "toml", *(("yaml",) if has("yaml") else ()))


def governance(**changes: object) -> pg.ProductGovernance:
    return pg.from_dict({**minimal_document(), **changes})


def test_what_equals_its_default_is_left_out_but_for_what_is_always_written() -> None:
    assert pg.to_dict(governance()) == {
        "schemaVersion": "1.0",
        "productVision": {
            "mission": "Help people cook at home",
            "targetMarket": ["Families"],
            "valueProposition": "Dinner without planning",
            "strategicPillars": ["Retention"],
        },
        "prioritization": {
            "framework": "RICE",
            "scoringCriteria": {"businessValue": 1, "userImpact": 1, "effort": 1, "strategicAlignment": 1},
            "reviewCadence": "weekly",
        },
        "roadmap": {
            "timeHorizon": {"now": [], "next": [], "later": [], "future": []},
            "themes": [],
            "dependencies": [],
        },
        "metrics": {
            "northStarMetric": "Meals cooked",
            "inputMetrics": [],
            "outputMetrics": [],
            "guardrailMetrics": [],
        },
        "reviews": {
            name: {"frequency": "weekly", "participants": [{"title": "Head of Product"}]}
            for name in ("productReview", "strategyReview", "portfolioReview")
        },
    }


def test_fields_are_written_in_the_order_of_the_model_whatever_they_were_read_in() -> None:
    document = minimal_document()
    backwards = dict(reversed(document.items()))
    assert list(pg.to_dict(pg.from_dict(backwards))) == list(pg.to_dict(pg.from_dict(document)))


def test_written_data_is_plain() -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(type(key) is str and plain(item) for key, item in value.items())
        if type(value) is list:
            return all(map(plain, value))
        return type(value) in (str, int, float, bool, type(None))

    item = {"id": "a", "title": "A", "status": "done", "startDate": "2026-01-01", "x-a": {"b": [None, True]}}
    written = pg.to_dict(governance(roadmap={"timeHorizon": {"now": [item]}}))
    assert plain(written)
    assert written["roadmap"]["timeHorizon"]["now"] == [item]  # type: ignore[index]


def test_json_is_indented_and_ends_with_a_newline() -> None:
    text = pg.dumps(governance(name="é 漢"))
    assert text.startswith('{\n  "schemaVersion": "1.0",\n  "name": "é 漢",\n')
    assert text.endswith("}\n")
    assert json.loads(text) == pg.to_dict(governance(name="é 漢"))


@pytest.mark.parametrize("number", [450, 450.0, -0.0, 1e15, 0.1, 1e-300, 123456789012345])
@pytest.mark.parametrize("format", ["json", "toml", pytest.param("yaml", marks=needs("yaml"))])
def test_numbers_keep_the_form_they_had(number: float, format: FormatName) -> None:
    kpi = {"id": "a", "name": "A", "baseline": number}
    metrics: Json = {"northStarMetric": "a", "inputMetrics": [kpi]}
    read = pg.loads(pg.dumps(governance(metrics=metrics), format=format), format=format)
    baseline = read.metrics.input_metrics[0].baseline
    assert (type(baseline), repr(baseline)) == (type(number), repr(number))


def test_null_in_extension_data_cannot_be_written_as_toml() -> None:
    with pytest.raises(pg.InvalidValueError, match="TOML"):
        pg.dumps(governance(**{"x-a": {"b": None}}), format="toml")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(pg.UnknownFormatError, match="expected one of json, yaml, toml"):
        pg.dumps(governance(), format="xml")  # type: ignore[arg-type]


def test_dump_writes_by_the_ending_of_the_name(tmp_path: Path) -> None:
    for name in ("a.json", "b.TOML"):
        pg.dump(governance(), tmp_path / name)
        assert pg.load(tmp_path / name) == governance()
    with pytest.raises(pg.UnknownFormatError):
        pg.dump(governance(), tmp_path / "a.txt")


def test_nulls_are_dropped_but_not_from_extension_data_or_lists() -> None:
    mapping = {"a": None, "b": {"c": None, "d": [None, {"e": None, "f": 1}, (None,)]}, "x-g": None, "x-h": {"i": None}}
    assert pg.drop_nulls(mapping) == {"b": {"d": [None, {"f": 1}, [None]]}, "x-g": None, "x-h": {"i": None}}
    assert mapping["a"] is None


def test_a_document_with_nulls_is_read_once_they_are_dropped() -> None:
    document = {**minimal_document(), "name": None}
    with pytest.raises(pg.InvalidDocumentError):
        pg.from_dict(document)
    assert pg.from_dict(pg.drop_nulls(document)) == governance()


@pytest.mark.parametrize("format", ["json", "toml", pytest.param("yaml", marks=needs("yaml"))])
def test_any_object_of_the_model_is_written(format: FormatName, tmp_path: Path) -> None:
    role = pg.Role(title="CPO", name="Ana")
    assert pg.to_dict(role) == {"title": "CPO", "name": "Ana"}
    assert read_text(pg.dumps(role, format=format), format)[1].data == pg.to_dict(role)
    pg.dump(role, tmp_path / f"role.{format}")
    assert (tmp_path / f"role.{format}").read_text() == pg.dumps(role, format=format)


@pytest.mark.parametrize("value", [[governance()], {"name": "A"}, None, pg.Limits(), "a"])
def test_what_is_not_of_the_model_is_not_written(value: object) -> None:
    with pytest.raises(pg.InvalidValueError, match="expected a governance or another object of the model, not"):
        pg.to_dict(value)  # type: ignore[arg-type]


def test_swapped_arguments_are_noticed(tmp_path: Path) -> None:
    with pytest.raises(pg.InvalidValueError, match=r"dump\(value, path\)"):
        pg.dump(str(tmp_path / "a.json"), governance())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


NUMBERS = '{"x-a": 450, "x-b": 450.0, "x-c": 0.0, "x-d": -0.0, "x-e": 1e16}'


@pytest.mark.parametrize("form", ["json", "toml", pytest.param("yaml", marks=needs("yaml"))])
def test_equal_values_keep_the_form_of_their_numbers_and_the_order_of_their_own_keys(form: FormatName) -> None:
    forms = governance(**json.loads(NUMBERS))
    assert list(map(repr, pg.loads(pg.dumps(forms, format=form), format=form).extensions.values())) == [
        "450",
        "450.0",
        "0.0",
        "-0.0",
        "1e+16",
    ]
    for one, other in (
        ({"x-a": 450}, {"x-a": 450.0}),
        ({"x-a": 0.0}, {"x-a": -0.0}),
        ({"x-a": 1, "x-b": 2}, {"x-b": 2, "x-a": 1}),
    ):
        assert governance(**one) == governance(**other)
        assert pg.dumps(governance(**one), format=form) != pg.dumps(governance(**other), format=form)


def test_toml_has_tables_after_plain_values() -> None:
    own = {"x-a": {"b": {"c": 1}}, "x-d": 1}
    written = pg.dumps(governance(**own), format="toml")
    assert list(pg.loads(written, format="toml").extensions) == ["x-d", "x-a"]


@given(strategies.governances(consistent=False, extensions=strategies.extension_values(nulls=False)))
def test_the_same_value_gives_the_same_text_and_writing_what_was_written_changes_nothing(
    written: pg.ProductGovernance,
) -> None:
    for form in FORMATS:
        text = pg.dumps(written, format=form)
        assert pg.dumps(pickle.loads(pickle.dumps(written)), format=form) == text
        assert pg.dumps(pg.from_dict(pg.to_dict(written)), format=form) == text
        assert pg.dumps(pg.loads(text, format=form), format=form) == text


def test_the_text_does_not_depend_on_the_seed_of_hashes() -> None:
    code = "import sys, productgov as pg; sys.stdout.write(pg.dumps(pg.loads(sys.stdin.read())))"
    document = json.dumps({**minimal_document(), "x-a": {f"k{index}": index for index in range(20)}})
    texts = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=document,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(texts) == 1


def test_toml_has_dates_of_its_own_and_texts_that_look_like_dates_stay_texts() -> None:
    item = {
        "id": "a",
        "title": "2026-04-15",
        "targetDate": "2026-04-15",
        "x-a": "2026-04-15",
        "links": [{"url": "https://a"}],
    }
    dated = governance(
        asOf="2026-01-01",
        roadmap={"timeHorizon": {"now": [item]}},
        metrics={
            "northStarMetric": "k",
            "inputMetrics": [{"id": "k", "name": "K", "observations": [{"date": "2026-01-02", "value": 1}]}],
        },
        **{"x-b": {"on": ["2026-01-01", "10:20:30", "2026-01-01T10:20:30Z"]}},
    )
    text = pg.dumps(dated, format="toml")
    assert [line.strip() for line in text.splitlines() if "2026-" in line] == [
        "asOf = 2026-01-01",
        'title = "2026-04-15"',
        "targetDate = 2026-04-15",
        'x-a = "2026-04-15"',
        "{date = 2026-01-02, value = 1},",
        'on = ["2026-01-01", "10:20:30", "2026-01-01T10:20:30Z"]',
    ]
    assert pg.loads(text, format="toml") == dated
    assert tomllib.loads(text)["asOf"] == date(2026, 1, 1)
    assert tomllib.loads(text)["roadmap"]["timeHorizon"]["now"][0]["title"] == "2026-04-15"
    assert pg.to_dict(dated)["asOf"] == "2026-01-01"
    assert '"asOf": "2026-01-01"' in pg.dumps(dated)


@given(strategies.governances(consistent=False, extensions=strategies.extension_values(nulls=False)))
def test_dates_in_toml_are_those_of_other_formats(written: pg.ProductGovernance) -> None:
    text = pg.dumps(written, format="toml")
    reading = read_text(text, "toml")[1]
    assert reading.data == pg.to_dict(written)
    assert pg.loads(text, format="toml") == written
