"""Every shape at the size that the reader's limit allows, each in a process of its own with bounded memory and time.

`python -m tests.bounds.at_limit [WORD…]` prints seconds of CPU and memory for each shape, the slowest first, or
only for those whose name holds one of them. It exits with 1 when a shape did not end within the bounds.
"""

import multiprocessing
import resource
import sys
import time
from multiprocessing.connection import Connection

import attrs

from productgov import Limits
from tests.bounds.shape import Shape
from tests.bounds.shapes import SHAPES

MOST_MEMORY = 4_000_000_000
MOST_SECONDS = 300
NEARLY = 0.9


@attrs.frozen(kw_only=True)
class Measured:
    """What one shape cost: bytes of text, seconds of CPU, bytes of memory above those of the text's own process."""

    size: int
    seconds: float
    memory: int


def text_at_limit(shape: Shape) -> str:
    """A text of the shape whose size is at most, and nearly, the limit of bytes."""
    most = Limits().max_bytes
    size = shape.sizes[-1]
    text = shape.build(size)
    for _ in range(5):
        share = len(text.encode()) / most
        if NEARLY <= share <= 1:
            break
        size = max(1, int(size * 0.97 / share))
        text = shape.build(size)
    return text


def measure(shape: Shape) -> Measured | None:
    """The cost of a shape at the limit, or None where its process ran into the bounds."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_act, args=(shape, sender))
    process.start()
    sender.close()
    try:
        return receiver.recv()  # type: ignore[no-any-return]
    except EOFError:
        return None
    finally:
        process.join()


def _act(shape: Shape, sender: Connection) -> None:
    text = text_at_limit(shape)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    used = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + MOST_SECONDS, used + MOST_SECONDS))
    before, begun = _peak(), time.process_time()
    shape.act(text)
    sender.send(Measured(size=len(text.encode()), seconds=time.process_time() - begun, memory=_peak() - before))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _text(cost: Measured | None) -> str:
    if cost is None:
        return "out of bounds"
    return f"{cost.size / 1e6:5.1f} MB {cost.seconds:7.2f} s {cost.memory / 1e6:7,.0f} MB"


def main(words: list[str]) -> int:
    """Measure the shapes and print a table."""
    chosen = [shape for shape in SHAPES if not words or any(word in shape.name for word in words)]
    measured: dict[str, Measured | None] = {}
    for shape in chosen:
        print(f"{len(measured) + 1} of {len(chosen)}: {shape.name}", file=sys.stderr)  # noqa: T201 - a script that prints
        measured[shape.name] = measure(shape)
    for name, cost in sorted(measured.items(), key=lambda entry: -(entry[1].seconds if entry[1] else MOST_SECONDS)):
        print(f"{_text(cost):>30}  {name}", flush=True)  # noqa: T201 - a script that prints
    return int(not all(measured.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
