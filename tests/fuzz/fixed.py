"""Fuzzing by a fixed number of executions, without atheris; pytest does not collect this file.

Run `python -m tests.fuzz.fixed WHAT EXECUTIONS [SEED]`, where WHAT is json, yaml, toml or documents. One seed gives
always the same inputs. The first defect of each kind is printed; the exit status says whether there was one.
"""

import json
import sys
import traceback
from pathlib import Path
from random import Random

from productgov.formats.registry import format_named
from tests.fuzz.pieces import PIECES, text_of_pieces
from tests.fuzz.targets import check_bytes, check_document, check_text, paths

__all__ = ["main"]

EXAMPLE = Path(__file__).parents[2] / "examples" / "platform.json"
ODD: tuple[object, ...] = (
    *(
        None,
        True,
        False,
        0,
        -0.0,
        0.5,
        1,
        1.0,
        1e15,
        1e16,
        5e-324,
        10**20,
        10**999,
        10**1000,
        "",
        " ",
        "a",
        "é\u2028",
        "\ud800",
    ),
    *(
        "2026-01-31",
        "2026-02-30",
        "no",
        "1e3",
        "a\nb\n",
        "#1",
        "x #1",
        "a: b",
        "\x00",
        [],
        {},
        [[]],
        ["a"],
        {"a": 1},
        [None],
    ),
)


def main(what: str, executions: int, seed: int) -> int:
    """Run so many inputs; give the number of different defects."""
    chance = Random(seed)
    seen: set[str] = set()
    for number in range(executions):
        given = random_document(chance) if what == "documents" else random_text(what, chance)
        try:
            check(what, given)
        except Exception as error:  # noqa: BLE001 - each is a defect
            place = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} at {place.filename}:{place.lineno}"
            if kind not in seen:
                seen.add(kind)
                sys.stdout.write(f"{what} {number}: {kind}: {given!r:.400}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{what}: {executions:,} executions, seed {seed}, {len(seen)} defects\n")
    return len(seen)


def check(what: str, given: object) -> None:
    """What must hold for this input."""
    if isinstance(given, dict):
        check_document(given)
    elif isinstance(given, bytes):
        check_bytes(given, format_named(what))
    else:
        check_text(str(given), format_named(what))


def random_text(what: str, chance: Random) -> str | bytes:
    """A text of pieces; now and then bytes of one, with one of them changed."""
    text = text_of_pieces(format_named(what), chance)
    if chance.random() < 0.9:
        return text.encode("utf-8", "replace").decode()
    source = bytearray(text.encode("utf-8", "replace"))
    source[chance.randrange(len(source))] = chance.randrange(256)
    return bytes(source)


_LOADED: dict[str, object] = json.loads(EXAMPLE.read_text("utf-8"))


def random_document(chance: Random) -> dict[str, object]:
    """The example with a few of its values, keys or items changed, removed, copied or added."""
    document: dict[str, object] = json.loads(json.dumps(_LOADED))
    for _ in range(chance.randint(0, 3)):
        path = chance.choice(list(paths(document))[1:] or [("name",)])
        holder: object = document
        for token in path[:-1]:
            holder = holder[token]  # type: ignore[index]
        change = chance.choice(("value", "value", "remove", "copy", "own", "text"))
        if change == "own" and isinstance(holder, dict):
            holder["x-a"] = {"b": [chance.choice(ODD), text_of_pieces(chance.choice(tuple(PIECES)), chance)]}
        elif change == "remove":
            del holder[path[-1]]  # type: ignore[attr-defined]
        elif change == "copy" and isinstance(holder, list):
            holder.append(holder[int(path[-1])])
        elif change == "text":
            holder[path[-1]] = text_of_pieces(chance.choice(tuple(PIECES)), chance)  # type: ignore[index]
        else:
            holder[path[-1]] = chance.choice(ODD)  # type: ignore[index]
    return document


if __name__ == "__main__":
    _, chosen, count, *rest = sys.argv
    sys.exit(bool(main(chosen, int(count), int(rest[0]) if rest else 0)))
