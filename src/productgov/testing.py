"""Tests of your own rules and ranking methods: whether they do what they promise."""

import json
from collections.abc import Iterable, Mapping
from typing import cast

from productgov.document import Document, has_errors
from productgov.findings import Finding
from productgov.formats.json.writer import write_json
from productgov.formats.registry import format_named
from productgov.formats.yaml.writer import write_yaml
from productgov.found import Found
from productgov.loading import parse
from productgov.model.initiative import Initiative
from productgov.model.scoring import NO_SCORING
from productgov.paths import Path
from productgov.ranking.method import RankingMethod
from productgov.ranking.ranking import rank
from productgov.ranking.subjects import scoring_of
from productgov.rules.engine import diagnose
from productgov.rules.example import EXAMPLE, merged
from productgov.rules.plugged import CODE, CODE_WORDS
from productgov.rules.registry import RULES
from productgov.rules.rule import Example, Rule, Snippet

__all__ = ["bad_document", "document_with", "findings_of", "good_document", "verify_method", "verify_rule"]

_NOTHING = object()


def document_with(*fragments: Mapping[str, object]) -> Document:
    """The example document, which has no finding, with parts of a document merged into it.

    Objects are merged key by key, and lists of objects by their ids; None removes a key (RFC 7396).
    """
    data: object = EXAMPLE
    for fragment in fragments:
        data = merged(data, fragment)
    return _document(write_json(data))


def bad_document(rule: Rule) -> Document:
    """The example document with the bad example of a rule."""
    if not isinstance(rule.bad, Snippet):
        return document_with(rule.bad)
    others = {key: value for key, value in EXAMPLE.items() if key not in _data(rule.good)}
    if rule.bad.language == "yaml":
        return parse(f"{write_yaml(others)}{rule.bad.text}\n", format="yaml", name="example")
    return _document(f"{json.dumps(others)[:-1]}, {rule.bad.text.removeprefix('{')}")


def good_document(rule: Rule) -> Document:
    """The example document with the good example of a rule."""
    return document_with(_data(rule.good))


def findings_of(rule: Rule, *fragments: Mapping[str, object]) -> tuple[Finding, ...]:
    """What a rule finds in the example document with parts of a document merged into it; other rules are left out."""
    found = diagnose(document_with(*fragments).governance, rules=(rule,))
    return tuple(one.to_finding() for one in found if one.code == rule.code)


def verify_rule(rule: Rule) -> None:
    """Check that a rule is complete, and that its examples do what they promise.

    Its code has letters of its own, and its texts are there. Its bad example gives exactly one finding: of this rule,
    with a message and a hint, at a place that the document has. The good example gives none.

    Raises:
        AssertionError: when it does not; the text says what is wrong.
    """
    _require(bool(CODE.fullmatch(rule.code)), f"the code {rule.code!r} must be {CODE_WORDS}")
    for name in ("title", "meaning", "why"):
        _require(bool(getattr(rule, name).strip()), f"{rule.code} has no {name}")
    bad = _found(rule, bad_document(rule), "bad")
    _require(
        [one.code for one in bad] == [rule.code],
        f"the bad example of {rule.code} must give exactly one finding, of {rule.code}, and gives {_listed(bad)}",
    )
    _require(bool(bad[0].message and bad[0].hint), f"the finding of {rule.code} needs a message and a hint")
    _require(
        _leads_somewhere(bad_document(rule).data, bad[0].path),
        f"the path of the finding of {rule.code} leads nowhere in the bad example: {bad[0].to_finding().path}",
    )
    good = _found(rule, good_document(rule), "good")
    _require(not good, f"the good example of {rule.code} must give no finding, and gives {_listed(good)}")


def verify_method(method: RankingMethod, initiatives: Iterable[Initiative]) -> None:
    """Check that a ranking method ranks initiatives that have its inputs, and no other.

    Each of the initiatives gets a score and an explanation; one without any scoring is refused with a reason, and has
    nothing to explain.

    Args:
        method: the method.
        initiatives: initiatives with the inputs of the method, each with an id of its own.

    Raises:
        AssertionError: when it does not; the text says what is wrong.
    """
    given = tuple(initiatives)
    bare = Initiative(id="without-inputs", title="Without inputs")
    ranking = rank((*given, bare), method=method)
    _require(not method.has_inputs(NO_SCORING, ranking.settings), "has_inputs is true for an item without any scoring")
    reasons = {unranked.initiative.id: unranked.reason for unranked in ranking.unranked}
    _require(bare.id in reasons, "an item without any scoring is ranked; assess must give it a refusal")
    _require(
        not list(method.explain(NO_SCORING, ranking.settings)), "explain has lines for an item without any scoring"
    )
    for item in given:
        _require(item.id not in reasons, f"{item.id} is not ranked: {reasons.get(item.id)}")
        scoring = scoring_of(item)
        _require(method.has_inputs(scoring, ranking.settings), f"has_inputs is false for {item.id}, which is ranked")
        _require(bool(list(method.explain(scoring, ranking.settings))), f"explain has no line for {item.id}")


def _require(holds: bool, problem: str) -> None:  # noqa: FBT001 - read as assert
    if not holds:
        raise AssertionError(problem)


def _found(rule: Rule, document: Document, which: str) -> tuple[Found, ...]:
    if has_errors(document):
        first = document.findings[0]
        raise AssertionError(f"the {which} example of {rule.code} is no valid document: {first.code} {first.message}")
    return diagnose(document.governance, rules=(*RULES.values(), rule))


def _leads_somewhere(data: object, path: Path) -> bool:
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(str(step), _NOTHING)
        else:
            items = data if isinstance(data, list) else []
            data = items[step] if isinstance(step, int) and step < len(items) else _NOTHING
    return data is not _NOTHING


def _listed(found: Iterable[Found]) -> str:
    return ", ".join(f"{one.code} ({one.message})" for one in found) or "none"


def _data(example: Example) -> Mapping[str, object]:
    if isinstance(example, Snippet):
        data = parse(example.text, format=format_named(example.language)).data
        return cast(Mapping[str, object], data)
    return example


def _document(text: str) -> Document:
    return parse(text, format="json", name="example")
