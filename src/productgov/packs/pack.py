"""The pack for a review: what to talk about, what to look at, what has changed, and what to decide."""

from collections.abc import Container
from datetime import date, timedelta

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.changes.comparing import diff
from productgov.changes.result import Changes
from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.model.reviews import Review, ReviewKind
from productgov.packs.agenda import AgendaPoint, agenda_of
from productgov.packs.looks import MetricLook, looks_of
from productgov.ranking.ranking import Ranking, rank
from productgov.ranking.simulation import Simulation, simulate
from productgov.views.reviews import next_dates
from productgov.wording import counted

__all__ = ["ReviewPack", "review_pack"]

_DRAWS = 2_000
_MOST_DRAWN = 200
"""How many items from the top are drawn: those far below never come first, and a large document has many."""


@attrs.frozen(kw_only=True, repr=False)
class ReviewPack(Displayed):
    """What a review needs; `markdown()` and `html()` write it.

    Attributes:
        kind: the review.
        review: what the document says of it.
        as_of: the day for which everything is judged.
        name: the name of the product; None where it has none.
        next_on: the next day of the review; None where it has no dates.
        agenda: the exceptions, what matters most first.
        metrics: the metrics that it looks at.
        changes: what has changed since the last review; None where nothing is known of that.
        since: what the old version is called.
        certainty: how sure the ranking is; None where nothing is ranked.
    """

    kind: ReviewKind
    review: Review
    as_of: date
    name: str | None
    next_on: date | None
    agenda: tuple[AgendaPoint, ...]
    metrics: tuple[MetricLook, ...]
    changes: Changes | None
    since: str
    certainty: Simulation | None

    def __repr__(self) -> str:
        counts = f"{counted(len(self.agenda), 'point')}, {counted(len(self.metrics), 'metric')}"
        return f"<ReviewPack {self.kind} as of {self.as_of}: {counts}>"

    def __str__(self) -> str:
        return self.markdown().removesuffix("\n")

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """What a notebook shows: the pack itself."""
        from productgov.packs.page import pack_fragment  # noqa: PLC0415 - it knows the pack

        shown = {"text/plain": repr(self), "text/html": pack_fragment(self), "text/markdown": self.markdown()}
        return {
            kind: text
            for kind, text in shown.items()
            if (not include or kind in include) and (not exclude or kind not in exclude)
        }

    def markdown(self, *, file: str | None = None) -> str:
        """The pack as Markdown, for a wiki or a pull request.

        Args:
            file: the document, for the commands; left out, they take the one that they find.
        """
        from productgov.packs.page import pack_markdown  # noqa: PLC0415 - it knows the pack

        return pack_markdown(self, file)

    def html(self, *, file: str | None = None) -> str:
        """The pack as a page of its own: without script, and it asks the network for nothing.

        Args:
            file: as for `markdown`.
        """
        from productgov.packs.page import pack_html  # noqa: PLC0415 - likewise

        return pack_html(self, file)


def review_pack(
    governance: ProductGovernance,
    kind: ReviewKind | str,
    *,
    last: ProductGovernance | None = None,
    since: str = "the last review",
    as_of: date | None = None,
) -> ReviewPack:
    """The pack for one of the three reviews.

    Args:
        governance: the document.
        kind: product, strategy or portfolio.
        last: the document at the last review, to say what has changed; `read_version` reads it from git.
        since: what that version is called.
        as_of: the day of the review; left out, the document's `asOf`, else today.

    Raises:
        InvalidValueError: when there is no such review.
    """
    known = {each.value: each for each in ReviewKind}
    if kind not in known:
        raise InvalidValueError(f"kind must be one of {', '.join(known)}, not {kind!r:.40}")
    chosen = known[kind]
    day = resolve_as_of(governance, as_of)
    review = dict(governance.reviews.named())[chosen]
    ranking = rank(governance)
    return ReviewPack(
        kind=chosen,
        review=review,
        as_of=day,
        name=governance.name,
        next_on=next(iter(next_dates(review, day, count=1)), None) if day < date.max - timedelta(days=1) else None,
        agenda=agenda_of(governance, chosen, day),
        metrics=looks_of(governance, chosen, day),
        changes=diff(last, governance, as_of=day) if last is not None else None,
        since=since,
        certainty=_certainty(ranking),
    )


def _certainty(ranking: Ranking) -> Simulation | None:
    if not ranking.ranked:
        return None
    return simulate(ranking.top(_MOST_DRAWN), draws=_DRAWS)
