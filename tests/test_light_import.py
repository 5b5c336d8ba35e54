"""`import productgov` stays light: what is heavy arrives when it is first used."""

import json
import subprocess
import sys

import pytest

from tests.support.documents import minimal_document
from tests.support.extras import needs

HEAVY = (
    "cattr", "cattrs", "hypothesis", "icalendar", "msgspec", "nanoarrow", "numpy", "pandas", "polars", "pyarrow",
    "pydantic", "rich", "sqlite3", "yaml",
)  # fmt: skip
DOCUMENT = json.dumps(minimal_document())


def loaded_after(script: str) -> set[str]:
    """The heavy packages, and parts of cattrs, that a fresh process has loaded in the end."""
    shown = f"print(*(name for name in sys.modules if name.split('.')[0] in {HEAVY}))"
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys\n{script}\n{shown}"], capture_output=True, text=True, check=True
    )
    return set(ran.stdout.split())


def test_import_loads_nothing_heavy() -> None:
    assert loaded_after("import productgov") == set()


def test_making_objects_loads_nothing_heavy() -> None:
    assert (
        loaded_after(
            "import productgov as pg; pg.Role(title='CPO'); pg.Rice(reach=1, impact=1, confidence=1, effort=1)"
        )
        == set()
    )


def test_tables_load_no_library_before_it_is_asked_for() -> None:
    assert loaded_after("from productgov import rank, tables; rank((), method='RICE').table.to_records()") == set()


@needs("msgspec")
def test_msgspec_arrives_with_the_first_document() -> None:
    loaded = loaded_after(f"import productgov as pg; pg.dumps(pg.loads({DOCUMENT!r}))")
    assert "msgspec" in loaded
    assert {name.partition(".")[0] for name in loaded} == {"msgspec"}


@pytest.mark.parametrize("use", [f"pg.loads({DOCUMENT!r})", f"pg.from_dict({minimal_document()!r})"])
def test_loading_needs_no_extra_and_no_cattrs(use: str) -> None:
    assert loaded_after(f"import sys; sys.modules['msgspec'] = None\nimport productgov as pg; {use}") == {"msgspec"}


@needs("yaml")
def test_yaml_arrives_with_the_first_yaml() -> None:
    loaded = loaded_after(f"import productgov as pg; pg.loads({DOCUMENT!r}, format='yaml')")
    assert {name.partition(".")[0] for name in loaded} == {"yaml"}
