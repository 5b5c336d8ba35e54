#!/usr/bin/env python3
"""Check the types of every Python block in README and docs: `python tools/python_blocks.py`.

The blocks of a page share their names, as they do when they run, so each page becomes one module. A statement keeps
its line, and mypy's errors name the line of the page.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
_FENCE = re.compile(r"^( *)```(\w*).*\n((?:.*\n)*?)\1```$", re.MULTILINE)
_PROMPT = re.compile(r"(?:>>>|\.\.\.)(?: |$)")


def pages() -> Iterator[Path]:
    """README and every page of the documentation."""
    yield ROOT / "README.md"
    yield from sorted((ROOT / "docs").rglob("*.md"))


def python_of(page: str) -> str:
    """The Python of a page as a module with the page's lines; what is not Python is empty."""
    lines = [""] * (page.count("\n") + 1)
    for fence in _FENCE.finditer(page):
        if fence[2] == "python":
            first = page.count("\n", 0, fence.start(3))
            code = [line.removeprefix(fence[1]) for line in fence[3].splitlines()]
            lines[first : first + len(code)] = _without_output(code) if any(map(_PROMPT.match, code)) else code
    return "\n".join(lines)


def _without_output(session: list[str]) -> list[str]:
    """What is typed at the prompts of an interactive session."""
    return [line[4:] if _PROMPT.match(line) else "" for line in session]


def main() -> int:
    """Run mypy once over all pages; its exit status."""
    with TemporaryDirectory() as folder:
        modules = {}
        for page in pages():
            name = str(page.relative_to(ROOT))
            module = Path(folder, re.sub(r"\W", "_", name) + ".py")
            module.write_text(python_of(page.read_text("utf-8")), "utf-8")
            modules[str(module)] = name
        command = [sys.executable, "-m", "mypy", "--strict", *modules]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # see above
    output = ran.stdout + ran.stderr
    for path, name in modules.items():
        output = output.replace(path, name)
    sys.stdout.write(output)
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
