"""The fuzzers run, and find nothing in their first inputs."""

import pytest

from tests.fuzz import fixed
from tests.support.extras import needs


@needs("yaml")
@pytest.mark.parametrize(("what", "executions"), [("json", 150), ("yaml", 150), ("toml", 150), ("documents", 8)])
def test_the_first_inputs_show_no_defect(what: str, executions: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert fixed.main(what, executions, 0) == 0
    assert capsys.readouterr().out == f"{what}: {executions:,} executions, seed 0, 0 defects\n"


def test_a_defect_is_told_once_for_each_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(what: str, given: object) -> None:
        raise ValueError(what, given)

    monkeypatch.setattr(fixed, "check", fails)
    assert fixed.main("json", 20, 0) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("json 0: ValueError at ")
    assert last == "json: 20 executions, seed 0, 1 defects"
