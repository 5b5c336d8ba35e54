"""What makes git merge documents by their ids: two settings, and a line in `.gitattributes` for each document."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from productgov.changes.git_files import Repository

__all__ = ["ATTRIBUTES", "Scope", "attributes_line", "driver_settings", "set_driver", "with_lines", "without_lines"]

Scope: TypeAlias = Literal["local", "global"]
"""Which settings of git: those of one clone, or those of the user."""

ATTRIBUTES = ".gitattributes"
"""The file that says how git treats the files of a repository."""

_SECTION = "merge.productgov"
_ATTRIBUTE = "merge=productgov"
_SPECIAL = re.compile(r"([\\*?\[])")
_QUOTED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def driver_settings(program: str) -> dict[str, str]:
    """The settings of git that make it call a program to merge."""
    call = f"{program} merge %O %A %B --output=%A --marker-size=%L --path=%P"
    return {f"{_SECTION}.name": "merge of productgov documents by their ids", f"{_SECTION}.driver": call}


def set_driver(repository: Repository, scope: Scope, settings: dict[str, str] | None) -> list[str]:
    """Write the settings of git, or remove them where there are none to be.

    Returns:
        What was changed, a line each; empty where everything was so already.

    Raises:
        GitError: when git cannot write them.
    """
    done = []
    for name in driver_settings(""):
        known = repository.run("config", f"--{scope}", "--get", name, fails=True).decode(errors="replace").strip("\n")
        wanted = settings[name] if settings else ""
        if known == wanted:
            continue
        if wanted:
            repository.run("config", f"--{scope}", name, wanted)
            done.append(f"git config --{scope} {name} {wanted!r}")
        else:
            repository.run("config", f"--{scope}", "--unset-all", name)
            done.append(f"git config --{scope} --unset-all {name}")
    return done


def attributes_line(path: str) -> str:
    """The line of `.gitattributes` for a file, given by its path from the root of the repository."""
    pattern = "/" + _SPECIAL.sub(r"\\\1", path)
    if re.search(r'[\s"]', pattern):
        pattern = '"' + "".join(_QUOTED.get(sign, sign) for sign in pattern) + '"'
    return f"{pattern} {_ATTRIBUTE}"


def with_lines(text: str, lines: Iterable[str]) -> str:
    """A text of `.gitattributes` with lines that it does not have yet added at its end."""
    known = {line.strip() for line in text.split("\n")}
    end = "\r\n" if "\r\n" in text else "\n"
    fresh = [line for line in dict.fromkeys(lines) if line not in known]
    gap = end if fresh and text and not text.endswith("\n") else ""
    return text + gap + "".join(line + end for line in fresh)


def without_lines(text: str, lines: Sequence[str]) -> str:
    """A text of `.gitattributes` without these lines; where none is named, without all that `with_lines` writes."""
    named = frozenset(lines)
    kept = (
        line
        for line in text.splitlines(keepends=True)
        if not (line.strip() in named if named else re.fullmatch(rf'(?:/\S+|"/.*") {_ATTRIBUTE}', line.strip()))
    )
    return "".join(kept)
