"""`productgov git-config`: make git merge documents by their ids, or undo that."""

import argparse
import os
from pathlib import Path

from productgov.changes.git_files import Repository
from productgov.changes.merge_driver import (
    ATTRIBUTES,
    Scope,
    attributes_line,
    driver_settings,
    set_driver,
    with_lines,
    without_lines,
)
from productgov.cli.command import Command, Group
from productgov.cli.settings import settings_finder
from productgov.cli.status import NO_ERROR
from productgov.cli.targets import documents
from productgov.cli.terminal import show
from productgov.errors import InvalidValueError
from productgov.formats.files import read_bytes, replace_file
from productgov.formats.registry import format_of

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="documents; default: as for check; with --disable, all of them"
    )
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--enable", action="store_true", help="write the settings and the lines of .gitattributes")
    action.add_argument("--disable", action="store_true", help="remove both")
    parser.add_argument(
        "--global",
        dest="scope",
        action="store_const",
        const="global",
        default="local",
        help="the settings of the user, for all repositories; default: those of this clone",
    )
    parser.add_argument(
        "--program",
        default="productgov",
        metavar="COMMAND",
        help="how git calls productgov, such as 'python -m productgov'; default: productgov",
    )


def _run(arguments: argparse.Namespace) -> int:
    repository = Repository.around(Path.cwd())
    scope: Scope = arguments.scope
    settings = driver_settings(arguments.program) if arguments.enable else None
    attributes = Path(repository.folder, repository.up, ATTRIBUTES)
    names = documents(arguments.files, settings_finder()) if arguments.enable or arguments.files else ()
    lines = [_line(repository, name) for name in names]
    before = read_bytes(attributes).decode(errors="surrogateescape") if attributes.is_file() else ""
    after = with_lines(before, lines) if arguments.enable else without_lines(before, lines)
    done = []
    if not arguments.files or arguments.enable:
        done += set_driver(repository, scope, settings)
    if after != before:
        _replace(attributes, after)
        done += _changed(before, after, os.path.relpath(attributes))
    for line in done or ["nothing to change"]:
        show(line)
    if arguments.enable:
        show(f"commit {ATTRIBUTES}; in every other clone, run productgov git-config --enable once")
    return NO_ERROR


def _line(repository: Repository, name: str) -> str:
    format_of(name)
    path = repository.path_of(Path(name))
    if path.startswith("../"):
        raise InvalidValueError(f"{name}: it is not in this git repository")
    return attributes_line(path)


def _replace(attributes: Path, text: str) -> None:
    if text:
        replace_file(attributes, text.encode(errors="surrogateescape"))
    else:
        attributes.unlink()


def _changed(before: str, after: str, name: str) -> list[str]:
    old, new = before.splitlines(), after.splitlines()
    return [f"{name}: - {line}" for line in old if line not in new] + [
        f"{name}: + {line}" for line in new if line not in old
    ]


COMMAND = Command(
    name="git-config",
    group=Group.OVER_TIME,
    help="make git merge documents by their ids",
    description=(
        "Make git call productgov merge for documents, in merges, rebases and cherry-picks, and undo that. It writes a"
        " line for each document in .gitattributes, which is committed, and two settings of git, which every clone"
        " needs: without them, git merges line by line as before."
    ),
    configure=_configure,
    run=_run,
)
