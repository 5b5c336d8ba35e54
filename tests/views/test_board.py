"""The board as one text."""

from datetime import date
from pathlib import Path

import attrs
import pytest

from productgov.analysis.traceability import trace
from productgov.cli.main import main
from productgov.dumping import dump
from productgov.model.initiative import Initiative
from productgov.views import board_text, metrics_text, reviews_text, trace_text
from productgov.views.layout import width
from tests.support.governances import governance

DOCUMENT = governance(now=(Initiative(id="sso", title="Single sign-on", pillar="Calm"),))


def test_the_board_is_what_show_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    dump(DOCUMENT, path)
    assert main(["show", str(path)]) == 0
    assert capsys.readouterr().out == board_text(DOCUMENT) + "\n"
    day = date(2031, 5, 6)
    assert main(["show", str(path), "--trace", "--as-of", str(day)]) == 0
    assert capsys.readouterr().out == board_text(DOCUMENT, as_of=day, with_trace=True) + "\n"


def test_the_board_holds_the_texts_of_its_parts() -> None:
    board = board_text(DOCUMENT, with_trace=True)
    assert board.startswith("Tempo (as of 2026-03-01)\n")
    for part in (metrics_text(DOCUMENT), reviews_text(DOCUMENT), trace_text(trace(DOCUMENT))):
        assert f"\n{part}" in board
    assert all(width(line) <= 80 for line in board.splitlines())


def test_a_trace_without_pillars_and_initiatives_says_so() -> None:
    document = governance()
    vision = attrs.evolve(document.product_vision, strategic_pillars=())
    assert trace_text(trace(attrs.evolve(document, product_vision=vision))) == "(nothing)"
