"""The generated files: fresh, and the reference page complete."""

import subprocess
import sys

import pytest

from productgov.fields.shapes import fields_of, model_classes, terms_of
from productgov.model.governance import ProductGovernance
from productgov.schema.differences import DIFFERENCES
from tests.schema.test_every_kind import Sample
from tests.schema.test_one_line import ROLE
from tests.support.project import ROOT

if not (ROOT / "tools").exists():
    pytest.skip("an installed library has no tools", allow_module_level=True)

from tools import generate
from tools.document_page import document_page


def test_no_generated_file_is_stale() -> None:
    command = [sys.executable, str(ROOT / "tools" / "generate.py"), "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("", 0), f"stale, run python tools/generate.py: {ran.stdout}"


def test_a_stale_file_is_named_and_written_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = generate.ROOT / "stale.md"
    monkeypatch.setattr(generate, "files", lambda: {page: "new"})
    try:
        assert generate.main(["--check"]) == 1
        assert not page.exists()
        assert generate.main([]) == 0
        assert page.read_text("utf-8") == "new"
        assert generate.main(["--check"]) == 0
        assert capsys.readouterr().out == "stale.md\nstale.md\n"
    finally:
        page.unlink(missing_ok=True)


def test_there_is_no_other_file_among_the_data() -> None:
    assert set(generate.DATA.iterdir()) == {path for path in generate.files() if path.parent == generate.DATA}


def test_the_reference_tells_every_field_value_and_difference() -> None:
    text = document_page()
    for cls in model_classes(ProductGovernance):
        section = text.partition(f"## {cls.__name__}\n")[2].partition("\n## ")[0]
        assert all(f"`{field.wire}`" in section and field.description in section for field in fields_of(cls))
    for terms in terms_of(ProductGovernance):
        section = text.partition(f"### {terms.__name__}\n")[2].partition("\n### ")[0]
        assert all(f"| `{term.value}` | {term.description} |" in section for term in terms)
    assert all(difference.about in text and difference.code in text for difference in DIFFERENCES)


def test_the_reference_shows_required_fields_defaults_limits_and_short_forms() -> None:
    text = document_page()
    assert "| **`confidence`** | a number from 0 to 1 |  |" in text
    assert '| `status` | [Status](#status) | `"proposed"` |' in text
    assert "[Role](#role), or text" in text
    assert "[Estimate](#estimate) (each a number above 0)" in text


def test_the_reference_names_the_kind_that_a_field_refers_to() -> None:
    text = document_page()
    assert "| `metrics` | list of [kpi](#references) | `[]` |" in text
    assert "| `theme` | [theme](#references) |  |" in text
    assert "| **`northStarMetric`** | [kpi](#references), or text |  |" in text
    assert "| `objectives` | list of [objective](#references) or [key result](#references) | `[]` |" in text
    assert "| team | `Team.id` | `Initiative.team`, `TeamEffort.team`, `Objective.team` |" in text
    assert (
        "| item | `Initiative.id`, `Vision.id`, `External.id` "
        "| `Dependency.from`, `Dependency.to`, `Decision.subjects` |" in text
    )


def test_the_reference_knows_every_kind_of_value() -> None:
    text = document_page(Sample)
    assert "| **`flag`** | true or false |  | True or false. |" in text
    assert "| `flags` | list of true or false | `[true, false]` | Several. |" in text
    assert '| `quarters` | list of a quarter, such as 2026-Q1 | `["2026-Q4"]` | Several. |' in text
    assert '| **`version`** | the text "1.0" |  | A constant. |' in text


def test_the_reference_knows_a_new_field() -> None:
    line = '| `seatsHeld` | list of [Responsibility](#responsibility) | `["driver"]` | The seats it holds. |'
    assert line in document_page(ROLE)
