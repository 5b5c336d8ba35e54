"""`productgov init`: a commented example to start from, which passes check."""

import argparse
import sys
from importlib.resources import files
from pathlib import Path

from productgov.cli.files import STANDARD_INPUT
from productgov.cli.status import NO_ERROR
from productgov.document import loads
from productgov.dumping import dumps
from productgov.errors import FileExistsAlreadyError
from productgov.formats.registry import Format, format_of

__all__ = ["add", "run"]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("init", help="write an example to start from", description=__doc__)
    parser.add_argument(
        "file",
        nargs="?",
        default="governance.yaml",
        metavar="FILE",
        help="the file to write (default: governance.yaml); - prints it",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the example; a file that is there already is left alone."""
    template = files("productgov.cli").joinpath("template.yaml").read_text(encoding="utf-8")
    if arguments.file == STANDARD_INPUT:
        sys.stdout.write(template)
        return NO_ERROR
    form = format_of(arguments.file)
    text = template if form is Format.YAML else dumps(loads(template, format=Format.YAML), format=form)
    try:
        with Path(arguments.file).open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise FileExistsAlreadyError(f"{arguments.file} is there already; name another file, or remove it") from None
    print(f"wrote {arguments.file}; now try: productgov check {arguments.file}")
    return NO_ERROR
