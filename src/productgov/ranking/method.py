"""What a ranking method is: how it scores an item, explains the score and compares its terms."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import attrs

from productgov.errors import InvalidValueError
from productgov.model.roadmap import PlacedInitiative
from productgov.model.scoring import Scoring
from productgov.ranking.settings import RankingSettings
from productgov.ranking.terms import Terms, TermValue
from productgov.ranking.uncertain import UncertainFunction, UncertainScore

__all__ = ["Assessment", "RankingMethod"]

_NO_TERMS = Terms()
_LONGEST_NAME = 40


class Assessment(NamedTuple):
    """What a ranking method says about one initiative.

    Attributes:
        score: higher is better within the group; None where there is none. Without a refusal, the item is then ranked
            after the others of its group.
        group: groups are ranked one after the other, whatever the scores, 0 first; 0 for methods without groups.
        terms: every input and intermediate value of the score.
        confidence: how sure the method's own inputs are; None where it does not ask. It breaks ties.
        effort: what the item costs by the method's own inputs; None where it does not ask. It breaks ties, and only
            its order counts.
        refusal: why the item cannot be ranked; empty when it can.
    """

    score: float | None = None
    group: int = 0
    terms: Terms = _NO_TERMS
    confidence: float | None = None
    effort: float | None = None
    refusal: str = ""


@attrs.frozen(kw_only=True, repr=False)
class RankingMethod:
    """A way to rank initiatives. Pass your own to `rank(…, method=…)`.

    Attributes:
        name: the name it is asked for by, in any case.
        description: its formula or idea in one sentence.
        source: who published it; None where nobody is known to have.
        needs: the inputs an item must have, in words, with the names of their fields.
        has_inputs: whether an item has these inputs. An item that has them can still be unranked, because its score
            is not defined.
        assess: the score of an item with everything that belongs to it, or why there is none.
        explain: lines that show how the score is computed; none for an item without inputs, which an override can
            rank all the same.
        prepare: completes the settings from the scorings of all items that are ranked; None where every item is
            assessed by itself. It raises an `InvalidValueError` where the settings do not allow a ranking.
        uncertain: the score as a function of inputs that are not known exactly, or None for an item without them;
            None for a method whose inputs are always taken as exact.
        notes: sentences about all that is ranked together, to be shown below the ranking; None where there are none.
        lower_is_better: the terms of which less is better.
        not_inputs: the numbers that are not compared, because they are not inputs of the score.
        categories: the texts that can be compared, the best first; terms with other texts are not compared.
        effort_of_item: whether ties are broken by the effort of the initiative in person-months: its efforts, else that
            of its RICE inputs.

    Raises:
        InvalidValueError: when the name is empty, longer than 40 characters or not printable.
    """

    name: str
    description: str
    source: str | None = None
    needs: str
    has_inputs: Callable[[Scoring, RankingSettings], bool]
    assess: Callable[[Scoring, RankingSettings], Assessment]
    explain: Callable[[Scoring, RankingSettings], Iterable[str]]
    prepare: Callable[[RankingSettings, Sequence[Scoring]], RankingSettings] | None = None
    uncertain: Callable[[Scoring, RankingSettings], UncertainScore | UncertainFunction | None] | None = None
    notes: Callable[[Sequence[PlacedInitiative], RankingSettings], Iterable[str]] | None = None
    lower_is_better: frozenset[str] = frozenset()
    not_inputs: frozenset[str] = frozenset()
    categories: tuple[str, ...] = ()
    effort_of_item: bool = False

    def __attrs_post_init__(self) -> None:
        if not 1 <= len(self.name) <= _LONGEST_NAME or not self.name.isprintable():
            raise InvalidValueError(
                f"the name of a ranking method has 1 to {_LONGEST_NAME} printable characters, not {self.name!r:.60}"
            )

    def __repr__(self) -> str:
        return f"<RankingMethod {self.name}>"

    def merit(self, term: str, value: TermValue) -> float | None:
        """The value of a term as a number of which more is better; None for terms that cannot be compared."""
        if term in self.not_inputs:
            return None
        if isinstance(value, str):
            return -self.categories.index(value) if value in self.categories else None
        return -(value or 0) if term in self.lower_is_better else value or 0
