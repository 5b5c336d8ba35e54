"""How the code blocks of README and docs are run: each document in a folder of its own that holds the examples.

- `python`: runs; the blocks of one document share their names. With `>>>` prompts it is a doctest.
- `console`: each line after `$ ` runs, and what it prints is compared with what follows; `...` stands for anything.
  `$?` is the exit status of the command before.
- `sh`: runs when all its commands are `productgov`, and must succeed; any other is checked for its syntax.
- `yaml`, `json`, `toml`: must be readable, and one that is a whole document must load.
- a block of any language with `title="NAME"` is written to the file NAME for the blocks after it.
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, REPORT_NDIFF, Example, OutputChecker
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import NamedTuple

import sybil
import yaml
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

import productgov
from productgov.formats.registry import FormatName
from tests.support.project import EXAMPLES, ROOT

__all__ = ["BLOCKS", "commands", "is_ours"]

_PLACE = "the folder of this document"
_OLD = re.compile(r"^.*: judged as of .* ago.*\n", re.MULTILINE)
"""What `check` says of a document whose day is long ago: it depends on the day on which the tests run."""
_WHOLE = ("productVision", "timeHorizon", "northStarMetric", "portfolioReview")


class _Place(NamedTuple):
    folder: "TemporaryDirectory[str]"
    before: Path


def commands(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with what it prints."""
    command, printed = "", ""
    for line in block.splitlines(keepends=True):
        if command.endswith("\\\n"):
            command += line
        elif line.startswith("$ "):
            if command:
                yield command, printed
            command, printed = line.removeprefix("$ "), ""
        else:
            printed += line
    yield command, printed


def is_ours(block: str) -> bool:
    """Whether a shell block has no command but ours."""
    lines = block.replace("\\\n", " ").splitlines()
    return all(line.startswith(("productgov ", "#")) for line in lines if line.strip())


def _titled_blocks(document: sybil.Document) -> Iterator[sybil.Region]:
    lexer = FencedCodeBlockLexer(r'\w+ title="[^"/]+"', mapping={"language": "heading", "source": "text"})
    for region in lexer(document):
        region.parsed = region.lexemes["heading"].split('"')[1], region.lexemes["text"]
        region.evaluator = _write_file
        yield region


def _write_file(example: sybil.Example) -> None:
    name, text = example.parsed
    Path(name).write_text(text, encoding="utf-8")


def _shell(command: str, *options: str) -> "subprocess.CompletedProcess[str]":
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"}
    return subprocess.run(
        ["bash", *options, "-c", command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _run_console(example: sybil.Example) -> str | None:
    flags = ELLIPSIS | NORMALIZE_WHITESPACE
    status = 0
    for command, printed in commands(example.parsed):
        ran = _shell(f"(exit {status})\n{command}")
        got, status = _OLD.sub("", ran.stdout), ran.returncode
        if not OutputChecker().check_output(printed, got, flags):
            difference = OutputChecker().output_difference(Example(command, printed), got, flags | REPORT_NDIFF)
            return f"$ {command}{difference}"
    return None


def _run_shell(example: sybil.Example) -> str | None:
    ran = _shell(example.parsed, "-eu", *(() if is_ours(example.parsed) else ("-n",)))
    return f"exit status {ran.returncode}\n{ran.stdout}" if ran.returncode else None


def _read_json(example: sybil.Example) -> None:
    json.loads(example.parsed)
    _load_whole(example.parsed, "json")


def _read_toml(example: sybil.Example) -> None:
    tomllib.loads(example.parsed)
    _load_whole(example.parsed, "toml")


def _read_yaml(example: sybil.Example) -> None:
    list(yaml.safe_load_all(example.parsed))
    _load_whole(example.parsed, "yaml")


def _load_whole(text: str, format: FormatName) -> None:
    if all(field in text for field in _WHOLE):
        productgov.loads(text, format=format)


def _enter(names: dict[str, object]) -> None:
    place = TemporaryDirectory()
    copytree(EXAMPLES, Path(place.name, "examples"))
    names[_PLACE] = _Place(place, Path.cwd())
    os.chdir(place.name)


def _leave(names: dict[str, object]) -> None:
    place = names.pop(_PLACE)
    assert isinstance(place, _Place)
    os.chdir(place.before)
    place.folder.cleanup()


BLOCKS = sybil.Sybil(
    parsers=[
        SkipParser(),
        _titled_blocks,
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser(language="console", evaluator=_run_console),
        CodeBlockParser(language="sh", evaluator=_run_shell),
        CodeBlockParser(language="json", evaluator=_read_json),
        CodeBlockParser(language="toml", evaluator=_read_toml),
        CodeBlockParser(language="yaml", evaluator=_read_yaml),
    ],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    path=str(ROOT),
    setup=_enter,
    teardown=_leave,
)
