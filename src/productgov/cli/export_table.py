"""`productgov export`: write the initiatives of a document as a table for another tool."""

import argparse
import json

from productgov import interchange
from productgov.cli.arguments import add_file, add_output
from productgov.cli.command import Command, Group
from productgov.cli.files import STANDARD_INPUT, governance_of, write
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.cli.terminal import complain, show_text
from productgov.escaping import escaped_in_json

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    add_file(parser)
    parser.add_argument("--map", metavar="MAP", required=True, help="the name of a map, or a TOML file with one")
    add_output(parser)
    parser.add_argument("--report", choices=("text", "json"), default="text", help="the form of the loss report")


def _run(arguments: argparse.Namespace) -> int:
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    exported = interchange.write_table(governance, arguments.map)
    prints_table = arguments.output in (None, STANDARD_INPUT)
    write(exported.csv, arguments.output, tells=arguments.report == "text")
    if arguments.report == "json":
        unwritten = [{"field": one.field, "reason": one.reason, "ids": list(one.ids)} for one in exported.unwritten]
        data = {"version": 1, "rows": len(exported.rows), "unwritten": unwritten}
        report = f"{escaped_in_json(json.dumps(data, ensure_ascii=False, indent=2))}\n"
    else:
        report = str(exported)
    if prints_table:
        complain(report.rstrip("\n"))
    else:
        show_text(report)
    return NO_ERROR


COMMAND = Command(
    name="export",
    group=Group.EXCHANGE,
    help="write a table for another tool",
    description=(
        "Write the initiatives of a document, or its KPIs, as a CSV table that a map reads, and say what the table "
        "cannot hold."
    ),
    configure=_configure,
    run=_run,
)
