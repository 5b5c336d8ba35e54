"""`productgov tables`: documents as flat tables, in SQLite, CSV or Parquet."""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import get_args

from productgov.analysis.horizons import resolve_as_of
from productgov.cli.arguments import add_as_of
from productgov.cli.command import Command
from productgov.cli.files import STANDARD_INPUT, governance_of
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.cli.terminal import inert, show
from productgov.errors import InvalidValueError
from productgov.escaping import escaped
from productgov.finding_text import as_of_text
from productgov.tables.csv_file import csv_chunks
from productgov.tables.files import TableFormat
from productgov.tables.table import Table
from productgov.tables.tables import SOURCES, Tables, stacked, to_tables
from productgov.wording import counted

__all__ = ["COMMAND"]


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="a document; - is standard input")
    parser.add_argument("-o", "--output", metavar="OUT", help="a file that ends in .sqlite, or a folder")
    parser.add_argument("--format", choices=get_args(TableFormat), help="of the files in a folder; default: csv")
    parser.add_argument(
        "--table",
        choices=tuple(source.name for source in SOURCES),
        metavar="NAME",
        help="only this table, as CSV on standard output, or in OUT (.csv, .parquet or .sqlite)",
    )
    add_as_of(parser)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.table is None and arguments.output in (None, STANDARD_INPUT):
        raise InvalidValueError("name the output: -o out.sqlite, or a folder; or print one table: --table kpis")
    if arguments.table is not None and arguments.format is not None:
        raise InvalidValueError("--format is for the files in a folder; the ending of OUT says that of one table")
    names = _document_names(arguments.files)
    governances = [governance_of(file) for file in arguments.files]
    valid = [governance for governance in governances if governance is not None]
    if len(valid) < len(governances):
        return ERRORS_FOUND
    tables = stacked({name: to_tables(each, as_of=arguments.as_of) for name, each in zip(names, valid, strict=True)})
    if arguments.table is None:
        tables.save(arguments.output, format=arguments.format)
        days = (resolve_as_of(each, arguments.as_of) for each in valid)
        show(f"wrote {escaped(arguments.output)}: {_contents(tables, days)}")
    elif arguments.output in (None, STANDARD_INPUT):
        _print(tables[arguments.table])
    else:
        tables[arguments.table].save(arguments.output)
        show(f"wrote {escaped(arguments.output)}: {counted(len(tables[arguments.table]), 'row')}")
    return NO_ERROR


def _document_names(files: Sequence[str]) -> list[str]:
    """What the documents are called in the column `document`: the names of the files, as much of them as tells."""
    for names in ([Path(file).stem for file in files], [Path(file).as_posix() for file in files]):
        if max(Counter(names).values()) == 1:
            return [escaped(name) for name in names]
    twice = next(name for name, count in Counter(names).items() if count > 1)
    raise InvalidValueError(f"{escaped(twice)} is named twice; name each document once")


def _contents(tables: Tables, days: Iterable[date]) -> str:
    rows = sum(map(len, tables.values()))
    return f"{counted(len(tables), 'table')}, {counted(rows, 'row')}{as_of_text(days)}"


def _print(table: Table) -> None:
    for piece in csv_chunks(table.columns, table.values):
        print(inert(piece.decode()), end="")


COMMAND = Command(
    name="tables",
    help="write documents as tables, for BI and data frames",
    description=(
        "Write documents as flat tables: initiatives, KPIs, observations and more. The rows of several documents are"
        " below each other; the column `document` says which they are from. When one of them is not valid, nothing is"
        " written."
    ),
    configure=_configure,
    run=_run,
)
