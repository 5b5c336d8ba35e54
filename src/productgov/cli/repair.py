"""`productgov check --fix`: repair the file, and print each repair."""

from collections.abc import Callable
from pathlib import Path

from productgov.cli.files import STANDARD_INPUT
from productgov.cli.settings import Settings, asked
from productgov.document import Document
from productgov.editing.repairs import PlannedRepair
from productgov.errors import NotFixableError
from productgov.escaping import escaped
from productgov.fixes.fix import fix
from productgov.wording import one_line

__all__ = ["repaired"]


def repaired(document: Document, settings: Settings, *, say: Callable[[str], None]) -> Document:
    """Repair the file of a document, print each repair, and return the document as it is now.

    Raises:
        NotFixableError: standard input or TOML.
        ConflictError: the file has changed since it was read.
        OSError: the file cannot be written.
    """
    if document.name == STANDARD_INPUT:
        raise NotFixableError(f"{STANDARD_INPUT}: standard input cannot be fixed; name a file")
    if not Path(document.name).is_file():
        raise NotFixableError(f"{document.name}: this is no regular file, so it cannot be fixed")
    fixed = fix(document, **asked(settings))
    if fixed.done:
        fixed.document.save()
    for repair in fixed.done:
        say(_line(document, repair, "fixed"))
    for repair in fixed.left:
        say(f"{_line(document, repair, 'not fixed')} ({repair.refusal})")
    return fixed.document


def _line(document: Document, repair: PlannedRepair, verb: str) -> str:
    where = repair.finding.location
    name = escaped(document.name)
    place = f"{name}:{where.line}:{where.column}" if where else name
    return f"{place}: {verb} {repair.finding.code} {one_line(repair.what)}"
