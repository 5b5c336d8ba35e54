"""The settings of a project: `[tool.productgov]` in the nearest pyproject.toml above a document."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import attrs

from productgov.cli.files import STANDARD_INPUT
from productgov.errors import InvalidValueError
from productgov.nearest import nearest
from productgov.rules.selection import selected_codes

__all__ = ["Settings", "settings_for"]

_FILE = "pyproject.toml"


@attrs.frozen(kw_only=True)
class Settings:
    """How documents are checked.

    Attributes:
        select: report only these codes, or codes with these prefixes; None for all.
        ignore: do not report these codes, or codes with these prefixes.
        strict: warnings fail too.
        as_of: the day to check for; None for the document's `asOf`, else today.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    strict: bool = False
    as_of: date | None = None


def settings_for(name: str) -> Settings:
    """The settings in the nearest pyproject.toml above a document that has a table `[tool.productgov]`.

    Raises:
        InvalidValueError: the file is not valid TOML, or a setting is unknown or has a value that is not allowed.
        OSError: the file cannot be read.
    """
    start = Path.cwd() if name == STANDARD_INPUT else Path(name).absolute().parent
    for folder in (start, *start.parents):
        file = folder / _FILE
        if file.is_file():
            found = _section(file)
            if found is not None:
                return _settings(file, found)
    return Settings()


def _section(file: Path) -> Mapping[str, object] | None:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidValueError(f"{file}: not readable: {error}") from None
    tool = content.get("tool", {})
    section = tool.get("productgov") if isinstance(tool, Mapping) else None
    if section is not None and not isinstance(section, Mapping):
        raise InvalidValueError(f"{file}: tool.productgov must be a table")
    return section


def _settings(file: Path, section: Mapping[str, object]) -> Settings:
    known = {attribute.name.replace("_", "-"): attribute.name for attribute in attrs.fields(Settings)}
    values: dict[str, object] = {}
    for key, value in section.items():
        if key not in known:
            near = nearest(key, known, most=1) or tuple(known)
            raise InvalidValueError(
                f"{file}: unknown setting {key!r:.40} in tool.productgov; did you mean {', '.join(near)}?"
            )
        values[known[key]] = _value(file, key, value)
    settings = Settings(**values)  # type: ignore[arg-type]
    try:
        selected_codes(settings.select, settings.ignore)
    except InvalidValueError as error:
        raise InvalidValueError(f"{file}: tool.productgov: {error}") from None
    return settings


def _value(file: Path, key: str, value: object) -> object:
    if key in ("select", "ignore"):
        if isinstance(value, list) and all(isinstance(code, str) for code in value):
            return tuple(value)
        raise InvalidValueError(f'{file}: tool.productgov.{key} must be a list of codes, such as ["PG2", "PG603"]')
    if key == "strict":
        if isinstance(value, bool):
            return value
        raise InvalidValueError(f"{file}: tool.productgov.strict must be true or false")
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise InvalidValueError(f"{file}: tool.productgov.as-of must be a date, such as 2026-03-02, without quotes")
