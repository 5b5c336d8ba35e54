"""`productgov review`: the pack for the next review."""

import argparse
from datetime import date

from productgov.changes.versions import read_version
from productgov.cli.arguments import add_as_of, add_file, add_output
from productgov.cli.command import Command
from productgov.cli.files import STANDARD_INPUT, governance_of, write
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.document import has_errors
from productgov.errors import InvalidValueError
from productgov.fields.types import DATE
from productgov.model.governance import ProductGovernance
from productgov.model.reviews import ReviewKind
from productgov.packs.pack import ReviewPack, review_pack
from productgov.wording import counted

__all__ = ["COMMAND"]

_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm")


def _configure(parser: argparse.ArgumentParser) -> None:
    add_file(parser)
    kinds = tuple(kind.value for kind in ReviewKind)
    parser.add_argument("--kind", choices=kinds, required=True, metavar="KIND", help=f"the review: {', '.join(kinds)}")
    parser.add_argument(
        "--since",
        metavar="WHEN",
        help="the last review, to say what has changed: its day, YYYY-MM-DD, or a git revision",
    )
    add_as_of(parser)
    add_output(parser)


def _run(arguments: argparse.Namespace) -> int:
    as_page = _is_html(arguments.output)
    governance = governance_of(arguments.file)
    if governance is None:
        return ERRORS_FOUND
    since = arguments.since
    last = _last(arguments.file, since) if since is not None else None
    pack = review_pack(governance, arguments.kind, last=last, since=since or "the last review", as_of=arguments.as_of)
    write(_text(pack, arguments.file, as_page=as_page), arguments.output)
    return NO_ERROR


def _is_html(output: str | None) -> bool:
    """Whether the pack is to be a page; Markdown is for standard output, too."""
    if output is None or output == STANDARD_INPUT or output.lower().endswith(_MARKDOWN):
        return False
    if output.lower().endswith(_HTML):
        return True
    raise InvalidValueError(f"{output}: the name of the pack must end in .md or .html")


def _text(pack: ReviewPack, file: str, *, as_page: bool) -> str:
    named = None if file == STANDARD_INPUT else file
    return pack.html(file=named) if as_page else pack.markdown(file=named)


def _last(file: str, since: str) -> ProductGovernance:
    """The governance at the last review.

    Raises:
        GitError: when it cannot be read from git.
        InvalidDocumentError: when that version is not valid.
        InvalidValueError: when the document is standard input.
    """
    if file == STANDARD_INPUT:
        raise InvalidValueError("--since needs a file in a git repository, not standard input")
    document = read_version(file, date.fromisoformat(since) if DATE.match(since) else since)
    if has_errors(document):
        findings = counted(len(document.findings), "finding")
        raise InvalidValueError(f"{document.name}: not valid ({findings}); compare with another version")
    return document.governance


COMMAND = Command(
    name="review",
    help="write the pack for a review",
    description="Write the pack for a review: agenda, metrics, what has changed, how sure the ranking is, decisions.",
    configure=_configure,
    run=_run,
)
