"""The generated files: fresh, and said completely by the reference page."""

import subprocess
import sys
from pathlib import Path

import pytest

from productgov.fields.shapes import fields_of, model_classes, terms_of
from productgov.model.governance import ProductGovernance
from productgov.schema import files
from productgov.schema.differences import DIFFERENCES
from productgov.schema.reference import reference

ROOT = Path(__file__).parents[2]
REMEDY = "is stale: run python tools/generate.py"


@pytest.mark.parametrize("name", files.generated_files())
def test_a_generated_file_is_fresh(name: str) -> None:
    path = Path(files.__file__).parent / "data" / name
    assert path.read_text("utf-8") == files.generated_files()[name], f"{name} {REMEDY}"


def test_there_is_no_other_generated_file() -> None:
    data = Path(files.__file__).parent / "data"
    assert {path.name for path in data.iterdir()} == set(files.generated_files())


@pytest.mark.skipif(not (ROOT / "tools").exists(), reason="an installed library has no tools")
def test_the_generator_itself_finds_nothing_stale() -> None:
    command = [sys.executable, str(ROOT / "tools" / "generate.py"), "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("", 0), f"{ran.stdout} {REMEDY}"


def test_the_reference_tells_every_field_value_and_difference() -> None:
    text = reference()
    for cls in model_classes(ProductGovernance):
        section = text.partition(f"## {cls.__name__}\n")[2].partition("\n## ")[0]
        assert all(f"`{field.wire}`" in section and field.description in section for field in fields_of(cls))
    for terms in terms_of(ProductGovernance):
        section = text.partition(f"### {terms.__name__}\n")[2].partition("\n### ")[0]
        assert all(f"| `{term.value}` | {term.description} |" in section for term in terms)
    assert all(difference.about in text and difference.code in text for difference in DIFFERENCES)


def test_the_reference_shows_required_fields_defaults_limits_and_short_forms() -> None:
    text = reference()
    assert "| **`confidence`** | a number from 0 to 1 |  |" in text
    assert '| `status` | [Status](#status) | `"proposed"` |' in text
    assert "[Role](#role), or text" in text
    assert "[Estimate](#estimate) (each a number above 0)" in text
