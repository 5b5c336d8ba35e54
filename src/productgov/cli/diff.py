"""`productgov diff`: what changed between two versions of a document."""

import argparse

from productgov.changes.change import Level
from productgov.changes.comparing import diff
from productgov.cli.arguments import add_as_of, add_output, iso_date
from productgov.cli.command import Command
from productgov.cli.files import write
from productgov.cli.status import ERRORS_FOUND, NO_ERROR, UNUSABLE
from productgov.cli.terminal import complain, inert, show_text
from productgov.cli.versions import Version, two_versions
from productgov.document import has_errors
from productgov.finding_text import finding_lines, omitted_text
from productgov.reports.changes import CHANGE_REPORTERS, ComparedVersions

__all__ = ["COMMAND"]

_LEVELS = tuple(level.value for level in Level)
_EPILOG = """\
versions: a file, -, REVISION or REVISION:PATH; what exists as a file is a file.
One revision is compared with the file on disk; one file, or nothing, with the
version of HEAD.
exit status: 0, with changes too; 1 with --exit-code or --fail-on where there
are such; 2 not usable
"""


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EPILOG
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="the old version, and the new one; see below")
    parser.add_argument(
        "--since", type=iso_date, metavar="DATE", help="compare with the last version before this day, YYYY-MM-DD"
    )
    add_as_of(parser)
    parser.add_argument("--format", choices=tuple(CHANGE_REPORTERS), default="text", help="default: text")
    add_output(parser)
    parser.add_argument("--level", choices=_LEVELS, default="info", help="the least level to show (default: info)")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 where there is any change")
    parser.add_argument("--fail-on", choices=_LEVELS, metavar="LEVEL", help="exit with 1 where a change is at least so")


def _run(arguments: argparse.Namespace) -> int:
    if len(arguments.versions) > 2:
        complain("productgov: diff compares two versions; more are given")
        return UNUSABLE
    old, new = two_versions(arguments.versions, arguments.since)
    if not all([_usable(old), _usable(new)]):
        return UNUSABLE
    changes = diff(old.document.governance, new.document.governance, as_of=arguments.as_of)
    compared = ComparedVersions(old.name, new.name, new.path, new.document, changes, Level(arguments.level))
    text = CHANGE_REPORTERS[arguments.format](compared)
    if arguments.output:
        write(inert(text) if arguments.format == "text" else text, arguments.output)
    elif arguments.format == "text":
        show_text(text)
    else:
        print(text, end="")
    return _status(compared, arguments)


def _usable(version: Version) -> bool:
    """Whether a version has a governance; its findings are said on standard error where it has none."""
    if not has_errors(version.document):
        return True
    for finding in version.document.findings:
        complain("\n".join(finding_lines(finding, version.name)))
    for omitted in version.document.omitted:
        complain(omitted_text(omitted, version.name))
    return False


def _status(compared: ComparedVersions, arguments: argparse.Namespace) -> int:
    if arguments.exit_code and compared.changes.changes:
        return ERRORS_FOUND
    failing = compared.changes.at_least(Level(arguments.fail_on)) if arguments.fail_on else ()
    return ERRORS_FOUND if failing else NO_ERROR


COMMAND = Command(
    name="diff",
    help="say what changed between two versions",
    description="Say what changed between two versions of a document, in product words.",
    configure=_configure,
    run=_run,
)
