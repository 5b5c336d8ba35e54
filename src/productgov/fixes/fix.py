"""Fixes: what has one safe repair is repaired in the text, and the result is read again before it is believed."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.document import Document, parse
from productgov.errors import NotFixableError
from productgov.fixes.edits import applied
from productgov.fixes.plan import PlannedRepair, expected_places, planned_repairs
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.paths import Path
from productgov.rules.engine import diagnose
from productgov.rules.ignores import Diagnosis

__all__ = ["Fixed", "fix"]


_UNPROVEN = "the repairs together would have changed other findings too, so the file is left as it is"


@attrs.frozen(kw_only=True)
class Fixed:
    """A document after its repairs.

    Attributes:
        document: what the new text makes; the old document when nothing was changed.
        done: the repairs that were made, in the order of the document.
        left: those that were not, with their reasons: a text over several lines, a comment in the way, or, for all
            of them, that the new text would not be what was meant.
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
) -> Fixed:
    """Repair what has one safe repair; everything else in the text stays as it is, byte for byte.

    Texts on one line and items of lists are edited. The new text is read again: unless it has lost exactly the
    findings that were repaired and gained none, nothing is changed. A document with level-1 findings is left alone.

    Raises:
        NotFixableError: the document is neither JSON nor YAML.
        InvalidValueError: no code begins like what is selected or ignored.
    """
    form = document.format
    if form is None or form == "toml":
        raise NotFixableError(f"{document.name}: only JSON and YAML files can be fixed")
    if document.findings:
        return Fixed(document=document, done=(), left=())
    day = resolve_as_of(document.governance, as_of)
    diagnoses = diagnose(document.governance, day, select, ignore)
    repairs = planned_repairs(document, diagnoses)
    done = tuple(repair for repair in repairs if not repair.refusal)
    left = tuple(repair for repair in repairs if repair.refusal)
    if not done:
        return Fixed(document=document, done=(), left=left)
    text = applied(document.text, (edit for repair in done for edit in repair.edits))
    fixed = parse(text, format=form, name=document.name, limits=DEFAULT_LIMITS)
    wanted = expected_places(diagnoses, done)
    if fixed.findings or Counter(_places(diagnose(fixed.governance, day, select, ignore))) != wanted:
        refused = (attrs.evolve(repair, refusal=_UNPROVEN) for repair in done)
        return Fixed(document=document, done=(), left=(*refused, *left))
    return Fixed(document=fixed, done=done, left=left)


def _places(diagnoses: Iterable[Diagnosis]) -> Iterable[tuple[str, Path]]:
    return ((diagnosis.code, diagnosis.found.path) for diagnosis in diagnoses)
