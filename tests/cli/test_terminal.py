"""Colour where it is wanted and can be shown, and nowhere else."""

import sys

import pytest

from productgov.cli.terminal import show
from tests.support.extras import needs


@pytest.fixture(autouse=True)
def on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")


@needs("rich")
def test_marked_lines_are_coloured_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show("a [b]mistake[/b]", mark="error")
    printed = capsys.readouterr().out
    assert "\x1b[" in printed
    assert "a [b]mistake[/b]" in printed


@pytest.mark.parametrize("mark", ["", "nothing"])
def test_lines_without_a_known_mark_are_plain(mark: str, capsys: pytest.CaptureFixture[str]) -> None:
    show("a line", mark=mark)
    assert capsys.readouterr().out == "a line\n"


def test_nothing_is_coloured_where_no_colour_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    show("a mistake", mark="error")
    assert capsys.readouterr().out == "a mistake\n"


def test_nothing_is_coloured_without_rich(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    show("a mistake", mark="error")
    assert capsys.readouterr().out == "a mistake\n"
