"""The settings of a project: `[tool.productgov]` in the nearest pyproject.toml above a document."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TypedDict

import attrs

from productgov.cli.files import STANDARD_INPUT
from productgov.errors import InvalidValueError, PluginError
from productgov.formats.files import read_bytes
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.nearest import nearest
from productgov.rules.plugged import rules_with
from productgov.rules.selection import selected_codes

__all__ = ["Asked", "Settings", "SettingsFinder", "asked", "settings_finder"]

_FILE = "pyproject.toml"
_EXAMPLES = {"select": '["PG2", "PG603"]', "files": '["plans/*.yaml"]'} | {
    "exclude": '["plans/old"]',
    "plugins": '["acme"]',
}


@attrs.frozen(kw_only=True)
class Settings:
    """How documents are checked.

    Attributes:
        select: report only these codes, or codes with these prefixes; None for all.
        ignore: do not report these codes, or codes with these prefixes.
        strict: warnings fail too.
        as_of: the day to check for; None for the document's `asOf`, else today.
        files: patterns of the documents to check where none is named.
        exclude: patterns of documents that are only checked when they are named.
        plugins: the names of the plug-ins that are used.
        folder: where the settings are from; patterns start there.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    strict: bool = False
    as_of: date | None = None
    files: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    folder: Path = Path()


class Asked(TypedDict):
    """The arguments of a check."""

    as_of: date | None
    select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    plugins: tuple[str, ...]


def asked(settings: Settings) -> Asked:
    """The arguments of a check with some settings."""
    return Asked(as_of=settings.as_of, select=settings.select, ignore=settings.ignore or None, plugins=settings.plugins)


SettingsFinder = Callable[[str], Settings]
"""Gives the settings for the name of a document; a name of standard input stands for the current folder."""

_KEYS = {
    name.replace("_", "-"): name for name in ("select", "ignore", "strict", "as_of", "files", "exclude", "plugins")
}


def settings_finder() -> SettingsFinder:
    """A finder that reads each pyproject.toml once.

    It gives the settings in the nearest pyproject.toml above a document that has a table `[tool.productgov]`, and
    raises InvalidValueError where that file is not valid TOML, or a setting is unknown or has a value that is not
    allowed, and OSError where it cannot be read.
    """
    in_folder = cache(_in_folder)

    def settings_for(name: str) -> Settings:
        start = Path.cwd() if name == STANDARD_INPUT else Path(name).absolute().parent
        for folder in (start, *start.parents):
            found = in_folder(folder)
            if isinstance(found, InvalidValueError):
                raise InvalidValueError(str(found))
            if found is not None:
                return found
        return Settings()

    return settings_for


def _in_folder(folder: Path) -> Settings | InvalidValueError | None:
    """The settings in the file of one folder, or what is wrong with them: an error is found only once, too."""
    file = folder / _FILE
    if not file.is_file():
        return None
    try:
        section = _section(file)
        return None if section is None else _settings(file, section)
    except InvalidValueError as error:
        return error


def _section(file: Path) -> Mapping[str, object] | None:
    source = read_bytes(file)
    if len(source) > DEFAULT_LIMITS.max_bytes:
        raise InvalidValueError(f"{file}: not readable: it is longer than {DEFAULT_LIMITS.max_bytes:,} bytes")
    try:
        content = tomllib.loads(source.decode("utf-8-sig"))
    except ValueError as error:  # no TOML, no UTF-8, or a number of too many digits
        raise InvalidValueError(f"{file}: not readable: {error}") from None
    except RecursionError:
        raise InvalidValueError(f"{file}: not readable: its values are nested too deep") from None
    tool = content.get("tool", {})
    section = tool.get("productgov") if isinstance(tool, Mapping) else None
    if section is not None and not isinstance(section, Mapping):
        raise InvalidValueError(f"{file}: tool.productgov must be a table")
    return section


def _settings(file: Path, section: Mapping[str, object]) -> Settings:
    values: dict[str, object] = {}
    for key, value in section.items():
        if key not in _KEYS:
            near = nearest(key, _KEYS, most=1) or tuple(_KEYS)
            raise InvalidValueError(
                f"{file}: unknown setting {key!r:.40} in tool.productgov; did you mean {', '.join(near)}?"
            )
        values[_KEYS[key]] = _value(file, key, value)
    settings = Settings(**values, folder=file.parent)  # type: ignore[arg-type]
    try:
        selected_codes(settings.select, settings.ignore, rules_with(settings.plugins))
    except (InvalidValueError, PluginError) as error:
        raise InvalidValueError(f"{file}: tool.productgov: {error}") from None
    return settings


def _value(file: Path, key: str, value: object) -> object:
    setting = f"{file}: tool.productgov.{key}"
    if key == "strict":
        if isinstance(value, bool):
            return value
        raise InvalidValueError(f"{setting} must be true or false")
    if key == "as-of":
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        raise InvalidValueError(f"{setting} must be a date, such as 2026-03-02, without quotes")
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        what = {"select": "codes", "ignore": "codes", "plugins": "names of plug-ins"}.get(key, "patterns of files")
        raise InvalidValueError(
            f"{setting} must be a list of {what}, such as {_EXAMPLES.get(key, _EXAMPLES['select'])}"
        )
    if key == "select" and not value:
        raise InvalidValueError(f"{setting} is empty, so that nothing would be reported; leave it out to report all")
    return tuple(value)
