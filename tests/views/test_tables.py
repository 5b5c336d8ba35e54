"""Tables: numbers as people read them, and CSV that no spreadsheet takes for formulas."""

import csv
import io

import pytest

from productgov.ranking.terms import TermValue
from productgov.views.tables import Cell, Percent, csv_text, table_lines
from productgov.wording import number_text, percent_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (675.0, "675"),
        (12_000, "12,000"),
        (1234.56, "1,234.6"),
        (12.345, "12.35"),
        (1 / 3, "0.333"),
        (-0.5135, "-0.513"),
        (0, "0"),
        (0.1 + 0.2, "0.3"),
        (2.5e16, "2.5e+16"),
    ],
)
def test_numbers_are_rounded_for_display_only(number: float, text: str) -> None:
    assert number_text(number) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0 %"), (0.001, "<1 %"), (0.53, "53 %"), (0.999, ">99 %"), (1, "100 %")]
)
def test_what_is_possible_is_never_shown_as_impossible_or_certain(share: float, text: str) -> None:
    assert percent_text(share) == text


def test_texts_stand_left_numbers_right_and_wide_letters_count_double() -> None:
    rows: list[dict[str, TermValue]] = [
        {"name": "漢字", "score": 1000, "sure": True},
        {"name": "a\nb", "score": None, "sure": False},
    ]
    assert list(table_lines(rows)) == ["name  score  sure", "漢字  1,000  yes", "a b          no"]
    assert list(table_lines([])) == []


def test_percentages_are_aligned_like_numbers_and_may_be_missing() -> None:
    rows: list[dict[str, TermValue]] = [{"first": Percent(0.865)}, {"first": Percent(0.001)}, {"first": None}]
    assert list(table_lines(rows)) == ["first", " 86 %", " <1 %", ""]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠A",
        "\t=1",
        "\n=1",
        "  =1",
        "\ttab",
        '=HYPERLINK("http://example.com","x")',
    ],
)
def test_a_text_that_could_be_a_formula_is_neutralised(text: str) -> None:
    (row,) = csv.DictReader(io.StringIO(csv_text([{"title": text}]), newline=""))
    assert row["title"] == f"'{text}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\r=1", "'\\u000d=1"),
        ("\x00", "'\\u0000"),
        ("\x85", "'\\u0085"),
        ("a\u202eb", "a\\u202eb"),
        ("a\n::error::b", "a\n\\u003a:error::b"),
    ],
)
def test_a_text_that_is_unsafe_to_print_is_written_as_its_codes(text: str, written: str) -> None:
    assert csv_text([{"title": text}]) == f'"title"\n"{written}"\n'


@pytest.mark.parametrize("text", ["plain", "a=b", "1-2", "", "'quoted'", 'say "hi", please', "a;=1", "line\nline"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    (row,) = csv.DictReader(io.StringIO(csv_text([{"title": text}]), newline=""))
    assert row["title"] == text


def test_numbers_stay_numbers_at_full_precision_and_texts_are_quoted() -> None:
    rows: list[dict[str, TermValue]] = [{"id": "a;b", "score": -1 / 3, "sure": True, "horizon": None}]
    assert csv_text(rows) == '"id","score","sure","horizon"\n"a;b",-0.3333333333333333,"true",""\n'
    assert csv_text([]) == ""


ROWS: list[dict[str, Cell]] = [
    {"#": 1, "id": "a-first-one", "title": "A title that is rather long for a table", "score": 12345.0, "reach": 7},
    {"#": 2, "id": "b", "title": "Short", "score": 0.5, "reach": None},
]


def test_a_table_that_fits_is_one_and_is_not_cut() -> None:
    assert list(table_lines(ROWS, 80, groups=[("id",), ("reach",)])) == [
        "#  id           title                                     score  reach",
        "1  a-first-one  A title that is rather long for a table  12,345      7",
        "2  b            Short                                       0.5",
    ]


def test_long_texts_are_cut_before_a_table_is_split() -> None:
    assert list(table_lines(ROWS, 50)) == [
        "#  id           title                 score  reach",
        "1  a-first-one  A title that is ra…  12,345      7",
        "2  b            Short                   0.5",
    ]


def test_an_id_is_never_cut() -> None:
    rows: list[dict[str, Cell]] = [
        {"#": 1, "id": "an-id-of-over-twenty-letters", "title": "A title that is long", "n": 1}
    ]
    assert list(table_lines(rows, 60))[1] == "1  an-id-of-over-twenty-letters  A title that is long  1"
    assert list(table_lines(rows, 52))[1] == "1  an-id-of-over-twenty-letters  A title that is…  1"
    assert list(table_lines(rows, 40))[1] == "1  an-id-of-over-twenty-letters"


def test_what_does_not_fit_is_split_by_its_groups_each_with_the_first_column() -> None:
    assert list(table_lines(ROWS, 42, groups=[("#",), ("#", "id", "title", "score"), ("reach",)])) == [
        "#  id           title                score",
        "1  a-first-one  A title that is r…  12,345",
        "2  b            Short                  0.5",
        "",
        "#  reach",
        "1      7",
        "2",
    ]


def test_a_group_that_does_not_fit_is_split_again() -> None:
    wide: list[dict[str, Cell]] = [{"#": 1, **{f"{name}" * 20: 1 for name in "abcde"}}]
    lines = list(table_lines(wide, 50))
    assert [line.split() for line in lines] == [
        ["#", "a" * 20, "b" * 20],
        ["1", "1", "1"],
        [],
        ["#", "c" * 20, "d" * 20],
        ["1", "1", "1"],
        [],
        ["#", "e" * 20],
        ["1", "1"],
    ]


def test_a_column_that_is_wider_than_the_room_is_left_whole() -> None:
    lines = list(table_lines([{"#": 1, "id": "x" * 40}], 20))
    assert lines == ["#  id", f"1  {'x' * 40}"]
