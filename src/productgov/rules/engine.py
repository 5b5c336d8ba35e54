"""The check of a strategy: every rule on one governance, in the order of the document."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from os import PathLike

from productgov.analysis.horizons import resolve_as_of
from productgov.collected import Collected
from productgov.errors import InvalidValueError
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.found import Found
from productgov.model.governance import ProductGovernance
from productgov.model.order import document_order
from productgov.ranking.plugged import methods_with
from productgov.report import Report
from productgov.rules.context import Context
from productgov.rules.corrected import corrected
from productgov.rules.ignores import not_ignored
from productgov.rules.once_per_list import once_per_list
from productgov.rules.plugged import rules_with
from productgov.rules.rule import Rule
from productgov.rules.selection import selected_codes
from productgov.wording import described

__all__ = ["check", "diagnose", "rules_with", "selected_codes"]


def check(
    governance: ProductGovernance,
    *,
    as_of: date | None = None,
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
    plugins: Iterable[str] | str = (),
) -> Report:
    """Check that the parts of a governance are consistent with each other.

    Of one code, the first 10,000 findings are kept, and the others counted.

    Args:
        governance: what to check; it is not changed.
        as_of: the day of the check; left out, the document's `asOf`, else today.
        select: report only these codes or prefixes of codes, such as `["PG2", "PG603"]`; left out, all.
        ignore: do not report these codes or prefixes of codes.
        plugins: the names of plug-ins whose rules and ranking methods are used too.

    Raises:
        InvalidValueError: no code starts with what is selected or ignored, there is no plug-in of a name, or an
            argument has the wrong type.
        PluginError: when a plug-in cannot be used. What its rules raise is a finding.
    """
    _require_governance(governance)
    collected = Collected[Found](DEFAULT_LIMITS.max_findings)
    collected.extend(diagnose(governance, as_of=as_of, select=select, ignore=ignore, plugins=plugins))
    findings = tuple(found.to_finding() for found in collected.kept)
    return Report(findings, omitted=collected.omitted, as_of=resolve_as_of(governance, as_of))


def diagnose(
    governance: ProductGovernance,
    *,
    as_of: date | None = None,
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
    rules: Collection[Rule] | None = None,
    plugins: Iterable[str] | str = (),
    read: Iterable[Found] = (),
) -> tuple[Found, ...]:
    """What `check` reports, in the order of the document and of the codes, with the repairs.

    Args:
        governance: as for `check`.
        as_of: as for `check`.
        select: as for `check`.
        ignore: as for `check`.
        rules: the rules to check; left out, all that this library and the plug-ins have.
        plugins: as for `check`.
        read: what was found while the document was read, to be selected and ignored like the rest.

    Raises:
        InvalidValueError: as for `check`.
        PluginError: as for `check`.
    """
    rules = tuple(rules_with(plugins).values()) if rules is None else rules
    methods = methods_with(plugins)
    codes = {rule.code: rule for rule in rules}
    wanted = selected_codes(select, ignore, codes)
    day = resolve_as_of(governance, as_of)
    written = Context(governance=governance, as_of=day, methods=methods)
    references = tuple(_run((rule for rule in rules if rule.as_written), written))
    meant = corrected(governance, references)
    context = written if meant is governance else Context(governance=meant, as_of=day, methods=methods)
    others = _run((rule for rule in rules if not rule.as_written), context)
    found = not_ignored((*read, *references, *others), written.with_settings, codes, day)
    reported = (one for one in found if one.code in wanted)
    return tuple(sorted(once_per_list(reported), key=lambda one: (document_order(one.path), one.code)))


def _require_governance(value: object) -> None:
    if isinstance(value, ProductGovernance):
        return
    if isinstance(value, (str, bytes, PathLike)):
        hint = "to check a file, call read(path).check(), or check(load(path))"
    elif isinstance(value, Mapping):
        hint = "call check(from_dict(mapping))"
    else:
        hint = "a document has a method of its own: document.check()"
    given = described(value) if isinstance(value, (str, Mapping)) else f"a {type(value).__name__}"
    raise InvalidValueError(f"check takes a ProductGovernance, not {given}; {hint}")


def _run(rules: Iterable[Rule], context: Context) -> Iterator[Found]:
    for rule in rules:
        for found in rule.find(context) if rule.find else ():
            yield found._replace(code=rule.code, severity=found.severity or rule.severity)
