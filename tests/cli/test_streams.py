"""Closed, full and broken streams, in real processes."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from productgov.cli.main import main
from tests.support.documents import minimal_document

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
COMMANDS = ["check a.json", "check wrong.json", "show a.json", "init -"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(json.dumps(minimal_document()))
    Path("wrong.json").write_text('{"name": 5}')
    return tmp_path


def shell(command: str) -> subprocess.CompletedProcess[str]:
    script = f"productgov() {{ '{sys.executable}' -m productgov \"$@\"; }}; {command}"
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=60)


@posix
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_closed_streams_change_no_exit_status(command: str, closed: str) -> None:
    result = shell(f"productgov {command} {closed}")
    assert result.returncode == (1 if "wrong" in command else 0)
    assert result.stderr == ""


@posix
@pytest.mark.parametrize("closed", ["<&-", "<&- 2>&-"])
def test_closed_standard_input_is_not_usable(closed: str) -> None:
    result = shell(f"productgov check - {closed}")
    assert result.returncode == 2
    expected = "productgov: -: there is no standard input; name a file\n"
    assert result.stderr == ("" if "2>" in closed else expected)


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["check a.json", "init -", "--help", "rank --help"])
def test_a_full_disk_is_one_line_and_not_usable(command: str) -> None:
    result = shell(f"productgov {command} > /dev/full")
    assert (result.returncode, result.stderr) == (2, "productgov: no space left on device\n")


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(("command", "status"), [("check a.json", 0), ("show none.json", 2), ("show wrong.json", 1)])
def test_complaints_that_cannot_be_written_change_no_exit_status(command: str, status: int) -> None:
    assert shell(f"productgov {command} 2> /dev/full").returncode == status


@posix
@pytest.mark.parametrize("command", ["check a.json", "schema", "--help"])
def test_a_reader_that_stops_reading_is_no_error(command: str) -> None:
    assert shell(f"sleep 0.1 | {{ productgov {command}; echo $? >&2; }} | exec true").stderr in ("0\n", "1\n", "2\n")


@posix
def test_ctrl_c_is_130_and_one_line(folder: Path) -> None:
    os.mkfifo("fifo.json")
    command = [sys.executable, "-m", "productgov", "check", "fifo.json"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
        Path("fifo.json").open("wb"),  # opens as soon as the command reads
    ):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (out, err, process.returncode) == ("", "productgov: interrupted\n", 130)


@posix
def test_output_has_plain_line_ends_where_the_system_has_others() -> None:
    code = (
        "import io, sys; sys.stdout = io.TextIOWrapper(sys.stdout.buffer, newline='\\r\\n');"
        "from productgov.cli.main import main; main(sys.argv[1:])"
    )
    for command in ("check a.json", "check --format json a.json", "show a.json", "init -", "schema"):
        result = subprocess.run([sys.executable, "-c", code, *command.split()], capture_output=True, check=True)
        assert result.stdout.endswith(b"\n")
        assert b"\r" not in result.stdout


def test_streams_that_were_closed_are_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, closed)
    assert main(["check", "a.json"]) == 0
    assert main(["check", "wrong.json"]) == 1
    assert main(["check", "-"]) == 2


def test_text_of_standard_input_may_hold_what_utf_8_cannot(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"x-\ud800": 1}'))
    assert main(["check", "-"]) == 1
    assert "-:1:5: error PG001 the text holds a lone surrogate" in capsys.readouterr().out


def test_a_pipe_that_is_an_invalid_argument_as_on_windows_is_no_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def invalid(*_: object, **__: object) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr("builtins.print", invalid)
    assert main(["show", "a.json"]) == 2
    monkeypatch.undo()
    assert capsys.readouterr().err == ""
