"""Nothing that a command prints is more than text, whatever a document or the name of a file holds."""

import csv
import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from productgov import loads
from productgov.cli.main import main
from tests.support.documents import minimal_document
from tests.support.extras import has
from tests.support.unsafe import UNSAFE, unsafe_in

pytestmark = pytest.mark.once

COMMANDS = [
    ["check"],
    ["check", "--format", "github"],
    ["check", "--format", "json"],
    ["check", "--format", "sarif"],
    ["check", "--format", "gitlab"],
    ["check", "--format", "junit"],
    ["show"],
    ["show", "--trace"],
    ["show", "--trace", "--format", "markdown"],
    ["report", "-o", "-"],
    ["rank"],
    ["rank", "--explain", "a"],
    ["rank", "--compare"],
    ["rank", "--simulate", "3"],
    ["rank", "--format", "json"],
    ["rank", "--format", "csv"],
    ["rank", "--compare", "--format", "markdown"],
    ["tables", "--table", "initiatives"],
    ["diff", "other.json"],
    ["diff", "other.json", "--format", "json"],
    ["diff", "other.json", "--format", "markdown"],
    ["diff", "other.json", "--format", "github"],
    ["review", "--kind", "portfolio"],
    *([["calendar"]] if has("icalendar") else []),
]
NAMING = [*(each for each in COMMANDS if each[0] != "diff"), ["diff", "other.json"], ["convert"], ["init"], ["schema"]]
NAMING += [["check", "--fix"]]
"""Commands that are told names of files; argparse wants the operands of `diff` side by side."""
IN_A_TEXT = sorted(UNSAFE - {*map(chr, range(32)), "\x7f", *map(chr, range(0xD800, 0xE000))})
"""What the text of a valid document may hold; the rest is PG007."""
EVERY = " ".join(f"x{character}x" for character in IN_A_TEXT)
HOSTILE = [
    "\n::error file=y,line=1::pwn",
    " ::stop-commands::x",
    "##[error]x",
    "##vso[x]",
    "::warning::x",
    "\n",
    "\t",
    "%0A",
]
PIECES = st.lists(st.sampled_from([*HOSTILE, *"ab:"]) | st.sampled_from(IN_A_TEXT), min_size=1, max_size=8)
TEXTS = PIECES.map("".join).filter(str.strip)
NAMES = st.lists(
    st.sampled_from([*HOSTILE, *map(chr, range(1, 32)), "\x7f", "a", "\udcff", "\u202e", "\x9b"]), max_size=4
)
PROJECT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def document(text: str) -> dict[str, object]:
    """A document with a text wherever people write one, some of it wrong in ways that quote the text."""
    scoring = {"rice": {"reach": {"low": 1, "likely": 2, "high": 3}, "impact": 1, "confidence": 0.5, "effort": 1}}
    review = {"frequency": "weekly", "participants": [text], "startsOn": "2026-01-05", "agenda": [text]}
    items = [
        {"id": "a", "title": text, "theme": f"{text}?", "pillar": text, "owner": text, "scoring": scoring},
        {"id": "b", "title": text, "scoring": scoring, "metrics": ["none"]},
        {"id": "c", "title": text},
    ]
    return minimal_document() | {
        "name": text,
        "productVision": {
            "mission": text,
            "targetMarket": [text],
            "valueProposition": text,
            "strategicPillars": [text],
        },
        "roadmap": {"themes": [text], "timeHorizon": {"now": items}},
        "metrics": {"northStarMetric": text, "inputMetrics": [{"id": "k", "name": text, "unit": text}]},
        "reviews": {"productReview": review, "strategyReview": review, "portfolioReview": review},
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.json").write_text(json.dumps(document("y")))
    return tmp_path


def test_the_document_of_these_tests_is_valid() -> None:
    assert loads(json.dumps(document(EVERY)), format="json").name


def printed(*arguments: str) -> str:
    """What a command prints to both streams."""
    out, before = io.StringIO(), (sys.stdout, sys.stderr)
    sys.stdout = sys.stderr = out
    try:
        status = main(arguments)
    finally:
        sys.stdout, sys.stderr = before
    assert status in (0, 1, 2)
    return out.getvalue()


def assert_inert(text: str, command: list[str]) -> None:
    assert (
        unsafe_in(text, allowed={"csv": "\n\t", "initiatives": "\n\t", "calendar": "\r\n"}.get(command[-1], "\n"))
        == set()
    )
    lines = [line.strip() for line in text.split("\n")]
    commands = [line for line in lines if line.startswith("::")]
    if command[-1] == "github":
        assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in commands)
        assert all(line.count("title=PG") + line.count("title=not usable::") == 1 for line in commands)
    else:
        assert commands == []
    assert "##[" not in text
    assert "##vso[" not in text


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_unsafe_character_in_every_command(command: list[str], folder: Path) -> None:
    text = EVERY
    Path("a.json").write_text(json.dumps(document(text)))
    assert_inert(printed(command[0], "a.json", *command[1:]), command)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@PROJECT
@given(TEXTS)
def test_hostile_texts_in_every_command(command: list[str], folder: Path, text: str) -> None:
    Path("a.json").write_text(json.dumps(document(text)))
    assert_inert(printed(command[0], "a.json", *command[1:]), command)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@PROJECT
@given(st.text(st.sampled_from(sorted(UNSAFE)) | st.sampled_from(":#[x\n"), min_size=1, max_size=9))
def test_hostile_keys_and_values_of_broken_documents(command: list[str], folder: Path, text: str) -> None:
    wrong = document("x") | {text: text, "x-a": {text: [text, {text: text}]}, "prioritization": {"framework": text}}
    Path("a.json").write_text(json.dumps(wrong))
    assert_inert(printed(command[0], "a.json", *command[1:]), command)


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not allowed")
@pytest.mark.parametrize("command", NAMING, ids=" ".join)
@PROJECT
@given(NAMES.map("".join), st.sampled_from([".json", ".toml", ".yaml", ".txt", ""]), st.booleans())
def test_hostile_names_of_files_in_every_command(
    command: list[str], folder: Path, name: str, ending: str, exists: bool
) -> None:
    name = f"{name.replace('/', '')}{ending}" or "x"
    file = folder / name
    if exists:
        file.write_text('{"name": 5}')
    options = ["-o", name] if command[0] in ("convert", "calendar", "schema") else []
    source = [] if command[0] == "schema" else ["./" + name]
    try:
        assert_inert(printed(*command, *options, *source), command)
    finally:
        for made in folder.iterdir():
            made.unlink()


def test_names_that_are_arguments_which_nobody_knows(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "a.json", "--\n::error::\x1b[31m\u202e"])
    assert capsys.readouterr().err.endswith(r"unrecognized arguments: --\u000a::error::\u001b[31m\u202e" + "\n")


@pytest.mark.skipif(sys.platform != "linux", reason="such names are not allowed")
def test_a_name_that_is_not_utf_8_is_bytes_in_sarif_and_a_code_elsewhere(folder: Path) -> None:
    name = os.fsdecode(b"b\xff.json")
    Path(name).write_text('{"name": 5}')
    (run,) = json.loads(printed("check", "--format", "sarif", name))["runs"]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert set(places) == {"b%FF.json"}
    assert "b\\udcff.json:1:10: error PG005" in printed("check", name)
    assert json.loads(printed("check", "--format", "json", name))["findings"][0]["file"] == name
    assert "file=b\\udcff.json,line=1" in printed("check", "--format", "github", name)


def test_data_stays_data_in_json_and_csv(folder: Path) -> None:
    text = "Über \u202e\U000e0041 ::a\n##[b]"
    Path("a.json").write_text(json.dumps(document(text)))
    items = json.loads(printed("rank", "a.json", "--format", "json"))["items"]
    assert [item["title"] for item in items] == [text, text]
    assert "Über" in printed("rank", "a.json", "--format", "json")
    rows = list(csv.DictReader(io.StringIO(printed("rank", "a.json", "--format", "csv"))))
    assert [row["title"] for row in rows] == ["Über \\u202e\\U000e0041 ::a\n\\u0023#[b]"] * 2
