"""Files as they were in the revisions of a git repository, through the program `git`.

Git is called without a shell. The repository is the one that the folder is in, whatever the environment says: hooks of
git run with the environment of another folder.
"""

import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import attrs

from productgov.errors import GitError
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.wording import quoted_value

__all__ = ["Repository"]

_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE")
"""Variables that lead git to another repository, or to another index, than those of the folder."""

_ALWAYS = {"LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
"""Messages in English, names of files as they are, no locks and no questions."""

_FULL_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_REGULAR_FILES = (b"100644", b"100755")


@attrs.frozen(kw_only=True)
class Repository:
    """The git repository of a folder.

    Attributes:
        folder: the folder, in which git is run.
        prefix: the path of the folder from the root of the repository: empty, or with a slash at its end.
        up: the path to the root from the folder: empty, or `../` as often as needed.
    """

    folder: Path
    prefix: str = ""
    up: str = ""

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """The repository that a folder is in.

        Raises:
            GitError: when it is in none, or there is no program `git`.
        """
        found = cls(folder=folder)
        prefix, _, up = found.text("rev-parse", "--show-prefix", "--show-cdup").removesuffix("\n").rpartition("\n")
        return attrs.evolve(found, prefix=prefix, up=up)

    @property
    def is_shallow(self) -> bool:
        """Whether only the latest commits were fetched, as services that run checks usually do."""
        return self.text("rev-parse", "--is-shallow-repository").strip() == "true"

    def path_of(self, file: Path) -> str:
        """The path of a file of the folder, or below it, from the root of the repository, with slashes."""
        inside = Path(os.path.relpath(file.absolute(), self.folder.absolute()))
        return os.path.normpath(self.prefix + inside.as_posix()).replace(os.sep, "/")

    def commit(self, revision: str) -> str:
        """The full id of the commit that a revision names: a branch, a tag, an id, `HEAD~3`, `main@{yesterday}`.

        Raises:
            GitError: when there is no such commit.
        """
        found = b""
        if revision and not revision.startswith("-") and "\0" not in revision:
            found = self.run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", fails=True)
        name = found.decode("ascii", errors="replace").strip()
        if not _FULL_ID.fullmatch(name):
            raise GitError(f"{quoted_value(revision)} is no revision of this git repository{self._shallow_hint()}")
        return name

    def commit_before(self, day: date) -> str:
        """The full id of the last commit before a day began, as it landed on the current branch.

        Raises:
            GitError: when there is none.
        """
        when = f"--before={day.isoformat()}T00:00:00"
        name = self.text("rev-list", "--first-parent", "--max-count=1", when, "HEAD", "--").strip()
        if not name:
            raise GitError(f"there is no commit before {day}{self._shallow_hint()}")
        return name

    def read(self, commit: str, path: str, limits: Limits = DEFAULT_LIMITS) -> bytes | None:
        """The bytes of a file in a commit; None where it has no such file.

        Args:
            commit: the full id of the commit.
            path: the path of the file from the root of the repository, with slashes.
            limits: how much to read.

        Raises:
            GitError: when it is not a regular file, or longer than the limits allow.
        """
        if not path:
            return None
        listed = self.run("ls-tree", "-z", "--full-tree", commit, "--", path).split(b"\0")
        for line in listed:
            about, _, name = line.partition(b"\t")
            if name == os.fsencode(path):
                mode, _, blob = about.split(b" ")
                if mode not in _REGULAR_FILES:
                    raise GitError(f"{path} is not a regular file in {commit[:10]}")
                if int(self.run("cat-file", "-s", blob.decode("ascii"))) > limits.max_bytes:
                    raise GitError(f"{path} in {commit[:10]} is longer than {limits.max_bytes:,} bytes")
                return self.run("cat-file", "blob", blob.decode("ascii"))
        return None

    def text(self, *arguments: str) -> str:
        """What git says, as text; bytes that are not UTF-8 are kept as `os.fsdecode` does.

        Raises:
            GitError: when it fails, or there is no program `git`.
        """
        return os.fsdecode(self.run(*arguments))

    def run(self, *arguments: str, fails: bool = False) -> bytes:
        """What git writes to standard output.

        Args:
            *arguments: the command of git and its arguments.
            fails: whether it may fail, and what it wrote until then counts.

        Raises:
            GitError: when it fails, or there is no program `git`.
        """
        with self.start(*arguments, stderr=subprocess.PIPE) as process:
            output, complaint = process.communicate()
        if process.returncode and not fails:
            raise GitError(_reason(complaint))
        return output

    def start(
        self, *arguments: str, stdin: int = subprocess.DEVNULL, stderr: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        """Start git in the folder, with a pipe from its standard output.

        Args:
            *arguments: the command of git and its arguments.
            stdin: its standard input, as `subprocess.Popen` takes it; left out, it is empty.
            stderr: likewise its standard error; left out, nobody reads it.

        Raises:
            GitError: when there is no program `git`, or no such folder.
        """
        program = shutil.which("git")
        if program is None:
            raise GitError("the program git is not installed, or not on the path")
        command = [program, "-c", "core.quotePath=false", *arguments]
        environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE} | _ALWAYS
        try:
            return subprocess.Popen(  # noqa: S603 - no shell; what users write is never taken for an option
                command, cwd=self.folder, env=environment, stdin=stdin, stdout=subprocess.PIPE, stderr=stderr
            )
        except (OSError, ValueError) as error:  # a null character in an argument is a ValueError
            raise GitError(f"git cannot be run in {self.folder}: {str(error).lower()}") from None

    def _shallow_hint(self) -> str:
        if not self.is_shallow:
            return ""
        return "; it is a shallow clone: fetch all commits (git fetch --unshallow, or fetch-depth: 0 in a workflow)"


def _reason(complaint: bytes) -> str:
    """The first line of what git said, as part of a sentence."""
    first = complaint.decode(errors="replace").strip().partition("\n")[0]
    said = first.removeprefix("fatal: ").removeprefix("error: ")
    if said.startswith("not a git repository"):
        return "this folder is in no git repository"
    return f"git: {said}" if said else "git failed without a reason"
