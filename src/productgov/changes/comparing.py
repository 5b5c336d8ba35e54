"""The comparison of two versions of a governance."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from productgov.analysis.horizons import resolve_as_of
from productgov.changes.change import Change
from productgov.changes.judging import judged
from productgov.changes.renames import Renames, renames, with_new_names
from productgov.changes.result import Changes
from productgov.changes.roadmap_codes import RENAMED
from productgov.changes.structure import deltas
from productgov.changes.verdict import Judging
from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.model.order import document_order
from productgov.model.references import Mention, definitions, references
from productgov.paths import from_pointer, to_pointer
from productgov.wording import counted, described, quoted

__all__ = ["diff"]


def diff(old: ProductGovernance, new: ProductGovernance, *, as_of: date | None = None) -> Changes:
    """What changed between two versions of a governance, in the words of product people.

    Lists are compared by what tells their items apart: ids, days, names. What has another id is paired with what it was
    before, and its references are followed, so that a rename is one change. An item that moved, within its list or to
    another one, is one change too, and what else changed in it is others. How a text is written makes no difference:
    the order of keys, shorthand, defaults, comments.

    Args:
        old: the old version.
        new: the new version.
        as_of: the day for which targets, ranks and findings are judged; left out, the `asOf` of the new version, else
            today.

    Raises:
        InvalidValueError: when one of them is no governance.
    """
    given: tuple[object, ...] = (old, new)
    for value in given:
        if not isinstance(value, ProductGovernance):
            raise InvalidValueError(f"diff compares two governances, not {described(value)}; load a file with load")
    names = renames(old, new)
    before = with_new_names(old, names)
    day = resolve_as_of(new, as_of)
    judging = Judging(old=before, new=new, day=day)
    changes = [*_renamed(names, old, new), *(judged(delta, judging) for delta in deltas(before, new))]
    return Changes(old=before, new=new, as_of=day, changes=tuple(sorted(changes, key=_by_weight)))


def _by_weight(change: Change) -> tuple[int, tuple[int, ...], str]:
    path = change.old_path if change.new_path is None else change.new_path
    return change.level.rank, document_order(from_pointer(path or "")), change.code


def _renamed(names: Renames, old: ProductGovernance, new: ProductGovernance) -> Iterator[Change]:
    """A change for each new name, at the place where it is given."""
    if not names:
        return
    places = {(mention.kind, mention.name): mention for mention in reversed(tuple(definitions(new)))}
    before = {(mention.kind, mention.name): mention for mention in reversed(tuple(definitions(old)))}
    mentions = Counter((kind, mention.name) for mention in references(old) for kind in mention.kinds)
    for kind, pairs in names.items():
        for was, name in pairs.items():
            mention = places[kind, name]
            count = mentions[kind, was]
            yield Change(
                code=RENAMED.code,
                level=RENAMED.level,
                kind="renamed",
                item=name if mention.field.name == "id" else "",
                field=_field(mention),
                old=was,
                new=name,
                old_path=to_pointer(before[kind, was].path),
                new_path=to_pointer(mention.path),
                message=_rename_text(kind, was, name, mention, count),
            )


def _field(mention: Mention) -> str:
    return ".".join(token for token in mention.path if isinstance(token, str)) if mention.field.name != "id" else "id"


def _rename_text(kind: str, old: str, new: str, mention: Mention, count: int) -> str:
    follow = f"; {counted(count, 'reference')} follow{'s' if count == 1 else ''}" if count else ""
    if mention.field.name == "id":
        return f"renamed from {old}{follow}"
    return f"{kind} {quoted(old)} renamed {quoted(new)}{follow}"
