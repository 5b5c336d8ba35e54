"""Every rule, by family and by code."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from productgov.errors import InvalidValueError
from productgov.nearest import nearest
from productgov.rules.check_ins import CHECK_INS
from productgov.rules.decisions import DECISIONS
from productgov.rules.dependencies import DEPENDENCIES
from productgov.rules.document import DOCUMENT
from productgov.rules.externals import EXTERNALS
from productgov.rules.follow_up import FOLLOW_UP
from productgov.rules.horizons import HORIZONS
from productgov.rules.ignores import IGNORES
from productgov.rules.metric_bounds import BOUNDS
from productgov.rules.metric_definitions import DEFINITIONS
from productgov.rules.metric_influences import INFLUENCES
from productgov.rules.metric_observations import OBSERVATIONS
from productgov.rules.metric_targets import TARGETS
from productgov.rules.names import NAMES
from productgov.rules.objectives import OBJECTIVES
from productgov.rules.order import ORDER
from productgov.rules.organization import ORGANIZATION
from productgov.rules.placeholders import PLACEHOLDERS
from productgov.rules.plan_names import PLAN_NAMES
from productgov.rules.promises import PROMISES
from productgov.rules.ranking_method import RANKING_METHOD
from productgov.rules.references import REFERENCES
from productgov.rules.retired import RETIRED
from productgov.rules.reviews import REVIEWS
from productgov.rules.rule import Family, Rule
from productgov.rules.scores import SCORES
from productgov.rules.strategy import STRATEGY
from productgov.rules.teams import TEAMS
from productgov.rules.timing import TIMING
from productgov.rules.typography import TYPOGRAPHY
from productgov.wording import listed, quoted_value

__all__ = ["FAMILIES", "RULES", "explain", "unknown_code"]

FAMILIES: tuple[Family, ...] = (
    DOCUMENT,
    REFERENCES,
    NAMES,
    DEPENDENCIES,
    EXTERNALS,
    HORIZONS,
    PROMISES,
    TIMING,
    SCORES,
    RANKING_METHOD,
    ORDER,
    DEFINITIONS,
    OBSERVATIONS,
    TARGETS,
    BOUNDS,
    INFLUENCES,
    REVIEWS,
    STRATEGY,
    PLACEHOLDERS,
    TYPOGRAPHY,
    PLAN_NAMES,
    OBJECTIVES,
    TEAMS,
    CHECK_INS,
    FOLLOW_UP,
    DECISIONS,
    ORGANIZATION,
    IGNORES,
)
"""The families of rules, in the order of the documentation."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for rule in sorted((rule for family in FAMILIES for rule in family.rules), key=lambda rule: rule.code)
    }
)
"""The rules by their codes, in the order of the codes."""


def explain(code: str, plugins: Iterable[str] | str = ()) -> Rule:
    """The rule with this code, in upper or lower case: what its findings mean, why they matter, and examples.

    `print(explain("PG203"))` prints the explanation; `.heading` is its heading, `.bad_text` and `.good_text` are the
    examples as text.

    Args:
        code: the code.
        plugins: the names of plug-ins whose rules are known too.

    Raises:
        InvalidValueError: there is no such code, and the message names the nearest ones; or it is retired, and the
            message says why; or there is no plug-in of a name.
        PluginError: when a plug-in cannot be used.
    """
    from productgov.rules.plugged import rules_with  # noqa: PLC0415 - it imports this module

    rules = rules_with(plugins)
    rule = rules.get(code.strip().upper())
    if rule is None:
        raise unknown_code(code, rules)
    return rule


def unknown_code(text: str, codes: Mapping[str, object]) -> InvalidValueError:
    """The error about a code, or the start of one, that does not exist or is retired."""
    code = text.strip().upper()
    if code in RETIRED:
        return InvalidValueError(f"{code} is retired: {RETIRED[code]}")
    near = sorted(nearest(text, codes, most=12), key=lambda near: not near.startswith(code[:3]))[:4]
    hint = f"did you mean {listed(near, 'or')}?" if near else "codes look like PG203, prefixes of codes like PG2"
    return InvalidValueError(f"unknown code {quoted_value(text.strip())}; {hint}")
