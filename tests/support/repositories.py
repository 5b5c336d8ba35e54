"""Git repositories for tests, made in a folder of the test."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

__all__ = ["commit", "git", "needs_git", "new_repository"]

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
"""Skip a test where there is no git."""

_ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.com",
}


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> str:
    """What git says in a folder; its commits are made at noon of a day."""
    when = f"{day}T12:00:00"
    environment = os.environ | _ALONE | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


def new_repository(folder: Path) -> Path:
    """A new repository without commits, on the branch `main`."""
    folder.mkdir(exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit(folder: Path, name: str, text: str, *, day: str = "2026-01-01") -> str:
    """Write a file and commit it; returns the full id of the commit."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", name, day=day)
    return git(folder, "rev-parse", "HEAD").strip()
