"""`productgov report`, and Markdown from `show` and `rank`."""

from pathlib import Path

import pytest

from productgov.cli.main import main
from productgov.dumping import dump
from productgov.loading import load, read
from productgov.ranking.ranking import rank
from productgov.ranking.report import RankReport
from productgov.reports.rank import rank_markdown
from productgov.views import board_markdown, report
from tests.support.examples import document_with, item

LATE = document_with(item("now", "checkout", targetDate="2026-02-01")).governance


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    dump(LATE, "a.json")


def test_a_report_is_written_as_its_ending_says(capsys: pytest.CaptureFixture[str]) -> None:
    page = report(read("a.json"))
    assert main(["report", "a.json", "-o", "out.html"]) == 0
    assert capsys.readouterr().out == "wrote out.html\n"
    assert Path("out.html").read_text(encoding="utf-8") == page.html
    assert main(["report", "a.json", "-o", "out.md"]) == 0
    assert Path("out.md").read_text(encoding="utf-8") == f"{page.markdown}\n"
    assert main(["report", "a.json", "-o", "out.txt", "--format", "markdown"]) == 0
    assert Path("out.txt").read_text(encoding="utf-8") == f"{page.markdown}\n"


def test_a_report_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "a.json", "-o", "-"]) == 0
    assert capsys.readouterr().out == report(read("a.json")).html
    assert main(["report", "a.json", "-o", "-", "--format", "markdown", "--as-of", "2026-03-05"]) == 0
    assert "\nAs of 2026-03-05, from a.json." in capsys.readouterr().out


def test_the_findings_follow_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text('[tool.productgov]\nignore = ["PG205"]\nas-of = 2026-03-04\n', encoding="utf-8")
    assert main(["report", "a.json", "-o", "-"]) == 0
    page = capsys.readouterr().out
    assert "PG205" not in page
    assert "As of " in page
    assert "2026-03-04" in page
    Path("pyproject.toml").unlink()
    assert main(["report", "a.json", "-o", "-"]) == 0
    assert "<td>PG205</td>" in capsys.readouterr().out


def test_an_unknown_ending_and_an_invalid_document_write_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "a.json", "-o", "out.pdf"]) == 2
    assert "'out.pdf': the name of a report must end in .html, .htm, .md or .markdown" in capsys.readouterr().err
    Path("b.json").write_text("{}", encoding="utf-8")
    assert main(["report", "b.json", "-o", "out.html"]) == 1
    assert "PG004" in capsys.readouterr().err
    assert main(["report", "missing.json", "-o", "out.html"]) == 2
    assert not Path("out.html").exists()


def test_the_board_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--section", "roadmap, metrics", "--owner", "growth", "--pillar", "calm"]
    assert main(["show", "a.json", "--format", "markdown", *options]) == 0
    expected = board_markdown(load("a.json"), sections=("roadmap", "metrics"), owner="growth", pillar="calm")
    assert capsys.readouterr().out == f"{expected}\n"
    assert "## Metrics" in expected
    assert "## Reviews" not in expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--section", "metric"], "'metric' is not a section; there are vision, roadmap, "),
        (["--section", "roadmap,"], "'' is not a section"),
        (["--section", "metrik"], "did you mean metrics?"),
    ],
)
def test_an_unknown_section_is_refused(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["show", "a.json", *arguments])
    assert message in capsys.readouterr().err


def test_an_unknown_owner_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "a.json", "--owner", "nobody"]) == 2
    assert capsys.readouterr().err == 'productgov: no owner is called "nobody"; there is "Head of Growth"\n'


def test_a_ranking_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", "a.json", "--simulate", "9", "--compare", "--format", "markdown"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0].replace("\\", "").startswith("Ranked by RICE: ")
    assert "| 1 | checkout | Buy without a sales call | now | 720 | 900 | 2 | 0.8 | 2 |" in [
        line.replace("\\", "") for line in lines
    ]
    assert [line for line in lines if line.startswith("#")] == [
        "### Not ranked",
        "## How sure the order is",
        "## Where the frameworks disagree",
    ]
    assert lines[-2] == "As of 2026-03-02"
    assert main(["rank", "a.json", "--explain", "checkout", "--format", "markdown"]) == 0
    explained = capsys.readouterr().out
    assert explained.replace("\\", "").startswith("checkout: Buy without a sales call (now)\n\nPosition 1 of 2 by RICE")
    assert main(["rank", "a.json", "--framework", "Kano", "--simulate", "9", "--format", "markdown"]) == 0
    assert "How sure" not in capsys.readouterr().out


def test_a_ranking_of_no_day_does_not_say_one() -> None:
    assert "As of" not in rank_markdown(RankReport(ranking=rank(LATE)))


def test_what_to_find_out_next_is_in_the_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    rice = {"reach": {"low": 10, "likely": 700, "high": 2000}, "impact": 1, "confidence": 1, "effort": 1}
    dump(document_with(item("next", "payments", scoring={"rice": rice})).governance, "b.json")
    assert main(["rank", "b.json", "--simulate", "500", "--format", "markdown"]) == 0
    printed = capsys.readouterr().out
    assert (
        "\n### What to find out next\n\nThe expected gain over picking checkout if this were known exactly" in printed
    )
    assert "\nreach of payments: +" in printed


def test_help_lists_every_command_once_under_its_group(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    groups = [line for line in text.split("\n") if line.endswith(":") and not line.startswith(" ")]
    assert groups == ["options:", "look:", "judge:", "change:", "exchange:", "over time:"]
    assert text.count("\n  report ") == 1
    assert all(len(line) <= 80 for line in text.split("\n"))
