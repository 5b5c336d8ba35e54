"""Commands that change a document: the file they leave, what they print, and what they refuse."""

from pathlib import Path

import pytest

import productgov as pg
from productgov.cli.main import main
from tests.support.extras import needs

pytestmark = needs("yaml")

TEXT = """\
# The plan of Tempo.
asOf: 2026-03-01
productVision: {mission: m, targetMarket: [t], valueProposition: v, strategicPillars: [Trust]}
prioritization: {framework: RICE, reviewCadence: weekly}
roadmap:
  themes: []
  timeHorizon:
    now:
      # The login comes first.
      - id: login # soon
        title: "Log in with one tap"
        owner: Ana
        targetDate: 2026-04-15
        metrics: [activation]
        pillar: Trust
        scoring: {rice: {reach: 10, impact: 1, confidence: 1, effort: 1}}
    next: [] # nothing yet
  externals:
    - {id: law, title: An opinion}
metrics:
  northStarMetric: activation
  inputMetrics:
    - id: activation # people who came back
      name: Activation
      direction: increase
      target: 9
      refresh: monthly
      observations:
        - {date: 2026-01-31, value: 1}
reviews:
  productReview: {frequency: weekly, participants: [CPO]}
  strategyReview: {frequency: monthly, participants: [CPO]}
  portfolioReview: {frequency: quarterly, participants: [CPO]}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("governance.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def text() -> str:
    return Path("governance.yaml").read_text(encoding="utf-8")


def changed(*command: str) -> tuple[list[str], list[str]]:
    """Run a command that succeeds: the lines it removed from the file, and those it added."""
    assert main(command) == 0
    before, after = TEXT.splitlines(), text().splitlines()
    assert pg.read("governance.yaml").findings == ()
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_a_moved_item_takes_its_lines_along(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["move", "login", "next"]) == 0
    head, _, tail = text().partition("    next: # nothing yet\n")
    assert "now: []" in head
    assert tail.startswith("      # The login comes first.\n      - id: login # soon\n")
    out = capsys.readouterr().out
    assert "+++ governance.yaml" in out
    assert "warning PG203 login is in next" in out
    assert out.endswith("wrote governance.yaml\n")


def test_a_dry_run_prints_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["move", "login", "later", "--dry-run"]) == 0
    assert text() == TEXT
    out = capsys.readouterr().out
    assert "-    now:" in out
    assert out.endswith("governance.yaml: not written, because of --dry-run\n")


def test_what_changes_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["move", "login", "now"]) == 0
    assert capsys.readouterr().out == "governance.yaml: nothing to change\n"


def test_an_added_item_gets_an_id_from_its_title() -> None:
    _, added = changed("add", "--title", "Schöne Suche: schnell", "--to", "now", "--before", "login")
    assert added == ["      - id: schone-suche-schnell", '        title: "Schöne Suche: schnell"']
    assert main(["add", "--title", "Schöne Suche schnell!", "--to", "future"]) == 0
    assert isinstance(pg.load("governance.yaml").find("schone-suche-schnell-2"), pg.Vision)
    assert main(["add", "--title", "x" * 80, "--to", "backlog"]) == 0
    assert main(["add", "--title", "x" * 80, "--to", "backlog"]) == 0
    assert [item.id for item in pg.load("governance.yaml").roadmap.backlog] == ["x" * 64, "x" * 62 + "-2"]


def test_a_title_without_letters_needs_an_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "--title", "搜索", "--to", "now"]) == 2
    assert 'no id can be made from the title "搜索"; give one: --id ID' in capsys.readouterr().err
    assert changed("add", "--title", "搜索", "--to", "now", "--id", "search")[1][0] == "      - id: search"


def test_what_is_delivered_keeps_its_comment() -> None:
    assert main(["deliver", "login", "--on", "2026-03-02"]) == 0
    login = pg.load("governance.yaml").roadmap.delivered[0]
    assert (login.status, str(login.delivered_date)) == (pg.Status.DONE, "2026-03-02")
    assert "# The login comes first.\n    - id: login # soon\n" in text()
    assert main(["deliver", "law", "--on", "2026-03-02"]) == 0
    assert pg.load("governance.yaml").external("law").status is pg.ExternalStatus.DELIVERED


def test_what_is_dropped_leaves_a_decision() -> None:
    assert main(["drop", "login", "--reason", "Nobody asked", "--on", "2026-03-01"]) == 0
    [decision] = pg.load("governance.yaml").decisions
    assert (decision.subjects, decision.reason) == (("login",), "Nobody asked")


def test_a_new_id_is_followed_and_its_findings_are_not_new(capsys: pytest.CaptureFixture[str]) -> None:
    removed, added = changed("rename", "kpi:activation", "returning")
    assert [line.strip() for line in removed] == [
        "metrics: [activation]",
        "northStarMetric: activation",
        "- id: activation # people who came back",
    ]
    assert [line.strip() for line in added] == [
        "metrics: [returning]",
        "northStarMetric: returning",
        "- id: returning # people who came back",
    ]
    assert "warning" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "removed", "added"),
    [
        (("login", "targetDate", "2026-05-01"), ["targetDate: 2026-04-15"], ["targetDate: 2026-05-01"]),
        (("login", "title", "Log in"), ['title: "Log in with one tap"'], ['title: "Log in"']),
        (("login", "owner.name", "Bo"), ["owner: Ana"], ['owner: {title: "Ana", name: Bo}']),
        (("login", "tags", "a, b"), [], ["tags: [a, b]"]),
        (("login", "metrics", '["activation"]'), [], []),
        (("login", "target_date", ""), ["targetDate: 2026-04-15"], []),
        (("login", "x-ticket", "12"), [], ["x-ticket: 12"]),
        (("login", "x-ticket", "a: b"), [], ['x-ticket: "a: b"']),
        (
            ("login", "scoring.rice.reach", '{"low": 1, "likely": 2, "high": 3}'),
            ["scoring: {rice: {reach: 10, impact: 1, confidence: 1, effort: 1}}"],
            ["scoring: {rice: {reach: {low: 1, likely: 2, high: 3}, impact: 1, confidence: 1, effort: 1}}"],
        ),
        (("activation", "target", "12.5"), ["target: 9"], ["target: 12.5"]),
    ],
)
def test_one_field_is_set(command: tuple[str, ...], removed: list[str], added: list[str]) -> None:
    gone, new = changed("set", *command)
    assert ([line.strip() for line in gone], [line.strip() for line in new]) == (removed, added)


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (("set", "login", "targetDate", "soon"), 'targetDate must be a date, YYYY-MM-DD, not the text "soon"'),
        (("set", "login", "titel", "a"), 'unknown field "titel" of Initiative; did you mean title?'),
        (("set", "login", "zzzz", "a"), 'unknown field "zzzz" of Initiative; known fields are id, title'),
        (("set", "login", "title.short", "a"), "title has no fields"),
        (("set", "login", "id", "a"), "change does not change ids"),
        (("move", "logn", "next"), "no item has the id 'logn'; did you mean login?"),
        (("observe", "activation"), "observe needs KPI and VALUE, or --from CSV"),
        (("observe", "activation", "2", "--from", "a.csv"), "observe takes either KPI and VALUE, or --from CSV"),
        (("observe", "activation", "2", "--on", "2026-01-31"), "pass replace=True"),
        (("check-in", "login"), "health or confidence is needed"),
        (("move", "login", "next", "--file", "-"), "standard input cannot be changed"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...], message: str
) -> None:
    assert main(command) == 2
    assert message in capsys.readouterr().err
    assert text() == TEXT


def test_several_documents_need_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    Path("governance.json").write_text("{}", encoding="utf-8")
    assert main(["move", "login", "next"]) == 2
    assert "there are 2 documents here; name one: --file governance.yaml" in capsys.readouterr().err
    assert main(["move", "login", "next", "--file", "governance.yaml"]) == 0


def test_a_document_that_is_not_valid_is_not_changed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("governance.yaml").write_text(TEXT.replace("framework: RICE", "framework: RISE"), encoding="utf-8")
    assert main(["move", "login", "next"]) == 1
    assert "error PG006 framework must be" in capsys.readouterr().err


def test_what_is_written_anew_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    pg.dump(pg.load("governance.yaml"), "governance.toml")
    assert main(["set", "login", "title", "New", "--file", "governance.toml"]) == 0
    assert "written anew, without the comments in it: the whole document\n" in capsys.readouterr().out


def test_an_observation_is_one_line() -> None:
    _, added = changed("observe", "activation", "2", "--on", "2026-02-28", "--note", "Snow")
    assert [line.strip() for line in added] == ["- {date: 2026-02-28, value: 2, note: Snow}"]
    assert main(["observe", "activation", "2.5", "--on", "2026-02-28", "--replace"]) == 0
    assert "value: 2.5" in text()


def test_a_value_that_is_no_number_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["observe", "activation", "1,5"])
    assert "'1,5' is not a number; write it with a point, as 0.5" in capsys.readouterr().err


def test_a_check_in_is_added() -> None:
    _, added = changed(
        "check-in", "login", "--on", "2026-02-28", "--health", "at-risk", "--confidence", "0.4", "--note", "Late"
    )
    assert [line.strip() for line in added] == [
        "checkIns:",
        "- {date: 2026-02-28, health: at-risk, confidence: 0.4, note: Late}",
    ]


def table(content: str, encoding: str = "utf-8") -> None:
    Path("seen.csv").write_bytes(content.encode(encoding))


@pytest.mark.parametrize(
    "content",
    [
        "kpi,date,value\nactivation,2026-02-28,2\nactivation,2026-01-31,1\nactivation,2026-03-31,\n\n",
        "date;KPI;Value;note\r\n2026-02-28;activation;2;\r\n",
        "kpi,2026-01-31,2026-02-28\nactivation,1,2\n",
        "KPI\tName\t2026-02-28\nactivation\tActivation\t'2\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_observations_come_from_a_table(content: str, encoding: str) -> None:
    table(content, encoding)
    _, added = changed("observe", "--from", "seen.csv")
    assert [line.strip() for line in added] == ["- {date: 2026-02-28, value: 2}"]


def test_everything_wrong_in_a_table_is_said_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    table(
        "kpi,date,value\nactivation,2026-02-28,2\nactivaton,2026-02-28,2\nactivation,28.02.2026,2\n"
        'activation,2026-03-31,"1,000.5.5"\nactivation,2026-01-31,5\nactivation,2026-03-31\nactivation,2026-03-31,inf\n'
        "activation,,7\nactivation,2026-03-31,1,2\n"
    )
    assert main(["observe", "--from", "seen.csv"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        'seen.csv: row 4, date: "28.02.2026" is not read: it is no day in the form iso',
        'seen.csv: row 5, value: "1,000.5.5" is not read: it is no number with a decimal point',
        'seen.csv: row 8, value: "inf" is not read: it is no number with a decimal point',
        "seen.csv: row 9: it has no date",
        "seen.csv: row 10: it has 4 cells in a table of 3 columns: values may have moved",
        "seen.csv: row 3: no KPI or key result has the id 'activaton'; did you mean activation?",
        "seen.csv: row 6: activation was 1 on 2026-01-31 already, not 5; pass replace=True to correct it",
        "productgov: nothing was written",
    ]
    assert text() == TEXT


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "seen.csv: it is empty"),
        (b"kpi,date,value\n\xff", "seen.csv: it is not utf-8"),
        (b'kpi,date,value\n"a', "seen.csv: row 2, from line 2: not CSV"),
        (b"key,day,number\na,2026-01-01,1\n", 'no column is called "date", "value"'),
        (
            b"kpi,day,number\na,2026-01-01,1\n",
            'the columns are kpi,date,value, or kpi and dates such as 2026-01-31, and not "day" and "number"',
        ),
        (b"kpi,date,value\n" + b",,\n" * 100_001, "more than 100,000 rows or 2,000,000 cells"),
    ],
)
def test_what_is_no_table_is_refused(capsys: pytest.CaptureFixture[str], content: bytes, message: str) -> None:
    Path("seen.csv").write_bytes(content)
    assert main(["observe", "--from", "seen.csv"]) == 2
    assert message in capsys.readouterr().err
    assert text() == TEXT


def test_rows_and_cells_of_a_wide_table_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    table("2026-01-31,kpi,2026-02-28\n1,activation,2 %\n\n1\n")
    assert main(["observe", "--from", "seen.csv"]) == 2
    err = capsys.readouterr().err
    assert 'row 2, 2026-02-28: "2 %" is not read: it is no number' in err
    assert "row 4: it does not say what was measured" in err
