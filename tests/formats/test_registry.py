"""Formats are told by the endings of names, and each has its reader and its writer."""

from pathlib import Path

import pytest

from productgov.errors import UnknownFormatError
from productgov.formats.limits import Limits
from productgov.formats.registry import FORMATS, FormatName, format_named, format_of, read_text, write_text

TEXTS = {"json": '{"a": 1}', "yaml": "a: 1", "toml": "a = 1"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.json", "json"), ("a.b.yaml", "yaml"), ("A.YML", "yaml"), ("x/y.Toml", "toml"), (Path("a.json"), "json")],
)
def test_the_ending_says_the_format(name: str | Path, expected: str) -> None:
    assert format_of(name) == expected


@pytest.mark.parametrize("name", ["a", "a.txt", "json", "a.json.bak", ".yaml", ""])
def test_another_ending_says_none(name: str) -> None:
    with pytest.raises(UnknownFormatError, match=r"\.json, \.yaml, \.yml, \.toml"):
        format_of(name)


def test_formats_have_names() -> None:
    assert format_named("yaml") == "yaml"
    with pytest.raises(UnknownFormatError, match="'yml'; expected one of json, yaml, toml"):
        format_named("yml")


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_is_read_and_written(form: FormatName) -> None:
    text, reading = read_text(b"\xef\xbb\xbf" + TEXTS[form].encode(), form)
    assert text == TEXTS[form]
    assert reading.data == {"a": 1}
    assert read_text(write_text({"a": 1}, form), form)[1].data == {"a": 1}


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_no_text_is_a_finding_in_each(form: FormatName) -> None:
    for source, code in ((b"a\xff", "PG001"), (b"  " + TEXTS[form].encode(), "PG010")):
        text, reading = read_text(source, form, Limits(max_bytes=4))
        assert text == ""
        assert reading.broken
        assert [finding.code for finding in reading.findings] == [code]
