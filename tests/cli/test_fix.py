"""`productgov check --fix`: the file is repaired in place, and what was changed is said."""

import io
import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from productgov.cli import repair
from productgov.cli.main import main
from productgov.fixes import fix
from productgov.formats.toml.writer import write_toml
from productgov.formats.yaml.writer import write_yaml
from tests.support.examples import example_data, merged
from tests.support.extras import needs

pytestmark = needs("yaml")

SLIP = {"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "pillar": "Clam"}]}}}


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yaml"
    path.write_bytes(("\ufeff# ours\n" + write_yaml(merged(example_data(), SLIP))).replace("\n", "\r\n").encode())
    return path


def test_the_file_is_repaired_and_the_rest_of_its_bytes_stay(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = plan.read_bytes()
    assert main(["check", "plan.yaml"]) == 1
    assert "(fixable: check --fix)" in capsys.readouterr().out
    assert main(["check", "--fix", "plan.yaml"]) == 0
    assert plan.read_bytes() == before.replace(b"Clam", b"Calm")
    assert capsys.readouterr().out == (
        'plan.yaml:22:17: fixed PG105 "Clam" → "Calm"\n1 file checked: no findings (as of 2026-03-02)\n'
    )


def test_a_second_time_there_is_nothing_to_do(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--fix", "plan.yaml"])
    once = plan.read_bytes()
    capsys.readouterr()
    assert main(["check", "--fix", "plan.yaml"]) == 0
    assert plan.read_bytes() == once
    assert capsys.readouterr().out == "1 file checked: no findings (as of 2026-03-02)\n"


def test_other_formats_keep_standard_output_to_themselves(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", "--format", "json", "plan.yaml"]) == 0
    streams = capsys.readouterr()
    assert json.loads(streams.out)["findings"] == []
    assert "fixed PG105" in streams.err


def test_what_is_left_is_said(plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    before = plan.read_bytes()
    monkeypatch.setattr(fix, "remaining", lambda found, repaired: Counter())
    plan.write_bytes(before.replace(b"northStarMetric: ", b"northStarMetric: no "))
    before = plan.read_bytes()
    assert main(["check", "--fix", "plan.yaml"]) == 1
    assert plan.read_bytes() == before
    assert 'not fixed PG105 "Clam" → "Calm" (the repairs together would have' in capsys.readouterr().out


def test_toml_and_standard_input_are_refused(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("plan.toml").write_text(write_toml(merged(example_data(), SLIP)), encoding="utf-8")
    assert main(["check", "--fix", "plan.toml"]) == 2
    assert "plan.toml: only JSON and YAML files can be fixed" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(plan.read_bytes())))
    assert main(["check", "--fix", "-"]) == 2
    assert "standard input cannot be fixed" in capsys.readouterr().err


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def late(*arguments: object, **options: object) -> fix.Fixed:
        fixed = fix.fix(*arguments, **options)  # type: ignore[arg-type]
        plan.write_bytes(plan.read_bytes() + b"# more\n")
        return fixed

    monkeypatch.setattr(repair, "fix", late)
    before = plan.read_bytes()
    assert main(["check", "--fix", "plan.yaml"]) == 2
    assert "the file has changed since it was read" in capsys.readouterr().err
    assert plan.read_bytes() == before + b"# more\n"


def test_a_broken_document_is_reported_and_left(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan.write_text("name: 5\n", encoding="utf-8")
    assert main(["check", "--fix", "plan.yaml"]) == 1
    assert plan.read_text(encoding="utf-8") == "name: 5\n"
    assert "PG005" in capsys.readouterr().out
