"""Repair what has one safe repair in the text of a document, and read the result again to prove it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import cast

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.document import Document, has_errors, planned, reading_of, with_text
from productgov.editing.edits import applied
from productgov.editing.repairs import PlannedRepair, remaining
from productgov.formats.registry import FormatName
from productgov.loading import parse
from productgov.rules.engine import diagnose

__all__ = ["Fixed", "fix"]

_UNPROVEN = "the repairs together would have changed other findings too, so the file was not changed"


@attrs.frozen(kw_only=True)
class Fixed:
    """A document after its repairs.

    Attributes:
        document: the document with the new text; the old document when nothing was changed.
        done: the repairs that were made, in the order of the document.
        left: the repairs that were not made, with the reason: other findings would have changed too.
    """

    document: Document
    done: tuple[PlannedRepair, ...]
    left: tuple[PlannedRepair, ...]


def fix(
    document: Document,
    *,
    as_of: date | None = None,
    select: Iterable[str] | str | None = None,
    ignore: Iterable[str] | str | None = None,
    plugins: Iterable[str] | str = (),
) -> Fixed:
    """Repair what has one safe repair, and change as little of the text as possible, as `Document.edit` does.

    Texts are replaced, and items of lists are removed with the comments that belong to them. The new text is read and
    checked again: unless exactly the repaired findings are gone and none is new, nothing is changed. A document that
    cannot be built is not changed.

    Args:
        document: the document to repair.
        as_of: the day of the check; left out, the document's `asOf`, else today.
        select: repair only findings with these codes or prefixes of codes; left out, all.
        ignore: do not repair findings with these codes or prefixes of codes.
        plugins: the names of plug-ins whose rules are used too.

    Raises:
        NotFixableError: the document is neither JSON nor YAML.
        InvalidValueError: no code starts with what is selected or ignored, or there is no plug-in of a name.
        PluginError: when a plug-in cannot be used.
    """
    day = resolve_as_of(document.governance, as_of) if not has_errors(document) else None
    diagnosed = partial(diagnose, as_of=day, select=select, ignore=ignore, plugins=plugins)
    found = diagnosed(document.governance) if day else ()
    repairs = planned(document, found)
    done = {one: repair for one, repair in repairs.items() if not repair.refusal}
    left = tuple(repair for repair in repairs.values() if repair.refusal)
    if not done:
        return Fixed(document=document, done=(), left=left)
    text = applied(document.text, (edit for repair in done.values() for edit in repair.edits))
    again = parse(text, format=cast(FormatName, document.format), name=document.name)
    fixed = with_text(document, text, reading_of(again))
    wanted = remaining(found, done)
    if has_errors(fixed) or wanted != Counter((one.code, one.path) for one in diagnosed(fixed.governance)):
        refused = (attrs.evolve(repair, refusal=_UNPROVEN) for repair in done.values())
        return Fixed(document=document, done=(), left=(*refused, *left))
    return Fixed(document=fixed, done=tuple(done.values()), left=left)
