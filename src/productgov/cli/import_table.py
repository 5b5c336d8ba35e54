"""`productgov import`: read a table by a map into a document, and say what could not be taken over."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from productgov import interchange
from productgov.cli.changing import change_document
from productgov.cli.command import Command, Group
from productgov.cli.files import STANDARD_INPUT, read_standard_input, write
from productgov.cli.status import NO_ERROR, UNUSABLE
from productgov.cli.terminal import complain, show, show_text
from productgov.dumping import dumps
from productgov.errors import FileExistsAlreadyError, InvalidDocumentError, InvalidValueError
from productgov.escaping import escaped, escaped_in_json
from productgov.finding_text import counts_text, finding_lines
from productgov.formats.files import create_file
from productgov.formats.registry import format_of
from productgov.interchange.forms import Encoding
from productgov.interchange.limits import DEFAULT_TABLE_LIMITS
from productgov.rules.engine import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from productgov.interchange import Condition, Imported, ImportMap, Refused
    from productgov.model.governance import ProductGovernance

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="CSV, XLSX, JSON, YAML or TOML; - is standard input")
    parser.add_argument("--map", metavar="MAP", help="the name of a map, or a TOML file with one")
    target = parser.add_mutually_exclusive_group()
    target.add_argument("--into", metavar="DOC", help="the document to add to and to update")
    target.add_argument("-o", "--output", metavar="DOC", help="the document to write, which must be new; - prints it")
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")
    parser.add_argument("--report", choices=("text", "json"), default="text", help="the form of the loss report")
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        type=_condition,
        metavar="COLUMN=TEXTS",
        help='read only rows with one of these texts, as in --where "Issue Type=Epic,Initiative"',
    )
    parser.add_argument(
        "--encoding", choices=[each.value for each in Encoding], help="how letters are stored, where it is not UTF-8"
    )
    parser.add_argument("--list-maps", action="store_true", help="list the maps that there are")
    parser.add_argument("--print-map", metavar="NAME", help="print a map, to start one's own from")


def _condition(text: str) -> "Condition":
    column, equals, texts = text.partition("=")
    if not column.strip() or not equals or not texts.strip():
        raise argparse.ArgumentTypeError(f'{text!r:.80} is not COLUMN=TEXTS, as in "Issue Type=Epic,Initiative"')
    return interchange.Condition(
        from_=(column.strip(),), in_=tuple(each.strip() for each in texts.split(",") if each.strip())
    )


def _run(arguments: argparse.Namespace) -> int:
    if arguments.list_maps:
        return _list_maps()
    if arguments.print_map is not None:
        write(interchange.map_text(arguments.print_map), None)
        return NO_ERROR
    if arguments.file is None or arguments.map is None:
        raise InvalidValueError("import needs FILE and --map MAP; productgov import --list-maps shows the maps")
    try:
        imported = interchange.read_table(_source(arguments.file), _map(arguments))
    except InvalidDocumentError as error:
        for finding in error.findings:
            complain("\n".join(finding_lines(finding, error.name)))
        return UNUSABLE
    says_text = arguments.report == "text"
    conflicts: list[Refused] = []

    def applied(governance: "ProductGovernance") -> "ProductGovernance":
        from productgov.interchange.loss_text import conflicts_text  # noqa: PLC0415 - heavy

        conflicts.extend(imported.conflicts(governance))
        if says_text:
            show_text(conflicts_text(conflicts))
        return imported.apply(governance)

    if says_text:
        _say_report(imported, to_error=arguments.output == STANDARD_INPUT)
    if not imported and imported.losses.rows:
        status = UNUSABLE
        complain("productgov: nothing could be read by this map")
    elif arguments.into is not None:
        arguments.file = arguments.into
        status = change_document(arguments, applied, say=show_text if says_text else _say_nothing)
    else:
        status = _write_new(arguments, imported, says_text=says_text)
    if not says_text:
        _write_report(arguments, imported, conflicts, is_written=status == NO_ERROR and not arguments.dry_run)
    return status


def _map(arguments: argparse.Namespace) -> "ImportMap":
    from productgov.interchange.finding import find_map  # noqa: PLC0415 - heavy, and other commands do without

    chosen = find_map(arguments.map)
    encoding = next((each for each in Encoding if each.value == arguments.encoding), chosen.rows.encoding)
    rows = attrs.evolve(chosen.rows, where=(*chosen.rows.where, *arguments.where), encoding=encoding)
    return attrs.evolve(chosen, rows=rows)


def _source(name: str) -> str | bytes:
    if name != STANDARD_INPUT:
        return name
    data = read_standard_input(DEFAULT_TABLE_LIMITS.max_bytes + 1)
    return data.encode() if isinstance(data, str) else data


def _write_report(
    arguments: argparse.Namespace, imported: "Imported", conflicts: "Sequence[Refused]", *, is_written: bool
) -> None:
    """Write the report as JSON, on standard error where the document itself is printed."""
    from productgov.interchange.loss_text import loss_data, refused_data  # noqa: PLC0415 - heavy, and other commands do without

    written = (arguments.into or arguments.output) if is_written else None
    report = {
        "version": 1,
        "written": written,
        **imported.counts,
        "losses": loss_data(imported.losses),
        "conflicts": refused_data(conflicts),
    }
    text = escaped_in_json(json.dumps(report, ensure_ascii=False, indent=2))
    if arguments.output == STANDARD_INPUT:
        complain(text)
    else:
        write(f"{text}\n", None)


def _say_report(imported: "Imported", *, to_error: bool) -> None:
    text = str(imported)
    if to_error:
        complain(text.rstrip("\n"))
    else:
        show_text(text)


def _write_new(arguments: argparse.Namespace, imported: "Imported", *, says_text: bool) -> int:
    """Write a document that holds what was imported, where there is none yet."""
    output = arguments.output
    governance = interchange.new_governance(imported)
    if output == STANDARD_INPUT:
        write(dumps(governance, format="yaml"), STANDARD_INPUT)
        return NO_ERROR
    if output is not None and not arguments.dry_run:
        try:
            create_file(Path(output), dumps(governance, format=format_of(output)))
        except FileExistsError:
            raise FileExistsAlreadyError(f"{output} exists already; add to it with --into, or name another") from None
    if says_text:
        name = escaped(output or "")
        done = f"wrote {name}" if output and not arguments.dry_run else "not written"
        why = "" if output else ": name a document with --into or -o"
        show(f"{done}{why}; a check of it gives {counts_text(check(governance))}")
    return NO_ERROR


def _say_nothing(_text: str) -> None:
    pass


def _list_maps() -> int:
    for name in interchange.map_names():
        chosen = interchange.parse_map(interchange.map_text(name))
        show(f"{name:26} {chosen.about}")
        show(f"{'':26} tried on: {chosen.tried_on or 'no real file'}")
    return NO_ERROR


COMMAND = Command(
    name="import",
    group=Group.EXCHANGE,
    help="read a table of another tool into a document",
    description=(
        "Read a table by a map: which columns are which fields. Prints what could not be taken over, and adds the rest "
        "to a document: what is new is added, of what it knows only mapped fields change, and nothing is deleted."
    ),
    configure=_configure,
    run=_run,
)
