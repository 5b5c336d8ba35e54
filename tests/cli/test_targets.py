"""Which documents `check` is about, and where its report goes."""

import json
from pathlib import Path

import pytest

from productgov.cli.main import main
from tests.support.documents import minimal_document
from tests.support.extras import needs

TEXT = json.dumps(minimal_document())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text('{"name": 5}')


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The files that are checked, each of which has a finding, in order."""
    assert main(["check", "--format", "json", *arguments]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    return list(dict.fromkeys(finding["file"].replace("\\", "/") for finding in findings))


def settings(text: str, folder: str = ".") -> None:
    Path(folder, "pyproject.toml").write_text(f"[tool.productgov]\n{text}\n")


def test_without_a_file_the_governance_here_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    write("governance.json", "other.json", "plans/governance.json")
    assert checked(capsys) == ["governance.json"]
    write("governance.toml")
    assert checked(capsys) == ["governance.json", "governance.toml"]


def test_without_any_document_there_is_nothing_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    write("other.json")
    assert main(["check"]) == 2
    assert capsys.readouterr().err == (
        "productgov: there is no governance.yaml here; name a file, or write one: productgov init\n"
    )


def test_without_a_file_the_files_of_the_settings_are_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write("governance.json", "plans/b.json", "plans/a.json", "plans/old/c.json", "plans/deep/er/d.json", "e.json")
    settings('files = ["plans/**/*.json", "e.json"]\nexclude = ["plans/old", "plans/*/d.json"]')
    assert checked(capsys) == ["plans/a.json", "plans/b.json", "e.json"]
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder / "plans" / "old")
    assert checked(capsys) == ["plans/a.json", "plans/b.json", "e.json"]


def test_patterns_of_the_settings_start_in_their_folder_whatever_it_is_called(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write("[a]*/b.json")
    settings('files = ["*.json"]', "[a]*")
    monkeypatch.chdir(folder / "[a]*")
    assert checked(capsys) == ["b.json"]


@pytest.mark.parametrize("exclude", ["", 'exclude = ["a.json"]'])
def test_a_pattern_of_the_settings_that_matches_nothing_is_told(
    exclude: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(*(["a.json"] if exclude else []))
    settings(f'files = ["a.json"]\n{exclude}')
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "productgov: no file matches 'a.json' of tool.productgov.files\n"


@needs("yaml")
def test_a_folder_stands_for_the_documents_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        "plans/governance.yml", "plans/z.productgov.json", "plans/b/my plan.governance.toml", "plans/c/governance.json"
    )
    write("plans/d/.git/governance.json", "plans/package.json", "plans/mygovernance.json", "plans/governance.json5")
    settings('exclude = ["plans/c/"]')
    assert checked(capsys, "plans") == [
        "plans/governance.yml",
        "plans/z.productgov.json",
        "plans/b/my plan.governance.toml",
    ]
    assert checked(capsys, "plans/c/governance.json") == ["plans/c/governance.json"]
    assert main(["check", "plans/c"]) == 2
    assert "plans/c: no document in this folder" in capsys.readouterr().err


def test_a_pattern_stands_for_the_files_that_match(capsys: pytest.CaptureFixture[str]) -> None:
    write("b.json", "a.json", "deep/c.json", "[x].json")
    settings('exclude = ["b.json"]')
    assert checked(capsys, "*.json") == ["[x].json", "a.json"]
    assert checked(capsys, "**/*.json", "a.json") == ["[x].json", "a.json", "deep/c.json"]
    assert checked(capsys, "[x].json") == ["[x].json"]
    assert main(["check", "*.yaml"]) == 2
    assert capsys.readouterr().err.startswith("productgov: *.yaml: no such file")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_report_goes_to_the_file_that_is_named(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("a.json")
    assert main(["check", "--format", form, "a.json"]) == 1
    printed = capsys.readouterr().out
    assert main(["check", "--format", form, "-o", "out.txt", "a.json"]) == 1
    assert capsys.readouterr().out == "wrote out.txt\n"
    assert Path("out.txt").read_bytes() == printed.encode()
    assert main(["check", "--format", form, "-o", "-", "a.json"]) == 1
    assert capsys.readouterr().out == printed
    assert main(["check", "--format", form, "-o", "none/out.txt", "a.json"]) == 2
