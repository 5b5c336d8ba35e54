"""What the tests of the command line share."""

import pytest

from productgov.cli import check


@pytest.fixture(autouse=True)
def every_document_is_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The documents of the tests have a fixed day; what is said of old ones must not depend on when tests run."""
    monkeypatch.setattr(check, "age_of", lambda _governance: 0)
