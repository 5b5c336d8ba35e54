"""The check of a strategy: every rule on one governance, in the order of the document."""

from collections.abc import Iterable, Iterator
from datetime import date

from productgov.analysis.horizons import resolve_as_of
from productgov.found import Found
from productgov.model.governance import ProductGovernance
from productgov.model.order import document_order
from productgov.report import Report
from productgov.rules.context import Context
from productgov.rules.ignores import silenced
from productgov.rules.meant import as_meant
from productgov.rules.registry import REFERENCES, RULES, SEVERITIES
from productgov.rules.rule import Rule
from productgov.rules.selection import selected_codes

__all__ = ["check", "diagnose", "selected_codes"]


def check(
    governance: ProductGovernance,
    as_of: date | None = None,
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
) -> Report:
    """Prove a governance consistent, or say everything that is not: findings PG101 to PG607.

    Args:
        governance: what to check; it is not changed.
        as_of: the day to see it from; left out, the document's `asOf`, else today.
        select: report only these codes, or codes that begin like these; left out, all.
        ignore: do not report these codes, or codes that begin like these.

    Raises:
        InvalidValueError: when no code begins like what is selected or ignored.
    """
    return Report(tuple(found.to_finding() for found in diagnose(governance, as_of, select, ignore)))


def diagnose(
    governance: ProductGovernance,
    as_of: date | None = None,
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
) -> tuple[Found, ...]:
    """What `check` reports, by place and code, with the repairs that are beyond doubt.

    Raises:
        InvalidValueError: as `check`.
    """
    wanted = selected_codes(select, ignore)
    day = resolve_as_of(governance, as_of)
    written = Context(governance=governance, as_of=day)
    names = tuple(_run(REFERENCES, written))
    meant = as_meant(governance, names)
    others = _run(RULES, written if meant is governance else Context(governance=meant, as_of=day))
    found = silenced((*names, *others), written.with_settings, SEVERITIES)
    reported = (one for one in found if one.code in wanted)
    return tuple(sorted(reported, key=lambda one: (document_order(one.path), one.code)))


def _run(rules: Iterable[Rule], context: Context) -> Iterator[Found]:
    for rule in rules:
        for found in rule.find(context):
            yield found._replace(code=rule.code, severity=found.severity or rule.severity)
