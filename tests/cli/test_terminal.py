"""Colours on a terminal that has them, plain text everywhere else."""

import sys

import pytest

from productgov.cli.terminal import complain, show, show_text
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


def shown(
    line: str, mark: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], **environment: str
) -> str:
    """What a terminal is sent for a line."""
    terminal(monkeypatch, **environment)
    show(line, mark=mark)
    return capsys.readouterr().out


@needs("rich")
def test_marked_lines_are_coloured_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = shown("a [b]mistake[/b]", "error", monkeypatch, capsys)
    assert "\x1b[" in printed
    assert "a [b]mistake[/b]" in printed


@pytest.mark.parametrize("mark", ["", "nothing"])
def test_lines_without_a_known_mark_are_plain(
    mark: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown("a line", mark, monkeypatch, capsys) == "a line\n"


def test_nothing_is_coloured_where_no_colour_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown("a mistake", "error", monkeypatch, capsys, NO_COLOR="1") == "a mistake\n"


def test_nothing_is_coloured_without_rich(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    assert shown("a mistake", "error", monkeypatch, capsys) == "a mistake\n"


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
    show("a mistake", mark="error")
    assert capsys.readouterr().out == "a mistake\n"


@needs("rich")
def test_a_report_on_a_terminal_has_coloured_findings_and_hints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(monkeypatch)
    show_text(REPORT)
    error, hint, warning, _, last = capsys.readouterr().out.splitlines()
    assert error == "\x1b[1;31ma.json:3:7: error PG005 name must be text: warning PG207 not 5\x1b[0m"
    assert hint == "\x1b[2m    hint: write text\x1b[0m"
    assert warning.startswith("\x1b[33ma.json: warning PG207")
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
