"""A document's text for another governance."""

import attrs

from productgov.codec.migrations import migrated
from productgov.codec.to_data import writer_of
from productgov.editing.restated import restated
from productgov.editing.rewrite import Rewritten, rewritten_text, written_whole
from productgov.editing.wanted import Wanted, same
from productgov.errors import InvalidValueError
from productgov.formats.limits import Limits
from productgov.formats.registry import FormatName
from productgov.model.governance import ProductGovernance
from productgov.wording import described

__all__ = ["Lines", "edited_text", "new_governance"]


def new_governance(change: object, old: ProductGovernance) -> ProductGovernance:
    """The governance that a change makes of an old one: the change itself, or what it returns.

    Raises:
        InvalidValueError: when that is no governance.
    """
    new: object = change(old) if callable(change) else change
    if not isinstance(new, ProductGovernance):
        raise InvalidValueError(f"expected a governance, or a function that returns one, not {described(new)}")
    return new


@attrs.frozen(kw_only=True)
class Lines:
    """Another text, from which items that are new come with their lines.

    Attributes:
        text: the text, in the format of the one that is edited, and with its line ends.
        said: the plain data that was read from it.
        governance: the governance that it says.
    """

    text: str
    said: object
    governance: ProductGovernance

    def lent(self, wanted: Wanted, after: dict[str, object]) -> Wanted:
        """What is wanted of another text, with the items that can come from this one."""
        if migrated(self.said) is not self.said:
            return wanted
        before = writer_of(ProductGovernance)(self.governance)
        return wanted.with_lent(restated(self.said, before, after))


def edited_text(
    text: str,
    format: FormatName | None,
    said: object,
    old: ProductGovernance,
    new: ProductGovernance,
    limits: Limits,
    *,
    lines: Lines | None = None,
) -> Rewritten | None:
    """The text of a document, changed so that it says a new governance; None when it says it already.

    Args:
        text: the text.
        format: its format.
        said: the plain data that was read from it.
        old: the governance that it says.
        new: the governance that it should say.
        limits: the limits within which it is read.
        lines: another text, where new items may come from one.

    Raises:
        InvalidValueError: when there is no text, or the format cannot hold the new governance.
    """
    if format is None:
        raise InvalidValueError("a document that came from no text has none to edit")
    write = writer_of(ProductGovernance)
    before, after = write(old), write(new)
    if same(before, after):
        return None
    if migrated(said) is not said:
        return written_whole(after, format, limits)
    wanted = restated(said, before, after)
    if lines is None:
        return rewritten_text(text, format, wanted, limits)
    return rewritten_text(text, format, lines.lent(wanted, after), limits, lines.text)
