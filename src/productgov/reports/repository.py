"""Where a file is in its repository, as code hosting services name it."""

import os
from pathlib import Path

__all__ = ["repository_path"]


def repository_path(name: str) -> str:
    """The path of a file relative to the root of its repository, with forward slashes; however its name was written.

    The root is the workspace of a GitHub workflow, else the nearest folder above the file that holds `.git`, else the
    working directory. The path of a file that is not below the root is absolute.

    Args:
        name: the name of the file; it need not exist.
    """
    file = Path(os.path.abspath(name))  # noqa: PTH100 - Path.resolve would follow links out of the repository
    root = _root(file)
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()


def _root(file: Path) -> Path:
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace and file.is_relative_to(workspace):
        return Path(workspace)
    return next((folder for folder in file.parents if (folder / ".git").exists()), Path.cwd())
