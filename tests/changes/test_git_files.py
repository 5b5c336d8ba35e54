"""Reading files out of git: which repository, which commit, which file, and what is said when there is none."""

from datetime import date
from pathlib import Path

import pytest

from productgov import GitError, Limits
from productgov.changes.git_files import Repository
from tests.support.repositories import commit, git, needs_git, new_repository

pytestmark = needs_git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_repository(tmp_path / "root")


def test_a_file_is_read_as_it_was(root: Path) -> None:
    first = commit(root, "plans/a.json", "one\r\n", day="2026-01-10")
    second = commit(root, "plans/a.json", "two", day="2026-02-10")
    repository = Repository.around(root / "plans")
    assert (repository.prefix, repository.up) == ("plans/", "../")
    assert repository.path_of(root / "plans" / "a.json") == "plans/a.json"
    assert repository.path_of(root / "b.json") == "b.json"
    assert repository.commit("main~1") == first
    assert repository.read(first, "plans/a.json") == b"one\r\n"
    assert repository.read(repository.commit("HEAD"), "plans/a.json") == b"two"
    assert repository.commit_before(date(2026, 2, 11)) == second
    assert repository.commit_before(date(2026, 2, 10)) == first
    assert not repository.is_shallow


@pytest.mark.parametrize("name", ["-x.json", "--help", "a b.json", "*.json", ":(top)a.json", "a^{tree}", "é\n.json"])
def test_names_of_files_are_only_names(root: Path, name: str) -> None:
    first = commit(root, name, "text")
    commit(root, "other.json", "other")
    repository = Repository.around(root)
    assert repository.read(first, name) == b"text"
    assert repository.read(repository.commit("HEAD"), "?" + name) is None


def test_a_name_that_is_not_utf_8(root: Path) -> None:
    name = b"caf\xe9.json".decode(errors="surrogateescape")
    try:
        (root / name).touch()
    except OSError:
        pytest.skip("this file system has only names in UTF-8")
    assert Repository.around(root).read(commit(root, name, "text"), name) == b"text"


@pytest.mark.parametrize("revision", ["", "-x", "--all", "nothing", "a\0b", "main:a.json", "main main", "é"])
def test_what_is_no_revision(root: Path, revision: str) -> None:
    commit(root, "a.json", "text")
    with pytest.raises(GitError, match=r"is no revision of this git repository$"):
        Repository.around(root).commit(revision)


def test_what_is_no_file(root: Path) -> None:
    (root / "link.json").symlink_to("plans/a.json")
    head = commit(root, "plans/a.json", "text")
    repository = Repository.around(root)
    assert [repository.read(head, name) for name in ("", "b.json", "plans/b.json")] == [None] * 3
    with pytest.raises(GitError, match=r"^link\.json is not a regular file in [0-9a-f]{10}$"):
        repository.read(head, "link.json")
    with pytest.raises(GitError, match=r"^plans is not a regular file"):
        repository.read(head, "plans")
    with pytest.raises(GitError, match=r"^plans/a\.json in [0-9a-f]{10} is longer than 3 bytes$"):
        repository.read(head, "plans/a.json", Limits(max_bytes=3))
    with pytest.raises(GitError, match=r"git cannot be run"):
        repository.read(head, "a\0b")
    with pytest.raises(GitError, match=r"^git: "):
        repository.read("0" * 40, "a.json")


def test_there_may_be_no_commit_before_a_day(root: Path) -> None:
    commit(root, "a.json", "text", day="2026-02-10")
    with pytest.raises(GitError, match=r"^there is no commit before 2026-02-10$"):
        Repository.around(root).commit_before(date(2026, 2, 10))


def test_a_shallow_clone_is_told(root: Path, tmp_path: Path) -> None:
    commit(root, "a.json", "one", day="2026-01-10")
    commit(root, "a.json", "two", day="2026-02-10")
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "clone")
    repository = Repository.around(tmp_path / "clone")
    assert repository.is_shallow
    with pytest.raises(GitError, match=r"no revision of this git repository; it is a shallow clone: fetch all commits"):
        repository.commit("HEAD~1")
    with pytest.raises(GitError, match=r"it is a shallow clone"):
        repository.commit_before(date(2026, 2, 1))


def test_a_bare_repository(root: Path, tmp_path: Path) -> None:
    head = commit(root, "a.json", "one")
    git(tmp_path, "clone", "--quiet", "--bare", root.as_uri(), "bare")
    repository = Repository.around(tmp_path / "bare")
    assert (repository.prefix, repository.up) == ("", "")
    assert repository.read(repository.commit("main"), "a.json") == b"one"
    assert repository.commit("main") == head


def test_the_environment_of_a_hook_leads_nowhere_else(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = commit(root, "a.json", "one")
    other = new_repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / "index"))
    assert Repository.around(root).commit("HEAD") == head


def test_no_repository_no_folder_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match=r"^this folder is in no git repository$"):
        Repository.around(tmp_path)
    with pytest.raises(GitError, match=r"^git cannot be run in"):
        Repository.around(tmp_path / "nowhere")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match=r"^the program git is not installed"):
        Repository.around(tmp_path)
