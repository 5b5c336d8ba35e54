"""`productgov check`: are these documents valid and consistent?"""

import argparse
import json
import sys
from collections.abc import Sequence

import attrs

from productgov import __version__
from productgov.cli.arguments import a_date, codes
from productgov.cli.files import STANDARD_INPUT, open_document
from productgov.cli.repair import repaired
from productgov.cli.settings import Settings, settings_for
from productgov.cli.status import ERRORS_FOUND, NO_ERROR, UNUSABLE
from productgov.cli.terminal import show
from productgov.codec.document import Document
from productgov.errors import ProductGovError
from productgov.findings import Finding, Severity
from productgov.views.findings import finding_lines, finding_record, summary, summary_line
from productgov.views.github import annotation
from productgov.views.sarif import CheckedDocument, sarif

__all__ = ["add", "run"]
