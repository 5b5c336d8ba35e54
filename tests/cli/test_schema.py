"""`productgov schema`, as it is typed, and the schemas of what other commands print as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from productgov import dump, from_dict, load
from productgov.cli.main import main
from productgov.schema.json_schema import json_schema
from productgov.schema.outputs import OUTPUTS
from productgov.schema.typescript import typescript
from tests.support.documents import minimal_document

EXAMPLE = Path(__file__).parents[2] / "examples" / "platform.json"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), json_schema()),
        (("--mode", "output"), json_schema("output")),
        (("--format", "json-schema-draft-07"), json_schema(draft="draft-07")),
        (("--mode", "strict"), json_schema("strict")),
        (("--of", "rank"), OUTPUTS["rank"]()),
    ],
)
def test_it_prints_a_schema(options: tuple[str, ...], expected: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", *options]) == 0
    assert json.loads(capsys.readouterr().out) == expected


def test_it_prints_typescript(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--format", "typescript", "--mode", "output"]) == 0
    assert capsys.readouterr().out == typescript("output")


def test_it_writes_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "productgov.schema.json"
    assert main(["schema", "-o", str(path)]) == 0
    assert json.loads(path.read_text("utf-8")) == json_schema()
    assert capsys.readouterr().out == f"wrote {path}\n"


@pytest.mark.parametrize(
    "options",
    ["--mode strict --format typescript", "--of check --mode output", "--of rank --format typescript"],
)
def test_options_that_do_not_go_together_are_refused(options: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", *options.split()]) == 2
    assert "json-schema" in capsys.readouterr().err


def _closed(schema: Any) -> Any:
    """The schema with nothing allowed that it does not name, so that a test sees what it forgot."""
    if isinstance(schema, dict):
        parts = {key: _closed(value) for key, value in schema.items()}
        return parts | ({"additionalProperties": False} if "required" in parts else {})
    return [_closed(item) for item in schema] if isinstance(schema, list) else schema


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    main(arguments)
    printed: object = json.loads(capsys.readouterr().out)
    return printed


def test_what_check_prints_conforms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"prioritization": 5}', "utf-8")
    unreadable = tmp_path / "unreadable.json"
    unreadable.write_bytes(b"\xff")
    printed = _printed(capsys, "check", str(broken), str(unreadable), str(EXAMPLE), "--format", "json")
    Draft202012Validator(_closed(OUTPUTS["check"]())).validate(printed)
    assert isinstance(printed, dict)
    assert {"PG001", "PG004", "PG005"} <= {finding["code"] for finding in printed["findings"]}


@pytest.mark.parametrize("options", [(), ("--all",), ("--simulate", "50"), ("--compare",), ("--framework", "Kano")])
def test_what_rank_prints_conforms(options: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    printed = _printed(capsys, "rank", str(EXAMPLE), "--format", "json", *options)
    Draft202012Validator(_closed(OUTPUTS["rank"]())).validate(printed)


def test_what_rank_prints_about_the_odd_items_conforms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    override = {"override": {"score": 7, "reason": "the law asks for it"}}
    items = [{"id": "a", "title": "Unranked"}, {"id": "b", "title": "Overridden", "scoring": override}]
    governance = from_dict({**minimal_document(), "roadmap": {"timeHorizon": {"now": items}}})
    path = tmp_path / "governance.json"
    dump(governance, path)
    printed = _printed(capsys, "rank", str(path), "--all", "--format", "json")
    Draft202012Validator(_closed(OUTPUTS["rank"]())).validate(printed)


def test_what_rank_explains_conforms(capsys: pytest.CaptureFixture[str]) -> None:
    first = next(iter(load(EXAMPLE).initiatives())).initiative.id
    printed = _printed(capsys, "rank", str(EXAMPLE), "--explain", first, "--format", "json")
    Draft202012Validator(_closed(OUTPUTS["rank"]())).validate(printed)
