"""What the recipes of CONTRIBUTING.md add works from its registry on: a format, an output format of `rank`, a view.

Other tests add a field (`tests/schema/test_one_line.py`), a rule (`tests/rules/test_new_rule.py`), a ranking method
(`tests/ranking/test_methods.py`) and an output format of `check` (`tests/reports/test_registry.py`).
"""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from productgov import Initiative, Limits, Location, ProductGovernance, Rice, Role, Scoring, dump, load, parse
from productgov.cli import main as cli
from productgov.cli import rank
from productgov.cli.arguments import add_file
from productgov.cli.command import Command, Group
from productgov.cli.files import governance_of
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.errors import UnknownFormatError
from productgov.formats import registry
from productgov.formats.json.reader import read_json
from productgov.formats.json.writer import write_json
from productgov.formats.reading import Reading
from productgov.formats.registry import FormatName
from productgov.ranking.report import RankReport
from productgov.reports.rank import RANK_REPORTERS
from productgov.views.layout import cut, pad
from tests.support.governances import governance

JSONC = cast(FormatName, "jsonc")

BACKLOG = governance(
    now=(
        Initiative(
            id="sso",
            title="Single sign-on",
            owner=Role(title="Ana"),
            target_date=date(2026, 3, 20),
            scoring=Scoring(rice=Rice(reach=400, impact=1, confidence=0.5, effort=2)),
        ),
        Initiative(
            id="export",
            title="Export for accountants",
            scoring=Scoring(rice=Rice(reach=300, impact=2, confidence=1, effort=1)),
        ),
    )
)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read_commented(text: str, limits: Limits) -> Reading:
    """JSON with lines of comments, which become empty lines, so that every value keeps its place."""
    return read_json("\n".join("" if line.lstrip().startswith("#") else line for line in text.split("\n")), limits)


def write_commented(data: object) -> str:
    return f"# written by a test\n{write_json(data)}"


@pytest.fixture
def commented(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that is known while a test runs: the row of the registry that its recipe asks for."""
    row = registry._Support((".jsonc",), read_commented, write_commented)
    monkeypatch.setattr(registry, "_SUPPORT", {**registry._SUPPORT, JSONC: row})
    monkeypatch.setattr(registry, "_BY_ENDING", {**registry._BY_ENDING, ".jsonc": JSONC})


@pytest.mark.usefixtures("commented")
def test_a_format_that_is_added_is_read_and_written() -> None:
    dump(BACKLOG, "plan.jsonc")
    text = Path("plan.jsonc").read_text(encoding="utf-8")
    assert text.startswith("# written by a test\n{\n")
    assert load("plan.jsonc") == BACKLOG
    assert parse(text, format=JSONC).governance == BACKLOG


@pytest.mark.usefixtures("commented")
def test_a_format_that_is_added_has_places_and_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    dump(BACKLOG, "plan.jsonc")
    text = Path("plan.jsonc").read_text(encoding="utf-8")
    Path("plan.jsonc").write_text(text.replace('"Tempo"', "5"), encoding="utf-8")
    assert cli.main(["check", "plan.jsonc"]) == 1
    assert capsys.readouterr().out.startswith("plan.jsonc:4:11: error PG005 name must be text, not 5")
    assert parse(text, format=JSONC).locate("/name") == Location(line=4, column=11)


@pytest.mark.usefixtures("commented")
def test_the_command_line_converts_to_a_format_that_is_added() -> None:
    dump(BACKLOG, "plan.json")
    assert cli.main(["convert", "plan.json", "-o", "plan.jsonc"]) == 0
    assert load("plan.jsonc") == BACKLOG


def test_without_its_row_the_format_is_unknown() -> None:
    with pytest.raises(UnknownFormatError, match=r"plan\.jsonc: unknown file ending"):
        load("plan.jsonc")


def numbered_list(report: RankReport) -> str:
    """A reporter of `rank` that productgov does not have."""
    return "".join(f"{item.position}. {item.initiative.title}: {item.score:g}\n" for item in report.ranking)


def test_an_output_format_that_is_added_is_one_of_rank(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(rank, "RANK_REPORTERS", {**RANK_REPORTERS, "list": numbered_list})
    dump(BACKLOG, "plan.json")
    assert cli.main(["rank", "--format", "list", "plan.json"]) == 0
    assert capsys.readouterr().out == "1. Export for accountants: 600\n2. Single sign-on: 100\n"
    with pytest.raises(SystemExit):
        cli.main(["rank", "--format", "latex", "plan.json"])
    assert "list" in capsys.readouterr().err


def owners_text(governance: ProductGovernance) -> str:
    """A view that productgov does not have: who owns what, one line each."""
    owned = ((placed.initiative.owner, placed.initiative.title) for placed in governance.initiatives())
    return "\n".join(f"{pad(owner.title if owner else '?', 6)} {cut(title, 12)}" for owner, title in owned)


def test_a_view_that_is_added_is_shown_by_a_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(arguments: argparse.Namespace) -> int:
        shown = governance_of(arguments.file)
        if shown is None:
            return ERRORS_FOUND
        sys.stdout.write(f"{owners_text(shown)}\n")
        return NO_ERROR

    owners = Command(
        name="owners",
        group=Group.LOOK,
        help="show the owners",
        description="Show the owners.",
        configure=add_file,
        run=run,
    )
    monkeypatch.setattr(cli, "COMMANDS", (*cli.COMMANDS, owners))
    dump(BACKLOG, "plan.json")
    assert owners_text(BACKLOG) == "Ana    Single sign…\n?      Export for …"
    assert cli.main(["owners", "plan.json"]) == 0
    assert capsys.readouterr().out == f"{owners_text(BACKLOG)}\n"
    Path("plan.json").write_text("{}", encoding="utf-8")
    assert cli.main(["owners", "plan.json"]) == 1
    assert "PG004" in capsys.readouterr().err
