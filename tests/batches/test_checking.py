"""Many files are checked as each would be by itself, whatever does it."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import productgov as pg
from tests.support.examples import example_data

SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Good ones, wrong ones, and two that cannot be checked."""
    good = pg.from_dict(example_data())
    paths = [tmp_path / f"{number:02}.governance.json" for number in range(12)]
    for number, path in enumerate(paths):
        pg.dump(good.change("checkout", pillar="Growth") if number % 3 == 1 else good, path)
    paths[4].write_text('{"name": 5}', encoding="utf-8")
    paths[7].unlink()
    return [*paths, tmp_path / "notes.txt"]


def expected(path: Path) -> pg.Report | None:
    try:
        return pg.read(path).check(as_of=date(2026, 5, 1))
    except (OSError, pg.ProductGovError):
        return None


def test_each_file_is_checked_as_by_itself(files: list[Path]) -> None:
    found = list(pg.check_many(files, as_of=date(2026, 5, 1)))
    assert [one.path for one in found] == list(map(str, files))
    assert [one.report for one in found] == list(map(expected, files))
    assert [one.reason for one in found if not one.report] == [
        "no such file or directory",
        "unknown file ending; expected one of .json, .yaml, .yml, .toml",
    ]
    assert [one.ok for one in found] == [bool(report and report.ok) for report in map(expected, files)]


def test_processes_find_the_same(files: list[Path]) -> None:
    with ProcessPoolExecutor(2, mp_context=SPAWN) as executor:
        found = list(pg.check_many(files, executor=executor, chunk=2, window=3))
    assert found == list(pg.check_many(files))


def test_a_file_that_ended_its_process_is_named(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(ENDS_ON_A_NAME, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    with ProcessPoolExecutor(1, mp_context=SPAWN) as executor:
        found = list(pg.check_many(files, executor=executor, chunk=3, window=2))
    others = list(pg.check_many(files))
    assert found[5].report is None
    assert found[5].reason.startswith("the process that checked it ended: ")
    assert found[:5] + found[6:] == others[:5] + others[6:]


ENDS_ON_A_NAME = """
import os, signal, sys
def hook(event, arguments):
    if event == "open" and str(arguments[0]).endswith("05.governance.json"):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
"""


def test_codes_are_selected_and_ignored(files: list[Path]) -> None:
    (found,) = pg.check_many(files[1:2], select=iter(["PG1"]))
    assert [one.code for one in found.report or ()] == ["PG105"]
    (found,) = pg.check_many(files[1:2], select="PG1", ignore=["PG105"])
    assert found.report is not None
    assert not found.report.findings


def test_what_cannot_be_meant_is_refused_at_once() -> None:
    never = map(pytest.fail, ["a file was taken"])
    with pytest.raises(pg.InvalidValueError, match="chunk must be at least 1, not 0"):
        pg.check_many(never, chunk=0)
    with pytest.raises(pg.InvalidValueError, match="window must be at least 1, not -1"):
        pg.check_many(never, window=-1)
    with pytest.raises(pg.InvalidValueError, match='unknown code "PG999"'):
        pg.check_many(never, select=["PG999"])
    with pytest.raises(pg.InvalidValueError, match=r"as_of must be a datetime\.date"):
        pg.check_many(never, as_of="2026-05-01")  # type: ignore[arg-type]
