"""`productgov explain`: what a code means."""

import pytest

from productgov.cli.main import main
from productgov.rules.registry import RULES


@pytest.mark.parametrize("code", ["PG203", "pg203"])
def test_a_code_is_explained_with_its_examples(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    out = capsys.readouterr().out
    assert out.startswith("PG203 (warning): dates outside the horizon\n")
    assert "Why it matters:" in out
    assert "Bad:\n    roadmap:\n" in out
    assert "Good:\n" in out


@pytest.mark.parametrize("code", RULES)
def test_every_explanation_fits_a_terminal(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    prose = capsys.readouterr().out.split("Bad:")[0]
    assert max(map(len, prose.splitlines())) <= 80


def test_an_unknown_code_is_not_usable_and_near_ones_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "PG208"]) == 2
    assert 'unknown code "PG208"; did you mean' in capsys.readouterr().err
