"""Colour where it is wanted and can be shown, and nowhere else."""

import sys

import pytest

from productgov.cli.terminal import show
from tests.support.extras import needs


def shown(
    line: str, mark: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], **environment: str
) -> str:
    """What a terminal is sent for a line."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in {"FORCE_COLOR": "1", "TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
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


def test_nothing_is_coloured_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show("a mistake", mark="error")
    assert capsys.readouterr().out == "a mistake\n"
