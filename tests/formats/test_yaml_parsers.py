"""Libyaml and PyYAML's own parser say the same of every text; where they do not, it is named here."""

import pytest

from productgov.findings import Location
from productgov.formats.reading import Reading
from productgov.formats.yaml.reader import read_yaml
from tests.support.extras import needs
from tests.support.reading import only, place

pytestmark = needs("yaml")

Places = list[tuple[object, Location | None, Location | None]]


def both(text: str) -> tuple[Reading, Reading]:
    from productgov.formats.yaml.parsers import PureParser

    return read_yaml(text), read_yaml(text, parser=PureParser)


def places(reading: Reading) -> Places:
    found: Places = []
    waiting: list[tuple[object, tuple[str | int, ...]]] = [(reading.data, ())]
    while waiting:
        value, path = waiting.pop()
        found.append((path, reading.positions.locate(path), reading.positions.locate(path, key=True)))
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += ((item, (*path, token)) for token, item in items)
    return found


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: >\t\n x", {"a": "x"}),
        ("a: |-\t# c\n x", {"a": "x"}),
        ("a: >\t", {"a": ""}),
        ("a: |2-\n   x", {"a": " x"}),
        ("a: |-2\n   x", {"a": " x"}),
        ("a: |+\n x\n\n", {"a": "x\n\n"}),
        ("{k: \n, l}", {"k": None, "l": None}),
        ("{k: # c\n, l: m}", {"k": None, "l": "m"}),
        ("{k:\n}", {"k": None}),
        ("{? : b}", {"": "b"}),
        ("{? , b}", {"": None, "b": None}),
        ("{? \n}", {"": None}),
        ("[a: \n, b]", [{"a": None}, "b"]),
        ("[a: , b]", [{"a": None}, "b"]),
        ("[? a]", [{"a": None}]),
        ("[? a : b, c]", [{"a": "b"}, "c"]),
        ("? \n: b", {"": "b"}),
        ("%YAML\t1.2\n--- a", "a"),
        ("%YAML 1.2\t# c\n--- a", "a"),
        ("a:\tb", {"a": "b"}),
        ("[\n\ta]", ["a"]),
    ],
)
def test_what_one_parser_reads_the_other_reads_alike(text: str, data: object) -> None:
    fast, pure = both(text)
    assert (fast.data, fast.findings) == (pure.data, pure.findings) == (data, ())
    assert places(fast) == places(pure)


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a: >#c\n x", "PG001", (1, 4)),
        ("a: |#c\n x", "PG001", (1, 4)),
        ("a: |-#c\n x", "PG001", (1, 4)),
        ("- >2#c\n   x", "PG001", (1, 3)),
        ("a: |\n  \tlit", "PG001", (2, 3)),
        ("a: |\n  b\n \tlit", "PG001", (3, 2)),
        ("a: >\n\n\tb", "PG001", (3, 1)),
        ("a: |0\n x", "PG001", (1, 4)),
        ("*x !t\t", "PG010", (1, 1)),
        ("&x !t\t", "PG001", (1, 1)),
        ("!t\t", "PG001", (1, 1)),
        ("a: !t\tb", "PG001", (1, 4)),
        ("a: !<t>\tb", "PG001", (1, 4)),
        ("a: !<t", "PG001", (1, 4)),
        ("a: !t|b", "PG001", (1, 4)),
        ("{k:}", "PG001", (1, 2)),
        ("{a: ,b:}", "PG001", (1, 6)),
        ("[? : b]", "PG001", (1, 6)),
        ("[? , b]", "PG001", (1, 6)),
        ("%FOO\n--- a", "PG001", (1, 5)),
        ("%\n--- a", "PG001", (1, 2)),
        ("%FOO!\n--- a", "PG001", (1, 5)),
        ("%YAML 1\n--- a", "PG001", (1, 8)),
        ("%YAML 1.3\n--- a", "PG001", (1, 1)),
    ],
)
def test_what_one_parser_refuses_the_other_refuses_at_the_same_place(text: str, code: str, at: tuple[int, int]) -> None:
    fast, pure = both(text)
    assert only(fast).code == only(pure).code == code
    assert place(only(fast)) == place(only(pure)) == at


@pytest.mark.parametrize("text", ["[" * 2_000, "a: {b: " + "[" * 2_000, "{" * 2_000])
def test_both_refuse_more_than_a_thousand_open_brackets_but_not_at_the_same_one(text: str) -> None:
    fast, pure = both(text)
    assert only(pure).code == ("PG001" if text[0] == "{" else "PG010")
    if fast.findings != pure.findings:  # libyaml before 0.2.6 has no limit of its own
        assert only(fast).code == "PG010"
        assert place(only(fast)) > (1, 1_000) > place(only(pure))


@pytest.mark.parametrize("text", ["a:\n*x {", "a:\n&x ["])
def test_of_two_mistakes_in_one_text_each_may_name_another(text: str) -> None:
    fast, pure = both(text)
    assert {(only(one).code, place(only(one))) for one in (fast, pure)} <= {("PG001", (2, 5)), ("PG010", (2, 1))}


def test_an_empty_key_at_the_end_of_a_list_is_read() -> None:
    """Versions of libyaml differ in it; the other parser reads it like the newer ones."""
    assert both("[?]")[1].data == [{"": None}]
