"""What needs no extra works without any: shown with every optional module blocked, whatever is installed."""

import subprocess
import sys

from tests.support.project import EXAMPLES

SCRIPT = """
import sys

for module in ("hypothesis", "icalendar", "msgspec", "rich", "yaml"):
    sys.modules[module] = None

import productgov
from productgov.cli.main import main

name = sys.argv[1]
governance = productgov.load(name)
assert productgov.read(name).findings == ()
assert productgov.loads(productgov.dumps(governance)) == governance
assert productgov.check(governance).ok
assert len(productgov.rank(governance)) > 0
assert productgov.json_schema() and productgov.typescript()
assert list(governance.reviews.product_review.dates(governance.as_of, governance.as_of.replace(year=2027)))
sys.exit(main(["check", name]) or main(["show", name]) or main(["rank", name]))
"""


def test_a_bare_installation_loads_writes_checks_ranks_shows_and_describes() -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, str(EXAMPLES / "platform.json")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "1 file checked: no findings" in ran.stdout
    assert "Conduit (as of 2026-07-01)" in ran.stdout
