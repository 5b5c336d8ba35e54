"""`productgov review`: the pack as a file, and what is refused."""

import io
import sys
from pathlib import Path

import pytest

from productgov.cli.main import main
from tests.support.examples import document_with, item
from tests.support.repositories import commit, needs_git, new_repository

TEXT = document_with(item("now", "checkout", targetDate="2026-02-15")).text


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "plan.json").write_text(TEXT, "utf-8")
    return tmp_path


def test_markdown_is_printed_or_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "plan.json", "--kind", "product"]) == 0
    printed = capsys.readouterr().out
    assert "productgov deliver checkout --on=2026-03-02 --file=plan.json  # it is delivered\n" in printed
    assert main(["review", "plan.json", "--kind", "product", "-o", "pack.md"]) == 0
    assert capsys.readouterr().out == "wrote pack.md\n"
    assert (here / "pack.md").read_text("utf-8") == printed


def test_a_page_is_written(here: Path) -> None:
    assert main(["review", "plan.json", "--kind", "strategy", "-o", "Pack.HTML"]) == 0
    assert (here / "Pack.HTML").read_text("utf-8").startswith("<!doctype html>")


def test_standard_input_needs_no_file(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(TEXT))
    assert main(["review", "-", "--kind", "product", "--as-of", "2026-03-03"]) == 0
    assert "productgov deliver checkout --on=2026-03-03  # it is delivered\n" in capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", io.StringIO(TEXT))
    assert main(["review", "-", "--kind", "product", "--since", "HEAD"]) == 2
    assert "--since needs a file in a git repository" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("plan.json", "-o", "pack.pdf"), 2, "pack.pdf: the name of the pack must end in .md or .html"),
        (("gone.json",), 2, "gone.json: no such file or directory"),
        (("bad.json",), 1, "bad.json:1"),
        (("plan.json", "--since", "HEAD"), 2, "git"),
    ],
)
def test_what_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], status: int, message: str
) -> None:
    (here / "bad.json").write_text("{", "utf-8")
    assert main(["review", *arguments, "--kind", "product"]) == status
    assert message in capsys.readouterr().err
    assert not (here / "pack.pdf").exists()


@needs_git
def test_changes_since_the_last_review(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new_repository(here)
    commit(here, "plan.json", "{", day="2026-01-10")
    commit(here, "plan.json", document_with({}).text, day="2026-02-10")
    for since in ("HEAD", "2026-02-11"):
        (here / "plan.json").write_text(TEXT, "utf-8")
        assert main(["review", "plan.json", "--kind", "product", "--since", since]) == 0
        assert "PGD208" in capsys.readouterr().out
    assert main(["review", "plan.json", "--kind", "product", "--since", "HEAD~1"]) == 2
    assert "HEAD~1:plan.json: not valid (1 finding); compare with another version" in capsys.readouterr().err
