"""A text with the markers of a merge that is not decided has one finding, at the first of them."""

import pytest

import productgov as pg
from tests.support.extras import needs

CONFLICT = "<<<<<<< ours\n  a: 1\n=======\n  a: 2\n>>>>>>> theirs\n"


@pytest.mark.parametrize("format", ["json", pytest.param("yaml", marks=needs("yaml")), "toml"])
def test_a_conflict_is_one_finding(format: pg.FormatName) -> None:
    document = pg.parse(f"name: x\n{CONFLICT}{CONFLICT}", format=format)
    assert [(one.code, one.location, one.message) for one in document.findings] == [
        ("PG001", pg.Location(line=2, column=1), "a conflict of a merge is not decided yet, the first of 2")
    ]
    windows = pg.parse(f"{{\n{CONFLICT}".replace("\n", "\r\n"), format=format)
    assert [one.message for one in windows.findings] == ["a conflict of a merge is not decided yet"]
    diff3 = pg.parse("<<<<<<< HEAD\na: 1\n||||||| base\n=======\na: 2\n>>>>>>> topic", format=format)
    assert "not decided" in diff3.findings[0].message


@pytest.mark.parametrize(
    "text", ["<<<<<<< ours\n", "<<<<<<< ours\n=======\n", "<<<<<< a\n======\n>>>>>> b\n", "x <<<<<<< a"]
)
def test_some_of_the_signs_are_no_conflict(text: str) -> None:
    document = pg.parse(text, format="json")
    assert "conflict" not in document.findings[0].message


def test_a_text_that_can_be_read_may_hold_the_markers() -> None:
    text = 'x-note = """\n<<<<<<< a\n=======\n>>>>>>> b\n"""\n'
    assert "conflict" not in str(pg.parse(text, format="toml").findings)
