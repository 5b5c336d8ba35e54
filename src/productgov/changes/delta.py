"""A difference between two governances before it is judged, and the subject that it is about."""

from collections.abc import Hashable
from typing import NamedTuple

import attrs

from productgov.changes.change import ChangeKind
from productgov.paths import Trail, path_of, to_pointer

__all__ = ["Delta", "Subject"]


@attrs.frozen(kw_only=True, eq=False)
class Subject:
    """What a difference is about: something with an id, a section of the document, or the document.

    Attributes:
        cls: its class in the new version; where it is gone, in the old one.
        name: its id in the new version, else the name of the section; empty for the document.
        old: it in the old version, with the new ids in its references; None where it is new.
        new: it in the new version; None where it is gone.
        old_list: the name in documents of the list that it was in, such as `next`; empty for sections.
        new_list: the name of the list that it is in.
        holder: the subject that holds it: the objective of a key result; None for the document.
    """

    cls: type
    name: str
    old: object
    new: object
    old_list: str = ""
    new_list: str = ""
    holder: "Subject | None" = None


class Delta(NamedTuple):
    """One difference.

    Attributes:
        kind: what happened.
        subject: what it is about.
        fields: the names in documents of the fields that lead from the subject to the value; none for the subject.
        old: the old value.
        new: the new value.
        old_trail: where the value was; without meaning where it is new.
        new_trail: where the value is; without meaning where it is gone.
        key: what tells the item of a list that the value is in from others, such as the day of an observation; None
            outside of lists.
    """

    kind: ChangeKind
    subject: Subject
    fields: tuple[str, ...]
    old: object
    new: object
    old_trail: Trail
    new_trail: Trail
    key: Hashable = None

    @property
    def old_path(self) -> str | None:
        """The JSON Pointer of the old value; None where there was none."""
        return None if self.kind == "added" else to_pointer(path_of(self.old_trail))

    @property
    def new_path(self) -> str | None:
        """The JSON Pointer of the new value; None where there is none."""
        return None if self.kind == "removed" else to_pointer(path_of(self.new_trail))

    @property
    def field(self) -> str:
        """The field, joined by dots."""
        return ".".join(self.fields)
