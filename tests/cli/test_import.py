"""`productgov import`: what it prints, what it writes, and what it refuses."""

import io
import json
from pathlib import Path

import pytest

import productgov as pg
from productgov.cli.main import main
from productgov.interchange import map_names, map_text
from tests.support.extras import needs

pytestmark = needs("yaml")

JIRA = """\
Issue key,Summary,Status,Due date,Assignee,Assignee Id,Sprint
A-1,Log in,In Progress,31/Jan/27 12:00 AM,Ana,712020:x,1
A-2,Pay,Strange,soon,,,
A-2,Twice,Done,,,,
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("Jira.csv").write_text(JIRA, encoding="utf-8")
    return tmp_path


REPORT = """\
read 2 initiatives
3 rows, 2 read
1 row not read:
  its id A-2 is that of row 3: row 4
2 values not taken over:
  "Status" for status: the map does not say what it becomes: row 3 "Strange"
  "Due date" for targetDate: it is no day in the form d-mon-y, mon-d-y or iso: row 3 "soon"
2 columns not read, with so many values: Assignee Id (1), Sprint (1)
"""


def test_a_new_document_is_written_and_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "new.yaml"]) == 0
    assert capsys.readouterr().out == (REPORT + "wrote new.yaml; a check of it gives 10 warnings\n")
    loaded = pg.load("new.yaml")
    assert [item.id for item in loaded.roadmap.time_horizon.now] == ["A-1"]
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "new.yaml"]) == 2
    assert "new.yaml exists already; add to it with --into, or name another" in capsys.readouterr().err
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "new.xml"]) == 2


def test_nothing_is_written_without_a_document_or_in_a_dry_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "Jira.csv", "--map", "jira"]) == 0
    assert "not written: name a document with --into or -o; a check of it gives " in capsys.readouterr().out
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "new.yaml", "--dry-run"]) == 0
    assert "\nnot written; a check of it gives " in capsys.readouterr().out
    assert [path.name for path in folder.iterdir()] == ["Jira.csv"]


def test_a_document_is_updated_with_a_diff(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "plan.yaml"]) == 0
    Path("Jira.csv").write_text(JIRA.replace("Log in", "Log in with one tap"), encoding="utf-8")
    capsys.readouterr()
    assert main(["import", "Jira.csv", "--map", "jira", "--into", "plan.yaml", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "+        title: Log in with one tap\n" in out
    assert out.endswith("plan.yaml: not written, because of --dry-run\n")
    assert main(["import", "Jira.csv", "--map", "jira", "--into", "plan.yaml"]) == 0
    assert pg.load("plan.yaml").initiative("A-1").title == "Log in with one tap"
    capsys.readouterr()
    assert main(["import", "Jira.csv", "--map", "jira", "--into", "plan.yaml"]) == 0
    assert capsys.readouterr().out == REPORT + "plan.yaml: nothing to change\n"


def test_what_contradicts_the_document_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "plan.yaml"]) == 0
    pg.read("plan.yaml").edit(lambda now: now.change("A-1", target_date=None, target_period=pg.Period("2027"))).save()
    capsys.readouterr()
    assert main(["import", "Jira.csv", "--map", "jira", "--into", "plan.yaml"]) == 0
    assert capsys.readouterr().out == REPORT + (
        "1 value left as the document has it:\n"
        '  A-1.targetDate: targetPeriod is given together with targetDate: row 2 "2027-01-31"\n'
        "plan.yaml: nothing to change\n"
    )
    assert main(["import", "Jira.csv", "--map", "jira", "--into", "plan.yaml", "--report", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["conflicts"][0]["field"] == "A-1.targetDate"


def test_the_report_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "new.json", "--report", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["version"] == 1
    assert report["written"] == "new.json"
    assert report["initiatives"] == 2
    assert report["losses"]["skipped"] == [{"row": 4, "reason": "its id A-2 is that of row 3"}]
    assert report["losses"]["unread"][0] == {"column": "Assignee Id", "position": 6, "values": 1}
    assert report["losses"]["refused"][1]["value"] == "soon"
    assert main(["import", "Jira.csv", "--map", "jira", "--into", "new.json", "--report", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["written"] == "new.json"
    assert main(["import", "Jira.csv", "--map", "jira", "--report", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["written"] is None


def test_a_document_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "-"]) == 0
    printed = capsys.readouterr()
    assert pg.loads(printed.out, format="yaml").initiative("A-1").title == "Log in"
    assert printed.err == REPORT
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "-", "--report", "json"]) == 0
    printed = capsys.readouterr()
    assert "title: Log in" in printed.out
    assert json.loads(printed.err)["written"] == "-"


def test_rows_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "Jira.csv", "--map", "jira", "--where", "Status=in progress, Done"]) == 0
    assert '1 row not read:\n  Status is "Strange", not "in progress" or "Done": row 3\n' in capsys.readouterr().out
    for wrong in ("Status", "=x", "Status="):
        with pytest.raises(SystemExit) as error:
            main(["import", "Jira.csv", "--map", "jira", "--where", wrong])
        assert error.value.code == 2
        assert 'is not COLUMN=TEXTS, as in "Issue Type=Epic,Initiative"' in capsys.readouterr().err


def test_standard_input_and_encodings(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Issue key,Summary\nA-1,Größe\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("cp1252"))))
    assert main(["import", "-", "--map", "jira", "--encoding", "windows-1252", "-o", "-"]) == 0
    assert "title: Größe\n" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main(["import", "-", "--map", "jira"]) == 0
    assert capsys.readouterr().out.startswith("read 1 initiative\n")


def test_a_table_of_which_nothing_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.csv").write_text("Issue key,Summary\n,x\n", encoding="utf-8")
    assert main(["import", "empty.csv", "--map", "jira", "-o", "new.yaml"]) == 2
    printed = capsys.readouterr()
    assert printed.out == "read nothing\n1 row, 0 read\n1 row not read:\n  it has no id: row 2\n"
    assert printed.err == "productgov: nothing could be read by this map\n"
    assert not Path("new.yaml").exists()


def test_what_cannot_be_used_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    def refusal(*arguments: str) -> str:
        assert main(["import", *arguments]) == 2
        return capsys.readouterr().err

    assert "import needs FILE and --map MAP" in refusal("Jira.csv")
    assert "did you mean jira?" in refusal("Jira.csv", "--map", "jirra")
    assert "nowhere.csv: no such file" in refusal("nowhere.csv", "--map", "jira")
    Path("mine.toml").write_text('name = "x"\n[initiative]\nidd = {from = ["Key"]}\n', encoding="utf-8")
    assert 'mine.toml:3:1: error PG003 unknown field "idd"' in refusal("Jira.csv", "--map", "mine.toml")
    Path("broken.json").write_text("{", encoding="utf-8")
    assert "broken.json:1:2: error PG001" in refusal("broken.json", "--map", "jira")
    Path("invalid.yaml").write_text("name: 1\n", encoding="utf-8")
    assert main(["import", "Jira.csv", "--map", "jira", "--into", "invalid.yaml"]) == 1
    assert "PG004" in capsys.readouterr().err


def test_maps_are_listed_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--list-maps"]) == 0
    listed = capsys.readouterr().out
    for name in map_names():
        assert f"{name} " in listed
    assert main(["import", "--print-map", "jira"]) == 0
    assert capsys.readouterr().out == map_text("jira")
    assert main(["import", "--print-map", "nothing"]) == 2


def test_a_table_is_exported_and_read_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "Jira.csv", "--map", "jira", "-o", "plan.yaml"]) == 0
    capsys.readouterr()
    assert main(["export", "plan.yaml", "--map", "jira"]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[0].startswith("Issue key,Summary,")
    assert printed.err.splitlines() == [
        "2 rows written",
        "not written: horizon: the column Status holds status: A-1 and A-2",
        "the map has no columns for owner.title (1)",
    ]
    assert main(["export", "plan.yaml", "--map", "jira", "-o", "out.csv", "--report", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["unwritten"][0]["ids"] == ["A-1", "A-2"]
    assert main(["export", "plan.yaml", "--map", "jira", "-o", "out.csv"]) == 0
    assert capsys.readouterr().out.startswith("wrote out.csv\n2 rows written\n")
    assert main(["import", "out.csv", "--map", "jira", "--into", "plan.yaml"]) == 0
    assert capsys.readouterr().out.endswith("plan.yaml: nothing to change\n")
    Path("invalid.yaml").write_text("name: 1\n", encoding="utf-8")
    assert main(["export", "invalid.yaml", "--map", "jira"]) == 1
