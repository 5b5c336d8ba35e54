"""What the mutation tests change in a module, and what they leave alone."""

import importlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.project import ROOT
from tools.mutants import MutatedSource
from tools.mutations import mutations


def changes(source: str) -> list[str]:
    return [mutation.after for mutation in mutations(source)]


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a < b", ["a <= b", "a >= b"]),
        ("a <= b < c", ["a < b < c", "a > b < c", "a <= b <= c", "a <= b >= c"]),
        ("a == b", ["a != b"]),
        ("a not in b", ["a in b"]),
        ("a is b", ["a is not b"]),
        ("a and b", ["a or b", "b", "a"]),
        ("a or b or c", ["a and b and c", "b or c", "a or c", "a or b"]),
        ("not a", ["a"]),
        ("-a", ["a"]),
        ("a + b", ["a - b"]),
        ("a // b", ["a * b"]),
        ("7", ["8"]),
        ("1", ["2", "0"]),
        ("1e200", []),
        ("True", ["False"]),
        ("a if b else c", ["c if b else a"]),
        ("[a for a in b if c]", ["[a for a in b]"]),
        ("{a: c for a in b if c if d}", ["{a: c for a in b}"]),
        ("f'{a + 1}' + b", []),
        ("'text' 'more'", []),
        ("f(1, title=2, hint=3)", ["2", "0"]),
        ("zip(a, b, strict=True)", []),
        ("zip(a, b, strict=False)", ["True"]),
        ("a.resolve(strict=True)", ["False"]),
    ],
)
def test_expressions_are_changed_in_behaviour_and_not_in_text(source: str, changed: list[str]) -> None:
    assert changes(f"x = {source}") == changed


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("if a:\n    b()", ["if not a: b()", "pass"]),
        ("def f():\n    return a", ["return None"]),
        ("def f():\n    return None", []),
        ("def f():\n    return 'text'", []),
        ("raise ValueError(1 + 2)", ["pass"]),
        ("for a in b:\n    continue", ["pass"]),
        ("a += b", ["pass"]),
        ("'documentation'", []),
        ("import a", []),
        ("__all__ = [1]", []),
        ("A: TypeAlias = b | 1", []),
        ("if TYPE_CHECKING:\n    a = 1", []),
        ("def f(a: 1 | 2 = 3) -> 4: ...", ["4"]),
    ],
)
def test_statements_are_changed_in_behaviour_and_not_in_text(source: str, changed: list[str]) -> None:
    assert changes(source) == changed


def test_a_mutation_is_the_whole_module_with_one_change() -> None:
    first, second = mutations("a = 5\n\nb = 6\n")
    assert (first.line, first.before, first.after) == (1, "5", "6")
    assert (second.line, second.source) == (3, "a = 5\nb = 7")
    assert first.source == "a = 6\nb = 6"


def test_a_changed_module_is_imported_in_the_place_of_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "changed" / "module.py"
    file.parent.mkdir()
    file.write_text("value = 1\n", encoding="utf-8")
    monkeypatch.setattr("tools.mutants.SOURCES", tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", [MutatedSource(file, "value = 2"), *sys.meta_path])
    assert importlib.import_module("changed.module").value == 2
    monkeypatch.delitem(sys.modules, "changed.module")


SLEEPING_TEST = """
import os, time

def test_sleeps():
    os.write({pipe}, b"started")
    time.sleep(60)
    os.write({pipe}, b"ended")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="mutants need a system that can fork")
def test_an_interrupt_ends_the_tests_that_run(tmp_path: Path) -> None:
    test = tmp_path / "test_sleeps.py"
    reading, pipe = os.pipe()
    test.write_text(SLEEPING_TEST.format(pipe=pipe), encoding="utf-8")
    run = f"from tools.mutants import passes; passes([{str(test)!r}], 600)"
    with subprocess.Popen([sys.executable, "-c", run], cwd=ROOT, pass_fds=[pipe], stderr=subprocess.DEVNULL) as process:
        os.close(pipe)
        with os.fdopen(reading, "rb") as written:
            assert written.read(7) == b"started"
            process.send_signal(signal.SIGINT)
            assert written.read() == b""
    assert process.returncode != 0
