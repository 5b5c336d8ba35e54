"""Plug-ins on the command line: by option, by the settings of a project, and in every command that knows them."""

import json
from pathlib import Path

import pytest

from productgov import InvalidValueError, check_many, dump
from productgov.cli.main import main
from productgov.schema.outputs import check_schema
from tests.support.initiatives import backlog, inputs
from tests.support.initiatives import item as initiative
from tests.support.plugins import METHOD, RULE, Installer

ITEMS = (initiative("a", inputs=inputs(x=1)), initiative("b", inputs=inputs(x=2)), initiative("c"))


class TestTheCommandLine:
    @pytest.fixture(autouse=True)
    def _project(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: Installer) -> None:
        monkeypatch.chdir(tmp_path)
        source = f"{RULE}{METHOD}\nRULES = [rule(titles)]\nMETHODS = [method()]"
        installed(source, rules="RULES", methods="METHODS")
        dump(backlog(*ITEMS, rank_by="Mine"), "governance.json")

    def test_takes_plugins_as_options(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "governance.json", "--plugin", "acme", "--select", "ACME101,PG308"]) == 0
        assert "warning ACME101 the title of a" in capsys.readouterr().out
        assert main(["rank", "governance.json", "--plugin", "acme"]) == 0
        assert capsys.readouterr().out.startswith("Ranked by Mine: ")
        assert main(["explain", "ACME101", "--plugin", "acme"]) == 0
        assert capsys.readouterr().out.startswith("ACME101 (warning): a title")

    def test_takes_plugins_from_the_settings(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("pyproject.toml").write_text(
            '[tool.productgov]\nplugins = ["acme"]\nselect = ["ACME"]\n', encoding="utf-8"
        )
        assert main(["check", "governance.json"]) == 0
        assert capsys.readouterr().out.count("ACME101") == 3
        assert main(["rank", "governance.json", "--method", "mine"]) == 0
        assert main(["explain", "acme101"]) == 0
        capsys.readouterr()
        assert main(["set", "a", "title", "Another", "--file", "governance.json", "--dry-run"]) == 0
        assert main(["check", "governance.json", "--fix"]) == 0
        assert "fixed ACME101" in capsys.readouterr().out

    def test_says_what_is_wrong_with_the_settings(self, capsys: pytest.CaptureFixture[str]) -> None:
        for setting, said in (
            ('plugins = ["acne"]', 'tool.productgov: unknown plug-in "acne"; did you mean acme?'),
            ('plugins = "acme"', 'tool.productgov.plugins must be a list of names of plug-ins, such as ["acme"]'),
        ):
            Path("pyproject.toml").write_text(f"[tool.productgov]\n{setting}\n", encoding="utf-8")
            assert main(["check", "governance.json"]) == 2
            assert said in capsys.readouterr().err

    def test_refuses_what_there_is_not(self, capsys: pytest.CaptureFixture[str]) -> None:
        for arguments, said in (
            (["check", "governance.json", "--plugin", "acne"], 'unknown plug-in "acne"; did you mean acme?'),
            (["check", "governance.json", "--select", "ACME101"], 'unknown code "ACME101"'),
            (["rank", "governance.json"], 'prioritization.rankBy: unknown ranking method "Mine"'),
            (["rank", "governance.json", "--method", "zzz"], 'unknown ranking method "zzz"; expected one of RICE'),
            (["explain", "ACME101"], 'unknown code "ACME101"'),
        ):
            assert main(arguments) == 2
            assert said in capsys.readouterr().err
        with pytest.raises(SystemExit, match="2"):
            main(["check", "governance.json", "--select", "PG999"])
        assert 'unknown code "PG999"' in capsys.readouterr().err

    def test_writes_the_rules_of_plugins_into_sarif(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "governance.json", "--plugin", "acme", "--select", "ACME1", "--format", "sarif"]) == 0
        (run,) = json.loads(capsys.readouterr().out)["runs"]
        result = run["results"][0]
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert (result["ruleId"], rule["id"]) == ("ACME101", "ACME101")
        assert "helpUri" not in rule

    def test_writes_json_that_its_schema_describes(self, capsys: pytest.CaptureFixture[str]) -> None:
        jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
        assert main(["check", "governance.json", "--plugin", "acme", "--select", "ACME1", "--format", "json"]) == 0
        printed = json.loads(capsys.readouterr().out)
        assert {finding["code"] for finding in printed["findings"]} == {"ACME101"}
        jsonschema.validate(printed, check_schema())

    @pytest.mark.parametrize("format", ["github", "gitlab", "junit", "text"])
    def test_writes_the_findings_of_plugins_in_every_format(
        self, format: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check", "governance.json", "--plugin", "acme", "--select", "ACME1", "--format", format]) == 0
        assert capsys.readouterr().out.count("ACME101") >= 3

    def test_are_used_by_several_processes_too(self, capsys: pytest.CaptureFixture[str]) -> None:
        dump(backlog(*ITEMS), "other.governance.json")
        names = ["governance.json", "other.governance.json"]
        arguments = ["check", *names, "--plugin", "acme", "--select", "ACME1", "--format", "sarif"]
        assert main(arguments) == 0
        one = capsys.readouterr().out
        assert main([*arguments, "--jobs", "2"]) == 0
        assert capsys.readouterr().out == one
        assert [len(file.report or ()) for file in check_many(names, plugins="acme", select="ACME1")] == [3, 3]
        with pytest.raises(InvalidValueError, match='unknown plug-in "acne"'):
            check_many(names, plugins=["acne"])
