"""The real TypeScript compiler."""

import subprocess
from pathlib import Path

from tests.support.node import module

__all__ = ["complaints"]

OPTIONS = ("--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "preserve")


def complaints(folder: Path, name: str, text: str = "") -> str:
    """What the compiler says of a file in a folder, which is written first when its text is given."""
    if text:
        (folder / name).write_text(text, "utf-8")
    tsc = module("typescript", "bin", "tsc")
    ran = subprocess.run(["node", str(tsc), *OPTIONS, name], cwd=folder, capture_output=True, text=True, check=False)
    return ran.stdout + ran.stderr
