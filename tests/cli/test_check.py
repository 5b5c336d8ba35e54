"""`productgov check`: both levels, every format, and the settings of a project."""

import io
import json
import sys
import tomllib
import tracemalloc
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from productgov.analysis.horizons import age_of
from productgov.cli import check
from productgov.cli.main import main
from productgov.formats.yaml.writer import write_yaml
from tests.support.examples import example_data, merged
from tests.support.extras import needs

pytestmark = needs("yaml")

LATE = {"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "targetDate": "2026-02-15"}]}}}
WRONG = {"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "pillar": "Growth"}]}}}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, patch: object = None) -> str:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(write_yaml(merged(example_data(), patch or {})), encoding="utf-8")
    return name


def test_a_consistent_document_has_no_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write("plan.yaml")]) == 0
    assert capsys.readouterr().out == "1 file checked: no findings (as of 2026-03-02)\n"


def test_errors_fail_and_warnings_only_when_strict(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write("wrong.yaml", WRONG)]) == 1
    assert main(["check", write("late.yaml", LATE)]) == 0
    assert main(["check", "--strict", "late.yaml"]) == 1
    out = capsys.readouterr().out
    assert "wrong.yaml:21:17: error PG105 checkout has the pillar" in out
    assert "late.yaml:24:21: warning PG205 checkout was due on 2026-02-15, 15 days before 2026-03-02" in out


def test_the_day_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--as-of", "2026-05-01", "--select", "PG205", write("plan.yaml")]) == 0
    assert "16 days before 2026-05-01" in capsys.readouterr().out


def test_codes_are_selected_and_ignored(capsys: pytest.CaptureFixture[str]) -> None:
    write("late.yaml", LATE)
    assert main(["check", "--strict", "--select", "PG1,PG3", "late.yaml"]) == 0
    assert main(["check", "--strict", "--ignore", "pg205", "late.yaml"]) == 0
    assert capsys.readouterr().out == "1 file checked: no findings (as of 2026-03-02)\n" * 2


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_a_usage_error_that_lists_near_ones(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", option, "PG208", write("plan.yaml")])
    assert caught.value.code == 2
    assert 'unknown code "PG208"; did you mean PG' in capsys.readouterr().err


def test_a_document_that_is_not_valid_has_no_findings_of_level_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--select", "PG2", write("broken.yaml", {**WRONG, "name": 5})]) == 1
    assert capsys.readouterr().out.count("PG") == 1


def test_json_holds_both_levels(capsys: pytest.CaptureFixture[str]) -> None:
    files = [write("broken.yaml", {"name": 5}), write("late.yaml", LATE)]
    assert main(["check", "--format", "json", *files]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert [(found["file"], found["code"]) for found in printed["findings"]] == [
        ("broken.yaml", "PG005"),
        ("late.yaml", "PG205"),
    ]
    assert printed["summary"] == {"errors": 1, "warnings": 1, "infos": 0, "omitted": []}
    assert printed["asOf"] == "2026-03-02"


def test_github_gets_annotations_and_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "github", write("late.yaml", LATE)]) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("::warning file=late.yaml,line=24,col=21,endLine=24,endColumn=33,title=PG205::checkout was")
    assert last == "1 file checked: 1 warning (as of 2026-03-02)"


def test_sarif_is_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "sarif", write("late.yaml", LATE)]) == 0
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["PG205"]


def test_a_file_that_is_not_there_does_not_hide_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere.yaml", write("wrong.yaml", WRONG)]) == 2
    streams = capsys.readouterr()
    assert "nowhere.yaml: no such file" in streams.err
    assert "PG105" in streams.out


def test_programs_are_told_which_files_are_not_usable(capsys: pytest.CaptureFixture[str]) -> None:
    Path("plan.txt").touch()
    assert main(["check", "--format", "json", "./nowhere.yaml", "plan.txt", write("wrong.yaml", WRONG)]) == 2
    printed = json.loads(capsys.readouterr().out)
    gone, unknown = printed["unusable"]
    assert gone == {"file": "nowhere.yaml", "reason": "no such file or directory"}
    assert unknown["file"] == "plan.txt"
    assert "PG105" in {found["code"] for found in printed["findings"]}


@pytest.mark.parametrize("form", ["json", "sarif", "github", "gitlab", "junit"])
def test_machine_formats_name_a_file_as_its_repository_does(
    form: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (folder / ".git").mkdir()
    write("plans/late.yaml", LATE)
    monkeypatch.chdir(folder / "plans")
    printed = set()
    for name in ("late.yaml", "./late.yaml", "../plans/late.yaml", str(folder / "plans" / "late.yaml")):
        assert main(["check", "--format", form, name]) == 0
        printed.add(capsys.readouterr().out.replace(f"{name}:24:21", "plans/late.yaml:24:21"))
    (text,) = printed
    assert "plans/late.yaml" in text


def test_standard_input_keeps_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / ".git").mkdir()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"name": 5}')))
    assert main(["check", "--format", "json", "-"]) == 1
    assert {found["file"] for found in json.loads(capsys.readouterr().out)["findings"]} == {"-"}


def test_a_job_of_github_gets_a_summary(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    Path("summary.md").write_text("before\n", encoding="utf-8")
    assert main(["check", "--format", "github", write("late.yaml", LATE)]) == 0
    assert main(["check", "--format", "text", "late.yaml"]) == 0
    text = Path("summary.md").read_text(encoding="utf-8")
    assert text.startswith(
        "before\n### productgov check\n\n1 file checked&#58; 1 warning &#40;as of 2026&#45;03&#45;02&#41;\n\n| place |"
    )
    assert text.count("PG205") == 1


@pytest.mark.parametrize("name", ["wrong.yaml", "wrong.toml"])
def test_sarif_has_the_repairs_that_fix_would_make(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = merged(
        example_data(), {"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "theme": "fewer meetings"}]}}}
    )
    Path("wrong.yaml").write_text(write_yaml(data), encoding="utf-8")
    assert main(["convert", "wrong.yaml", "-o", "wrong.toml"]) == 0
    capsys.readouterr()
    assert main(["check", "--format", "sarif", name]) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert ("fixes" in result) is (name == "wrong.yaml")


def configure(text: str, folder: str = ".") -> None:
    (Path(folder) / "pyproject.toml").write_text(f"[tool.productgov]\n{text}\n", encoding="utf-8")


def test_the_project_above_a_document_configures_its_check(capsys: pytest.CaptureFixture[str]) -> None:
    write("plans/late.yaml", LATE)
    Path("plans/pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    configure('ignore = ["PG2"]')
    assert main(["check", "plans/late.yaml"]) == 0
    assert "no findings" in capsys.readouterr().out
    configure('select = ["PG2"]\nstrict = true\nas-of = 2026-04-01')
    assert main(["check", "plans/late.yaml"]) == 1
    assert "45 days before 2026-04-01" in capsys.readouterr().out


def test_the_command_line_overrides_the_project(capsys: pytest.CaptureFixture[str]) -> None:
    write("late.yaml", LATE)
    configure('select = ["PG3"]\nas-of = 2026-04-01')
    assert main(["check", "--select", "PG2", "--as-of", "2026-02-16", "late.yaml"]) == 0
    assert "1 day before 2026-02-16" in capsys.readouterr().out


def test_standard_input_is_checked_with_the_settings_of_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    configure('ignore = ["PG2"]')
    text = Path(write("late.yaml", LATE)).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert main(["check", "-"]) == 0
    assert "no findings" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignored = []", "unknown setting 'ignored' in tool.productgov; did you mean ignore?"),
        ("x = 1", "did you mean select, ignore, strict, as-of, files, exclude, plugins?"),
        ('select = "PG2"', "select must be a list of codes"),
        ("ignore = [2]", "ignore must be a list of codes"),
        ('ignore = ["PG999"]', 'tool.productgov: unknown code "PG999"'),
        ("strict = 1", "strict must be true or false"),
        ('as-of = "2026-03-02"', "as-of must be a date"),
        ("as-of = 2026-03-02T09:00:00", "as-of must be a date"),
        ("select = [", "pyproject.toml: not readable"),
        ("select = []", "tool.productgov.select is empty, so that nothing would be reported; leave it out"),
        ("files = 5", 'files must be a list of patterns of files, such as ["plans/*.yaml"]'),
        ("exclude = [5]", 'exclude must be a list of patterns of files, such as ["plans/old"]'),
        ("x = " + "[" * 5000, "pyproject.toml: not readable: its values are nested too deep"),
        ("x = " + "1" * 5000, "pyproject.toml: not readable: "),
        ("x = 1 #" + "x" * 10_000_000, "pyproject.toml: not readable: it is longer than 10,000,000 bytes"),
    ],
)
def test_a_bad_setting_is_not_usable(text: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    configure(text)
    assert main(["check", write("plan.yaml")]) == 2
    assert said in capsys.readouterr().err


def test_settings_with_a_byte_order_mark_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text('[tool.productgov]\nignore = ["PG2"]\n', encoding="utf-8-sig")
    assert main(["check", write("late.yaml", LATE)]) == 0
    assert "no findings" in capsys.readouterr().out


@pytest.mark.parametrize("text", ['ignore = ["PG2"]', "select = ["])
def test_settings_are_read_once_for_all_files_of_a_run(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read: list[str] = []
    parse = tomllib.loads

    def counted(text: str) -> dict[str, object]:
        read.append(text)
        return parse(text)

    configure(text)
    names = [write(f"{folder}/{index}.yaml", LATE) for folder in ("a", "b") for index in range(3)]
    monkeypatch.setattr(tomllib, "loads", counted)
    main(["check", *names])
    assert len(read) == 1
    main(["check", names[0]])
    assert len(read) == 2


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_memory_does_not_grow_with_the_number_of_files(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    note = {"x-note": [f"a long note, number {index}" for index in range(3000)]}
    Path("a.json").write_text(json.dumps(example_data() | note))

    def peak(count: int) -> int:
        for index in range(count):
            Path(f"{index}.json").write_bytes(Path("a.json").read_bytes())
        tracemalloc.start()
        try:
            assert main(["check", "--format", form, *(f"{index}.json" for index in range(count))]) == 0
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
            capsys.readouterr()

    peak(1)
    few, many = peak(2), peak(20)
    assert many - few < 2 * Path("a.json").stat().st_size


@pytest.mark.parametrize("text", ["tool = 5\n", "[tool]\nproductgov = 5\n"])
def test_settings_that_are_not_a_table(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    status = main(["check", write("plan.yaml")])
    assert status == (0 if text.startswith("tool") else 2)
    assert ("must be a table" in capsys.readouterr().err) is (status == 2)


def test_a_document_that_is_judged_for_its_own_day_of_long_ago_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "age_of", partial(age_of, today=lambda: date(2026, 6, 3)))
    told = "plan.yaml: judged as of 2026-03-02, its asOf, 93 days ago; write a later asOf"
    assert main(["check", write("plan.yaml")]) == 0
    assert capsys.readouterr().out.startswith(told)
    assert main(["check", "--as-of", "2026-03-02", "plan.yaml"]) == 0
    assert main(["check", "--format", "json", "plan.yaml"]) == 0
    assert main(["check", write("undated.yaml", {"asOf": None})]) == 0
    assert main(["check", write("broken.yaml", {"name": 5})]) == 1
    assert "ago" not in capsys.readouterr().out
