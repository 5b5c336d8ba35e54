"""What writing keeps and never replaces: owners, links, devices, the files of others."""

import errno
import os
import select
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Self

import pytest

from productgov.formats import files, temporary_files
from productgov.formats.files import create_file, own_descriptor, replace_file
from productgov.formats.temporary_files import new_temporary

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")
ROOT_ONLY = pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="needs root")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_fifo_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "a"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    replace_file(pipe, "text\n")
    reader.join()
    assert read == ["text\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert names_in(tmp_path) == ["a"]


@pytest.mark.parametrize("linked", [False, True])
def test_a_device_is_written_into(tmp_path: Path, linked: bool) -> None:
    master, slave = os.openpty()
    device = Path(os.ttyname(slave))
    if linked:
        (tmp_path / "link").symlink_to(device)
        device = tmp_path / "link"
    replace_file(device, "text\n")
    assert stat.S_ISCHR(device.stat().st_mode)
    assert select.select([master], [], [], 10)[0]
    assert os.read(master, 100) == b"text\r\n"
    os.close(master)
    os.close(slave)


def test_a_device_that_is_full_is_an_error_that_names_it() -> None:
    with pytest.raises(OSError, match="/dev/full") as caught:
        replace_file(Path("/dev/full"), "text")
    assert caught.value.errno == errno.ENOSPC


def test_a_socket_is_not_replaced(tmp_path: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "a"))
    with pytest.raises(OSError, match=r"'.*a'"):
        replace_file(tmp_path / "a", "text")
    assert stat.S_ISSOCK((tmp_path / "a").stat().st_mode)
    server.close()


def test_an_open_file_of_this_process_is_written_where_it_stands(tmp_path: Path) -> None:
    with (tmp_path / "a").open("w+") as opened:
        opened.write("before\n")
        opened.flush()
        path = Path(f"/dev/fd/{opened.fileno()}")
        assert own_descriptor(path) == opened.fileno()
        replace_file(path, "text\n")
        opened.write("after\n")
    assert (tmp_path / "a").read_text() == "before\ntext\nafter\n"
    assert names_in(tmp_path) == ["a"]
    with pytest.raises(OSError, match="/dev/fd/999"):
        replace_file(Path("/dev/fd/999"), "text")


def test_other_paths_are_no_open_files(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "fd").mkdir()
    for path in (tmp_path, tmp_path / "none", tmp_path / "loop", tmp_path / "fd" / "1", Path("a"), Path("/dev/null")):
        assert own_descriptor(path) is None
    assert own_descriptor(Path("/dev/stdout")) == 1


def test_a_loop_of_links_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match=r"'.*a'") as caught:
        replace_file(tmp_path / "a", "text")
    assert caught.value.errno == errno.ELOOP


def test_a_dangling_link_gives_its_target(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    replace_file(tmp_path / "a", "text")
    assert (tmp_path / "b").read_text() == "text"
    assert (tmp_path / "a").is_symlink()


def test_another_hard_link_keeps_the_old_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    replace_file(tmp_path / "a", "new")
    assert ((tmp_path / "a").read_text(), (tmp_path / "b").read_text()) == ("new", "old")


@ROOT_ONLY
def test_owner_group_and_mode_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    os.chown(file, 1234, 4321)
    file.chmod(0o640)
    replace_file(file, "new")
    status = file.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 4321, 0o640)


@pytest.mark.parametrize("permitted", [(-1,), ()])
def test_an_owner_that_may_not_be_kept_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, permitted: tuple[int, ...]
) -> None:
    asked: list[int] = []

    def restricted(_: int, owner: int, group: int) -> None:
        asked.append(owner)
        if owner not in permitted:
            raise PermissionError(errno.EPERM, "not permitted")

    file = tmp_path / "a"
    file.write_text("old")
    monkeypatch.setattr("os.fchown", restricted)
    replace_file(file, "new")
    assert file.read_text() == "new"
    assert asked == [file.stat().st_uid, -1]


def test_errors_name_the_file_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("none/a")
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "none" / "a", tmp_path / "link", tmp_path, tmp_path / "file" / "a", Path("/proc/a")):
        with pytest.raises(OSError, match=r"a|link") as caught:
            replace_file(path, "text")
        assert caught.value.filename == str(path)
    with pytest.raises(OSError, match="too long"):
        replace_file(tmp_path / ("x" * 300), "text")


def test_an_error_without_a_number_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("strange")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match=r"^strange$"):
        replace_file(tmp_path / "a", "text")


def test_a_file_that_is_open_elsewhere_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_WAITS", (0.0, 0.0, 0.0))
    refused = iter([True, True, False])
    move = Path.replace

    def scanned(self: Path, target: Path) -> Path:
        if next(refused):
            raise PermissionError(errno.EACCES, "in use", str(self))
        return move(self, target)

    monkeypatch.setattr(Path, "replace", scanned)
    replace_file(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text() == "new"
    assert names_in(tmp_path) == ["a"]


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("locks", [True, False])
def test_a_file_that_may_not_be_replaced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool, locks: bool
) -> None:
    def refused(self: Path, _: Path) -> None:
        raise PermissionError(errno.EACCES, "in use", str(self))

    monkeypatch.setattr(files, "_WAITS", (0.0,))
    monkeypatch.setattr(Path, "replace", refused)
    if not locks:
        monkeypatch.setattr(temporary_files, "_fcntl", None)
    file = tmp_path / "a"
    if exists:
        file.write_text("old")
        file.chmod(0o400)
    with pytest.raises(PermissionError) as caught:
        replace_file(file, "new")
    assert caught.value.filename == str(file)
    assert names_in(tmp_path) == (["a"] if exists else [])
    if exists:
        assert stat.S_IMODE(file.stat().st_mode) == 0o400


def test_windows_replaces_a_file_that_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move = Path.replace

    def as_windows(self: Path, target: Path) -> Path:
        if not target.stat().st_mode & stat.S_IWUSR:
            raise PermissionError(errno.EACCES, "read-only", str(self))
        return move(self, target)

    monkeypatch.setattr(files, "_WAITS", (0.0,))
    monkeypatch.setattr(temporary_files, "_fcntl", None)
    monkeypatch.delattr("os.fchown")
    monkeypatch.setattr(Path, "replace", as_windows)
    file = tmp_path / "a"
    file.write_text("old")
    file.chmod(0o444)
    replace_file(file, "new")
    assert file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o444


KILLED = """
import os, signal
from pathlib import Path
from productgov.formats import files
files.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
files.replace_file(Path("a"), "new")
"""


def kill_a_writer(folder: Path) -> None:
    assert subprocess.run([sys.executable, "-c", KILLED], cwd=folder, check=False).returncode == -signal.SIGKILL


def test_what_a_killed_writer_left_is_removed_by_the_next_to_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o400)
    kill_a_writer(tmp_path)
    replace_file(tmp_path / "b", "text")
    assert len(names_in(tmp_path)) == 3
    assert (tmp_path / "a").read_text() == "old"
    replace_file(tmp_path / "a", "new")
    assert names_in(tmp_path) == ["a", "b"]


def test_what_another_writer_is_writing_stays(tmp_path: Path) -> None:
    temporary, descriptor = new_temporary(tmp_path / "a")
    replace_file(tmp_path / "a", "new")
    assert temporary.exists()
    os.close(descriptor)
    replace_file(tmp_path / "a", "new")
    assert names_in(tmp_path) == ["a"]


@ROOT_ONLY
def test_what_belongs_to_somebody_else_stays(tmp_path: Path) -> None:
    temporary, descriptor = new_temporary(tmp_path / "a")
    os.close(descriptor)
    os.chown(temporary, 1234, 4321)
    replace_file(tmp_path / "a", "new")
    assert temporary.exists()
    os.chown(tmp_path / "a", 1234, 4321)
    replace_file(tmp_path / "a", "new")
    assert names_in(tmp_path) == ["a"]


def test_only_regular_files_of_exactly_such_a_name_are_removed(tmp_path: Path) -> None:
    temporary, descriptor = new_temporary(tmp_path / "a")
    os.close(descriptor)
    name = temporary.name
    temporary.unlink()
    (tmp_path / "other").write_text("x")
    (tmp_path / (name[:-5] + "0.tmp")).symlink_to("other")
    (tmp_path / (name[:-5] + "1.tmp")).mkdir()
    (tmp_path / (name + "x")).write_text("x")
    (tmp_path / name.upper()).write_text("x")
    os.mkfifo(tmp_path / (name[:-5] + "2.tmp"))
    replace_file(tmp_path / "a", "new")
    assert len(names_in(tmp_path)) == 7


@pytest.mark.parametrize("no_locks", ["none", "refused"])
def test_without_locks_only_old_files_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_locks: str
) -> None:
    class NoLocks:
        LOCK_EX = LOCK_NB = 0

        @staticmethod
        def flock(*_: object) -> None:
            raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(temporary_files, "_fcntl", None if no_locks == "none" else NoLocks)
    young, descriptor = new_temporary(tmp_path / "a")
    old, other = new_temporary(tmp_path / "a")
    os.close(descriptor)
    os.close(other)
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    replace_file(tmp_path / "a", "new")
    assert names_in(tmp_path) == sorted(["a", young.name])


def test_a_new_file_that_is_taken_for_abandoned_before_it_is_locked_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, results = temporary_files._lock, iter(["removed", "locked by another", "ours"])

    def disturbed(descriptor: int) -> bool | None:
        result = next(results)
        if result == "removed":
            for file in tmp_path.iterdir():
                file.unlink()
        return False if result == "locked by another" else lock(descriptor)

    monkeypatch.setattr(temporary_files, "_lock", disturbed)
    temporary, descriptor = new_temporary(tmp_path / "a")
    assert temporary.exists()
    assert next(results, None) is None
    os.close(descriptor)


def test_a_folder_that_cannot_be_listed_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path) -> None:
        raise PermissionError(errno.EACCES, "not permitted")

    monkeypatch.setattr("os.listdir", fail)
    replace_file(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text() == "new"


def test_a_new_file_is_created_with_its_line_ends(tmp_path: Path) -> None:
    create_file(tmp_path / "a", "é\n\r\n")
    assert (tmp_path / "a").read_bytes() == "é\n\r\n".encode()
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a", "new")
    assert (tmp_path / "a").read_bytes() == "é\n\r\n".encode()


def test_a_new_file_that_cannot_be_written_whole_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, path: Path) -> None:
            path.touch()

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def write(self, _: bytes) -> None:
            raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(Path, "open", lambda self, _: Full(self))
    with pytest.raises(OSError, match="no space left") as caught:
        create_file(tmp_path / "a", "new")
    assert caught.value.filename == str(tmp_path / "a")
    assert names_in(tmp_path) == []
