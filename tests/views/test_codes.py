"""The catalogue as text."""

from productgov.catalogue.codes import EXPLANATIONS
from productgov.views.codes import findings_reference
from tests.support.project import ROOT, needs_checkout


@needs_checkout
def test_the_findings_reference_is_fresh() -> None:
    page = (ROOT / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")
    assert page == findings_reference(), "docs/reference/findings.md is stale: run python tools/generate.py"


def test_every_code_has_a_heading_that_can_be_linked_to() -> None:
    page = findings_reference()
    for code, explanation in EXPLANATIONS.items():
        assert f"\n### {code}: {explanation.title} {{ #{code.lower()} }}\n" in page
        assert f"| [{code}](#{code.lower()}) |" in page
