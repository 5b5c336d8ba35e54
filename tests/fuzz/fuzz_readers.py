"""Coverage-guided fuzzing of the readers, for the thorough profile; pytest does not collect this file.

Run one reader: `python tests/fuzz/fuzz_readers.py json -max_total_time=60` (or yaml, toml). It needs atheris, which has
wheels for some Pythons only. Whatever is raised is a defect; so is whatever the standard library sees differently.
"""

import json
import sys
import tomllib

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports():
    from productgov.formats.json.positioned_reader import read_positioned_json
    from productgov.formats.json.reader import read_json
    from productgov.formats.registry import FormatName, format_named, read_text
    from productgov.formats.yaml.parsers import PureParser
    from productgov.formats.yaml.reader import read_yaml

__all__ = ["main"]


def read_any(source: bytes, form: FormatName) -> None:
    """Read, and ask for a place."""
    text, reading = read_text(source, form)
    reading.positions.locate(("a", 0, "b"), key=True)
    assert reading.broken == any(finding.code not in {"PG002", "PG011"} for finding in reading.findings)
    if form == "json" and text:
        compare_json(text)
    elif form == "toml" and text:
        compare_toml(text, accepted=not reading.findings, codes={finding.code for finding in reading.findings})
    elif text:
        read_yaml(text, parser=PureParser).positions.locate(("a", 0, "b"))


def compare_json(text: str) -> None:
    """Both readers say what the standard library says."""
    quick, slow = read_json(text), read_positioned_json(text)
    assert quick.findings == slow.findings, text
    if any(finding.code == "PG010" for finding in slow.findings):
        return
    try:
        expected = json.loads(text, parse_constant=refuse)
    except ValueError:
        assert slow.broken, text
        return
    assert not slow.broken, text
    if not slow.findings:
        assert repr(expected) == repr(quick.data) == repr(slow.data), text


def refuse(constant: str) -> object:
    """NaN and Infinity are not JSON."""
    raise ValueError(constant)


def compare_toml(text: str, *, accepted: bool, codes: set[str]) -> None:
    """What tomllib accepts is accepted, and nothing else, save what a limit forbids."""
    if "PG010" in codes or any(line.count(".") > 100 for line in text.split("\n")):
        return
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        assert not accepted, text
        return
    assert accepted, text


def main() -> None:
    """Fuzz the reader that the first argument names."""
    form = format_named(sys.argv.pop(1))
    atheris.Setup(sys.argv, lambda source: read_any(source, form))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
