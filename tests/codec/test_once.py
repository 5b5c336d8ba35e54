"""What is made at first use is made once, whichever thread comes first."""

import json
import subprocess
import sys
from threading import Barrier, Thread
from time import sleep

import pytest

from productgov.codec.once import once
from tests.support.documents import minimal_document

THREADS = 16
FIRST_ACTS = """
import json, sys
from threading import Barrier, Thread
import productgov as pg

text = sys.stdin.read()
governance = pg.from_dict(json.loads(text)) if {loaded} else None
acts = [{acts}]
start, done = Barrier({threads}), []

def act(number):
    start.wait()
    done.append(acts[number % len(acts)]())

threads = [Thread(target=act, args=(number,)) for number in range({threads})]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(done), len({{repr(each) for each in done}}))
"""
ACTS = {
    "load": "lambda: pg.loads(text)",
    "dump": "lambda: pg.dumps(pg.loads(text))",
    "from plain data": "lambda: pg.from_dict(json.loads(text))",
    "write": "lambda: pg.dumps(governance)",
    "schema": "lambda: pg.json_schema()",
    "typescript": "lambda: pg.typescript()",
}


@pytest.mark.parametrize("act", ACTS)
def test_many_threads_may_do_the_same_thing_first(act: str) -> None:
    assert _first_acts(ACTS[act], loaded=act == "write") == f"{THREADS} 1"


@pytest.mark.parametrize("attempt", range(4))
def test_many_threads_may_do_different_things_first(attempt: int) -> None:
    assert _first_acts(", ".join(ACTS.values()), loaded=True) == f"{THREADS} 4"


def _first_acts(acts: str, *, loaded: bool) -> str:
    """What a fresh process prints whose threads begin with these: how many ended, and how many results differ."""
    script = FIRST_ACTS.format(acts=acts, threads=THREADS, loaded=loaded)
    ran = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(minimal_document()),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    return ran.stdout.strip()


def test_it_is_made_once_for_the_same_arguments() -> None:
    made: list[int] = []
    start = Barrier(THREADS)

    @once
    def make(number: int) -> list[int]:
        made.append(number)
        sleep(0.02)  # the other threads come while it is made
        return [number]

    results: list[list[int]] = []

    def act() -> None:
        start.wait()
        results.extend((make(1), make(2)))

    threads = [Thread(target=act) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == [1, 2]
    assert len({id(result) for result in results}) == 2


def test_what_is_made_may_need_something_else_to_be_made() -> None:
    @once
    def make(number: int) -> int:
        return number + make(number - 1) if number else 0

    assert make(5) == 15


def test_what_could_not_be_made_is_tried_again() -> None:
    attempts: list[int] = []

    @once
    def make(number: int) -> int:
        attempts.append(number)
        if len(attempts) == 1:
            raise OSError("not now")
        return number

    with pytest.raises(OSError, match="not now"):
        make(1)
    assert make(1) == 1
