"""The rules of plug-ins: what they must be, and how their failures are kept apart."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial

import attrs

from productgov.errors import PluginError
from productgov.findings import Severity
from productgov.found import Found
from productgov.plugins import failure, plugin_names, provided
from productgov.rules.context import Context
from productgov.rules.registry import RULES
from productgov.rules.rule import Rule
from productgov.wording import described, quoted_value

__all__ = ["CODE", "CODE_WORDS", "plugged_rules", "rules_with"]

CODE = re.compile(r"(?!PG)[A-Z]{2,10}[0-9]{3}")
"""The codes of plug-ins: capitals of their own and three digits; those that begin with PG are ours."""
CODE_WORDS = "2 to 10 capitals of its own, which do not begin with PG, and 3 digits, such as ACME101"


def rules_with(plugins: Iterable[str] | str) -> Mapping[str, Rule]:
    """All rules by their codes: those of this library, then those of plug-ins.

    Raises:
        InvalidValueError: when there is no plug-in of a name.
        PluginError: when a plug-in cannot be imported, or what it provides is no rule with a code of its own.
    """
    added = plugged_rules(plugin_names(plugins))
    return {**RULES, **{rule.code: rule for rule in added}} if added else RULES


@lru_cache(maxsize=32)
def plugged_rules(plugins: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of plug-ins, each of which turns its own failure into one finding."""
    found: dict[str, tuple[str, Rule]] = {}
    for plugin, value in provided("productgov.rules", plugins):
        for rule in _rules(plugin, value):
            if not CODE.fullmatch(rule.code):
                raise PluginError(plugin, f"the code {quoted_value(rule.code)} must be {CODE_WORDS}")
            if rule.code in found:
                raise PluginError(plugin, f"the code {rule.code} is one of the plug-in {found[rule.code][0]} too")
            found[rule.code] = (plugin, _isolated(plugin, rule))
    return tuple(rule for _, rule in found.values())


def _rules(plugin: str, value: object) -> Iterator[Rule]:
    for item in value if isinstance(value, Iterable) else (value,):
        if not isinstance(item, Rule):
            raise PluginError(plugin, f"productgov.rules must name a Rule or several, not {described(item)}")
        yield item


def _isolated(plugin: str, rule: Rule) -> Rule:
    """The rule, whose failure is a finding."""
    return attrs.evolve(rule, find=rule.find and partial(_find, plugin, rule.code, rule.find))


def _find(plugin: str, code: str, find: Callable[[Context], Iterable[Found]], context: Context) -> Iterator[Found]:
    try:
        for found in find(context):
            yield _checked(found)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the rule of somebody else raises
        hint = f"tell its author; until then, leave the rule out with --ignore {code}"
        yield Found((), failure(plugin, error), hint, severity=Severity.ERROR)


def _checked(found: object) -> Found:
    """What a rule found, if it is a finding.

    Raises:
        TypeError: when it is not.
    """
    if not isinstance(found, Found):
        raise TypeError(f"it found {described(found)}, not a Found")
    path: object = found.path
    if not isinstance(path, tuple) or not all(isinstance(step, (str, int)) for step in path):
        raise TypeError(f"the path of what it found is {described(path)}, not a tuple of keys and indices")
    texts: tuple[object, ...] = (found.message, found.hint)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("the message and the hint of what it found must be texts")
    return found
