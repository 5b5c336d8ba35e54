"""The findings reference of the docs is generated from the rules."""

from productgov.rules.registry import RULES
from tests.support.project import ROOT, needs_checkout

pytestmark = needs_checkout


def test_the_findings_page_is_fresh() -> None:
    from tools.findings_page import findings_page

    page = (ROOT / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")
    assert page == findings_page(), "docs/reference/findings.md is stale: run python tools/generate.py"


def test_every_code_has_a_heading_that_can_be_linked_to() -> None:
    from tools.findings_page import findings_page

    page = findings_page()
    for code, rule in RULES.items():
        assert f"\n### {code}: {rule.title} {{ #{code.lower()} }}\n" in page
        assert f"| [{code}](#{code.lower()}) | {rule.severity.value} | {rule.title} |" in page
