"""The formats in which `productgov check` prints its findings; add a format by adding its reporter here."""

from collections.abc import Mapping
from types import MappingProxyType

from productgov.reports.github import github_report
from productgov.reports.gitlab import gitlab_report
from productgov.reports.json import json_report
from productgov.reports.junit import junit_report
from productgov.reports.reporter import Reporter
from productgov.reports.sarif import sarif_report
from productgov.reports.text import text_report

__all__ = ["REPORTERS"]

REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": text_report,
        "json": json_report,
        "sarif": sarif_report,
        "github": github_report,
        "gitlab": gitlab_report,
        "junit": junit_report,
    }
)
