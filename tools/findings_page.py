"""The findings reference of the docs, in Markdown, from the rules."""

from collections.abc import Iterator

from productgov.formats.yaml.compact import write_compact_yaml
from productgov.rules.example import EXAMPLE
from productgov.rules.registry import FAMILIES
from productgov.rules.retired import RETIRED
from productgov.rules.rule import Family, Rule, Snippet

__all__ = ["findings_page"]

_WIDTH = 88
_INTRODUCTION = """\
# Findings

Every finding has a code, a severity, a location, a message and a hint. Codes are permanent: never reused, never
renumbered. `productgov explain PG203` prints the text of this page, which is generated from the rules.

Errors make a check fail, warnings do under `--strict`, infos never. An *item* is an open initiative: in now, next or
later, and neither done nor dropped. An *initiative* is any of them, delivered ones included. The backlog is looked at
only for references, names and scores.

An item is *due* on its targetDate, else on the last day of its targetPeriod, else on its committedDate, else on the day
of its deadline. Against a targetPeriod, only what holds for each of its days is a finding.

What several items of a list lack is one finding, at the first of them, with the places of the others.

A finding about something that is right as it is can be ignored, with a reason: any object may carry
`x-productgov: {ignore: [{code: PG203, reason: the launch date is fixed}]}`, for itself and for everything in it. With
`until: 2026-12-31` it holds until that day.

The examples are parts of a document. Merged into the [example document](#the-example-document), objects key by key
and lists of objects by their ids, the bad one gives exactly one finding of its kind, and the good one none."""


def findings_page() -> str:
    """The whole page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _INTRODUCTION
    for family in FAMILIES:
        yield from _family(family)
    yield "\n## Retired codes\n"
    yield from (f"- **{code}**: {why}." for code, why in RETIRED.items())
    yield from ("\n## The example document\n", "```yaml", write_compact_yaml(EXAMPLE, width=_WIDTH), "```")


def _family(family: Family) -> Iterator[str]:
    yield from (f"\n## {family.title}\n", f"{family.about}\n", "| code | severity | finding |", "|---|---|---|")
    for rule in family.rules:
        yield f"| [{rule.code}](#{rule.code.lower()}) | {rule.severity.value} | {rule.title} |"
    for rule in family.rules:
        yield from _section(rule)


def _section(rule: Rule) -> Iterator[str]:
    yield f"\n### {rule.code}: {rule.title} {{ #{rule.code.lower()} }}\n"
    yield f"*{rule.severity.value}* · {rule.meaning}\n"
    yield f"Why it matters: {rule.why}\n"
    language = "text" if isinstance(rule.bad, Snippet) else "yaml"
    yield from ("Bad:\n", f"```{language}", rule.bad_text, "```", "")
    yield from ("Good:\n", f"```{language}", rule.good_text, "```")
