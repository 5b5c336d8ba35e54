"""Coverage-guided fuzzing of the readers, for the thorough profile; pytest does not collect this file.

Run one reader: `python -m tests.fuzz.fuzz_readers json -max_total_time=60` (or yaml, toml; `-runs=100000` for a fixed
number of executions). It needs atheris, which has wheels for some Pythons only. Whatever is raised is a defect.
"""

import sys

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports():
    from productgov.formats.registry import format_named
    from tests.fuzz.targets import check_bytes

__all__ = ["main"]


def main() -> None:
    """Fuzz the reader that the first argument names."""
    form = format_named(sys.argv.pop(1))
    atheris.Setup(sys.argv, lambda source: check_bytes(source, form))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
