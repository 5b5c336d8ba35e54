"""Small git repositories, and what tests do where there is no git: they skip."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

__all__ = ["commit", "git", "needs_git", "repository"]

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
"""Skip a test, or a file of tests, where git is not installed."""


def git(folder: Path, *arguments: str, on: str = "2026-03-01", fails: bool = False) -> str:
    """What git says, on a day, whatever is set for the user."""
    when = f"{on}T12:00:00+0000"
    environment = {
        **os.environ,
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_EDITOR": "true",
        "HOME": str(folder),
    }
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert fails or done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def repository(folder: Path) -> Path:
    """A new repository in a folder."""
    git(folder, "init", "-q", "-b", "main")
    for name, value in (("user.name", "Ann"), ("user.email", "ann@example.com"), ("core.autocrlf", "false")):
        git(folder, "config", name, value)
    return folder


def commit(folder: Path, files: dict[str, str], *, on: str = "2026-03-01") -> None:
    """Write files and commit them, on a day."""
    for name, text in files.items():
        Path(folder, name).write_text(text, encoding="utf-8", newline="")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "--allow-empty", "-m", "change", on=on)
