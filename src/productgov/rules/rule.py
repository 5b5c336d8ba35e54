"""What a rule is."""

from collections.abc import Callable, Iterator

import attrs

from productgov.findings import Severity
from productgov.found import Found
from productgov.rules.context import Context

__all__ = ["Rule"]


@attrs.frozen(kw_only=True)
class Rule:
    """One thing that must hold: its code, how bad it is when it does not, and the function that looks for it."""

    code: str
    severity: Severity
    find: Callable[[Context], Iterator[Found]]
