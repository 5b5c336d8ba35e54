"""Node and the modules that the cross-checks need: ajv, tsc, axe and the YAML language server.

The folder that npm installed them into is named by the environment variable PRODUCTGOV_NODE_MODULES; without it,
the tests that need them are skipped and say so.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

__all__ = ["module", "needs_node", "run_node"]

NODE = shutil.which("node")
MODULES = os.environ.get("PRODUCTGOV_NODE_MODULES")

needs_node = pytest.mark.skipif(
    NODE is None or MODULES is None,
    reason="node is not here, or PRODUCTGOV_NODE_MODULES does not name the folder of its modules",
)


def module(*parts: str) -> Path:
    """A file below the folder of modules."""
    assert MODULES is not None
    return Path(MODULES).joinpath(*parts)


def run_node(script: str, data: object) -> object:
    """Run a script that reads JSON from `input` and gives what it prints as JSON."""
    assert NODE is not None
    assert MODULES is not None
    whole = "const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n" + script
    ran = subprocess.run(
        [NODE, "-e", whole],
        input=json.dumps(data),
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "NODE_PATH": MODULES},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-500:]
    result: object = json.loads(ran.stdout)
    return result
