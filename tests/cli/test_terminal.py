"""Colours on a terminal that has them, plain text everywhere else."""

import io
import os
import re
import sys

import pytest

from productgov.cli.terminal import BOARD, columns, complain, show, show_text
from tests.support.extras import has, needs

REPORT = """\
a.json:3:7: error PG005 name must be text: warning PG207 not 5
    hint: write text
a.json: warning PG207 a theme without items
    hint: use it
1 file checked: 1 error, 1 warning
"""


def terminal(monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    """Make standard output look like a terminal that can show colours."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in {"FORCE_COLOR": "1", "TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)


BOARD_TEXT = f"""\
Tempo (as of 2026-03-01)
{"═" * 80}
#1   sso: Single sign-on!
       planned · ✗ late by 12 days · ! slipped 3 days, promised for 2026-01-02
    ✗ off track ███░░░░░░░   30 % ▁█       22 → 8 hours
★ Weekly teams
    ✓ on track  ███
"""


@needs("rich")
def test_a_heading_is_bold_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    terminal(monkeypatch)
    show("a [b]heading[/b]", heading=True)
    show("a line")
    assert capsys.readouterr().out == "\x1b[1ma [b]heading[/b]\x1b[0m\na line\n"


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_nothing_is_coloured_where_no_colour_is_asked_for(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(monkeypatch, **environment)
    show("a heading", heading=True)
    show_text(BOARD_TEXT, BOARD)
    assert capsys.readouterr().out == f"a heading\n{BOARD_TEXT}"


def test_nothing_is_coloured_without_rich(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    terminal(monkeypatch)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    show("a heading", heading=True)
    show_text(BOARD_TEXT, BOARD)
    assert capsys.readouterr().out == f"a heading\n{BOARD_TEXT}"


@needs("rich")
def test_a_board_on_a_terminal_has_coloured_headings_and_marks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(monkeypatch)
    show_text(BOARD_TEXT, BOARD)
    printed = capsys.readouterr().out
    coloured = dict(re.findall("\x1b\\[([0-9;]+)m([^\x1b]+)\x1b", printed))
    assert re.sub("\x1b\\[[0-9;]+m", "", printed) == BOARD_TEXT
    assert printed.startswith("\x1b[1mTempo (as of 2026-03-01)\x1b[0m\n\x1b[2m═")
    assert re.findall("\x1b\\[31m([^\x1b]+)", printed) == ["✗ late by 12 days", "✗ off track"]
    assert re.findall("\x1b\\[33m([^\x1b]+)", printed) == ["! slipped 3 days, promised for 2026-01-02", "★"]
    assert coloured["32"] == "✓ on track"


@pytest.mark.parametrize(
    ("given", "wide"), [("140", 140), ("20", 80), ("999999999", 400), ("0", 80), ("", 80), ("wide", 80), ("²", 80)]
)
def test_the_width_is_what_is_set_within_limits(given: str, wide: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", given)
    assert columns() == wide


def test_the_width_is_that_of_the_terminal_where_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1, raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda _descriptor: os.terminal_size((120, 24)))
    assert columns() == 120


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_without_a_terminal_the_width_is_80(stream: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", stream)
    assert columns() == 80


@pytest.mark.parametrize(
    "text", ["::error::x\n", "  ::error::x\n", "a\n::stop-commands::x\n", "a ##[error]x ##vso[x]\n"]
)
def test_no_line_is_a_command_to_a_service(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    show_text(text)
    complain(text)
    printed = capsys.readouterr()
    for stream in (printed.out, printed.err):
        assert not any(line.strip().startswith("::") for line in stream.splitlines())
        assert "##" not in stream
        assert stream.replace("\\u003a", ":").replace("\\u0023", "#").strip("\n") == text.strip("\n")


def test_nothing_is_coloured_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show("a heading", heading=True)
    assert capsys.readouterr().out == "a heading\n"


def test_nothing_is_coloured_without_a_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    show_text(BOARD_TEXT, BOARD)


@needs("rich")
def test_a_report_on_a_terminal_has_coloured_findings_and_hints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(monkeypatch)
    show_text(REPORT)
    error, hint, warning, _, last = capsys.readouterr().out.splitlines()
    assert error == "a.json:3:7: \x1b[1;31merror PG005\x1b[0m name must be text: warning PG207 not 5"
    assert hint == "\x1b[2m    hint: write text\x1b[0m"
    assert warning == "a.json: \x1b[33mwarning PG207\x1b[0m a theme without items"
    assert last == "1 file checked: 1 error, 1 warning"


@pytest.mark.parametrize("text", ["", REPORT, '{\n    "hint": "x",\n    "message": "a: error PG005 x"\n}\n'])
def test_a_report_is_plain_where_there_is_no_terminal_and_no_finding_line(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    show_text(text)
    assert capsys.readouterr().out == text
    terminal(monkeypatch)
    show_text(text)
    assert ("\x1b" in capsys.readouterr().out) is (text == REPORT and has("rich"))
