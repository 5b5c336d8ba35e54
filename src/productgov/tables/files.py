"""Tables as files: each is written as a whole before it takes the place of an old one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple, TypeAlias, get_args

from productgov.errors import InvalidValueError, UnknownFormatError
from productgov.formats.files import replace_with
from productgov.tables.column import Column, Values
from productgov.tables.csv_file import csv_chunks
from productgov.tables.parquet_file import require_parquet, write_parquet
from productgov.tables.sqlite_file import write_sqlite

__all__ = ["Content", "TableFormat", "save_table", "save_tables"]

TableFormat: TypeAlias = Literal["csv", "parquet"]
"""The format of the files in a folder."""

_SQLITE = (".sqlite", ".sqlite3", ".db")
_SINGLE = (".csv", ".parquet")
_PIECE = 1 << 20


class Content(NamedTuple):
    """What a file holds of a table."""

    name: str
    columns: tuple[Column, ...]
    values: Values


def save_table(path: Path, content: Content) -> None:
    """Write one table to the file that the ending of its name says.

    Raises:
        OSError: when the file cannot be written.
        UnknownFormatError: when the name has another ending.
        MissingLibraryError: for Parquet, when neither pyarrow nor polars is installed.
    """
    ending = path.suffix.lower()
    if ending not in (*_SINGLE, *_SQLITE):
        raise UnknownFormatError(
            f"the ending of {path.name!r} is none of {', '.join((*_SINGLE, *_SQLITE))}, in which a table can be written"
        )
    with TemporaryDirectory(prefix="productgov-") as folder:
        replace_with(path, _chunks(ending, (content,), Path(folder)))


def save_tables(path: Path, contents: Sequence[Content], format: TableFormat | None) -> None:
    """Write several tables to one SQLite file, or to a folder with a file for each.

    Args:
        path: the SQLite file, by the ending of its name, or the folder, which is made where there is none.
        contents: the tables.
        format: the format of the files in a folder, CSV by default.

    Raises:
        OSError: when something cannot be written.
        UnknownFormatError: when the name is that of a file of another format, or there is no such format.
        InvalidValueError: when a format is given with a SQLite file.
        MissingLibraryError: for Parquet, when neither pyarrow nor polars is installed.
    """
    ending = path.suffix.lower()
    if format is not None and format not in get_args(TableFormat):
        raise UnknownFormatError(f"no such format: {format!r:.40}; expected one of {', '.join(get_args(TableFormat))}")
    is_folder = path.is_dir()
    if ending in _SQLITE and not is_folder:
        if format is not None:
            raise InvalidValueError(f"the ending of {path.name!r} says SQLite; name a folder for {format}")
        with TemporaryDirectory(prefix="productgov-") as folder:
            replace_with(path, _chunks(ending, contents, Path(folder)))
        return
    if ending in _SINGLE and not is_folder:
        raise UnknownFormatError(
            f"{path.name!r} would hold one table, and these are {len(contents)}; name a folder, or a file that ends in"
            " .sqlite"
        )
    _save_folder(path, contents, format or "csv")


def _save_folder(path: Path, contents: Sequence[Content], format: TableFormat) -> None:
    """Write every file to a place of its own first, so that a mistake leaves the folder as it was."""
    if format == "parquet":
        require_parquet()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="productgov-")))
        written = [folder / f"{content.name}.{format}" for content in contents]
        for file, content in zip(written, contents, strict=True):
            _WRITERS[format](file, content)
        path.mkdir(parents=True, exist_ok=True)
        for file in written:
            replace_with(path / file.name, _pieces(file))


def _chunks(ending: str, contents: Sequence[Content], folder: Path) -> Iterator[bytes]:
    """The bytes of one file."""
    if ending == ".csv":
        return csv_chunks(contents[0].columns, contents[0].values)
    file = folder / f"tables{ending}"
    if ending == ".parquet":
        _write_parquet(file, contents[0])
    else:
        write_sqlite(file, contents)
    return _pieces(file)


def _write_csv(file: Path, content: Content) -> None:
    with file.open("wb") as opened:
        opened.writelines(csv_chunks(content.columns, content.values))


def _write_parquet(file: Path, content: Content) -> None:
    write_parquet(file, content.columns, content.values)


_WRITERS: dict[TableFormat, Callable[[Path, Content], None]] = {"csv": _write_csv, "parquet": _write_parquet}


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            yield piece
