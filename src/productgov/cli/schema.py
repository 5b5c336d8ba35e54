"""`productgov schema`: write the JSON Schema or TypeScript of documents, or of the output of commands."""

import argparse

from productgov.cli.arguments import add_output
from productgov.cli.command import Command, Group
from productgov.cli.files import write
from productgov.cli.status import NO_ERROR
from productgov.errors import InvalidValueError
from productgov.schema.json_schema import Draft, Mode, as_text, json_schema
from productgov.schema.outputs import OUTPUTS
from productgov.schema.typescript import typescript

__all__ = ["COMMAND"]

_DRAFTS: dict[str, Draft] = {"json-schema": "2020-12", "json-schema-draft-07": "draft-07"}
_EPILOG = """\
modes: input describes what is read, output what is written, strict what a language model may answer.
editors: # yaml-language-server: $schema=productgov.schema.json, as the first line of a YAML document
"""


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EPILOG
    parser.add_argument(
        "--format", choices=(*_DRAFTS, "typescript"), default="json-schema", help="default: json-schema"
    )
    parser.add_argument("--mode", choices=("input", "output", "strict"), default="input", help="default: input")
    parser.add_argument(
        "--of",
        choices=("document", *OUTPUTS),
        default="document",
        help="what to describe: documents, or the JSON that a command prints (default: document)",
    )
    parser.add_argument(
        "--only",
        metavar="PATHS",
        help="in the mode strict, fields to keep: names or paths, such as productVision,roadmap.timeHorizon.now.title",
    )
    add_output(parser)


def _run(arguments: argparse.Namespace) -> int:
    write(_text(arguments), arguments.output)
    return NO_ERROR


def _text(arguments: argparse.Namespace) -> str:
    plain = arguments.format == "json-schema"
    if arguments.of != "document":
        if not plain or arguments.mode != "input" or arguments.only is not None:
            raise InvalidValueError(
                f"the output of {arguments.of} has a json-schema only; leave out --format, --mode and --only"
            )
        return as_text(OUTPUTS[arguments.of]())
    mode: Mode = arguments.mode
    if mode == "strict":
        if not plain:
            raise InvalidValueError("the strict mode is for --format json-schema only")
        return as_text(json_schema(mode, only=None if arguments.only is None else arguments.only.split(",")))
    if arguments.only is not None:
        raise InvalidValueError("--only is for --mode strict")
    if arguments.format == "typescript":
        return typescript(mode)
    return as_text(json_schema(mode, draft=_DRAFTS[arguments.format]))


COMMAND = Command(
    name="schema",
    group=Group.EXCHANGE,
    help="write the JSON Schema or TypeScript of documents",
    description="Write the JSON Schema or TypeScript of documents, for editors, other languages and language models.",
    configure=_configure,
    run=_run,
)
