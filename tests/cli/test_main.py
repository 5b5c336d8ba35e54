"""The command as a whole: its exit statuses, its streams, and its errors."""

import errno
import io
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from productgov import __version__
from productgov.cli.main import main
from tests.support.documents import minimal_document
from tests.support.extras import needs

TEXT = json.dumps(minimal_document())
DATED = TEXT.replace('"weekly", "participants"', '"weekly", "startsOn": "2026-01-05", "participants"')


def standard_input(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"productgov {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["check", "--format", "xml", "a.json"], ["show"]])
def test_a_wrong_command_line_is_not_usable(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: productgov" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["show"], ["convert", "-o", "b.json"]])
def test_a_file_that_is_not_there_is_not_usable(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "nothing.json"]) == 2
    assert capsys.readouterr().err == "productgov: nothing.json: no such file or directory\n"


@pytest.mark.parametrize("command", [["show"], ["convert", "-o", "b.json"]])
def test_a_document_with_mistakes_fails_with_its_findings(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text('{"name": 5}')
    assert main([*command, "a.json"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "a.json:1:10: error PG005 name must be text, not 5" in captured.err
    assert not Path("b.json").exists()


@pytest.mark.parametrize("text", [TEXT, "\ufeff" + TEXT, "\n" + TEXT])
def test_standard_input_is_read_as_json(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    standard_input(monkeypatch, text)
    assert main(["show", "-"]) == 0
    assert "Help people cook at home" in capsys.readouterr().out


@needs("yaml")
def test_standard_input_is_read_as_yaml_and_toml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "a.json"
    source.write_text(TEXT)
    for name in ("b.yaml", "c.toml"):
        target = tmp_path / name
        assert main(["convert", str(source), "-o", str(target)]) == 0
        standard_input(monkeypatch, "# a comment\n" + target.read_text())
        assert main(["show", "-"]) == 0
        assert "Help people cook at home" in capsys.readouterr().out


def test_empty_standard_input_is_a_finding(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    standard_input(monkeypatch, b"")
    assert main(["check", "-"]) == 1
    assert "-:1:1: error PG001" in capsys.readouterr().out


def test_what_a_terminal_cannot_show_is_escaped_not_fatal() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    result = subprocess.run(
        [sys.executable, "-m", "productgov", "check", "-"],
        input='{"x-\\ud800": 1}',
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "PG007" in result.stdout


def test_a_reader_that_stops_reading_is_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(TEXT)
    command = f"{sys.executable} -m productgov show {file} | true"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert result.stderr == ""


def test_a_mistake_in_a_file_name_is_reported_without_saying_it_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.txt"]) == 2
    assert capsys.readouterr().err == (
        "productgov: a.txt: unknown file ending; expected one of .json, .yaml, .yml, .toml\n"
    )


def test_an_extra_that_is_not_installed_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\n")
    code = "import sys; sys.modules['yaml'] = None; from productgov.cli.main import main; sys.exit(main(sys.argv[1:]))"
    result = subprocess.run(
        [sys.executable, "-c", code, "check", str(file)], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert "needs an extra that is not installed: pip install 'productgov[yaml]'" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_reader_that_goes_away_ends_the_command_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    redirected: list[int] = []
    monkeypatch.setattr("builtins.print", gone)
    monkeypatch.setattr(os, "dup2", lambda _, to: redirected.append(to))
    file = tmp_path / "a.json"
    file.write_text(TEXT)
    assert main(["show", str(file)]) == 2
    assert redirected == [sys.stdout.fileno()]
    assert capfd.readouterr().err == ""


def test_the_package_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["productgov", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("productgov", run_name="__main__")
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"productgov {__version__}\n"


def test_a_file_that_may_not_be_read_is_not_usable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def forbidden(self: Path, *_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

    file = tmp_path / "a.json"
    file.write_text(TEXT)
    monkeypatch.setattr(Path, "open", forbidden)
    assert main(["check", str(file)]) == 2
    assert main(["show", str(file)]) == 2
    assert capsys.readouterr().err == f"productgov: {file}: permission denied\n" * 2


def test_ctrl_c_ends_the_command_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "a.json"
    file.write_text(TEXT)
    monkeypatch.setattr(Path, "open", interrupted)
    assert main(["show", str(file)]) == 130
    assert capsys.readouterr() == ("", "productgov: interrupted\n")


class NotebookStream(io.TextIOBase):
    """A stream that takes text and nothing else, as notebooks have them."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)


@pytest.fixture(params=[io.StringIO, NotebookStream])
def printed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs a command with standard output and error in memory, and gives what it wrote to the former."""

    def run(*arguments: str, status: int = 0) -> str:
        stream = request.param()
        monkeypatch.setattr(sys, "stdout", stream)
        monkeypatch.setattr(sys, "stderr", request.param())
        assert main(arguments) == status
        return stream.getvalue() if isinstance(stream, io.StringIO) else stream.text

    return run


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (["check"], "1 file checked: "),
        (["show"], "Product governance (as of "),
        (["rank"], "Ranked by RICE"),
        (["check", "--format", "json"], "{"),
    ],
)
def test_commands_print_to_streams_in_memory(
    arguments: list[str], start: str, tmp_path: Path, printed: Callable[..., str]
) -> None:
    file = tmp_path / "a.json"
    file.write_text(TEXT)
    assert start in printed(*arguments, str(file))


@pytest.mark.parametrize(("arguments", "start"), [(["init", "-"], "# yaml"), (["schema"], "{")])
def test_files_are_printed_to_streams_in_memory(arguments: list[str], start: str, printed: Callable[..., str]) -> None:
    text = printed(*arguments)
    assert text.startswith(start)
    assert text.endswith("\n")


@needs("icalendar")
def test_a_calendar_is_printed_to_streams_in_memory_with_its_line_ends(
    tmp_path: Path, printed: Callable[..., str]
) -> None:
    file = tmp_path / "a.json"
    file.write_text(DATED)
    assert printed("calendar", str(file)).startswith("BEGIN:VCALENDAR\r\n")


@needs("icalendar")
def test_line_ends_are_kept_where_the_stream_would_change_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, out = tmp_path / "a.json", io.BytesIO()
    file.write_text(DATED)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, newline="\r\n"))
    assert main(["calendar", str(file)]) == 0
    assert out.getvalue().startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"\r\r\n" not in out.getvalue()


def test_a_reader_that_goes_away_from_a_stream_in_memory_is_no_traceback(
    printed: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    file = tmp_path / "a.json"
    file.write_text(TEXT)
    monkeypatch.setattr("builtins.print", gone)
    assert printed("show", str(file), status=2) == ""


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_commands_run_without_standard_streams(
    closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.json"
    file.write_text(TEXT)
    monkeypatch.setattr(sys, closed, None)
    assert main(["show", str(file)]) == 0
    assert main(["check", "nothing.json", str(file)]) == 2
    assert getattr(sys, closed) is None
    captured = capsys.readouterr()
    assert ("nothing.json" in captured.err, "nothing.json" in captured.out) == (closed == "stdout", False)


def test_standard_input_may_be_a_stream_in_memory(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(TEXT))
    assert main(["show", "-"]) == 0
    assert "Help people cook at home" in capsys.readouterr().out


def test_standard_input_that_is_closed_is_not_usable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["show", "-"]) == 2
    assert capsys.readouterr().err == "productgov: there is no standard input; name a file\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line_and_not_usable(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(TEXT)
    command = f"{sys.executable} -m productgov show {file} > /dev/full"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr == "productgov: no space left on device\n"


def test_a_stream_in_memory_that_is_full_is_not_usable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = tmp_path / "a.json"
    file.write_text(TEXT)
    monkeypatch.setattr(sys, "stdout", Full())
    assert main(["show", str(file)]) == 2
    assert capsys.readouterr().err == "productgov: no space left on device\n"
