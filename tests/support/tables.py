"""Maps and tables for the tests of imports."""

from pathlib import Path

from productgov.interchange import Imported, ImportMap, parse_map, read_table

__all__ = ["TITLED", "imported", "mapped", "samples", "written"]

TITLED = """\
name = "test"

[initiative]
id = {from = ["Key"]}
title = {from = ["Title"]}
"""
"""A map that reads ids and titles."""

_DATA = Path("/").joinpath("work", "shared", "data")


def mapped(more: str = "", base: str = TITLED) -> ImportMap:
    """A map with further columns."""
    return parse_map(base + more)


def written(folder: Path, data: str | bytes, name: str = "table.csv") -> Path:
    """A file with a table."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def imported(folder: Path, data: str | bytes, more: str = "", *, name: str = "table.csv") -> Imported:
    """What a table in a file gives by a map with further columns."""
    return read_table(written(folder, data, name), mapped(more))


def samples(*names: str) -> list[Path]:
    """Real files, which only some machines have; those that are there."""
    return [path for name in names if (path := _DATA / name).exists()]
