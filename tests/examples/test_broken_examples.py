"""The broken examples are found out: fifteen mistakes each, told as the files beside them say."""

import pytest

from productgov import read
from productgov.cli.main import main
from productgov.rules.engine import check
from tests.support.extras import needs
from tests.support.project import EXAMPLES, ROOT

pytestmark = needs("yaml")


@pytest.mark.parametrize("name", ["document", "strategy"])
def test_check_prints_what_stands_beside_a_broken_example(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("productgov.cli.check.age_of", lambda _governance: 0)
    status = main(["check", f"examples/broken/{name}.yaml"])
    printed = capsys.readouterr()
    assert printed.out == (EXAMPLES / f"broken/{name}.expected.txt").read_text(encoding="utf-8")
    assert (status, printed.err) == (1, "")


def test_the_broken_document_has_fifteen_mistakes_of_every_code_that_leaves_a_document_readable() -> None:
    findings = read(EXAMPLES / "broken/document.yaml").findings
    assert len({(finding.code, finding.path) for finding in findings}) == len(findings) == 15
    assert {finding.code for finding in findings} == {f"PG00{number}" for number in range(2, 9)}


def test_the_broken_strategy_has_fifteen_mistakes_of_as_many_codes() -> None:
    findings = check(read(EXAMPLES / "broken/strategy.yaml").governance).findings
    assert len({finding.code for finding in findings}) == len(findings) == 15
