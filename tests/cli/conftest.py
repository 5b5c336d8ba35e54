"""What the tests of the command line share."""

import pytest

from productgov.cli import check


@pytest.fixture(autouse=True)
def every_document_is_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The documents of the tests have a fixed day; what is said of old ones must not depend on when tests run."""
    monkeypatch.setattr(check, "age_of", lambda _governance: 0)


@pytest.fixture(autouse=True)
def no_width_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed must not depend on the terminal that tests run in."""
    monkeypatch.delenv("COLUMNS", raising=False)
