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


@pytest.mark.parametrize("output", [(), ("-o", "reviews.ics")])
def test_without_any_date_there_is_no_calendar(
    output: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    dump(governance(), "a.json")
    assert run("a.json", *output) == ERRORS_FOUND
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("is not in the calendar") == 3
    assert printed.err.endswith("productgov: no review has dates, so there is no calendar; nothing was written\n")
    assert not Path("reviews.ics").exists()


def test_a_meeting_without_a_length_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    timed = attrs.evolve(WEEKLY, start_time="09:30", time_zone="Europe/Paris")
    path = tmp_path / "a.json"
    said = "productgov: the product review has no length in the calendar; add durationMinutes\n"
    dump(governance(product_review=timed), path)
    assert run(str(path)) == NO_ERROR
    assert said in capsys.readouterr().err
    dump(governance(product_review=attrs.evolve(timed, duration_minutes=30)), path)
    assert run(str(path)) == NO_ERROR
    assert "has no length" not in capsys.readouterr().err
