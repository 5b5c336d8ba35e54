"""What must hold for any text and data: readers never raise, and agree with each other and the standard library."""

import copy
import json
import tomllib
from collections.abc import Iterator
from datetime import date, time
from functools import partial

import productgov as pg
from productgov.formats.json.positioned_reader import read_positioned_json
from productgov.formats.json.reader import read_json
from productgov.formats.reading import Reading
from productgov.formats.registry import FORMATS, FormatName, read_text
from productgov.formats.toml.reader import read_toml
from productgov.formats.yaml.parsers import PureParser
from productgov.formats.yaml.reader import read_yaml
from tests.support.paths import bare, detailed, outcome

__all__ = ["check_bytes", "check_document", "check_text", "paths"]

DROPPED = {"PG002", "PG011"}
"""What a reader finds in a text that it reads all the same."""


def check_bytes(source: bytes, form: FormatName) -> None:
    """Bytes of any kind give a reading."""
    text, reading = read_text(source, form)
    assert reading.broken == any(finding.code not in DROPPED for finding in reading.findings)
    if text:
        check_text(text, form)


def check_text(text: str, form: FormatName) -> None:
    """All readers of a format agree, and every value has a place."""
    {"json": check_json, "yaml": check_yaml, "toml": check_toml}[form](text)


def check_json(text: str) -> None:
    """With and without msgspec, with positions, and by the standard library."""
    quick, slow = read_json(text), read_positioned_json(text)
    with bare():
        plain = read_json(text)
    assert quick.findings == plain.findings == slow.findings, text
    assert repr(quick.data) == repr(plain.data) == repr(slow.data), text
    assert places(quick) == places(slow), text
    if any(finding.code == "PG010" for finding in slow.findings):
        return
    try:
        expected = json.loads(text, parse_constant=refuse)
    except ValueError:
        assert slow.broken, text
        return
    assert not slow.broken, text
    if not slow.findings:
        assert repr(expected) == repr(slow.data), text


def refuse(constant: str) -> object:
    """NaN and Infinity are not JSON."""
    raise ValueError(constant)


def check_yaml(text: str) -> None:
    """By libyaml and by PyYAML's own parser."""
    fast, pure = read_yaml(text), read_yaml(text, parser=PureParser)
    assert fast.broken == pure.broken, text
    assert repr(fast.data) == repr(pure.data), text
    if fast.broken:
        assert {fast.findings[-1].code, pure.findings[-1].code} <= {"PG001", "PG010"}, text
    else:
        assert fast.findings == pure.findings, text
        assert places(fast) == places(pure), text


def check_toml(text: str) -> None:
    """By tomllib too."""
    reading = read_toml(text)
    places(reading)
    codes = {finding.code for finding in reading.findings}
    if "PG010" in codes or "\r\r\n" in text:
        return
    expected, problem = by_tomllib(text)
    if problem:
        assert codes, text
        assert reading.broken or problem.startswith(("Cannot", "Duplicate")), text
    else:
        assert not codes, text
        assert repr(expected) == repr(reading.data), text


def by_tomllib(text: str) -> tuple[object, str]:
    """What the standard library reads, dates as text; or what it says of a text that it refuses."""
    try:
        return without_dates(tomllib.loads(text)), ""
    except (ValueError, RecursionError) as error:
        return None, str(error)


def without_dates(value: object) -> object:
    """Dates and times as ISO text."""
    if isinstance(value, dict):
        return {key: without_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_dates(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value


def check_document(data: dict[str, object]) -> None:
    """Plain data and its text, on every path, give the same governance or the same findings; it is read as written."""
    given = copy.deepcopy(data)
    from_data = outcome(partial(pg.from_dict, data))
    assert data == given, "the data was changed"
    text = json.dumps(data)
    from_text = outcome(partial(pg.loads, text))
    with bare():
        assert outcome(partial(pg.loads, text)) == from_text, text
    with detailed():
        assert outcome(partial(pg.loads, text)) == from_text, text
        assert outcome(partial(pg.from_dict, data)) == from_data, text
    if not isinstance(from_text, str):
        assert not isinstance(from_data, str), text
        assert codes_and_paths(from_data) == codes_and_paths(from_text), text
        return
    assert from_data == from_text, text
    governance = pg.loads(text)
    for form in FORMATS:
        written = written_in(form, governance)
        if written:
            again = pg.loads(written, format=form)
            assert again == governance, text
            assert pg.dumps(again, format=form) == written, text


def codes_and_paths(findings: tuple[pg.Finding, ...]) -> list[tuple[str, str]]:
    """What was found where; a limit of a text has no path."""
    return sorted((finding.code, "" if finding.code == "PG010" else finding.path) for finding in findings)


def written_in(form: FormatName, governance: pg.ProductGovernance) -> str:
    """The text in a format; nothing for data that TOML does not have."""
    try:
        return pg.dumps(governance, format=form)
    except pg.InvalidValueError:
        if form == "toml" and "null" in pg.dumps(governance):
            return ""
        raise


def places(reading: Reading) -> list[object]:
    """Where every key and every value is."""
    locate = reading.positions.locate
    return [(path, locate(path), locate(path, key=True)) for path in paths(reading.data)]


def paths(data: object, before: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of a value and of everything in it."""
    waiting = [(data, before)]
    while waiting:
        value, path = waiting.pop()
        yield path
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += ((item, (*path, token)) for token, item in items)
