"""What commands write to: files, devices, pipes and the open files of the process, run as real processes."""

import errno
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from productgov import load
from productgov.cli import files
from productgov.cli.main import main
from tests.support.documents import minimal_document
from tests.support.extras import needs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(json.dumps(minimal_document()))
    return tmp_path


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a shell command, in which `productgov` is ours."""
    script = f"productgov() {{ '{sys.executable}' -m productgov \"$@\"; }}; {command}"
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=60)


def test_standard_output_named_as_a_file_is_written_into() -> None:
    schema = shell("productgov schema").stdout
    assert shell("productgov schema -o /dev/stdout | cat").stdout == schema
    shell("{ echo before; productgov schema -o /dev/stdout; echo after; } > out.txt")
    assert Path("out.txt").read_text() == f"before\n{schema}after\n"
    assert shell("productgov schema -o /dev/fd/3 3> out.txt").stdout == ""
    assert Path("out.txt").read_text() == schema
    assert sorted(path.name for path in Path().iterdir()) == ["a.json", "out.txt"]


def test_nothing_is_said_in_between_where_an_open_file_of_the_process_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Path("out.txt").open("wb") as opened:
        assert main(["schema", "-o", f"/dev/fd/{opened.fileno()}"]) == 0
    assert Path("out.txt").read_text().startswith("{")
    assert capsys.readouterr() == ("", "")


def test_a_fifo_is_written_into() -> None:
    result = shell("mkfifo b.json; cat b.json > copy.json & productgov convert a.json -o b.json; wait; test -p b.json")
    assert (result.returncode, result.stdout, result.stderr) == (0, "wrote b.json\n", "")
    assert load("copy.json") == load("a.json")


def test_a_pipe_whose_reader_goes_away_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone(path: Path, _: str) -> None:
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE), str(path))

    monkeypatch.setattr(files, "replace_file", gone)
    assert main(["schema", "-o", "f"]) == 2
    assert capsys.readouterr().err == "productgov: f: broken pipe\n"


def test_the_null_device_is_written_into_and_a_full_one_is_an_error() -> None:
    result = shell("productgov schema -o /dev/null && test -c /dev/null")
    assert (result.returncode, result.stdout) == (0, "wrote /dev/null\n")
    result = shell("productgov schema -o /dev/full")
    assert (result.returncode, result.stderr) == (2, "productgov: /dev/full: no space left on device\n")


@pytest.mark.parametrize("command", [["convert", "a.json", "-o"], pytest.param(["init"], marks=needs("yaml"))])
def test_what_cannot_be_written_is_not_usable_and_named(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("x.json").symlink_to("y.json")
    Path("y.json").symlink_to("x.json")
    assert main([*command, "none/a.json"]) == 2
    assert main([*command, "x.json"]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first == "productgov: none/a.json: no such file or directory"
    assert second.startswith("productgov: x.json")
    assert sorted(path.name for path in Path().iterdir()) == ["a.json", "x.json", "y.json"]


def test_a_file_that_is_no_regular_file_is_not_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("link.json").symlink_to("a.json")
    assert main(["check", "--fix", "link.json"]) == 0
    os.mkfifo("b.json")
    writer = threading.Thread(target=Path("b.json").write_bytes, args=(Path("a.json").read_bytes(),))
    writer.start()
    assert main(["check", "--fix", "b.json"]) == 2
    writer.join()
    assert capsys.readouterr().err == "productgov: b.json: this is no regular file, so it cannot be fixed\n"


@needs("yaml")
def test_the_example_is_written_with_plain_line_ends() -> None:
    assert shell("productgov init b.yaml").returncode == 0
    assert shell("productgov init c.json").returncode == 0
    assert b"\r" not in Path("b.yaml").read_bytes() + Path("c.json").read_bytes()


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a small disk of its own")
def test_a_full_disk_leaves_no_example() -> None:
    Path("disk").mkdir()
    if shell("mount -t tmpfs -o size=4k tmpfs disk").returncode:
        pytest.skip("may not mount")
    try:
        result = shell("head -c 4096 /dev/zero > disk/full; productgov init disk/a.yaml")
        assert (result.returncode, result.stderr) == (2, "productgov: disk/a.yaml: no space left on device\n")
        assert [path.name for path in Path("disk").iterdir()] == ["full"]
    finally:
        shell("umount disk")
