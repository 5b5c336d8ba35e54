"""`productgov calendar`, as it is typed."""

from datetime import date
from pathlib import Path

import attrs
import icalendar
import pytest

from productgov.cli.main import main
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.dumping import dump
from productgov.ics.reviews import calendar
from tests.support.governances import AD_HOC, governance

WEEKLY = attrs.evolve(AD_HOC, frequency="weekly", starts_on=date(2026, 1, 5))
DOCUMENT = governance(product_review=WEEKLY, strategy_review=attrs.evolve(WEEKLY, starts_on=None))
SKIPPED = (
    "productgov: the strategy review is not in the calendar: it has no startsOn, the day of its first meeting\n"
    'productgov: the portfolio review is not in the calendar: its frequency "ad hoc" has no dates\n'
)


def run(*arguments: str) -> int:
    return main(["calendar", *arguments])


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "governance.json"
    dump(DOCUMENT, path)
    return str(path)


@pytest.mark.parametrize("output", [(), ("-o", "-")])
def test_the_calendar_goes_to_standard_output_and_the_rest_to_standard_error(
    document: str, output: tuple[str, ...], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(document, *output) == NO_ERROR
    printed = capsysbinary.readouterr()
    assert printed.out == calendar(DOCUMENT)
    assert printed.err.decode() == SKIPPED


def test_the_calendar_goes_to_the_file_that_is_named(
    document: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "reviews.ics"
    assert run(document, "-o", str(out)) == NO_ERROR
    assert len(icalendar.Calendar.from_ical(out.read_bytes()).events) == 1
    assert out.read_bytes() == calendar(DOCUMENT)
    printed = capsys.readouterr()
    assert printed.out == f"wrote {out}: 1 of 3 reviews\n"
    assert printed.err == SKIPPED


def test_a_document_that_is_not_valid_gives_its_findings_and_no_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "broken.json", tmp_path / "reviews.ics"
    path.write_text("{}", encoding="utf-8")
    assert run(str(path), "-o", str(out)) == ERRORS_FOUND
    assert not out.exists()
    assert "PG004" in capsys.readouterr().err
