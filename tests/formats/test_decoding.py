"""Bytes and texts of unknown origin become text, or one finding."""

import pytest

from productgov.findings import Finding, Location
from productgov.formats.decoding import checked_text
from productgov.formats.findings import UnreadableError
from productgov.formats.limits import Limits

BOM = "\ufeff"


def refusal(source: bytes | str, limits: Limits | None = None) -> Finding:
    with pytest.raises(UnreadableError) as caught:
        checked_text(source, limits or Limits())
    return caught.value.finding


@pytest.mark.parametrize("text", ["", "{}", "é 😀", "a\r\nb", "\x00"])
def test_utf8_is_read_with_and_without_bom(text: str) -> None:
    assert checked_text(text.encode()) == text
    assert checked_text((BOM + text).encode()) == text
    assert checked_text(text) == text
    assert checked_text(BOM + text) == text


def test_only_one_bom_is_taken_away() -> None:
    assert checked_text(BOM * 2 + "a") == BOM + "a"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_encodings_are_recognised(encoding: str) -> None:
    finding = refusal('{"a": 1}'.encode(encoding))
    assert finding.code == "PG001"
    assert "UTF-16 or UTF-32" in finding.message
    assert finding.hint == "save it as UTF-8"


def test_latin_1_is_refused_at_its_first_character() -> None:
    finding = refusal("a: b\r\nüber: café".encode("latin-1"))
    assert finding.code == "PG001"
    assert finding.location == Location(line=2, column=1)
    assert "byte 0xFC at offset 6" in finding.message
    assert "save it as UTF-8" in finding.hint


def test_a_bad_byte_after_a_bom_has_the_column_that_an_editor_shows() -> None:
    assert refusal(BOM.encode() + b"ab\xff").location == Location(line=1, column=3)


@pytest.mark.parametrize(("text", "column"), [("ab\ud800", 3), (BOM + "ab\ud800", 3), ("\udfff", 1)])
def test_a_lone_surrogate_in_text_is_refused_where_it_stands(text: str, column: int) -> None:
    finding = refusal(text)
    assert finding.code == "PG001"
    assert finding.location == Location(line=1, column=column)
    assert "lone surrogate" in finding.message


@pytest.mark.parametrize("source", [b"12345", "12345", "123é", "éé1"])
def test_more_bytes_than_the_limit_are_refused_before_anything_else(source: bytes | str) -> None:
    finding = refusal(source, Limits(max_bytes=4))
    assert finding.code == "PG010"
    assert finding.message == "the document is longer than 4 bytes"
    assert "Limits(max_bytes=…)" in finding.hint


@pytest.mark.parametrize("source", [b"1234", "1234", "12é", "éé"])
def test_as_many_bytes_as_the_limit_are_read(source: bytes | str) -> None:
    checked_text(source, Limits(max_bytes=4))
