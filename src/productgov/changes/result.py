"""The result of a comparison."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

import attrs

from productgov.changes.change import Change, Level
from productgov.display import Displayed
from productgov.model.governance import ProductGovernance
from productgov.tabular import Tabular

__all__ = ["Changes"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Changes(Displayed, Tabular):
    """What changed between two versions of a governance; iterate over it to read the changes, what matters most first.

    What follows from them, other ranks and other findings, is computed when it is first asked for.

    Attributes:
        old: the old version, with the names of the new one.
        new: the new version.
        as_of: the day for which targets, ranks and findings are judged.
        changes: the changes of the documents, those that matter most first, then in the order of the document.
    """

    old: ProductGovernance = attrs.field(repr=False)
    new: ProductGovernance = attrs.field(repr=False)
    as_of: date
    changes: tuple[Change, ...]

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {level}" for level, count in self.counts.items())
        return f"<Changes: {counts}>"

    @property
    def counts(self) -> Mapping[Level, int]:
        """How many changes of the documents there are of each level."""
        levels = [change.level for change in self.changes]
        return {level: levels.count(level) for level in Level}

    @cached_property
    def ranks(self) -> tuple[Change, ...]:
        """The items whose place among the others has changed (PGD304), each version ranked by its own framework."""
        from productgov.changes.derived import rank_changes  # noqa: PLC0415 - ranking is heavy

        return rank_changes(self.old, self.new)

    @cached_property
    def findings(self) -> tuple[Change, ...]:
        """The findings that are new (PGD901) and gone (PGD902); both versions are checked for the day of `as_of`."""
        from productgov.changes.derived import finding_changes  # noqa: PLC0415 - the rules are heavy

        return finding_changes(self.old, self.new, self.as_of)

    @property
    def derived(self) -> tuple[Change, ...]:
        """The changes of ranks and findings."""
        return (*self.ranks, *self.findings)

    def at_least(self, level: Level) -> tuple[Change, ...]:
        """The changes of the documents, and those derived from them, that matter at least as much; by level."""
        found = (change for change in (*self.changes, *self.derived) if change.level.rank <= level.rank)
        return tuple(sorted(found, key=lambda change: change.level.rank))
