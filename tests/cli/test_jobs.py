"""`productgov check --jobs`: several processes find what one finds."""

import io
import itertools
import json
import sys
from pathlib import Path

import pytest

from productgov.cli import progress
from productgov.cli.main import main
from productgov.cli.progress import with_progress
from tests.support.examples import example_data, merged
from tests.support.extras import needs

REPEATED = {"roadmap": {"dependencies": [{"from": "checkout", "to": "search", "type": "requires"}] * 2}}
WRONG = {"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "pillar": "Growth"}]}}}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    for number, patch in enumerate(({}, WRONG, REPEATED, {"name": 5})):
        Path(f"{number}.governance.json").write_text(json.dumps(merged(example_data(), patch), indent=1))
    Path("4.governance.json").mkdir()
    Path("5.txt").write_text("x")
    return tmp_path


FILES = ("3.governance.json", "2.governance.json", "1.governance.json", "0.governance.json", "gone.json", "5.txt")


def outcome(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", "--as-of", "2026-03-02", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize("form", ["text", "sarif"])
def test_processes_print_what_one_prints(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    one = outcome(capsys, "--format", form, *FILES)
    assert one[0] == 2
    assert outcome(capsys, "--format", form, "--jobs", "2", *FILES) == one


def test_processes_repair_what_one_repairs(capsys: pytest.CaptureFixture[str]) -> None:
    content = {name: Path(name).read_bytes() for name in FILES[:4]}
    one = outcome(capsys, "--fix", *FILES)
    assert "fixed PG" in one[1]
    repaired = {name: Path(name).read_bytes() for name in FILES[:4]}
    for name, before in content.items():
        Path(name).write_bytes(before)
    assert outcome(capsys, "--fix", "--jobs", "0", *FILES) == one
    assert {name: Path(name).read_bytes() for name in FILES[:4]} == repaired != content


def test_standard_input_is_read_by_this_process(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(Path(FILES[3]).read_text()))
    status, out, _ = outcome(capsys, "--jobs", "2", "-", FILES[3])
    assert (status, out.splitlines()[-1]) == (0, "2 files checked: no findings (as of 2026-03-02)")


@pytest.mark.skipif(sys.platform == "win32", reason="processes end otherwise")
def test_a_file_that_ends_its_process_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hook = "import os, sys\nsys.addaudithook(lambda event, given: 'end.gov' in f'{given}' and os._exit(3))\n"
    (tmp_path / "sitecustomize.py").write_text(hook)
    (tmp_path / "end.governance.json").write_text("{}")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    status, out, err = outcome(capsys, "--jobs", "2", FILES[3], "end.governance.json", FILES[2])
    assert status == 2
    assert err.startswith("productgov: end.governance.json: the process that checked it ended: ")
    assert out.splitlines()[-1].startswith("2 files checked: 1 error")


@pytest.mark.parametrize("given", ["-1", "two", "1000", "1.5"])
def test_what_is_no_number_of_processes_is_refused(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", "--jobs", given, FILES[3]])
    assert caught.value.code == 2
    assert "is not a number of processes; write 0 to 999" in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal, and a clock that goes on by a second whenever it is read.

    It is no fixture: between a fixture and its test, pytest puts its own stream in place.
    """
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "monotonic", itertools.count().__next__)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return stream


@needs("rich")
def test_a_bar_appears_after_two_seconds_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    items = with_progress(range(9), 9, "checking")
    assert [next(items) for _ in range(3)] == [0, 1, 2]
    assert terminal.getvalue() == ""
    assert list(items) == [3, 4, 5, 6, 7, 8]
    assert "checking" in terminal.getvalue()
    assert "9/9" in terminal.getvalue()


def test_without_rich_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    for name in ("rich.console", "rich.progress"):
        monkeypatch.setitem(sys.modules, name, None)
    assert list(with_progress(range(9), 9, "checking")) == list(range(9))
    assert terminal.getvalue() == ""


def test_what_is_done_soon_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)
    assert list(with_progress(range(2), 2, "checking")) == [0, 1]
    assert terminal.getvalue() == ""


def test_there_is_no_bar_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "monotonic", itertools.count().__next__)
    assert list(with_progress(range(9), 9, "checking")) == list(range(9))
    monkeypatch.setattr(sys, "stderr", None)
    assert list(with_progress(range(9), 9, "checking")) == list(range(9))
