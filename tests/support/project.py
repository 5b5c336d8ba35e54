"""Where the files of the project are, for tests that are about them."""

from pathlib import Path

import pytest

__all__ = ["EXAMPLES", "ROOT", "needs_checkout"]

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"

needs_checkout = pytest.mark.skipif(not (ROOT / "src").is_dir(), reason="needs the sources of the project")
"""Skips where an installed wheel is tested, and the sources are not there."""
