"""What the code of a finding or of a change means."""

from collections.abc import Iterable

from productgov.changes.change import ChangeCode
from productgov.changes.registry import CHANGE_CODES
from productgov.rules import registry
from productgov.rules.registry import unknown_code
from productgov.rules.rule import Rule

__all__ = ["explain"]


def explain(code: str, plugins: Iterable[str] | str = ()) -> Rule | ChangeCode:
    """The rule or the kind of change with this code, in upper or lower case: what it means, why it matters, examples.

    `print(explain("PG203"))` and `print(explain("PGD103"))` print the explanation; `.heading` is its heading.

    Args:
        code: the code.
        plugins: the names of plug-ins whose rules are known too.

    Raises:
        InvalidValueError: there is no such code, and the message names the nearest ones; or it is retired, and the
            message says why; or there is no plug-in of a name.
        PluginError: when a plug-in cannot be used.
    """
    name = code.strip().upper()
    if not name.startswith("PGD"):
        return registry.explain(code, plugins)
    if name not in CHANGE_CODES:
        raise unknown_code(code, CHANGE_CODES)
    return CHANGE_CODES[name]
