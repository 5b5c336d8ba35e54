"""Merging: what two sides have made of one governance becomes one, and where that is not possible, it is said."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date

import attrs

from productgov.changes.merge_governances import Located, merged_governances
from productgov.changes.merge_text import merged_text
from productgov.changes.three_way import ABSENT, ConflictKind
from productgov.display import Displayed
from productgov.document import Document, written
from productgov.errors import InvalidValueError
from productgov.findings import Finding, Severity
from productgov.model.governance import ProductGovernance
from productgov.paths import to_pointer
from productgov.rules import engine
from productgov.wording import counted, described

__all__ = ["MARKER_SIZE", "Conflict", "ConflictKind", "Merged", "merge"]

MARKER_SIZE = 7
"""How many signs git writes for the marker of a conflict."""


@attrs.frozen(kw_only=True, repr=False)
class Conflict(Displayed):
    """What two sides have made of one value, and what does not go together.

    Attributes:
        kind: `changed`: both sides changed a value; `removed`: one removed what the other changed; `added`: both added
            something under one key, and not the same; `moved`: both moved an item, to different lists; `together`: what
            they have made is valid on each side, but not together.
        item: the id of what it is about; empty for the rest of the document.
        path: the JSON Pointer of the value in the merged governance; of an item of a list without ids, the list.
        base: the value before, as plain data; None where there was none. Of a move, the name of the list.
        ours: the value of ours, likewise.
        theirs: the value of theirs, likewise.
    """

    kind: ConflictKind
    item: str
    path: str
    base: object = None
    ours: object = None
    theirs: object = None

    def __str__(self) -> str:
        where = self.item or self.path or "the document"
        field = "" if not self.item else self.path.rpartition("/")[2]
        match self.kind:
            case "moved":
                return f"{where}: moved to {self.ours} by ours, to {self.theirs} by theirs"
            case "removed" if not isinstance(self.base, dict):
                name = f"{field} " if self.item else ""
                return f"{where}: {name}is {_shown(self.ours)} in ours and {_shown(self.theirs)} in theirs"
            case "removed":
                by, other = ("ours", "theirs") if self.ours is None else ("theirs", "ours")
                return f"{where}: removed by {by}, changed by {other}"
            case "added":
                return f"{where}: added by both, and not alike"
            case "together":
                return f"{where}: the changes of both sides are valid alone, and not together"
            case "changed" if isinstance(self.ours, dict):
                return f"{where}: changed by both sides"
            case "changed":
                name = f"{field} " if self.item else ""
                return f"{where}: {name}is {_shown(self.ours)} in ours and {_shown(self.theirs)} in theirs"


@attrs.frozen(kw_only=True, repr=False)
class Merged(Displayed):
    """The result of a merge.

    Attributes:
        governance: the merged governance; where there are conflicts, they are decided as ours.
        conflicts: what has to be decided by somebody, in the order of the document.
        text: the text to write, conflicts marked as git marks them; empty where ours came from no text.
        rewritten: JSON Pointers of what had to be written anew in the text, without the comments in it.
    """

    governance: ProductGovernance
    conflicts: tuple[Conflict, ...]
    text: str = ""
    rewritten: tuple[str, ...] = ()
    _document: Document | None = attrs.field(alias="document", default=None)
    _sides: tuple[ProductGovernance, ProductGovernance] = attrs.field(alias="sides")

    def __repr__(self) -> str:
        return f"<Merged: {counted(len(self.conflicts), 'conflict')}>"

    def new_errors(
        self,
        *,
        as_of: date | None = None,
        select: Iterable[str] | str | None = None,
        ignore: Iterable[str] | str | None = None,
    ) -> tuple[Finding, ...]:
        """The errors that `check` finds in the merged governance, and on neither side.

        For example, one side has removed an item, and the other has made something depend on it. Nothing is checked
        while there are conflicts.

        Args:
            as_of: the day to check for; left out, the document's `asOf`, else today.
            select: look only for these codes, or codes that begin with these; left out, all.
            ignore: do not look for these codes, or codes that begin with these.

        Raises:
            InvalidValueError: when no code begins with what is selected or ignored.
        """
        if self.conflicts:
            return ()
        checked = self._document or self.governance
        check = checked.check if isinstance(checked, Document) else lambda **given: engine.check(checked, **given)
        found = check(as_of=as_of, select=select, ignore=ignore)
        known: Counter[tuple[str, str]] = Counter()
        for side in self._sides:
            known |= Counter(
                (one.code, one.message) for one in engine.check(side, as_of=as_of, select=select, ignore=ignore)
            )
        fresh = []
        for one in found:
            known[one.code, one.message] -= 1
            if one.severity is Severity.ERROR and known[one.code, one.message] < 0:
                fresh.append(one)
        return tuple(fresh)


def merge(
    base: Document | ProductGovernance | None,
    ours: Document | ProductGovernance,
    theirs: Document | ProductGovernance,
    *,
    marker_size: int = MARKER_SIZE,
) -> Merged:
    """Merge what two sides have made of one governance, by the ids of what is in it.

    An item that one side has moved and the other has changed is moved and changed. What one side has renamed keeps what
    the other has changed in it. In a list, what a side has added or moved is where that side has put it; where both
    have moved the same item within a list, it is where ours has put it. The result is always valid: where the changes
    of both sides do not go together, they are a conflict.

    The text is that of ours, changed as little as possible; comments of both sides are kept, and items that theirs has
    added come with their lines.

    Args:
        base: the version that both sides began with; None where there was none.
        ours: the version of one side: a document, or its governance where no text is wanted.
        theirs: the version of the other side.
        marker_size: how many signs the markers of conflicts in the text have.

    Raises:
        InvalidDocumentError: when one of the documents is not valid.
        InvalidValueError: when one of the arguments is of another type.
    """
    before = None if base is None else _governance(base)
    sides = _governance(ours), _governance(theirs)
    result = merged_governances(before, *sides)
    conflicts = tuple(map(_conflict, result.conflicts))
    if not isinstance(ours, Document) or ours.format is None:
        return Merged(governance=result.ours, conflicts=conflicts, sides=sides)
    before_text = base if isinstance(base, Document) else None
    other = theirs if isinstance(theirs, Document) else None
    text = merged_text(before_text, ours, other, result, marker_size)
    return Merged(
        governance=result.ours,
        conflicts=conflicts,
        text=written(ours, text.text),
        rewritten=text.rewritten,
        document=text.document,
        sides=sides,
    )


def _governance(side: object) -> ProductGovernance:
    if isinstance(side, Document):
        return side.governance
    if isinstance(side, ProductGovernance):
        return side
    raise InvalidValueError(
        f"merge takes documents and governances, not {described(side)}; call read or load for a file"
    )


def _conflict(located: Located) -> Conflict:
    clash = located.clash
    record = clash.spot[0]
    base, ours, theirs = (None if value is ABSENT else value for value in clash.three)
    return Conflict(
        kind=clash.kind,
        item=str(record[1]) if record else "",
        path=to_pointer(located.path),
        base=base,
        ours=ours,
        theirs=theirs,
    )


def _shown(value: object) -> str:
    if value is None:
        return "left out"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


_LONGEST = 60
