"""Rows of a survey, as a spreadsheet or a form exports them, read as answers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import isnan

import attrs

from productgov.errors import InvalidValueError
from productgov.model.kano.evaluation import ANSWERS, KanoAnswer
from productgov.wording import described

__all__ = ["Answered", "KanoColumns"]

Pair = tuple[KanoAnswer, KanoAnswer]
_CODES: Mapping[str, KanoAnswer] = {str(code): answer for code, answer in enumerate(ANSWERS, 1)}
_WORDS: Mapping[str, KanoAnswer] = {answer.value: answer for answer in ANSWERS}


@attrs.define
class Answered:
    """The pairs of answers of one group of respondents, and how many gave no complete pair."""

    pairs: Counter[Pair] = attrs.field(factory=Counter)
    missing: int = 0


@attrs.frozen(kw_only=True)
class KanoColumns:
    """The columns with the answers for one feature.

    Attributes:
        functional: the column of "how do you feel if the product has it?".
        dysfunctional: the column of "how do you feel if it does not?".
        segment: the column with the group of a respondent.
        count: the column with the number of respondents of a row; by default, each row is one.
        words: what other words or codes mean, on top of like, expect, neutral, tolerate, dislike and 1 to 5.
    """

    functional: str
    dysfunctional: str
    segment: str | None = None
    count: str | None = None
    words: Mapping[str, KanoAnswer] = attrs.field(factory=dict)

    def read(self, rows: Iterable[Mapping[str, object]]) -> dict[str, Answered]:
        """The answers by segment; without a segment column there is one, named "".

        Raises:
            InvalidValueError: when no row has one of the columns, or a cell cannot be read.
        """
        segments: dict[str, Answered] = {}
        for number, row in enumerate(self._with_columns(rows), 1):
            segment = row.get(self.segment) if self.segment else None
            answered = segments.setdefault("" if _blank(segment) else str(segment), Answered())
            functional = self._answer(row.get(self.functional), f"row {number}, column {self.functional!r}")
            dysfunctional = self._answer(row.get(self.dysfunctional), f"row {number}, column {self.dysfunctional!r}")
            respondents = _count(row.get(self.count), f"row {number}, column {self.count!r}") if self.count else 1
            if functional is None or dysfunctional is None:
                answered.missing += respondents
            else:
                answered.pairs[functional, dysfunctional] += respondents
        return segments

    def _with_columns(self, rows: Iterable[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
        missing = [name for name in (self.functional, self.dysfunctional, self.segment, self.count) if name]
        seen: dict[str, None] = {}
        for row in rows:
            seen |= dict.fromkeys(map(str, row))
            missing = [name for name in missing if name not in row]
            yield row
        if seen and missing:
            raise InvalidValueError(f"no row has the column {missing[0]!r}; there are {', '.join(seen):.200}")

    def _answer(self, cell: object, where: str) -> KanoAnswer | None:
        if _blank(cell):
            return None
        text = _text(cell)
        answer = self.words.get(text) or _CODES.get(text) or _WORDS.get(text.lower())
        if answer is None or isinstance(cell, bool):
            raise InvalidValueError(
                f"{where} must be one of {', '.join(ANSWERS)}, a code from 1 (like) to 5 (dislike) or empty, not "
                f"{described(cell)} (name other words in words=)"
            )
        return answer


def _count(cell: object, where: str) -> int:
    if _blank(cell):
        raise InvalidValueError(f"{where} must be a whole number of respondents, not empty")
    text = _text(cell)
    if not (text.isascii() and text.isdigit()) or isinstance(cell, bool):
        raise InvalidValueError(f"{where} must be a whole number of respondents, not {described(cell)}")
    return int(text)


def _text(cell: object) -> str:
    """A cell as text; data frames turn whole numbers into 1.0 as soon as a cell of the column is empty."""
    return str(cell).strip().removesuffix(".0")


def _blank(cell: object) -> bool:
    """True for what spreadsheets and data frames have where an answer is missing."""
    return cell is None or (isinstance(cell, float) and isnan(cell)) or (isinstance(cell, str) and not cell.strip())
