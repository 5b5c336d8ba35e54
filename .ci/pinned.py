"""Print everything that is installed with this interpreter and not pinned to its version by constraints.txt."""

import re
import sys
from importlib.metadata import distributions
from pathlib import Path

OF_THE_ENVIRONMENT = {"pip", "productgov", "setuptools"}


def unpinned(constraints: Path) -> list[str]:
    pins = set(constraints.read_text("utf-8").splitlines())
    names = ((re.sub(r"[-_.]+", "-", each.metadata["Name"]).lower(), each.version) for each in distributions())
    return sorted({f"{name}=={version}" for name, version in names if name not in OF_THE_ENVIRONMENT} - pins)


if __name__ == "__main__":
    sys.exit("\n".join(unpinned(Path(sys.argv[1]))) or None)
