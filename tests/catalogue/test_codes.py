"""Every code is explained, and its examples keep what they say."""

import pytest

from productgov.catalogue.codes import EXPLANATIONS
from productgov.rules.registry import SEVERITIES
from tests.support.examples import document_with

CODES = tuple(EXPLANATIONS)


def test_every_code_is_explained_and_nothing_else() -> None:
    assert tuple(EXPLANATIONS) == tuple(SEVERITIES)


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_gives_exactly_its_code(code: str) -> None:
    explanation = EXPLANATIONS[code]
    report = document_with(explanation.bad, appended=explanation.appended).check()
    assert [(finding.code, finding.severity) for finding in report] == [(code, SEVERITIES[code])]


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_gives_no_finding(code: str) -> None:
    assert document_with(EXPLANATIONS[code].good).check().findings == ()


@pytest.mark.parametrize("code", CODES)
def test_every_finding_of_an_example_has_a_hint_and_a_place(code: str) -> None:
    explanation = EXPLANATIONS[code]
    for finding in document_with(explanation.bad, appended=explanation.appended).check():
        assert finding.hint
        assert finding.location
