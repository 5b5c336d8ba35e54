"""The pack for a review as Markdown and as a page of HTML."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape as html_escape
from typing import NamedTuple, TypeAlias

from productgov.changes.change import Level
from productgov.changes.values import value_text
from productgov.escaping import escaped
from productgov.model.metrics import Observation
from productgov.packs.agenda import AgendaPoint
from productgov.packs.looks import MetricLook
from productgov.packs.pack import ReviewPack
from productgov.ranking.simulation import Simulation, SimulationOutcome
from productgov.views.blocks import Block, Facts, Grid, Heading, Paragraph, Value
from productgov.views.changes import counts_text
from productgov.views.html.blocks import html_of
from productgov.views.html.elements import Html, element
from productgov.views.html.page import fragment, page
from productgov.views.markdown import markdown_of
from productgov.views.metrics import sparkline
from productgov.views.tables import Percent
from productgov.wording import counted, number_text, percent_text

__all__ = ["pack_fragment", "pack_html", "pack_markdown"]

_MOST = 50
"""How many rows of a list a pack shows: nobody reads more in a meeting."""
_MOST_RANKED = 10
_WIDEST = 26


class _Commands(NamedTuple):
    """Commands, one a line, to be copied as they are."""

    lines: tuple[str, ...]


_Part: TypeAlias = Block | _Commands


def pack_markdown(pack: ReviewPack, file: str | None) -> str:
    """The pack as Markdown, with a newline at the end."""
    return "\n\n".join(_markdown(part) for part in _parts(pack, file)) + "\n"


def pack_html(pack: ReviewPack, file: str | None) -> str:
    """The pack as a page."""
    return page(_title(pack), *(_html(part) for part in _parts(pack, file)))


def pack_fragment(pack: ReviewPack) -> str:
    """The pack as a part of somebody else's page, such as a notebook."""
    return fragment(*(_html(part) for part in _parts(pack, None)))


def _markdown(part: _Part) -> str:
    if not isinstance(part, _Commands):
        return markdown_of([part])
    return "\n".join(("```sh", *part.lines, "```"))


def _html(part: _Part) -> str:
    if not isinstance(part, _Commands):
        return html_of([part])
    code = element("code", Html(html_escape("\n".join(part.lines))))
    return element("pre", code, style="white-space:pre-wrap;overflow-wrap:anywhere")


def _title(pack: ReviewPack) -> str:
    return f"{pack.name or 'Product'}: {pack.kind} review"


def _parts(pack: ReviewPack, file: str | None) -> Iterator[_Part]:
    yield Heading(_title(pack), 1)
    yield Facts(tuple(_facts(pack)))
    yield Heading("Agenda")
    yield from _agenda(pack)
    yield Heading("Metrics")
    yield from _metrics(pack.metrics)
    yield Heading("What has changed")
    yield from _changes(pack)
    yield Heading("How sure the ranking is")
    yield from _certainty(pack.certainty)
    yield Heading("Decisions to record")
    yield from _decisions(pack.agenda, file)


def _facts(pack: ReviewPack) -> Iterator[tuple[str, Value]]:
    yield "as of", pack.as_of
    if pack.next_on:
        yield "next meeting", pack.next_on
    yield "takes place", pack.review.frequency
    people = [role.name or role.title for role in pack.review.participants]
    if people:
        yield "with", ", ".join(people)
    if pack.review.agenda:
        yield "standing agenda", "; ".join(pack.review.agenda)


def _agenda(pack: ReviewPack) -> Iterator[_Part]:
    if not pack.agenda:
        yield Paragraph("There is no exception; nothing is breached, late, slipped or off track.")
        return
    rows = tuple((point.title, point.item, point.message, point.code) for point in pack.agenda[:_MOST])
    yield Grid(head=("why", "what", "what is to be said", "code"), rows=rows, more=max(0, len(pack.agenda) - _MOST))


def _metrics(looks: Sequence[MetricLook]) -> Iterator[_Part]:
    compared = any(look.last_year for look in looks)
    last_year = ("a year ago", "change") if compared else ()
    head = ("metric", "status", "now", "six weeks", "twelve months", *last_year, "target")
    rows = tuple(tuple(_metric_row(look, compared=compared)) for look in looks[:_MOST])
    yield Grid(head=head, rows=rows, more=max(0, len(looks) - _MOST))


def _metric_row(look: MetricLook, *, compared: bool) -> Iterator[Value]:
    unit, target = look.kpi.unit, look.target
    yield from (look.kpi.name, look.status.value, _measured(look.current, unit))
    yield from (_trend(look.six_weeks), _trend(look.twelve_months))
    if compared:
        yield _measured(look.last_year, unit)
        yield None if look.change is None else f"{look.change:+.0%}".replace("%", " %")
    yield value_text(target) if target else None


def _measured(seen: Observation | None, unit: str | None) -> str | None:
    if seen is None:
        return None
    return f"{number_text(seen.value)}{f' {unit}' if unit else ''} ({seen.date})"


def _trend(seen: Sequence[Observation]) -> str | None:
    """The values as blocks of eight heights; of many, the last ones."""
    if not seen:
        return None
    return f"{sparkline([each.value for each in seen[-_WIDEST:]])} ({len(seen)})"


def _changes(pack: ReviewPack) -> Iterator[_Part]:
    if pack.changes is None:
        yield Paragraph("Nothing is known of the version of the last review.")
        return
    every = pack.changes.at_least(Level.INFO)
    yield Paragraph(f"Since {pack.since}: {counts_text(every, pack.changes.as_of)}.")
    shown = [change for change in every if change.level is not Level.INFO]
    if shown:
        rows = tuple((change.level.value, change.item, change.message, change.code) for change in shown[:_MOST])
        head = ("level", "what", "what has changed", "code")
        yield Grid(head=head, rows=rows, more=max(0, len(shown) - _MOST))


def _certainty(simulation: Simulation | None) -> Iterator[_Part]:
    if simulation is None:
        yield Paragraph("Nothing is ranked.")
        return
    outcomes = simulation.outcomes
    first = outcomes[0]
    method, name = simulation.ranking.method.name, first.ranked.initiative.id
    if simulation.uncertain:
        draws = f"{percent_text(first.p_first)} of {simulation.sampling.draws:,} draws of the uncertain inputs"
        yield Paragraph(f"By {method}, {name} comes first, as it does in {draws}.")
    else:
        yield Paragraph(f"By {method}, {name} comes first. No input is uncertain.")
    drawn = ("first in", "rank in 9 of 10 draws") if simulation.uncertain else ()
    rows = tuple(_ranked_row(outcome)[: 3 + len(drawn)] for outcome in outcomes[:_MOST_RANKED])
    yield Grid(head=("rank", "id", "title", *drawn), rows=rows, more=max(0, len(outcomes) - _MOST_RANKED))


def _ranked_row(outcome: SimulationOutcome) -> tuple[Value, ...]:
    item = outcome.ranked.initiative
    drawn = (Percent(outcome.p_first), f"{outcome.best} to {outcome.worst}")
    return (outcome.ranked.position, item.id, item.title, *drawn)


def _decisions(agenda: Iterable[AgendaPoint], file: str | None) -> Iterator[_Part]:
    """What can be decided about each thing on the agenda, with the command that records it."""
    asked: dict[str, list[AgendaPoint]] = {}
    for point in agenda:
        if point.actions:
            asked.setdefault(point.item, []).append(point)
    if not asked:
        yield Paragraph("None that the agenda asks for.")
    for item, points in list(asked.items())[:_MOST]:
        yield Heading(f"{item}: {', '.join(dict.fromkeys(point.title for point in points))}", 3)
        actions = dict.fromkeys(action for point in points for action in point.actions)
        lines = (f"{escaped(action.command(file))}  # {action.decision}" for action in actions)
        yield _Commands(tuple(lines))
    if len(asked) > _MOST:
        yield Paragraph(f"and {counted(len(asked) - _MOST, 'more item')}")
