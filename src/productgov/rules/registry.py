"""Every rule there is, in the order of the codes, and every code, the reader's own included."""

from collections.abc import Mapping
from types import MappingProxyType

from productgov.findings import Severity
from productgov.rules import dependencies, metrics, priorities, references, reviews, strategy, timing
from productgov.rules.ignores import BAD_IGNORE
from productgov.rules.placeholders import PLACEHOLDERS
from productgov.rules.rule import Rule

__all__ = ["DOCUMENT_CODES", "REFERENCES", "RULES", "SEVERITIES"]

REFERENCES = references.RULES
"""The rules about names that must exist; they see the document as it is written."""

RULES: tuple[Rule, ...] = (
    *dependencies.RULES,
    *timing.RULES,
    *priorities.RULES,
    *metrics.RULES,
    *reviews.RULES,
    *strategy.RULES,
    PLACEHOLDERS,
)
"""The rules about how things hang together; they see the document as it was meant."""

DOCUMENT_CODES = tuple(f"PG{number:03}" for number in range(1, 11))
"""The codes of level 1, found while a document is read."""

SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    dict.fromkeys(DOCUMENT_CODES, Severity.ERROR)
    | {rule.code: rule.severity for rule in (*REFERENCES, *sorted(RULES, key=lambda rule: rule.code))}
    | {BAD_IGNORE: Severity.WARNING}
)
"""The severity of every code, of both levels, by rising code."""
