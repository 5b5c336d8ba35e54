"""Which rows of a table are read: the conditions of a map as one function."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from productgov.interchange.column import Condition
from productgov.interchange.forms import Headings
from productgov.interchange.table import Cell, is_blank, matching
from productgov.interchange.texts import text_of
from productgov.wording import listed, quoted_value

__all__ = ["Why", "why_not"]

Why: TypeAlias = Callable[[Sequence[Cell]], str]
"""A function that says why a row is not read; empty where it is."""


def why_not(conditions: Sequence[Condition], header: Sequence[str], headings: Headings) -> Why:
    """The function for several conditions, of which all must hold."""
    checks = [_check(condition, header, headings) for condition in conditions]
    return lambda cells: next((reason for check in checks if (reason := check(cells))), "")


def _check(condition: Condition, header: Sequence[str], headings: Headings) -> Why:
    places = next((found for name in condition.from_ if (found := matching(name, header, headings))), ())
    wanted = {text.casefold() for text in condition.in_}
    unwanted = {text.casefold() for text in condition.not_in}
    name = header[places[0]] if places else condition.from_[0]

    def check(cells: Sequence[Cell]) -> str:
        held = [text_of(cells[at]) for at in places if at < len(cells) and not is_blank(cells[at])]
        said = quoted_value(held[0]) if held else "empty"
        folded = {text.casefold() for text in held}
        if condition.empty is not None and bool(held) is condition.empty:
            return f"{name} is {said}"
        if wanted and not places:
            return f"there is no column {name}"
        if wanted and wanted.isdisjoint(folded):
            return f"{name} is {said}, not {listed([quoted_value(each) for each in condition.in_], 'or')}"
        return f"{name} is {said}" if not unwanted.isdisjoint(folded) else ""

    return check
