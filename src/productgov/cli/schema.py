"""`productgov schema`: what documents look like, for editors, other languages and language models."""

import argparse
import sys
from pathlib import Path

from productgov.cli.files import STANDARD_INPUT
from productgov.cli.status import NO_ERROR
from productgov.errors import InvalidValueError
from productgov.formats.files import replace_file
from productgov.schema.json_schema import Draft, Mode, as_text, json_schema
from productgov.schema.outputs import OUTPUTS
from productgov.schema.typescript import typescript

__all__ = ["add", "run"]

_DRAFTS: dict[str, Draft] = {"json-schema": "2020-12", "json-schema-draft-07": "draft-07"}
_EPILOG = """\
modes: input is what can be read, output what is written, strict what to hold a language model to.
editors: # yaml-language-server: $schema=productgov.schema.json, on the first line of a YAML document
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "schema",
        help="write the JSON Schema or TypeScript of documents",
        description=__doc__,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--format", choices=(*_DRAFTS, "typescript"), default="json-schema", help="default: json-schema"
    )
    parser.add_argument("--mode", choices=("input", "output", "strict"), default="input", help="default: input")
    parser.add_argument(
        "--of",
        choices=("document", *OUTPUTS),
        default="document",
        help="what to describe: documents, or what check or rank print as JSON (default: document)",
    )
    parser.add_argument("-o", "--output", metavar="OUT", help="the file to write; left out, or -: standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print or write the schema.

    Raises:
        InvalidValueError: when the options do not go together.
    """
    text = _text(arguments)
    if arguments.output in (None, STANDARD_INPUT):
        sys.stdout.write(text)
    else:
        replace_file(Path(arguments.output), text)
        print(f"wrote {arguments.output}")
    return NO_ERROR


def _text(arguments: argparse.Namespace) -> str:
    plain = arguments.format == "json-schema"
    if arguments.of != "document":
        if not plain or arguments.mode != "input":
            raise InvalidValueError(
                f"the output of {arguments.of} is described as json-schema only; leave out the rest"
            )
        return as_text(OUTPUTS[arguments.of]())
    mode: Mode = arguments.mode
    if mode == "strict":
        if not plain:
            raise InvalidValueError("the strict mode is for --format json-schema only")
        return as_text(json_schema(mode))
    if arguments.format == "typescript":
        return typescript(mode)
    return as_text(json_schema(mode, draft=_DRAFTS[arguments.format]))
