"""Saving a document: in one step, and never over what somebody else has written meanwhile."""

import pickle
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import attrs
import pytest

import productgov as pg
from productgov.formats import stored
from tests.support.documents import minimal_document

BOM = b"\xef\xbb\xbf"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    pg.dump(pg.from_dict(minimal_document()), path)
    path.write_bytes(BOM + path.read_bytes().replace(b"\n", b"\r\n"))
    return path


def named(document: pg.Document, name: str) -> pg.Document:
    return document.edit(lambda governance: attrs.evolve(governance, name=name))


def test_an_edited_document_replaces_its_file_and_keeps_its_mark_its_mode_and_its_link(path: Path) -> None:
    path.chmod(0o640)
    link = path.with_name("link.json")
    link.symlink_to(path)
    before = path.read_bytes()
    assert named(pg.read(link), "New").save() is None  # type: ignore[func-returns-value]
    version = b'"schemaVersion": "1.0",\r\n'
    assert path.read_bytes() == before.replace(version, version + b'  "name": "New",\r\n')
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert {each.name for each in path.parent.iterdir()} == {"plan.json", "link.json"}


def test_a_document_can_be_edited_and_saved_again_and_again(path: Path) -> None:
    document = pg.read(path)
    document.save()
    for name in ("One", "Two"):
        document = named(document, name)
        document.save()
        document.save()
    between = named(document, "Three")
    named(between, "Four").save()
    assert pg.load(path).name == "Four"
    with pytest.raises(pg.ConflictError):
        named(document, "Five").save()


def test_a_file_that_has_changed_is_not_replaced(path: Path) -> None:
    document = named(pg.read(path), "New")
    path.write_bytes(path.read_bytes() + b"\n")
    before = path.read_bytes()
    with pytest.raises(pg.ConflictError, match=r"plan\.json: the file has changed since it was read") as caught:
        document.save()
    assert path.read_bytes() == before
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.name, again.gone) == (str(caught.value), str(path), False)
    document.save(path)
    assert pg.load(path).name == "New"
    assert [each.name for each in path.parent.iterdir()] == ["plan.json"]


def test_a_file_that_is_gone_is_not_made_again(path: Path) -> None:
    document = named(pg.read(path), "New")
    path.unlink()
    with pytest.raises(pg.ConflictError, match="the file is gone since it was read; name it") as caught:
        document.save()
    assert caught.value.gone
    assert list(path.parent.iterdir()) == []


def test_the_path_is_remembered_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    document = named(pg.read("plan.json"), "New")
    monkeypatch.chdir("/")
    document.save()
    assert pg.load(path).name == "New"


def test_a_document_that_came_from_no_file_is_saved_where_it_is_told(path: Path) -> None:
    document = pg.parse(path.read_bytes(), format="json")
    with pytest.raises(pg.InvalidValueError, match="<text>: it was not read from a file; name one to save it"):
        document.save()
    other = path.with_name("copy.bak")
    document.save(other)
    assert other.read_bytes() == path.read_bytes()
    with pytest.raises(pg.InvalidValueError, match=r"copy\.yaml: the text is json, not yaml; call dump to convert it"):
        document.save(path.with_name("copy.yaml"))


def test_a_folder_that_cannot_be_locked_is_no_reason_not_to_save(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Locks:
        LOCK_EX = LOCK_NB = 0

        @staticmethod
        def flock(descriptor: int, operation: int) -> None:
            raise OSError("no locks here")

    monkeypatch.setattr(stored, "_fcntl", Locks)
    named(pg.read(path), "One").save()
    monkeypatch.setattr(stored, "_fcntl", None)
    named(pg.read(path), "Two").save()
    assert pg.load(path).name == "Two"


def test_whoever_holds_the_lock_for_long_is_not_waited_for_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.setattr(stored, "_WAITS", (0.0, 0.0))
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        named(pg.read(path), "New").save()
    assert pg.load(path).name == "New"


def test_of_many_who_save_at_once_one_wins_and_all_others_are_told(path: Path) -> None:
    pytest.importorskip("fcntl")
    crowd = 8
    start = Barrier(crowd)

    def save(document: pg.Document) -> bool:
        start.wait()
        try:
            document.save()
        except pg.ConflictError:
            return False
        return True

    with ThreadPoolExecutor(crowd) as pool:
        for turn in range(3):
            document = pg.read(path)
            saved = list(pool.map(save, [named(document, f"{turn}, {each}") for each in range(crowd)]))
            assert saved.count(True) == 1
            assert pg.load(path).name == f"{turn}, {saved.index(True)}"


SAVER = """
import sys, attrs, productgov as pg
name, path = sys.argv[1:]
document = pg.read(path)
edited = document.edit(lambda governance: attrs.evolve(governance, name=name))
print("ready", flush=True)
sys.stdin.readline()
try:
    edited.save()
except pg.ConflictError:
    print("conflict")
else:
    print("saved")
"""

LOOP = """
import sys, itertools, attrs, productgov as pg
document = pg.read(sys.argv[1])
print("ready", flush=True)
for turn in itertools.count():
    document = document.edit(lambda governance: attrs.evolve(governance, name=str(turn) * 1000))
    document.save()
"""


def started(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_of_two_processes_that_save_at_once_one_wins_and_the_other_is_told(path: Path) -> None:
    processes = [started(SAVER, name, path) for name in ("one", "two")]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0].strip() for process in processes]
    assert sorted(said) == ["conflict", "saved"]
    assert pg.load(path).name == ("one", "two")[said.index("saved")]


@pytest.mark.skipif(sys.platform == "win32", reason="processes end otherwise")
def test_a_process_that_is_killed_while_it_saves_leaves_a_whole_file(path: Path) -> None:
    for turn in range(5):
        with started(LOOP, path) as process:
            time.sleep(0.02 * turn)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        assert pg.read(path).findings == ()
    named(pg.read(path), "Last").save()
    assert pg.load(path).name == "Last"
