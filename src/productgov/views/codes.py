"""The catalogue of codes as lines of a terminal and as the findings reference of the docs."""

from collections.abc import Iterator

from productgov.catalogue.codes import EXPLANATIONS
from productgov.catalogue.example import EXAMPLE
from productgov.catalogue.explanation import Explanation
from productgov.findings import Severity
from productgov.rules.registry import SEVERITIES
from productgov.views.layout import wrap

__all__ = ["explanation_lines", "findings_reference"]

_WIDTH = 80
_FAMILIES = (
    ("PG0", "The document", "Can it be read and built? A document with one of these has no other findings."),
    ("PG1", "References", "Names that name something."),
    ("PG2", "Roadmap", "What stands where, when, and what waits for what."),
    ("PG3", "Priorities", "What comes first, and how well that is known."),
    ("PG4", "Metrics", "What is measured, and how it stands."),
    ("PG5", "Reviews", "Who looks at all this, and how often."),
    ("PG6", "Strategy", "Pillars, bets and metrics that hang together."),
)
_INTRODUCTION = """\
# Findings

Every finding has a code, a severity, a place, a message and a hint. Codes are for ever: never reused, never renumbered.
`productgov explain PG203` prints the same text as this page, which is generated from it.

Errors make a check fail, warnings do under `--strict`, infos never. An *item* is an open one: in now, next or later,
and neither done nor dropped. An *initiative* is any, the delivered ones included.

What is right as it is can be ignored where it stands, with the reason: any object may carry
`x-productgov: {ignore: [{code: PG203, reason: the launch date is fixed}]}`, for itself and for what it holds.

The examples are parts of a document: read into the [example document](#the-example-document), objects of a list by
their ids, the bad one gives exactly its code, and the good one none."""


def explanation_lines(explanation: Explanation) -> tuple[str, ...]:
    """One code, explained on a terminal."""
    head = f"{explanation.code} ({SEVERITIES[explanation.code].value}): {explanation.title}"
    return (
        head,
        "",
        *wrap(explanation.meaning, _WIDTH),
        "",
        *wrap(f"Why it matters: {explanation.why}", _WIDTH),
        "",
        "Bad:",
        *(f"    {line}".rstrip() for line in explanation.bad.splitlines()),
        "",
        "Good:",
        *(f"    {line}".rstrip() for line in explanation.good.splitlines()),
    )


def findings_reference() -> str:
    """The page of the docs, in Markdown."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _INTRODUCTION
    for beginning, title, about in _FAMILIES:
        family = [explanation for code, explanation in EXPLANATIONS.items() if code.startswith(beginning)]
        yield from (f"\n## {title}\n", f"{about}\n", "| code | severity | finding |", "|---|---|---|")
        for explanation in family:
            link = f"[{explanation.code}](#{explanation.code.lower()})"
            yield f"| {link} | {SEVERITIES[explanation.code].value} | {explanation.title} |"
        for explanation in family:
            yield from _section(explanation)
    yield from ("\n## The example document\n", "```yaml", EXAMPLE, "```")


def _section(explanation: Explanation) -> Iterator[str]:
    severity: Severity = SEVERITIES[explanation.code]
    language = "text" if explanation.appended else "yaml"
    yield f"\n### {explanation.code}: {explanation.title} {{ #{explanation.code.lower()} }}\n"
    yield f"*{severity.value}* · {explanation.meaning}\n"
    yield f"Why it matters: {explanation.why}\n"
    yield from ("Bad:\n", f"```{language}", explanation.bad, "```", "")
    yield from ("Good:\n", "```yaml", explanation.good, "```")
