"""The path of a file in its repository, however its name was written."""

from pathlib import Path

import pytest

from productgov.reports.repository import repository_path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "repo" / "plans").mkdir(parents=True)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path / "repo" / "plans")
    return tmp_path


def spellings(folder: Path) -> list[str]:
    return ["a.yaml", "./a.yaml", "../plans/a.yaml", str(folder / "repo" / "plans" / "a.yaml")]


def test_without_a_repository_paths_are_relative_to_the_working_directory(folder: Path) -> None:
    assert {repository_path(name) for name in spellings(folder)} == {"a.yaml"}


@pytest.mark.parametrize("is_folder", [True, False])
def test_in_a_repository_paths_are_relative_to_its_root(folder: Path, is_folder: bool) -> None:
    mark = folder / "repo" / ".git"
    mark.mkdir() if is_folder else mark.write_text("gitdir: elsewhere")
    assert {repository_path(name) for name in spellings(folder)} == {"plans/a.yaml"}


def test_the_workspace_of_a_workflow_comes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "repo" / ".git").mkdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    assert {repository_path(name) for name in spellings(folder)} == {"repo/plans/a.yaml"}
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder / "elsewhere"))
    assert {repository_path(name) for name in spellings(folder)} == {"plans/a.yaml"}


def test_a_file_elsewhere_has_its_absolute_path(folder: Path) -> None:
    assert repository_path("../b.yaml") == (folder / "repo" / "b.yaml").as_posix()
