"""Files are read no further than allowed, and replaced whole or not at all."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from productgov.formats.files import read_bytes, replace_file
from productgov.formats.limits import Limits


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def fail(*arguments: object, **options: object) -> None:
    raise OSError(errno.ENOSPC, "no space left on device")


def test_a_file_is_read_whole_when_it_is_small_enough(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"123")
    assert read_bytes(file) == b"123"
    assert read_bytes(file, Limits(max_bytes=3)) == b"123"


def test_a_file_that_is_too_large_is_read_just_far_enough_to_tell(tmp_path: Path) -> None:
    file = tmp_path / "a"
    with file.open("wb") as opened:
        opened.truncate(60_000_000)
    assert len(read_bytes(file, Limits(max_bytes=100))) == 101
    assert len(read_bytes(Path("/dev/zero"), Limits(max_bytes=100))) == 101


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"x" * 100_000,))
    writer.start()
    assert read_bytes(pipe) == b"x" * 100_000
    writer.join()


def test_what_is_no_readable_file_is_the_natural_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / "none")
    with pytest.raises(IsADirectoryError):
        read_bytes(tmp_path)


def test_a_new_file_is_written_in_utf_8_with_the_usual_mode(tmp_path: Path) -> None:
    file = tmp_path / "a"
    before = os.umask(0o027)
    try:
        replace_file(file, "é\r\n\n")
    finally:
        os.umask(before)
    assert file.read_bytes() == "é\r\n\n".encode()
    assert mode_of(file) == 0o640
    assert names_in(tmp_path) == ["a"]


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_an_existing_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    file.chmod(mode)
    replace_file(file, "new")
    assert file.read_text() == "new"
    assert mode_of(file) == mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target = tmp_path / "folder" / "a"
    target.write_text("old")
    link = tmp_path / "link"
    link.symlink_to("folder/a")
    replace_file(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert names_in(tmp_path / "folder") == ["a"]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_a_failure_leaves_the_old_file_whole_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    monkeypatch.setattr(step, fail)
    with pytest.raises(OSError, match="no space left"):
        replace_file(file, "new")
    monkeypatch.undo()
    assert file.read_text() == "old"
    assert names_in(tmp_path) == ["a"]


def test_a_text_that_cannot_be_written_leaves_the_old_file_whole(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        replace_file(file, "new \ud800")
    assert file.read_text() == "old"
    assert names_in(tmp_path) == ["a"]


def test_a_full_disk_that_hinders_the_clean_up_too_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.replace", fail)
    monkeypatch.setattr("pathlib.Path.unlink", fail)
    with pytest.raises(OSError, match="no space left"):
        replace_file(tmp_path / "a", "new")


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def no_folder(path: Path, *arguments: int) -> int:
        if path == tmp_path:
            fail()
        return opened(path, *arguments)

    monkeypatch.setattr("os.open", no_folder)
    replace_file(tmp_path / "a", "new")
    monkeypatch.undo()
    assert (tmp_path / "a").read_text() == "new"


def test_a_folder_that_does_not_exist_is_the_natural_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "none" / "a", "new")
    with pytest.raises(IsADirectoryError):
        replace_file(tmp_path, "new")
