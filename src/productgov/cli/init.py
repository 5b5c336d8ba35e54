"""`productgov init`: write a commented example to start from."""

import argparse
from pathlib import Path

from productgov.cli.command import Command, Group
from productgov.cli.files import STANDARD_INPUT, write
from productgov.cli.status import NO_ERROR
from productgov.cli.template import PARTS, TemplatePart, template_text
from productgov.cli.terminal import show
from productgov.dumping import dumps
from productgov.errors import FileExistsAlreadyError
from productgov.escaping import escaped
from productgov.formats.files import create_file
from productgov.formats.registry import format_of
from productgov.loading import loads
from productgov.nearest import nearest
from productgov.wording import listed

__all__ = ["COMMAND"]

_DEFAULT = "governance.yaml"


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        nargs="?",
        default=_DEFAULT,
        metavar="FILE",
        help=f"the file to write (default: {_DEFAULT}); - prints the example",
    )
    parser.add_argument(
        "--with",
        dest="parts",
        type=_parts,
        default=(),
        metavar="PARTS",
        help=f"parts to add to the example, separated by commas: {listed(PARTS)}",
    )


def _parts(text: str) -> tuple[TemplatePart, ...]:
    """Parts of the example, separated by commas."""
    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in PARTS:
            near = nearest(name, PARTS)
            meant = f"; did you mean {listed(near, 'or')}?" if near else ""
            raise argparse.ArgumentTypeError(f"{name!r} is not a part; there are {listed(PARTS)}{meant}")
    return tuple(part for part in PARTS if part in names)


def _run(arguments: argparse.Namespace) -> int:
    template = template_text(arguments.parts)
    if arguments.file == STANDARD_INPUT:
        write(template, STANDARD_INPUT)
        return NO_ERROR
    form = format_of(arguments.file)
    text = template if form == "yaml" else dumps(loads(template, format="yaml"), format=form)
    try:
        create_file(Path(arguments.file), text)
    except FileExistsError:
        raise FileExistsAlreadyError(f"{arguments.file} exists already; name another file, or remove it") from None
    name = escaped(arguments.file)
    show(f"wrote {name}; now try: productgov check {name}")
    return NO_ERROR


COMMAND = Command(
    name="init",
    group=Group.CHANGE,
    help="write an example to start from",
    description="Write a commented example to start from, which passes check. An existing file is never overwritten.",
    configure=_configure,
    run=_run,
)
