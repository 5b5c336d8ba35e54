"""Work for processes: what they call must be importable there."""

import os
import signal

__all__ = ["double", "end_on", "fail_on"]


def double(number: int) -> int:
    return 2 * number


def fail_on(number: int, *, bad: int) -> int:
    if number == bad:
        raise ValueError(f"no {number}")
    return 2 * number


def end_on(number: int, *, bad: int) -> int:
    """End the process that works on one number, as the system does when there is no memory left."""
    if number == bad:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number
